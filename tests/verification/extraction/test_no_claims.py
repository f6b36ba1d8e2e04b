"""What nobody could find out and what a page puts around an article are no claims; a denial says what it denies."""

import pytest

from verification.extraction.engine import extract


@pytest.mark.parametrize(
    "text",
    [
        "How many of the dead were fighters has never been established.",
        "Whether anybody in the army had said so could not be established.",
        "The cause has not been officially established.",
        "It was not possible to establish how the 14 men died.",
        "Radio Norland could not immediately verify the battlefield reports.",
        "The paper has been unable to verify this.",
        "A spokesman had declined to confirm it.",
    ],
)
def test_a_sentence_that_only_says_what_is_not_known_is_no_claim(text):
    assert extract(text, "en") == []


@pytest.mark.parametrize(
    "text",
    [
        "The cause of the fire, which killed 14 men, could not be established.",
        "The agency could not verify the number because the army had killed 14 of its observers.",
        "The ministry refused to say whether it had paid the 14 families, and closed the camp on Monday.",
    ],
)
def test_a_sentence_that_tells_more_than_what_is_not_known_stays_a_claim(text):
    assert extract(text, "en")


@pytest.mark.parametrize(
    "line",
    [
        "(Reporting from public documents; editing by the night desk)",
        "Published in: Economy, Cost of living | Reading time: 4 minutes",
        "LIVE Updated 7 February 2023",
        "3 minutes to read",
        "Shares 4.2k | 318 comments | View gallery",
        "To contact the editors responsible for this story: see the masthead",
    ],
)
def test_lines_around_an_article_are_left_out(line):
    text = f"Soldiers killed 14 men on Monday.\n\n{line}\n\nThe port burned down on Tuesday, police said."
    assert not any(claim.quote in line for claim in extract(text, "en"))


def test_a_semicolon_parts_two_claims_with_an_apposition_in_the_second():
    text = "The League took 396 of the 476 seats in the two houses; the army's proxy, the Union, got 33."
    assert [claim.statement for claim in extract(text, "en")] == [
        "The League took 396 of the 476 seats in the two houses.",
        "The army's proxy, the Union, got 33.",
    ]


def test_a_denial_of_an_accusation_that_it_does_not_name_says_so():
    (claim,) = extract("Norland rejected the accusation on Monday.", "en")
    assert "“the accusation” is not named here." in claim.ambiguities
    (named,) = extract("Norland rejected the accusation that its army had killed 14 men.", "en")
    assert "“the accusation” is not named here." not in named.ambiguities
