"""Intervals by drawing claims anew, with a fixed seed, so that the same judgements always give the same interval."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from .ratings import Floats, Ints

SEED = 20_261_121
RESAMPLES = 1000
ENOUGH = RESAMPLES // 2  # resamples that must have a value for an interval to mean something
MANY = 4000  # different scores from which drawing claims is cheaper than drawing how often each score comes
AT_ONCE = 2_000_000  # drawn claims that are held in memory at once


def resampled_times(times: Ints) -> Ints:
    """How often each pattern comes in each resample of as many claims as there are: resamples x patterns."""
    total = int(times.sum())
    return np.random.default_rng(SEED).multinomial(total, times / total, size=RESAMPLES)


def interval(times: Ints, measure: Callable[[Floats], Floats]) -> tuple[float | None, float | None]:
    """The 2.5th and the 97.5th percentile of `measure`, which is given resamples x patterns and leaves NaN where a
    resample has no value."""
    return percentiles(measure(resampled_times(times).astype(np.float64)))


def interval_of_mean(scores: Floats, weights: Floats) -> tuple[float | None, float | None]:
    """The same of the weighted mean of one score for each claim."""
    pairs, times = np.unique(np.stack([scores, weights], axis=1), axis=0, return_counts=True)
    if len(pairs) <= MANY:
        drawn = resampled_times(times)
        sums, totals = drawn @ (pairs[:, 0] * pairs[:, 1]), drawn @ pairs[:, 1]
        return percentiles(sums / totals)
    random = np.random.default_rng(SEED)
    weighed = scores * weights
    means: list[Floats] = []
    step = max(1, AT_ONCE // len(scores))
    for begin in range(0, RESAMPLES, step):
        rows = random.integers(0, len(scores), size=(min(step, RESAMPLES - begin), len(scores)))
        means.append(weighed[rows].sum(axis=1) / weights[rows].sum(axis=1))
    return percentiles(np.concatenate(means))


def percentiles(values: Floats) -> tuple[float | None, float | None]:
    """The 2.5th and the 97.5th, of the values that are there; None where they are too few."""
    known = values[~np.isnan(values)]
    if len(known) < ENOUGH:
        return None, None
    low, high = np.percentile(known, [2.5, 97.5])
    return float(low), float(high)
