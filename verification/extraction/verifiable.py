"""Whether English sentences say something that can be checked: a learned score, for all of an article at once.

Words and pairs of words are hashed, and so are the letters of each word (`letters.py`), beside a few counts of what
kinds of words there are (`model/kinds.py`). What is rare counts for more. The weights are `model/verifiable.npz`;
`docs/models/worthiness.md` says what they were learned from.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

from verification.text.cutting import COMMON_WORD

from .letters import LetterWeights
from .model.kinds import KINDS

WORDS = 1 << 15  # places of single words
SIZE = WORDS + (1 << 16)  # with those of pairs of words and of beginnings
LONGEST = 2_000  # characters of a sentence that are looked at
STEM = 5
SORTS = (r"[$€£]\s?\d[\d,.]*", r"\d[\d,.]*\s?%", r"\d[\d,.]*", r"[^\W\d_][^\W\d_]*(?:['’][^\W\d_]+)?", r"[!?\"“”]")
MONEY, PERCENT, NUMBER, WORD = 1, 2, 3, 4
TOKEN = re.compile("|".join([COMMON_WORD, *SORTS]))
SORT = re.compile("|".join(f"({sort})" for sort in SORTS))
YEAR = re.compile(r"(?:1[6-9]|20)\d\d$")
KIND_OF = {word: place for place, words in enumerate(KINDS.values()) for word in words}
# Counts that no list of words gives, after those of `KINDS`.
SHAPES = ("money", "percent", "year", "number", "name", "past", "length", "short", "question", "exclamation", "quote")
COUNTS = len(KINDS) + len(SHAPES)
NAME, PAST = len(KINDS) + 4, len(KINDS) + 5
SURE = 4.0  # log odds beyond which a sentence is no more verifiable
NEIGHBOURS = (0.1, 0.05)  # of the log odds of the sentences next to one, and of the next but one
SHORTEST = 1e-6  # of what is divided by: a sentence may hold nothing but what every sentence holds
MOST = 3.0  # of a kind; more of it tells nothing more


@dataclass(frozen=True, slots=True)
class Weights:
    """What was learned: a weight for each hashed word, for letters, for each count, and one for all."""

    hashed: NDArray[np.float64]
    rarity: NDArray[np.float64]  # of each hashed word
    letters: LetterWeights
    counts: NDArray[np.float64]
    bias: float


@dataclass(frozen=True, slots=True)
class Features:
    """Sentences as numbers: `ids` are the hashed words of all of them, `rows` the sentence of each id."""

    ids: NDArray[np.int64]
    rows: NDArray[np.int64]
    counts: NDArray[np.float64]  # sentences x COUNTS
    words: list[list[str]]  # of each sentence, in lower case, each once

    def __len__(self) -> int:
        return len(self.counts)

    def chosen(self, sentences: NDArray[np.int64]) -> Features:
        """The features of some of the sentences, in that order."""
        place = np.full(len(self), -1)
        place[sentences] = np.arange(len(sentences))
        kept = place[self.rows] >= 0
        words = [self.words[sentence] for sentence in sentences]
        return Features(self.ids[kept], place[self.rows[kept]], self.counts[sentences], words)

    def values(self, rarity: NDArray[np.float64]) -> NDArray[np.float64]:
        """What each id counts in its sentence: rare ones more, and all of a sentence together 1 (as a length)."""
        rare = rarity[self.ids]
        length = np.sqrt(np.bincount(self.rows, rare * rare, minlength=len(self)))
        return np.asarray(rare / np.maximum(length, SHORTEST)[self.rows])


def features(sentences: Sequence[str]) -> Features:
    hashes: list[int] = []
    lengths: list[int] = []
    counts: list[list[float]] = []
    stems: list[int] = []
    stem_rows: list[int] = []
    words: list[list[str]] = []
    for row, sentence in enumerate(sentences):
        found = list(map(kept, TOKEN.findall(sentence, 0, LONGEST)))
        lowered, hashed, begun, told, capitals = zip(*found, strict=True) if found else ((), (), (), (), ())
        words.append(list(dict.fromkeys(filter(None, lowered))))
        hashes += hashed
        lengths.append(len(found))
        own = [stem for stem in begun if stem is not None]
        stems += own
        stem_rows += [row] * len(own)
        kinds = [0.0] * COUNTS
        kinds[NAME] += sum(capitals[1:])
        for seen in told:
            if seen is not None:
                kinds[seen] += 1
        counts.append(kinds)
    length = np.array(lengths, dtype=np.float64)
    table = np.minimum(np.array(counts, dtype=np.float64).reshape(-1, COUNTS), MOST)
    table[:, len(KINDS) + 6] = np.minimum(length, 60) / 20
    table[:, len(KINDS) + 7] = length < 8
    ids, rows = _hashed(np.array(hashes, dtype=np.uint64), np.array(lengths, dtype=np.int64), stems, stem_rows)
    return Features(ids, rows, table, words)


def looked_at(word: str) -> tuple[str | None, int, int | None, int | None, bool]:
    """A word in lower case, its hash, that of its beginning, what it counts as, and whether it has a capital.

    Numbers and marks are no words: what stands for them is hashed.
    """
    kind = sort_of(word)
    if kind != WORD:
        stood_for, shape = _not_a_word(word, kind)
        return None, zlib.crc32(stood_for.encode()), None, len(KINDS) + shape, False
    lowered = word.lower().replace("’", "'")
    stem, seen = None, KIND_OF.get(lowered)
    if seen is None and len(lowered) > STEM - 1:
        stem = zlib.crc32(lowered[:STEM].encode(), 4)
        seen = PAST if lowered.endswith("ed") else None
    return lowered, zlib.crc32(lowered.encode()), stem, seen, word[0].isupper()


kept = lru_cache(16_384)(looked_at)


def word_places(text: str) -> list[int]:
    """The places of a text's words among what is hashed, in order."""
    return [kept(word)[1] % WORDS for word in TOKEN.findall(text)]


