"""The numbers of a claim as two claims are compared by them: from how many to how many, and of what."""

from __future__ import annotations

from dataclasses import dataclass

from verification.numbers.quantities import Bound, Quantity

ABOUT = 0.15
# By its bound, what a number is told of may be: "at least 12" and "40" are two numbers, though both may hold.
SPREAD = {
    Bound.AT_LEAST: (1.0, 1 + ABOUT), Bound.MORE_THAN: (1.0, 1 + ABOUT), Bound.AT_MOST: (0.5, 1.0),
    Bound.LESS_THAN: (0.5, 1.0), Bound.ABOUT: (1 - ABOUT, 1 + ABOUT), Bound.ALMOST: (1 - ABOUT, 1 + ABOUT),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Counted:
    """From `low` to `high` of something. `unit` and `deed` are words as `features.meaning` gives them, or empty.

    `deed` is what happened to them: of "12 people were killed", kill. `named` is both in plain words, for people.
    """

    value: float
    low: float
    high: float
    unit: str
    deed: str
    named: str

    def agrees(self, other: Counted) -> bool:
        """Whether one number can be meant by both."""
        return self.low <= other.high and other.low <= self.high


def counted(read: Quantity, unit: str, deed: str) -> Counted:
    if read.until is not None:
        return Counted(read.value, read.value, read.until, unit, deed, read.unit)
    least, most = SPREAD.get(read.bound, (1.0, 1.0))
    return Counted(read.value, read.value * least, read.value * most, unit, deed, read.unit)
