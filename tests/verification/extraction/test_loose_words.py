"""Whom "it", "them" and "the country" mean is said where the article says it, flagged where it does not."""

import pytest

from verification.extraction.engine import extract


def cards(text: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(claim.statement, claim.ambiguities) for claim in extract(text, "en")]


def test_the_speakers_own_group_is_not_the_group_that_he_speaks_of():
    text = (
        "On Sunday, the leader of the Red Resistance Front (RRF) said that the Taliban had not gained 14 towns and that"
        " the war between 20 states and this group had cost 400 lives."
    )
    assert ("The war between 20 states and the Taliban had cost 400 lives.", ()) in cards(text)


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        (
            "In 2019, 83 people died of measles in Norland. Most of them were younger than five.",
            "Most of the 83 people were younger than five.",
        ),
        (
            "In May the election commission answered that it had found no evidence of fraud in 14 towns.",
            "The election commission had found no evidence of fraud in 14 towns.",
        ),
        (
            "Petrobank says that all of its 14 plants were closed in May.",
            "All of Petrobank’s 14 plants were closed in May.",
        ),
        (
            "The dams of Libya broke in 2023.\n\nThe mayor of the town met 14 men. The flood came at night.\n\n"
            "The guards left the port. The water was high.\n\nNone of the 14 million euros had entered the country.",
            "None of the 14 million euros had entered Libya.",
        ),
    ],
)
def test_what_the_article_names_stands_in_the_statement(text, stated):
    assert (stated, ()) in cards(text)


@pytest.mark.parametrize(
    "text",
    [
        "Clara Lind counted 14 dead. It turned out that two nurses had mixed the powder with 14 other drugs.",
        "The union met in May. For its part the army has rejected 14 accusations of fraud.",
        "The strain killed 14 men. The report put the number of those buried at 3,283.",
        "Two men in their 30s, both from the north, were shot in May, one as he waited for 14 others.",
        "The union met in May. Between them the two ships handed over 14 tons of water on the evening of 13 June.",
    ],
)
def test_words_that_point_at_nothing_before_are_not_flagged(text):
    assert cards(text)[-1] == (text.partition(". ")[2] or text, ())


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        (
            "The Harbour Office gave 11,300 dead. A day later the Harbour Office revised it down to 3,958.",
            "it",
        ),
        ("The judge met Clara Lind. Critics scoffed that there was no one left in May 2020 to tell them.", "them"),
        ("Another firm sold 14 ships to the army. It never paid the 14 guards.", "It"),
    ],
)
def test_what_a_word_can_not_mean_is_not_put_for_it(text, flagged):
    assert cards(text)[-1][1] == (f"“{flagged}” is not named here.",)
