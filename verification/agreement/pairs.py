"""Two people beside each other: Cohen's kappa, and the same person at two times."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from .bootstrap import interval
from .figure import Figure, Undefined, undefined
from .nominal import ALMOST
from .ratings import Floats, Ints, Ratings


def cohen(first: Ints, second: Ints, labels: int) -> Figure:
    """Cohen's kappa of two columns of labels, the same claim in each row."""
    if not len(first):
        return undefined(Undefined.NOTHING_SHARED)
    table = np.bincount(first * labels + second, minlength=labels * labels)
    used = np.flatnonzero(table)
    of_first, of_second = np.divmod(used, labels)

    def measure(times: Floats) -> Floats:
        total = times.sum(axis=-1)
        agreed = times @ (of_first == of_second).astype(np.float64) / total
        rows = times @ (of_first[:, np.newaxis] == np.arange(labels)).astype(np.float64)
        columns = times @ (of_second[:, np.newaxis] == np.arange(labels)).astype(np.float64)
        chance = (rows * columns).sum(axis=-1) / total**2
        with np.errstate(divide="ignore", invalid="ignore"):
            return np.where(chance < 1 - ALMOST, (agreed - chance) / (1 - chance), np.nan)

    value = float(measure(table[used].astype(np.float64)))
    if np.isnan(value):
        return undefined(Undefined.ONE_LABEL, items=len(first), raters=2)
    low, high = interval(table[used], measure)
    return Figure(value=value, low=low, high=high, items=len(first), raters=2)


def cohen_of(ratings: Ratings) -> Figure:
    """Cohen's kappa where exactly two people judged."""
    shared = ratings.shared()
    people = np.unique(shared.raters)
    if len(people) != 2:
        why = Undefined.NOT_TWO_PEOPLE if len(people) else Undefined.NOTHING_SHARED
        return undefined(why, items=len(np.unique(shared.items)), raters=len(people))
    first, second = columns(shared, int(people[0]), int(people[1]))
    return cohen(first, second, len(ratings.labels))


def columns(ratings: Ratings, one: int, other: int) -> tuple[Ints, Ints]:
    """What each of two people said of the claims that both judged, in the order of the claims."""
    mine, theirs = ratings.where(ratings.raters == one), ratings.where(ratings.raters == other)
    _both, first, second = np.intersect1d(mine.items, theirs.items, return_indices=True)
    return mine.values[first], theirs.values[second]


def pairs(ratings: Ratings, people: Ints) -> Iterator[tuple[int, int]]:
    """Each two of `people` who judged a claim in common, once."""
    shared = ratings.where(np.isin(ratings.raters, people)).shared()
    found, place = np.unique(shared.items, return_inverse=True)
    who, of_person = np.unique(shared.raters, return_inverse=True)
    # Which person judged which claim; at most as many people as are shown, so this stays small.
    judged = np.zeros((len(who), len(found)), dtype=np.float32)
    judged[of_person, place] = 1
    together = judged @ judged.T
    for one, other in np.argwhere(np.triu(together, 1) > 0):
        yield int(who[one]), int(who[other])


def as_pair(ratings: Ratings, one: int, other: int) -> Ratings:
    """What the two said of the claims that both judged."""
    return ratings.where((ratings.raters == one) | (ratings.raters == other)).shared()
