"""One figure with its interval, and why there is none where there is none."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any


class Undefined(StrEnum):
    """Why a figure cannot be given. A figure that cannot be given is never 0 or 1."""

    NOTHING_SHARED = "nothing_shared"  # no claim was judged by two people
    ONE_LABEL = "one_label"  # everybody said the same: agreement by chance would be complete too
    NOT_TWO_PEOPLE = "not_two_people"  # Cohen's kappa compares exactly two
    NOTHING_CITED = "nothing_cited"  # nobody cites anything of this kind


@dataclass(frozen=True, kw_only=True)
class Figure:
    """`value` between -1 and 1, or None and why. `low` and `high` bound 95 % of the bootstrap over claims, and are
    None where too few resamples have a value. `items` are the claims it rests on, `raters` the people."""

    value: float | None
    low: float | None = None
    high: float | None = None
    items: int
    raters: int
    undefined_because: Undefined | None = None

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)


def undefined(why: Undefined, *, items: int = 0, raters: int = 0) -> Figure:
    return Figure(value=None, items=items, raters=raters, undefined_because=why)