def sort_of(token: str) -> int | None:
    match = SORT.match(token)
    return match.lastindex if match else None


def _not_a_word(mark: str, kind: int | None) -> tuple[str, int]:
    """What stands for a number or a mark among the words, and its place in `SHAPES`."""
    if kind == MONEY:
        return "<money>", 0
    if kind == PERCENT:
        return "<percent>", 1
    if kind == NUMBER:
        if YEAR.match(mark):
            return "<year>", 2
        return f"<number{min(len(mark), 4)}>", 3
    return mark, 8 if mark == "?" else 9 if mark == "!" else 10


def _hashed(
    words: NDArray[np.uint64], lengths: NDArray[np.int64], stems: list[int], stem_rows: list[int]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Each word, pair of neighbours and beginning of a long word once a sentence."""
    rows = np.repeat(np.arange(len(lengths)), lengths)
    # A sentence begins and ends beside a mark of its own.
    padded = np.zeros(len(words) + len(lengths) + 1, dtype=np.uint64)
    padded[1 + np.arange(len(words)) + rows] = words
    pairs = padded[:-1] * np.uint64(0x9E3779B1) + padded[1:] * np.uint64(0x85EBCA6B)
    pairs ^= pairs >> np.uint64(29)
    pair_rows = np.repeat(np.arange(len(lengths)), lengths + 1)
    others = np.concatenate([pairs, np.array(stems, dtype=np.uint64)]) % np.uint64(SIZE - WORDS)
    all_ids = np.concatenate([words % np.uint64(WORDS), others + np.uint64(WORDS)])
    all_rows = np.concatenate([rows, pair_rows, np.array(stem_rows, dtype=np.int64)])
    once = np.unique(all_rows.astype(np.uint64) * np.uint64(SIZE) + all_ids).astype(np.int64)
    return once % SIZE, once // SIZE


def logits(found: Features, weights: Weights) -> NDArray[np.float64]:
    """For each sentence the log odds that it can be checked."""
    hashed = np.bincount(found.rows, found.values(weights.rarity) * weights.hashed[found.ids], minlength=len(found))
    return np.asarray(hashed + weights.letters.of(found.words) + found.counts @ weights.counts + weights.bias)


def verifiable(sentences: Sequence[str]) -> NDArray[np.float64]:
    """For each English sentence the log odds that it says something that can be checked."""
    if not sentences:
        return np.zeros(0)
    return logits(features(sentences), shipped())


def beside(alone: NDArray[np.float64]) -> NDArray[np.float64]:
    """What the sentences around each add to its log odds, of sentences in the order of their text.

    Facts stand beside facts and thanks beside thanks.
    """
    held = np.clip(alone, -SURE, SURE)
    added = np.zeros(len(held))
    for away, weight in enumerate(NEIGHBOURS, start=1):
        added[away:] += weight * held[:-away]
        added[:-away] += weight * held[away:]
    return added


def rarity(times: NDArray[np.int64], of: int) -> NDArray[np.float64]:
    """How rare something is that was seen in so many of as many sentences (inverse document frequency)."""
    return np.log((1 + of) / (1 + times.astype(np.float64)))


@cache
def shipped() -> Weights:
    with files("verification.extraction.model").joinpath("verifiable.npz").open("rb") as file:
        return read(np.load(file, allow_pickle=False))


def read(stored: Mapping[str, NDArray[Any]]) -> Weights:
    """Weights as `training.worthiness` keeps them."""
    of = int(stored["sentences"])
    return Weights(
        stored["hashed"].astype(np.float64),
        rarity(stored["times"], of),
        LetterWeights(stored["letters"].astype(np.float64), rarity(stored["letters_times"], of)),
        stored["counts"],
        float(stored["bias"]),
    )
