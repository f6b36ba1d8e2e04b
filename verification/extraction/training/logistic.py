"""Logistic regression in numpy, pulled towards what was known before."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from verification.extraction import letters, verifiable
from verification.extraction.verifiable import Features

from .minimise import minimise
from .spelling import Spelled

Vector = NDArray[np.float64]


def fit(
    rows: Vector,
    right: Vector,
    share: Vector,
    *,
    known: Vector,
    known_bias: float,
    pull: float,
    pull_bias: float = 0.01,
) -> tuple[Vector, float]:
    """Weights and bias for a table of features; each is pulled back to what is `known` of it by `pull`, the bias by
    `pull_bias`.

    `right` is 0 to 1 for each row, `share` how much the row counts.
    """
    count = rows.shape[1]
    before = np.append(known, known_bias)
    held = np.append(np.full(count, pull), pull_bias)

    def loss(at: Vector) -> tuple[float, Vector]:
        logits = rows @ at[:-1] + at[-1]
        missed = share * (sigmoid(logits) - right)
        away = at - before
        value = (share * (np.logaddexp(0, logits) - right * logits)).sum() + (held * away * away).sum() / 2
        return float(value), np.append(rows.T @ missed, missed.sum()) + held * away

    found = minimise(loss, before)
    return found[:-1], float(found[-1])


def fit_words(
    found: Features,
    right: Vector,
    share: Vector,
    vectors: Vector,
    rarity: Vector,
    *,
    pull: float,
    pull_counts: float,
    pull_alike: float,
) -> tuple[Vector, Vector, float]:
    """The weights of hashed words, of the counts, and the bias, for labelled sentences.

    `vectors` (places of words x dimensions) say which words are used alike: what is learned of a direction among them
    goes to every word that lies in it, seen with a label or not.
    """
    size, counts, values = verifiable.SIZE, verifiable.COUNTS, found.values(rarity)
    table = np.hstack([found.counts, directions(found, values, vectors)])
    across = np.ascontiguousarray(table.T)
    held = np.concatenate(
        [np.full(size, pull), np.full(counts, pull_counts), np.full(vectors.shape[1], pull_alike), [0.0]]
    )

    def loss(at: Vector) -> tuple[float, Vector]:
        logits = np.bincount(found.rows, values * at[found.ids], minlength=len(found))
        logits = logits + table @ at[size:-1] + at[-1]
        missed = share * (sigmoid(logits) - right)
        value = (share * (np.logaddexp(0, logits) - right * logits)).sum() + (held * at * at).sum() / 2
        hashed = np.bincount(found.ids, values * missed[found.rows], minlength=size)
        return float(value), np.concatenate([hashed, across @ missed, [missed.sum()]]) + held * at

    at = minimise(loss, np.zeros(len(held)), tolerance=1e-5)
    hashed = at[:size].copy()
    hashed[: verifiable.WORDS] += vectors @ at[size + counts : -1]
    return hashed, at[size : size + counts], float(at[-1])


def directions(found: Features, values: Vector, vectors: Vector) -> Vector:
    """The vectors of each sentence's words, summed as its words are."""
    known = found.ids < verifiable.WORDS
    rows, ids, values = found.rows[known], found.ids[known], values[known]
    summed = np.zeros((len(found), vectors.shape[1]))
    for column in range(vectors.shape[1]):
        summed[:, column] = np.bincount(rows, values * vectors[ids, column], minlength=len(found))
    return summed


def fit_letters(
    found: Features, right: Vector, spelled: Spelled, rarity: Vector, *, pull: float, pull_counts: float
) -> tuple[Vector, Vector, float]:
    """The weights of letters, of the counts, and the bias, for labelled sentences."""
    words, counts = len(spelled.listed), verifiable.COUNTS
    rare = rarity[spelled.places]
    length = np.bincount(spelled.of_word, rare * rare, minlength=words)
    length = np.sqrt(np.bincount(spelled.rows, length[spelled.words], minlength=len(found)))
    length = np.maximum(length, verifiable.SHORTEST)
    held = np.concatenate([np.full(letters.PLACES, pull), np.full(counts, pull_counts), [0.0]])

    def loss(at: Vector) -> tuple[float, Vector]:
        says = np.bincount(spelled.of_word, rare * at[spelled.places], minlength=words)
        logits = np.bincount(spelled.rows, says[spelled.words], minlength=len(found)) / length
        logits = logits + found.counts @ at[letters.PLACES : -1] + at[-1]
        missed = sigmoid(logits) - right
        value = (np.logaddexp(0, logits) - right * logits).sum() + (held * at * at).sum() / 2
        by_word = np.bincount(spelled.words, (missed / length)[spelled.rows], minlength=words)
        by_place = np.bincount(spelled.places, rare * by_word[spelled.of_word], minlength=letters.PLACES)
        return float(value), np.concatenate([by_place, found.counts.T @ missed, [missed.sum()]]) + held * at

    at = minimise(loss, np.zeros(len(held)), tolerance=1e-5)
    return at[: letters.PLACES], at[letters.PLACES : -1], float(at[-1])


def sigmoid(logits: Vector) -> Vector:
    return np.asarray(1 / (1 + np.exp(-np.clip(logits, -30, 30))))
