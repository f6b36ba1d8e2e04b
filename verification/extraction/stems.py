"""The words of a text that carry meaning, cut to what their forms share, and how telling each is in an article."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from .model import counting, eastern, events
from .model.nations import NATION
from .spellings import without_possessive

TELLING = 0.5  # of the weight of a word that stands in one passage alone
WORD = re.compile(r"[^\W\d_][\w’'-]{2,}")
EASTERN = re.compile("[\u0621-\u06d3]")  # letters of Arabic, Persian and Pashto
LONGEST_KEPT = 1_000  # characters
KEPT = 512  # the same claims and speakers are compared again and again, all of them near each other
LONGEST_WORD = 60
ENDINGS = ("ings", "ing", "ed", "es", "s")


def stems(text: str) -> tuple[str, ...]:
    """The words of a text that carry meaning, cut to what their forms share."""
    return kept_stems(text) if len(text) <= LONGEST_KEPT else cut_to_stems(text)


def cut_to_stems(text: str) -> tuple[str, ...]:
    return tuple([stem for word in WORD.findall(text) if (stem := stem_of(word[:LONGEST_WORD]))])


kept_stems = lru_cache(KEPT)(cut_to_stems)


@lru_cache(8_192)
def stem_of(word: str) -> str:
    """What the forms of a word share; nothing of a word that is common."""
    if EASTERN.match(word) is not None:
        return eastern.stem_of(word)
    word = without_possessive(word).lower()
    if word in events.COMMON:
        return ""
    same = events.SAME.get(word) or NATION.get(word.partition("-")[0])
    if same is not None:
        return same
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)][:7]
    return word[:7]


@lru_cache(KEPT)
def numbers_in(lowered: str) -> frozenset[str]:
    """The numbers of a text, as they are written."""
    return frozenset(counting.A_NUMBER.findall(lowered))


class Words:
    """How telling each word of an article is: rare ones link passages, common ones do not."""

    def __init__(self, lines: Iterable[str]) -> None:
        listed = [frozenset(stems(line)) for line in lines]
        self.total = max(1, len(listed))
        self._in = Counter(word for line in listed for word in line)
        self._weights: dict[str, float] = {}

    def is_telling(self, word: str) -> bool:
        """Whether a word stands in few of the article's passages."""
        return self.weight(word) >= TELLING * math.log(1 + self.total)

    def weight(self, word: str) -> float:
        known = self._weights.get(word)
        if known is None:
            share = self._in[word] / self.total
            common = share > 0.4 and self.total > 8
            known = self._weights[word] = 0.0 if common else math.log(1 + self.total / max(1, self._in[word]))
        return known
