"""Another number speaks against a claim only where it counts what the claim counts."""

import pytest

from verification.extraction.counted import ANOTHER, alike, counts_alike
from verification.extraction.doubting import Doubt
from verification.vocabulary import Dispute


@pytest.mark.parametrize(
    ("one", "other", "are_alike"),
    [
        ("people killed", "civilians killed", True),
        ("civilians", "people killed", True),
        ("people killed", "people dead", True),
        ("people killed", "people wounded", False),
        ("votes", "people killed", False),
        ("%", "houses", False),
        ("", "houses", True),
    ],
)
def test_units_are_alike_where_they_may_count_the_same(one, other, are_alike):
    assert alike(one, other) is are_alike
    assert alike(other, one) is are_alike


@pytest.mark.parametrize(
    ("said", "doubt", "holds"),
    [
        ("The storm sank 40 boats.", "The union put the number of boats at 12.", True),
        ("The storm sank 40 boats.", "The union counted 12 dead.", False),
        ("The storm sank 40 boats.", "The real number was far lower.", True),
        ("Prices have fallen for three months.", "They rose by 3 per cent.", True),
    ],
)
def test_a_number_of_another_thing_is_set_against_nothing(said, doubt, holds):
    d = Doubt(1, 0, len(doubt), Dispute.DENIED, ANOTHER, doubt.lower(), frozenset(), frozenset(), "the union")
    assert counts_alike(d, doubt, said, "en") is holds
