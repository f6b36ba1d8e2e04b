"""The letters of the words of many sentences, as numbers. For training alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from verification.extraction.letters import PLACES, letters

Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Spelled:
    """`words` are the words of all sentences, by their number among those `listed`, and `rows` their sentences;
    `places` are those of the letters of each listed word, and `of_word` that word."""

    listed: dict[str, int]
    words: Numbers
    rows: Numbers
    places: Numbers
    of_word: Numbers

    def times(self) -> Numbers:
        """In how many sentences each place of letters is seen, at most: by the sentences of its words."""
        seen = np.bincount(self.words, minlength=len(self.listed))
        times = np.bincount(self.places, seen[self.of_word], minlength=PLACES).astype(np.int64)
        return np.minimum(times, self.rows[-1] + 1 if len(self.rows) else 0)


def spelled(sentences: Sequence[Sequence[str]]) -> Spelled:
    listed: dict[str, int] = {}
    words = [listed.setdefault(word, len(listed)) for sentence in sentences for word in sentence]
    places = [letters(word) for word in listed]
    return Spelled(
        listed,
        np.array(words, dtype=np.int64),
        np.repeat(np.arange(len(sentences)), [len(sentence) for sentence in sentences]),
        np.array([place for of in places for place in of], dtype=np.int64),
        np.repeat(np.arange(len(listed)), [len(of) for of in places]),
    )
