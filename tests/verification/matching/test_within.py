"""What one article says twice is found by what is said, not by whom and what the whole article is about."""

import pytest

from verification.matching.stated import Stated
from verification.matching.within import MOST_HOLDING, MOST_LINKS, repeats, sharing
from verification.vocabulary import LinkKind

LEAD = (
    "Talks in Marnau between the Dock Union and the Harbour Council on wages for 2,000 dockers ended without a result."
)


def found(*statements: str) -> list[tuple[int, int, LinkKind]]:
    listed = [Stated(statement=statement) for statement in statements]
    return sorted((one, other, how.kind) for one, other, how, _back in repeats(listed))


def test_a_headline_and_the_sentence_below_it_say_the_same():
    assert found(
        "Wage talks between Dock Union and Harbour Council fruitless.", "The Dock Union has 2,000 members.", LEAD
    ) == [(0, 2, LinkKind.SAME)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The talks did not bear fruit.", "The talks were fruitless."),
        ("The talks yielded no concrete results.", "The talks were inconclusive."),
        ("There was no progress in the talks.", "The talks have produced no tangible progress."),
        ("The storm destroyed the old pier.", "The old pier was destroyed in the storm."),
    ],
)
def test_other_words_for_it_are_the_same(one: str, other: str):
    assert found(one, other) == [(0, 1, LinkKind.SAME)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The storm destroyed the old pier.", "The storm did not destroy the old pier."),
        ("The storm destroyed 12 boats at the pier.", "The storm destroyed 19 boats at the pier."),
        ("The storm destroyed the old pier in Marnau.", "The storm destroyed the old pier in Aldmouth."),
        ("Ilse Marn leads the Dock Union in Marnau.", "Ilse Marn grew up near Marnau."),
        ("No shipowners, unions or guilds were invited to the talks.", "The guards were not invited to the talks."),
        (
            "The ferry carries 40 cars.",
            "The island has a ferry, a school and a shop, and its people keep sheep on the hills.",
        ),
    ],
)
def test_what_differs_is_not(one: str, other: str):
    assert found(one, other) == []


def test_what_says_more_has_the_other_as_a_part_and_each_is_told_how_it_stands():
    short = "The storm destroyed the old pier."
    long = (
        "The storm destroyed the old pier, two warehouses, a chapel, the market hall and every boat that lay at anchor."
    )
    [(one, other, how, back)] = repeats([Stated(statement=long), Stated(statement=short)])
    assert (one, other, how.kind, how.is_turned, back.is_turned) == (0, 1, LinkKind.PART_OF, True, False)
    assert how.reason.startswith("Says what the other says, and more. In both: ")
    assert back.reason.startswith("Is one part of what the other says. In both: ")


def test_a_claim_is_linked_with_a_few_however_often_it_is_repeated():
    again = [
        f"The storm destroyed the old pier, said the {who}." for who in ("mayor", "guild", "union", "guards", "owner")
    ]
    linked = found(*again)
    assert linked
    assert max(sum(at in pair[:2] for pair in linked) for at in range(len(again))) <= MOST_LINKS


def test_a_word_of_very_many_claims_brings_no_two_of_them_together():
    def pairs(many: int) -> list[tuple[float, int, int]]:
        return list(sharing([{"dock": 1.0, f"ship{at}": 0.5} for at in range(many)]))

    assert len(pairs(MOST_HOLDING)) == MOST_HOLDING * (MOST_HOLDING - 1) / 2
    assert pairs(MOST_HOLDING + 1) == []
