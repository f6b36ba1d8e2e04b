"""What words stand near in plain text, as short vectors: words used alike get weights alike. For training alone."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from verification.extraction import verifiable

WINDOWS = (1, 8)  # the words just beside tell what sort a word is, those farther off what it is about
DIMENSIONS = 100  # of each window
WORDS, NEIGHBOURS, LEAST = 9_000, 2_000, 4  # the most frequent words, those counted beside them, times seen
LENGTH = 1.6  # of each vector: a sentence's words are a part of what is hashed of it
FREQUENT = 0.75  # power of how often a neighbour is seen: rare ones tell less than they seem to
ROUNDS = 2
SEED = 20_240_501

Table = NDArray[np.float32]


def word_vectors(texts: Iterable[str]) -> NDArray[np.float64]:
    """For each place of a word its vector, `verifiable.WORDS` x dimensions; zeros for what is rare.

    By the singular values of positive pointwise mutual information with the neighbouring words.
    """
    apart = [-1] * max(WINDOWS)
    line = np.array([place for text in texts for place in [*verifiable.word_places(text), *apart]], dtype=np.int64)
    seen = np.bincount(line[line >= 0], minlength=verifiable.WORDS)
    common = np.argsort(-seen, kind="stable")[:WORDS]
    common = common[seen[common] >= LEAST]
    rank = np.full(verifiable.WORDS + 1, -1)  # the last for what stands between texts
    rank[common] = np.arange(len(common))
    found = [reduced(surprise(beside(rank[line], len(common), window))) for window in WINDOWS]
    vectors = np.zeros((verifiable.WORDS, sum(part.shape[1] for part in found)))
    vectors[common] = LENGTH * np.hstack(found)
    return vectors


def beside(ranks: NDArray[np.int64], words: int, window: int) -> Table:
    """How often each word has each frequent word before and after it, near ones counting more."""
    counted = np.zeros(words * 2 * NEIGHBOURS, dtype=np.float32)
    for away in range(1, window + 1):
        left, right = ranks[:-away], ranks[away:]
        both = (left >= 0) & (right >= 0)
        left, right = left[both], right[both]
        after = left[right < NEIGHBOURS] * 2 * NEIGHBOURS + NEIGHBOURS + right[right < NEIGHBOURS]
        before = right[left < NEIGHBOURS] * 2 * NEIGHBOURS + left[left < NEIGHBOURS]
        for places in (after, before):
            counted += np.bincount(places, minlength=len(counted)).astype(np.float32) / away
    return counted.reshape(words, 2 * NEIGHBOURS)


def surprise(counted: Table) -> Table:
    """By how much more often than by chance two words stand together, as a logarithm; 0 where no more often."""
    of_neighbour = counted.sum(axis=0, keepdims=True) ** FREQUENT
    expected = counted.sum(axis=1, keepdims=True) * (of_neighbour / max(of_neighbour.sum(), 1))
    ratio = np.divide(counted, expected, out=np.zeros_like(counted), where=expected > 0)
    return np.asarray(np.log(np.maximum(ratio, 1)))


def reduced(table: Table) -> NDArray[np.float64]:
    """The rows in the directions in which they differ most, each of length 1."""
    start = np.random.default_rng(SEED).standard_normal((table.shape[1], DIMENSIONS + 20)).astype(np.float32)
    basis = np.linalg.qr(table @ start)[0]
    for _ in range(ROUNDS):
        basis = np.linalg.qr(table @ (table.T @ basis))[0]
    left, size, _ = np.linalg.svd(basis.T @ table, full_matrices=False)
    rows = ((basis @ left)[:, :DIMENSIONS] * np.sqrt(size[:DIMENSIONS])).astype(np.float64)
    return np.asarray(rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9))
