"""Words as their letters: three to five in a row, hashed. Words that look alike share what was learned of them."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

PLACES = 1 << 15
ORDERS = (3, 4, 5)
LONGEST = 40  # letters of a word that are looked at
KEPT = 16_384  # words of which it is kept what their letters say


def letters(word: str) -> list[int]:
    """The places of the runs of letters in a word in lower case, its two ends being a mark of their own."""
    marked = f"_{word[:LONGEST]}_".encode()
    return [
        zlib.crc32(marked[at : at + order], order) % PLACES for order in ORDERS for at in range(len(marked) - order + 1)
    ]


class LetterWeights:
    """A weight for each place of letters, and how rare they are.

    What the letters of a word say is a sum, so it is kept by word and not looked up again.
    """

    def __init__(self, weights: NDArray[np.float64], rarity: NDArray[np.float64]) -> None:
        self.weights, self.rarity = weights, rarity
        self._says: list[float] = (weights * rarity).tolist()
        self._counts: list[float] = (rarity * rarity).tolist()
        self._word = lru_cache(KEPT)(self._of_word)

    def of(self, sentences: Sequence[Sequence[str]]) -> NDArray[np.float64]:
        """What the letters of each sentence's words add to its log odds."""
        found = np.zeros(len(sentences))
        for row, words in enumerate(sentences):
            says = counts = 0.0
            for word in words:
                more, count = self._word(word)
                says += more
                counts += count
            if counts:
                found[row] = says / counts**0.5
        return found

    def _of_word(self, word: str) -> tuple[float, float]:
        places = letters(word)
        return sum(self._says[place] for place in places), sum(self._counts[place] for place in places)
