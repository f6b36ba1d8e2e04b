"""Patterns that are looked for only where their words stand."""

from __future__ import annotations

import re
from functools import lru_cache, reduce
from operator import or_

FEW = 2  # parts that are looked for one by one
LONGEST_WORD = 40  # letters of a word that is kept
LONGEST_KEPT = 1_000  # characters: the same sentence is asked for one pattern after the other
BEGINNING = 2  # letters of a part by which it is listed


class Gated:
    """A pattern that is only looked for where one of the parts stands that every match of it holds: that is quicker.

    Parts are separated by spaces; "_" is a space inside one.
    """

    def __init__(self, expressions: str, parts: str) -> None:
        self.pattern = re.compile(expressions)
        self.match, self.finditer = self.pattern.match, self.pattern.finditer
        self.parts = tuple(part.replace("_", " ") for part in parts.split())
        self._apart = [part for part in self.parts if " " in part]
        self._sign = self._perhaps = 0
        if len(self.parts) > FEW:
            self._sign = SIGNS.of([part for part in self.parts if " " not in part])
            longest_words = [max(part.split(), key=len) for part in self._apart]
            self._perhaps = self._sign | (SIGNS.of(longest_words) if longest_words else 0)

    def search(self, lowered: str) -> re.Match[str] | None:
        if not self._perhaps:
            may_stand = self.parts[0] in lowered or self.parts[-1] in lowered
        elif len(lowered) > LONGEST_KEPT:
            may_stand = any(map(lowered.__contains__, self.parts))
        else:
            signs = kept_signs(lowered) & self._perhaps
            if not signs:
                return None
            may_stand = bool(signs & self._sign) or any(map(lowered.__contains__, self._apart))
        return self.pattern.search(lowered) if may_stand else None


class Signs:
    """For the words of a text the patterns whose parts stand in them, as bits: each word is looked at once."""

    def __init__(self) -> None:
        self._count = 0
        self._listed: dict[str, list[tuple[str, int]]] = {}

    def of(self, parts: list[str]) -> int:
        """A new sign, for the words that one of the parts stands in."""
        sign = 1 << self._count
        self._count += 1
        for part in parts:
            self._listed.setdefault(part[:BEGINNING], []).append((part, sign))
        kept_signs.cache_clear()
        kept_signs_of_word.cache_clear()
        return sign

    def in_word(self, word: str) -> int:
        found = 0
        for at in range(len(word) - BEGINNING + 1):
            for part, sign in self._listed.get(word[at : at + BEGINNING], ()):
                if word.startswith(part, at):
                    found |= sign
        return found

    def in_text(self, text: str) -> int:
        words = text.split()
        is_kept = max(map(len, words), default=0) <= LONGEST_WORD
        return reduce(or_, map(kept_signs_of_word if is_kept else self.in_word, words), 0)


SIGNS = Signs()
kept_signs_of_word = lru_cache(16_384)(SIGNS.in_word)
kept_signs = lru_cache(64)(SIGNS.in_text)
