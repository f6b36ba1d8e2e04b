"""A passage as keys with their places, for finding numbers and dates; the same passage is read once."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import compress
from typing import NamedTuple

from verification.text.cutting import COMMON_WORD, cut_by
from verification.text.folding import DIGIT, FILL, PLAIN, folded

# Dates in figures, times of the clock, numbers with groups and decimals, words, single marks.
TOKENS = re.compile(
    rf"({COMMON_WORD}"
    r"|\d(?:\d{0,3}(?:\.\d{1,2}\.|/\d{1,2}/|-\d{1,2}-)\d{2,4}(?!\d)|\d?:\d{2}(?::\d{2})?(?!\d)"
    r"|\d{0,2}(?:[,.' ]\d{3})+(?:[.,]\d{1,2})?(?!\d)|\d*[.,]\d+(?!\d)|\d*)"
    r"|[^\W\d_][^\W\d_]*(?:'[^\W\d_]+)*|[^\w\s])"
)


class Line(NamedTuple):
    """The tokens of a passage: keys, and where each begins and ends in the passage."""

    keys: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def touches(self, at: int) -> bool:
        """Whether nothing stands between a token and the one before it."""
        return at > 0 and self.ends[at - 1] == self.starts[at]


@lru_cache(maxsize=32)
def letters_in(text: str) -> frozenset[str]:
    """The words of a passage that are letters alone, as keys."""
    flat = folded(text)
    return frozenset(PLAIN.findall(flat.replace(FILL, "") if FILL in flat else flat))


def may_name(text: str, words: frozenset[str]) -> bool:
    """Whether a passage has a digit or one of the words without which it names no number, or no time."""
    return DIGIT.search(text) is not None or not words.isdisjoint(letters_in(text))


@lru_cache(maxsize=32)
def line_of(text: str) -> Line:
    """The tokens of `text`; what folding leaves nothing of, such as a zero-width space, is none."""
    flat = folded(text)
    keys, starts, ends = cut_by(TOKENS, flat)
    if FILL in flat:
        keys = [key.replace(FILL, "") for key in keys]
        starts, ends = list(compress(starts, keys)), list(compress(ends, keys))
        keys = list(filter(None, keys))
    return Line(tuple(keys), tuple(starts), tuple(ends))
