"""Agreement on evidence: by counts of citations, against what all pairs give."""

from __future__ import annotations

from itertools import combinations

import pytest

from verification.agreement import overlap
from verification.agreement.figure import Undefined
from verification.agreement.overlap import expected_distance, overlap_of_sources, overlap_of_words, shared_words

A, B, C, NONE = frozenset("a"), frozenset("b"), frozenset("c"), frozenset[str]()
CITED = [
    (1, 1, A),
    (1, 2, A),
    (2, 1, A | B),
    (2, 2, B | C),
    (2, 3, B),
    (3, 1, C),
    (3, 2, NONE),
    (4, 1, NONE),
    (4, 2, NONE),
    (5, 1, A),
]


def test_shared_sources_are_a_share_of_all_that_either_cites() -> None:
    found = overlap_of_sources(CITED)
    # Claim 1: 1. Claim 2: 1/3, 1/2, 1/2. Claim 3: 0. Nobody cites anything on 4, one person alone judged 5.
    assert found["raw"].value == pytest.approx((1 + (1 / 3 + 1 / 2 + 1 / 2) / 3 + 0) / 3)
    assert (found["raw"].items, found["raw"].raters) == (3, 3)


def test_alpha_of_sources_is_what_all_pairs_give() -> None:
    """Krippendorff's definition, pair by pair, of the claims of which somebody cites something."""
    claims = {1: [A, A], 2: [A | B, B | C, B], 3: [C, NONE]}
    values = [sources for said in claims.values() for sources in said]

    def distance(one: frozenset[str], other: frozenset[str]) -> float:
        return 0.0 if one == other else 1 - len(one & other) / len(one | other)

    observed = sum(
        2 * sum(distance(a, b) for a, b in combinations(said, 2)) / (len(said) - 1) for said in claims.values()
    )
    observed /= len(values)
    expected = 2 * sum(distance(a, b) for a, b in combinations(values, 2)) / (len(values) * (len(values) - 1))
    assert overlap_of_sources(CITED)["alpha"].value == pytest.approx(1 - observed / expected, abs=1e-12)


def test_alpha_of_sources_as_another_package_has_it() -> None:
    """nltk 3.10.4: `AnnotationTask(data, distance=jaccard_distance).alpha()` of the rows below, as frozensets."""
    rows = [(1, 1, A), (1, 2, A), (2, 1, A | B), (2, 2, B), (3, 1, C), (3, 2, C), (4, 1, B), (4, 2, A | C)]
    assert overlap_of_sources(rows)["alpha"].value == pytest.approx(0.49193548387096775, abs=1e-9)


def test_where_too_many_share_a_source_chance_is_estimated(monkeypatch: pytest.MonkeyPatch) -> None:
    given = {frozenset({"wire", number}): number % 7 + 1 for number in range(300)} | {frozenset({"wire"}): 40}
    exact = expected_distance(given)
    monkeypatch.setattr(overlap, "MOST_PAIRS", 10)
    assert expected_distance(given) == pytest.approx(exact, abs=0.003)
    assert expected_distance(given) != exact


def test_shared_words_count_code_points() -> None:
    assert shared_words(((1, 0, 10),), ((1, 5, 15),)) == pytest.approx(5 / 15)
    assert shared_words(((1, 0, 10), (1, 8, 12)), ((1, 0, 12),)) == 1.0  # marked twice counts once
    assert shared_words(((1, 0, 10),), ((2, 0, 10),)) == 0.0
    assert shared_words((), ((2, 0, 10),)) == 0.0
    assert shared_words((), ()) is None


def test_overlap_of_words_is_of_claims_of_which_somebody_marks_a_passage() -> None:
    rows = [(1, 1, ((9, 0, 10),)), (1, 2, ((9, 5, 15),)), (2, 1, ()), (2, 2, ()), (3, 1, ((9, 0, 4),)), (3, 2, ())]
    found = overlap_of_words(rows)["raw"]
    assert (found.value, found.items) == (pytest.approx((1 / 3 + 0) / 2), 2)


def test_where_nobody_cites_anything_it_is_undefined() -> None:
    nobody = [(1, 1, NONE), (1, 2, NONE)]
    assert {figure.undefined_because for figure in overlap_of_sources(nobody).values()} == {Undefined.NOTHING_CITED}
    assert overlap_of_sources([(1, 1, A)])["raw"].undefined_because == Undefined.NOTHING_SHARED
    assert overlap_of_words([(1, 1, ()), (1, 2, ())])["raw"].undefined_because == Undefined.NOTHING_CITED
    same = overlap_of_sources([(1, 1, A), (1, 2, A), (2, 1, A), (2, 2, A)])
    assert (same["raw"].value, same["alpha"].undefined_because) == (1.0, Undefined.ONE_LABEL)
