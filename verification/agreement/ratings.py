"""What was said of which claim by whom, as columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]


@dataclass(frozen=True, kw_only=True)
class Ratings:
    """One row for each judgement: the claim's number, the person's number, and the label as its place in `labels`.

    Numbers of claims and people may be any; labels that nobody used count as labels all the same. Claims that fewer
    than two people judged carry nothing and are left out by each measure.
    """

    items: Ints
    raters: Ints
    values: Ints
    labels: tuple[str, ...]

    @classmethod
    def of(cls, rows: Sequence[tuple[int, int, str]], labels: Sequence[str]) -> Ratings:
        """From rows of claim, person and label."""
        place = {label: number for number, label in enumerate(labels)}
        return cls(
            items=np.array([row[0] for row in rows], dtype=np.int64),
            raters=np.array([row[1] for row in rows], dtype=np.int64),
            values=np.array([place[row[2]] for row in rows], dtype=np.int64),
            labels=tuple(labels),
        )

    def where(self, chosen: Bools) -> Ratings:
        return Ratings(
            items=self.items[chosen], raters=self.raters[chosen], values=self.values[chosen], labels=self.labels
        )

    def shared(self) -> Ratings:
        """Those of claims with at least two judgements."""
        if not len(self.items):
            return self
        _found, place, counts = np.unique(self.items, return_inverse=True, return_counts=True)
        return self.where(counts[place] >= 2)

    def counts(self) -> Ints:
        """For each claim, in rising order of its number, how often each label was given: claims x labels."""
        found, place = np.unique(self.items, return_inverse=True)
        width = len(self.labels)
        return np.bincount(place * width + self.values, minlength=len(found) * width).reshape(len(found), width)


@dataclass(frozen=True, kw_only=True)
class Patterns:
    """Claims that were judged alike count together: `counts` is patterns x labels, `times` how many claims have each.

    Every measure over claims is a function of the patterns, so the cost of a bootstrap does not grow with the claims.
    """

    counts: Ints
    times: Ints

    @classmethod
    def of(cls, ratings: Ratings) -> Patterns:
        counts = ratings.shared().counts()
        if not len(counts):
            return cls(counts=counts, times=np.zeros(0, dtype=np.int64))
        # The rows as bytes: sorting those is several times faster than sorting rows of numbers.
        rows = np.ascontiguousarray(counts).view(np.dtype((np.void, counts.dtype.itemsize * counts.shape[1]))).ravel()
        _rows, first, times = np.unique(rows, return_index=True, return_counts=True)
        return cls(counts=counts[first], times=times)

    @property
    def items(self) -> int:
        return int(self.times.sum())
