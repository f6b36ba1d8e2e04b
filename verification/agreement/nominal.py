"""Agreement on words that are either the same or not: raw, Fleiss' kappa, Krippendorff's alpha, Gwet's AC1.

Each works with claims that had different numbers of judgements. Raw agreement is the mean over claims of the share of
pairs that agree; kappa and AC1 take it against what chance would give (Gwet's general forms, which are Fleiss' of 1971
and Gwet's of 2008 where every claim has as many judgements); alpha weighs each claim by its judgements, as Krippendorff
has it. Labels that nobody used count for AC1: it asks how many there were to choose from.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from .bootstrap import percentiles, resampled_times
from .figure import Figure, Undefined, undefined
from .ratings import Floats, Ints, Patterns, Ratings

Measure = Callable[[Ints, Floats], Floats]
ALMOST = 1e-12  # chance agreement this near 1 is 1


def raw(counts: Ints, times: Floats) -> Floats:
    judged = counts.sum(axis=1)
    agreeing = (counts * (counts - 1)).sum(axis=1) / (judged * (judged - 1))
    shared: Floats = times @ agreeing / times.sum(axis=-1)
    return shared


def fleiss(counts: Ints, times: Floats) -> Floats:
    shares = _shares(counts, times)
    return _beyond(raw(counts, times), (shares**2).sum(axis=-1))


def ac1(counts: Ints, times: Floats) -> Floats:
    shares = _shares(counts, times)
    return _beyond(raw(counts, times), (shares * (1 - shares)).sum(axis=-1) / (counts.shape[1] - 1))


def alpha(counts: Ints, times: Floats) -> Floats:
    judged = counts.sum(axis=1)
    total = times @ judged
    observed = times @ ((judged**2 - (counts**2).sum(axis=1)) / (judged - 1)) / total
    used = times @ counts
    expected = (total**2 - (used**2).sum(axis=-1)) / (total * (total - 1))
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(expected > ALMOST, 1 - observed / expected, np.nan)


MEASURES: dict[str, Measure] = {"raw": raw, "alpha": alpha, "ac1": ac1, "fleiss": fleiss}


def measured(ratings: Ratings, names: tuple[str, ...] = tuple(MEASURES)) -> dict[str, Figure]:
    """Each figure by its name, over the claims that at least two people judged."""
    shared = ratings.shared()
    patterns = Patterns.of(shared)
    raters = len(np.unique(shared.raters))
    drawn = resampled_times(patterns.times).astype(np.float64) if patterns.items else None
    return {name: _figure(patterns, MEASURES[name], raters=raters, drawn=drawn) for name in names}


def specific(ratings: Ratings, label: int) -> dict[str, Figure]:
    """How far people agree on one label: `raw` is how often, where one of a pair gives it, the other does; `alpha` is
    of that label against all others. Claims to which nobody gave it count for alpha alone."""
    shared = ratings.shared()
    binary = Ratings(
        items=shared.items, raters=shared.raters, values=(shared.values == label).astype(np.int64), labels=("", "given")
    )
    patterns = Patterns.of(binary)
    raters = len(np.unique(shared.raters))
    return {
        "raw": _figure(patterns, _given_alike, raters=raters),
        "alpha": _figure(patterns, alpha, raters=raters),
    }


def _given_alike(counts: Ints, times: Floats) -> Floats:
    given, judged = counts[:, 1], counts.sum(axis=1)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.asarray((times @ (given * (given - 1) / (judged - 1))) / (times @ given))


def _shares(counts: Ints, times: Floats) -> Floats:
    """How often each label is given, each claim counting alike."""
    given: Floats = times @ (counts / counts.sum(axis=1, keepdims=True)) / times.sum(axis=-1)[..., np.newaxis]
    return given


def _beyond(observed: Floats, chance: Floats) -> Floats:
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(chance < 1 - ALMOST, (observed - chance) / (1 - chance), np.nan)


def _figure(patterns: Patterns, measure: Measure, *, raters: int, drawn: Floats | None = None) -> Figure:
    if not patterns.items:
        return undefined(Undefined.NOTHING_SHARED)
    value = float(measure(patterns.counts, patterns.times.astype(np.float64)))
    if np.isnan(value):
        return undefined(Undefined.ONE_LABEL, items=patterns.items, raters=raters)
    drawn = resampled_times(patterns.times).astype(np.float64) if drawn is None else drawn
    low, high = percentiles(measure(patterns.counts, drawn))
    return Figure(value=value, low=low, high=high, items=patterns.items, raters=raters)
