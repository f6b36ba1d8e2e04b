"""A passage as keys with their places, for finding numbers and dates; the same passage is read once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from verification.text.folding import DIGIT, FILL, PLAIN, folded

# Dates in figures, times of the clock, numbers with groups and decimals, words, single marks.
TOKEN = re.compile(
    r"\d{1,4}([./-])\d{1,2}\1\d{2,4}(?!\d)|\d{1,2}:\d{2}(?::\d{2})?(?!\d)"
    r"|\d{1,3}(?:[,.' ]\d{3})+(?:[.,]\d{1,2})?(?!\d)|\d+[.,]\d+(?!\d)|\d+|[^\W\d_]+(?:'[^\W\d_]+)*|[^\w\s]"
)


@dataclass(frozen=True, slots=True)
class Line:
    """The tokens of a passage: keys, and where each begins and ends in the passage."""

    keys: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def touches(self, at: int) -> bool:
        """Whether nothing stands between a token and the one before it."""
        return at > 0 and self.ends[at - 1] == self.starts[at]


@lru_cache(maxsize=32)
def letters_in(text: str) -> tuple[bool, frozenset[str]]:
    """Whether a passage has a digit, and its words of letters alone, as keys: what tells that it has no number."""
    flat = folded(text)
    return DIGIT.search(flat) is not None, frozenset(PLAIN.findall(flat.replace(FILL, "") if FILL in flat else flat))


@lru_cache(maxsize=32)
def line_of(text: str) -> Line:
    """The tokens of `text`; what folding leaves nothing of, such as a zero-width space, is none."""
    flat = folded(text)
    found = [match.span() for match in TOKEN.finditer(flat)]
    keys = [flat[start:end] for start, end in found]
    if FILL in flat:
        keys = [key.replace(FILL, "") for key in keys]
        found = [span for span, key in zip(found, keys, strict=True) if key]
        keys = [key for key in keys if key]
    return Line(tuple(keys), tuple([start for start, _ in found]), tuple([end for _, end in found]))
