"""How well scores rank and how far they can be believed: average precision, reliability, calibration error.

Everywhere `scores` are 0 to 1 (below 0: nothing was proposed) and `right` says of each whether it was right.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

BINS = 10
ROUNDS = 1_000
SEED = 20_240_501

Scores = NDArray[np.float64]
Right = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Bin:
    """The scores from `low` up to `high`: how many, what they say on average, and the share that was right."""

    low: float
    high: float
    count: int
    said: float
    was: float


def average_precision(scores: Scores, right: Right) -> float | None:
    """The precision at each right one, averaged, the highest score first; None where none is right."""
    if not right.any():
        return None
    ordered = right[np.argsort(-scores, kind="stable")]
    precision = np.cumsum(ordered) / np.arange(1, len(ordered) + 1)
    return float(precision[ordered].mean())


def macro_f1(said: Right, right: Right) -> float:
    """The mean of F1 for claims and F1 for the rest."""
    found = []
    for value in (True, False):
        both = int(((said == value) & (right == value)).sum())
        of = int((said == value).sum() + (right == value).sum())
        found.append(2 * both / of if of else 1.0)
    return sum(found) / 2


def reliability(scores: Scores, right: Right) -> list[Bin]:
    """What the scores say beside what was so, in ten equal steps; steps without a score are left out."""
    scored = scores >= 0
    scores, right = scores[scored], right[scored]
    steps = np.clip((scores * BINS).astype(int), 0, BINS - 1)
    return [
        Bin(step / BINS, (step + 1) / BINS, int(of.sum()), float(scores[of].mean()), float(right[of].mean()))
        for step in range(BINS)
        for of in [steps == step]
        if of.any()
    ]


def calibration_error(scores: Scores, right: Right) -> float | None:
    """How far the scores are from what was so, on average over them (ECE); None without scores."""
    bins = reliability(scores, right)
    total = sum(found.count for found in bins)
    return sum(found.count * abs(found.said - found.was) for found in bins) / total if total else None


def interval(
    groups: Sequence[Hashable], figure: Callable[[NDArray[np.int64]], float | None], *, rounds: int = ROUNDS
) -> tuple[float, float] | None:
    """The middle 95 % of a figure when whole groups (articles) are drawn anew, as many as there are, with repeats.

    `figure` is given the numbers of the rows that were drawn. None where fewer than two groups, or no figure.
    """
    rows_of: dict[Hashable, list[int]] = {}
    for row, group in enumerate(groups):
        rows_of.setdefault(group, []).append(row)
    if len(rows_of) < 2:
        return None
    lists = [np.array(rows) for rows in rows_of.values()]
    chance = np.random.default_rng(SEED)
    drawn = [
        figure(np.concatenate([lists[pick] for pick in chance.integers(len(lists), size=len(lists))]))
        for _ in range(rounds)
    ]
    known = [value for value in drawn if value is not None]
    if not known:
        return None
    low, high = np.quantile(known, [0.025, 0.975])
    return float(low), float(high)
