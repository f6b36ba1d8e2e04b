"""Who errs how, against the figures that Dawid and Skene published of their anaesthetists."""

from __future__ import annotations

import numpy as np
import pytest

from verification.agreement.dawid_skene import estimate
from verification.agreement.ratings import Ratings

from .examples import anaesthetists


def test_the_anaesthetists() -> None:
    found = estimate(anaesthetists())
    assert found is not None
    # Table 2 of the paper: how common each class is, and how the first observer errs.
    assert found.shares == pytest.approx([0.40, 0.42, 0.11, 0.07], abs=0.005)
    assert found.said[0] == pytest.approx(
        np.array([[0.89, 0.11, 0, 0], [0.07, 0.88, 0.05, 0], [0, 0.34, 0.66, 0], [0, 0, 0.56, 0.44]]), abs=0.01
    )
    # Table 4: most patients are certain; of the third it is the second class.
    assert found.posterior[2].argmax() == 1
    assert (found.posterior.max(axis=1) > 0.95).sum() >= 40


def test_it_is_what_the_paper_says_step_by_step() -> None:
    """The same steps with plain loops, as many as ours took."""
    ratings = anaesthetists()
    found = estimate(ratings)
    assert found is not None
    counts = np.zeros((45, 5, 4))
    for item, rater, label in zip(ratings.items, ratings.raters, ratings.values, strict=True):
        counts[item - 1, rater - 1, label] += 1
    posterior = counts.sum(axis=1) / counts.sum(axis=(1, 2))[:, None]
    for _round in range(found.rounds):
        shares = posterior.mean(axis=0)
        said = np.zeros((5, 4, 4))
        for rater in range(5):
            for true in range(4):
                given = posterior[:, true] @ counts[:, rater, :]
                said[rater, true] = given / given.sum()
        for item in range(45):
            joint = [shares[true] * np.prod(said[:, true, :] ** counts[item]) for true in range(4)]
            posterior[item] = np.array(joint) / sum(joint)
    assert found.posterior == pytest.approx(posterior, abs=1e-9)
    assert found.said == pytest.approx(said, abs=1e-9)


def test_a_careless_person_weighs_less() -> None:
    """Two who agree on everything stand against one who does not."""
    rows = []
    for claim in range(60):
        true = "ab"[claim % 2]
        rows += [(claim, 1, true), (claim, 2, true), (claim, 3, "aabb"[claim % 4])]
    found = estimate(Ratings.of(rows, "ab"))
    assert found is not None
    assert [round(float(np.diag(of).mean()), 2) for of in found.said] == [1.0, 1.0, 0.5]
    assert estimate(Ratings.of([], "ab")) is None
