"""Agreement on words, against published examples and what other packages make of them.

The figures with many digits were computed from `examples.py` with krippendorff 0.9.0 (`krippendorff.alpha(...,
level_of_measurement="nominal")`), irrCAC 0.4.4 (`irrCAC.raw.CAC(...).gwet()` and `.fleiss()`, units with one rating
left out), statsmodels 0.15.0 (`fleiss_kappa`) and scikit-learn 1.9.1 (`cohen_kappa_score`); irrCAC rounds to 15 digits.
"""

from __future__ import annotations

import numpy as np
import pytest

from verification.agreement.figure import Figure, Undefined
from verification.agreement.nominal import measured, specific
from verification.agreement.pairs import as_pair, cohen_of, pairs
from verification.agreement.ratings import Ratings

from .examples import (
    ABSTRACTORS,
    COHEN,
    FLEISS,
    KRIPPENDORFF,
    TWO_OBSERVERS,
    of_counts,
    of_observers,
    of_table,
)

EXAMPLES = {
    "krippendorff": of_observers(KRIPPENDORFF, "12345"),
    "two observers": of_observers(TWO_OBSERVERS, "abcde"),
    "fleiss": of_counts(FLEISS),
    "cohen": of_table(COHEN),
    "abstractors": of_table(ABSTRACTORS),
}
NEAR = {"abs": 1e-9, "rel": 0}


@pytest.mark.parametrize(
    ("example", "measure", "published"),
    [
        ("krippendorff", "alpha", 0.743),
        ("krippendorff", "raw", 0.818),
        ("two observers", "alpha", 0.692),
        ("fleiss", "fleiss", 0.210),
        ("fleiss", "raw", 0.378),
        ("cohen", "raw", 0.70),
        ("abstractors", "ac1", 0.849),
        ("abstractors", "alpha", 0.797),
    ],
)
def test_published_examples(example: str, measure: str, published: float) -> None:
    assert value(measured(EXAMPLES[example])[measure]) == pytest.approx(published, abs=0.0005)


@pytest.mark.parametrize(
    ("example", "measure", "computed"),
    [
        ("krippendorff", "alpha", 0.743421052631579),
        ("krippendorff", "ac1", 0.775151708719259),
        ("krippendorff", "fleiss", 0.762483130904184),
        ("krippendorff", "raw", 0.818181818181818),
        ("two observers", "alpha", 0.6919642857142858),
        ("two observers", "ac1", 0.689655172413793),
        ("two observers", "fleiss", 0.678571428571429),
        ("fleiss", "alpha", 0.21557405653322692),
        ("fleiss", "ac1", 0.225614150816628),
        ("fleiss", "fleiss", 0.20993070442195522),
        ("fleiss", "raw", 0.378021978021978),
        ("cohen", "alpha", 0.4884615384615384),
        ("cohen", "ac1", 0.575971731448763),
        ("cohen", "fleiss", 0.487179487179488),
        ("abstractors", "alpha", 0.7972584977308512),
        ("abstractors", "ac1", 0.849330548231346),
        ("abstractors", "fleiss", 0.796239696211911),
    ],
)
def test_other_packages_compute_the_same(example: str, measure: str, computed: float) -> None:
    assert value(measured(EXAMPLES[example])[measure]) == pytest.approx(computed, **NEAR)


@pytest.mark.parametrize(
    ("example", "published", "computed"),
    [("cohen", 0.492, 0.4915254237288136), ("abstractors", 0.796, 0.7964094021839718)],
)
def test_cohens_kappa(example: str, published: float, computed: float) -> None:
    kappa = cohen_of(EXAMPLES[example])
    assert value(kappa) == pytest.approx(computed, **NEAR)
    assert value(kappa) == pytest.approx(published, abs=0.0005)
    assert value(cohen_of(EXAMPLES["two observers"])) == pytest.approx(0.6842105263157895, **NEAR)


def test_more_than_two_people_are_no_matter_for_cohen() -> None:
    assert cohen_of(EXAMPLES["fleiss"]).undefined_because == Undefined.NOT_TWO_PEOPLE
    krippendorff = EXAMPLES["krippendorff"]
    found = list(pairs(krippendorff, np.unique(krippendorff.raters)))
    assert found == [(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3)]
    first = as_pair(krippendorff, 0, 1)
    assert cohen_of(first).items == 9  # that both judged
    assert value(measured(first)["raw"]) == pytest.approx(8 / 9)


def test_nothing_shared_is_undefined_and_not_one() -> None:
    alone = Ratings.of([(1, 1, "a"), (2, 2, "a")], "ab")
    for figure in [*measured(alone).values(), cohen_of(alone), *specific(alone, 0).values()]:
        assert figure == Figure(value=None, items=0, raters=0, undefined_because=Undefined.NOTHING_SHARED)
    nothing = Ratings.of([], "ab")
    assert measured(nothing)["alpha"].undefined_because == Undefined.NOTHING_SHARED


def test_one_label_only_is_undefined_where_chance_would_agree_too() -> None:
    alike = Ratings.of([(claim, person, "a") for claim in range(5) for person in (1, 2)], "abc")
    found = measured(alike)
    assert (found["raw"].value, found["ac1"].value) == (1.0, 1.0)  # of three labels that there were to choose from
    for figure in (found["alpha"], found["fleiss"], cohen_of(alike)):
        assert (figure.value, figure.undefined_because, figure.items) == (None, Undefined.ONE_LABEL, 5)


def test_agreement_on_one_label() -> None:
    found = specific(EXAMPLES["abstractors"], 0)
    assert value(found["raw"]) == pytest.approx(1.0)
    assert value(found["alpha"]) == pytest.approx(1.0)
    # Of 27 + 24 given, 2 x 20 stand beside the same.
    assert value(specific(EXAMPLES["abstractors"], 1)["raw"]) == pytest.approx(40 / 51, **NEAR)


def test_intervals_hold_the_value_and_are_the_same_each_time() -> None:
    for ratings in EXAMPLES.values():
        for figure in measured(ratings).values():
            assert figure.low is not None
            assert figure.high is not None
            assert figure.low <= value(figure) <= figure.high
        assert measured(ratings) == measured(ratings)
    narrow = measured(of_table([[times * 40 for times in row] for row in ABSTRACTORS]))["alpha"]
    wide = measured(EXAMPLES["abstractors"])["alpha"]
    assert width(narrow) < width(wide) / 4
    # irrCAC's own, from the variance: .680 to .914.
    assert (wide.low, wide.high) == (pytest.approx(0.68, abs=0.02), pytest.approx(0.914, abs=0.02))


def test_the_order_of_rows_and_the_numbers_of_people_do_not_matter() -> None:
    ratings = EXAMPLES["krippendorff"]
    order = np.argsort(ratings.values, kind="stable")[::-1]
    turned = Ratings(
        items=ratings.items[order] * 1000,
        raters=9 - ratings.raters[order],
        values=ratings.values[order],
        labels=ratings.labels,
    )
    assert value(measured(turned)["alpha"]) == pytest.approx(value(measured(ratings)["alpha"]), **NEAR)


def value(figure: Figure) -> float:
    assert figure.value is not None, figure
    return figure.value


def width(figure: Figure) -> float:
    assert figure.low is not None
    assert figure.high is not None
    return figure.high - figure.low
