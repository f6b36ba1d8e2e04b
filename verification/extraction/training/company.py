"""Which words keep the same company: classes of words from the words beside them, and how often each attributes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from verification.extraction.tagger.lexicon import packed, plain
from verification.extraction.tagger.words import Ints, number

from .corpus import Example

LEAST = 5
CONTEXT = 500
DIMENSIONS = 48
CLASSES, WIDE_CLASSES = 240, 48
COMMON = 400
Floats = npt.NDArray[np.float64]


def table(learned: Sequence[Example]) -> Ints:
    """Rows for the lexicon."""
    texts = [[plain(word.lower()) for word in example.reading.words] for example in learned]
    counts = Counter(word for text in texts for word in text)
    listed = [word for word, count in counts.most_common() if count >= LEAST]
    vectors = neighbours(texts, listed)
    fine = nearest(vectors, CLASSES)
    wide = nearest(vectors, WIDE_CLASSES)
    as_cue: Counter[str] = Counter()
    as_source: Counter[str] = Counter()
    for example, text in zip(learned, texts, strict=True):
        for word, label in zip(text, example.labels, strict=True):
            as_source[word] += label in (1, 2)
            as_cue[word] += label in (3, 4)
    return packed(
        [
            (
                number(word),
                1 + int(fine[at]),
                1 + int(wide[at]),
                step(as_cue[word], counts[word]),
                step(as_source[word], counts[word]),
                int(at < COMMON),
            )
            for at, word in enumerate(listed)
        ]
    )


def step(hits: int, count: int) -> int:
    """How often, from 0 to 5; rare words are held back."""
    return int(np.searchsorted((0.03, 0.1, 0.22, 0.4, 0.65), (hits + 0.5) / (count + 6), side="right"))


def neighbours(texts: list[list[str]], listed: list[str]) -> Floats:
    """A vector for each listed word, from how much oftener than by chance common words stand beside it."""
    index = {word: at for at, word in enumerate(listed)}
    flat = np.concatenate([np.array([index.get(word, -1) for word in text] + [-1, -1]) for text in texts])
    parts = []
    for place in (-2, -1, 1, 2):
        here, there = flat, np.roll(flat, -place)
        keep = (here >= 0) & (there >= 0) & (there < CONTEXT)
        beside = np.zeros((len(listed), CONTEXT))
        np.add.at(beside, (here[keep], there[keep]), 1.0 if abs(place) == 1 else 0.5)
        expected = beside.sum(1, keepdims=True) * beside.sum(0, keepdims=True) / max(1.0, beside.sum())
        parts.append(np.log1p(beside) - np.log1p(expected))
    matrix = np.concatenate(parts, axis=1)
    values, directions = np.linalg.eigh(matrix.T @ matrix)
    best = np.argsort(values)[::-1][:DIMENSIONS]
    projected = matrix @ directions[:, best]
    return np.asarray(projected / np.maximum(1e-9, np.linalg.norm(projected, axis=1, keepdims=True)))


def nearest(vectors: Floats, classes: int, rounds: int = 25) -> npt.NDArray[np.int64]:
    """The class of each vector: k-means from the commonest words, so that the same words give the same classes."""
    centres = vectors[:classes].copy()
    found = np.zeros(len(vectors), dtype=np.int64)
    for _ in range(rounds):
        found = np.argmax(vectors @ centres.T, axis=1)
        for at in range(len(centres)):
            members = vectors[found == at]
            if len(members):
                centres[at] = members.sum(0) / max(1e-9, float(np.linalg.norm(members.sum(0))))
    return found
