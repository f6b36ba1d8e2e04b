"""The numbers of a sentence: how many, how exactly, and of what."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from math import inf

SMALL = """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty
"""
TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
VALUES: dict[str, float] = {word: float(number) for number, word in enumerate(SMALL.split())}
VALUES |= {word: 10.0 * number for number, word in enumerate(TENS.split(), start=2)}
SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "m": 1e6, "bn": 1e9, "هزار": 1e3,
          "میلیون": 1e6, "ملیون": 1e6, "مليون": 1e6, "میلیارد": 1e9, "مليار": 1e9, "الف": 1e3, "صد": 1e2}  # fmt: skip
GROUPED = re.compile(r"\d{1,3}(?:[,٬'’]\d{3})+(?:[.٫]\d+)?$")
PLAIN = re.compile(r"\d+(?:[.,٫]\d+)?$")
# Exactly as it reads: "1,5" is one and a half where no three digits follow.
ABOUT = 0.15


@dataclass(frozen=True, slots=True)
class Quantity:
    """From `low` to `high` of something; `at` is the index of its first word. `unit` and `deed` may be empty.

    `deed` is what happened to them: of "12 people were killed", kill.
    """

    value: float
    low: float
    high: float
    unit: str
    deed: str
    at: int

    def agrees(self, other: Quantity) -> bool:
        """Whether one number can be meant by both."""
        return self.low <= other.high and other.low <= self.high


def number_of(word: str) -> float | None:
    """The number that one folded word gives, or None."""
    if word[:1].isdigit():
        if GROUPED.match(word):
            return float(re.sub(r"[,٬'’]", "", word).replace("٫", "."))
        if PLAIN.match(word):
            return float(word.replace(",", ".").replace("٫", "."))
        return None
    if word in VALUES:
        return VALUES[word]
    tens, _hyphen, ones = word.partition("-")
    if ones and tens in TENS.split() and VALUES.get(ones, 10) < 10:
        return VALUES[tens] + VALUES[ones]
    return None


def spread(value: float, before: Sequence[str]) -> tuple[float, float]:
    """From where to where a number may mean, by the two or three folded words before it."""
    last, said = (before[-1] if before else ""), " ".join(before[-3:])
    if said.endswith(
        ("more than", "at least", "no fewer than", "no less than", "upwards of", "بیش از", "اكثر من", "دست کم")
    ):
        return value, value * (1 + ABOUT)
    if last in ("over", "above", "exceeding", "حداقل", "دستکم"):
        return value, value * (1 + ABOUT)
    if said.endswith(("up to", "as many as", "as much as", "less than", "fewer than", "no more than", "at most")):
        return value / 2, value
    if last in ("about", "around", "some", "roughly", "approximately", "nearly", "almost", "estimated", "حدود", "نحو"):
        return value * (1 - ABOUT), value * (1 + ABOUT)
    return value, value


def numbers(words: Sequence[str]) -> list[tuple[float, float, float, int, int]]:
    """The numbers among folded words: value, low, high, first index, and the index after the last."""
    found: list[tuple[float, float, float, int, int]] = []
    at = 0
    while at < len(words):
        value = number_of(words[at])
        end = at + 1
        if value is None:
            if words[at] in ("dozens", "scores", "hundreds", "thousands", "millions"):
                low = {"dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2e3, "millions": 2e6}[words[at]]
                found.append((low, low / 2, low * 50, at, end))
            at += 1
            continue
        if value == 1 and not words[at][0].isdigit():  # "one" is seldom a count
            at += 1
            continue
        while end < len(words) and words[end] in SCALES:
            value *= SCALES[words[end]]
            end += 1
        low, high = spread(value, words[max(0, at - 4) : at])
        if end < len(words) and words[end] in ("to", "-", "–") and end + 1 < len(words):
            upper = number_of(words[end + 1])
            if upper is not None and upper > value:
                high, end = upper, end + 2
        found.append((value, low, min(high, inf), at, end))
        at = end
    return found
