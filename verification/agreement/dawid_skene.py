"""Who errs how, and what each claim's verdict then is likely to be, after Dawid and Skene (1979).

It is a view: a model's estimate from the judgements alone, which knows nothing of evidence. No claim is resolved by it.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .ratings import Floats, Ints, Ratings

MOST_ROUNDS = 500
SETTLED = 1e-10  # a change of the mean log-likelihood below this ends it
NEVER = 1e-300  # stands for 0 where its logarithm is asked


@dataclass(frozen=True, kw_only=True)
class Estimate:
    """`posterior` is claims x labels, the claims being `items`; `shares` how common each label is; `said` is people x
    true label x label given, the people being `raters`."""

    items: Ints
    raters: Ints
    posterior: Floats
    shares: Floats
    said: Floats
    rounds: int


def estimate(ratings: Ratings) -> Estimate | None:
    """None where nobody said anything. A person may have judged a claim more than once."""
    if not len(ratings.items):
        return None
    items, item = np.unique(ratings.items, return_inverse=True)
    raters, rater = np.unique(ratings.raters, return_inverse=True)
    width = len(ratings.labels)
    cell = rater * width + ratings.values
    counts = np.bincount(item * width + ratings.values, minlength=len(items) * width).reshape(-1, width)
    posterior: Floats = counts / counts.sum(axis=1, keepdims=True)
    shares, said = posterior.mean(axis=0), np.zeros((len(raters), width, width))
    before = -np.inf
    rounds, settled = 0, False
    while rounds < MOST_ROUNDS and not settled:
        shares = posterior.mean(axis=0)
        said = _said(posterior, item, cell, people=len(raters), width=width)
        posterior, likelihood = _posterior(shares, said, item, rater, ratings.values, len(items))
        rounds, settled, before = rounds + 1, likelihood - before < SETTLED, likelihood
    return Estimate(items=items, raters=raters, posterior=posterior, shares=shares, said=said, rounds=rounds)


def _said(posterior: Floats, item: Ints, cell: Ints, *, people: int, width: int) -> Floats:
    given = np.stack(
        [np.bincount(cell, weights=posterior[item, true], minlength=people * width) for true in range(width)]
    ).reshape(width, people, width)
    by_person = given.transpose(1, 0, 2)
    totals = by_person.sum(axis=2, keepdims=True)
    # Of what never was the true label nothing is known of what they would have said.
    said: Floats = np.divide(by_person, totals, out=np.full_like(by_person, 1 / width), where=totals > 0)
    return said


def _posterior(shares: Floats, said: Floats, item: Ints, rater: Ints, values: Ints, items: int) -> tuple[Floats, float]:
    logs = np.log(np.maximum(said, NEVER))
    joint = np.stack(
        [
            np.bincount(item, weights=logs[rater, true, values], minlength=items)
            + np.log(max(float(shares[true]), NEVER))
            for true in range(len(shares))
        ],
        axis=1,
    )
    most = joint.max(axis=1, keepdims=True)
    scaled = np.exp(joint - most)
    totals = scaled.sum(axis=1, keepdims=True)
    return scaled / totals, float((most + np.log(totals)).mean())
