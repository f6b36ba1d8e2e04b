"""The geometry of plots."""

from __future__ import annotations

from annotate.plots import bars, heat, middles, shares, side


def test_bars_fill_their_units_and_leave_out_what_is_nothing() -> None:
    found = bars([1, 0, 4])
    assert [(bar.x, bar.y, bar.width, bar.height) for bar in found] == [
        ("0.1", "75", "0.8", "25"),
        ("2.1", "0", "0.8", "100"),
    ]
    assert bars([]) == bars([0, 0]) == []


def test_shares_fill_the_whole() -> None:
    found = shares([("supported", 1), ("disputed", 0), ("unverified", 3)])
    assert [(bar.of, bar.x, bar.width) for bar in found] == [("supported", "0", "25"), ("unverified", "25", "75")]


def test_the_heat_map_has_a_square_for_each_two_in_both_halves() -> None:
    found = heat(["a", "b", "c"], {("a", "b"): 1.0, ("c", "b"): None})
    assert [(square.words, square.shade) for square in found] == [("1", 5), ("1", 5), ("–", 0), ("–", 0)]
    assert len(middles(3)) == 3
    assert side(3) > found[-1].x


def test_disagreement_below_chance_has_no_shade_of_its_own() -> None:
    assert heat(["a", "b"], {("a", "b"): -0.2})[0].shade == 0
