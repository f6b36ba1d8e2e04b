"""A statement holds all of what somebody says, from both sides of who says it, and no stump of it."""

import pytest

from verification.extraction.engine import extract


def statements(text: str) -> list[str]:
    return [candidate.statement for candidate in extract(text, "en")]


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        (
            "Soldiers killed 14 guards in the port of Aldmouth in May 2020, Harbour Watch said in a report published"
            " on 26 February 2021.",
            "Soldiers killed 14 guards in the port of Aldmouth in May 2020.",
        ),
        (
            "Troops opened fire on 14 guards, Clara Lind told the union, after a band of men had attacked the port.",
            "Troops opened fire on 14 guards.",
        ),
        (
            "“The army shot 14 guards in the port,” Clara Lind told staff in a letter that was put online on Monday.",
            "The army shot 14 guards in the port.",
        ),
        (
            "Immigration entries that placed Karl Oder in Norland are false, the ministry said on Saturday, deepening"
            " the mystery over 14 million euros.",
            "Immigration entries that placed Karl Oder in Norland are false.",
        ),
        (
            "Clara Lind said in May that soldiers had killed 14 guards.",
            "Soldiers had killed 14 guards.",
        ),
    ],
)
def test_where_and_to_whom_something_was_said_is_not_what_was_said(text, stated):
    assert stated in statements(text)


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        (
            "Blood samples of 14 guards sent to Norland, according to Clara Lind, had shown the virus.",
            "Blood samples of 14 guards sent to Norland had shown the virus.",
        ),
        (
            "Most of the 14 deaths could have been avoided, in the view of Karl Oder, then head of the port, if the"
            " town had had a doctor.",
            "Most of the 14 deaths could have been avoided if the town had had a doctor.",
        ),
        (
            "The army shot 14 guards, villagers told reporters; families had gathered in the port.",
            "The army shot 14 guards; families had gathered in the port.",
        ),
        (
            "Two bombs brought down the roof and killed, by the count of the ministry, more than 140 people.",
            "Two bombs brought down the roof and killed more than 140 people.",
        ),
        (
            "The army had shot 285 guards by Tuesday morning, said Karl Oder, one of its directors.",
            "The army had shot 285 guards by Tuesday morning.",
        ),
    ],
)
def test_what_stands_behind_the_speaker_belongs_to_what_is_said(text, stated):
    assert stated in statements(text)


def test_what_is_no_sentence_by_itself_keeps_who_says_it():
    text = "Flawed, the ministry said of the report on 14 deaths, and biased."
    assert all("ministry" in stated for stated in statements(text))


def test_a_clause_that_is_pointed_at_with_a_colon_loses_its_that():
    text = "Clara Lind did admit one thing: that 14 guards had been shot by the army."
    assert statements(text) == ["14 guards had been shot by the army."]


@pytest.mark.parametrize(
    "head",
    [
        "ALDMOUTH — ",
        "ALDMOUTH/NORPORT, July 4 - ",
        "ON THE NORPORT ROAD, Norland, July 4, 2000 -- (Agency) ",
        "ALDMOUTH, July 4 ",
        "ALDMOUTH July 4 (Agency) ",
    ],
)
def test_a_dateline_before_a_number_is_left_out_however_it_is_written(head):
    text = head + "100,417 people had left the port by Saturday evening."
    assert statements(text) == ["100,417 people had left the port by Saturday evening."]


@pytest.mark.parametrize(
    "text",
    [
        "The government had declared a state of emergency on 15 November, closed 14 schools and banned the union.",
        "President Karl Oder has declared a three-month state of emergency in 10 provinces.",
        "Norland prosecutors suspect Clara Lind and Karl Oder of fraud and of hiding 14 deaths.",
        "The 14 dead were in the port at night, which is how guidelines of the Health Ministry say they are counted.",
    ],
)
def test_what_is_declared_or_suspected_and_is_no_clause_keeps_who_does_it(text):
    assert statements(text) == [text]


def test_somebody_who_loses_an_office_denies_nothing():
    text = "Karl Oder, who called the strike wrong, dismissed a general and a major for what his office said was fraud."
    found = extract(text, "en")
    assert [claim.statement for claim in found] == [text]
    assert "denied" not in [claim.modality for claim in found]


def test_an_order_that_somebody_was_given_is_not_what_was_said():
    text = "Karl Oder is the mayor. Clara Lind wrote to 14 men that he told her what to eat and whom to see in May."
    assert not [claim for claim in extract(text, "en") if claim.claimant == "Karl Oder"]


def test_marks_around_all_of_a_statement_are_left_out_with_the_stop_behind_them():
    text = "Clara Lind said 14 ships had burned. Then, she went on, “a long time later, they counted 3,000 ships”."
    assert statements(text)[-1] == "A long time later, they counted 3,000 ships."


def test_a_second_verb_gets_back_who_denies_or_accuses():
    text = "Clara Lind said on Monday that 14 guards had died, and accused the army of shooting 40 men in the port."
    assert statements(text)[-1] == "Clara Lind accused the army of shooting 40 men in the port."
