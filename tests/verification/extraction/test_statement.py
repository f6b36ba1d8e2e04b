"""Statements stand alone: a sentence that a person would write, with names for pronouns, and nothing guessed."""

import pytest

from verification.extraction.engine import extract

ARTICLE = """Maria Keller, the mayor of Aldmouth, said on Monday that she had closed the harbour after the storm.

However, the council has also approved 12 million euros for repairs. Its members voted on Tuesday.

Keller founded the Harbour Front (HF) in 2009. Her movement controls four districts of Aldmouth.

“We lost 14 ships,” Keller said. It has been reported that she was planning to leave the city.

That's why Dr Tomas Brandt accused the mayor of hiding 3 deaths in the port.
"""


def statements(text: str) -> list[str]:
    return [candidate.statement for candidate in extract(text, "en")]


def ambiguities(text: str) -> list[str]:
    return [word for candidate in extract(text, "en") for word in candidate.ambiguities]


def test_an_article_becomes_sentences_that_stand_alone():
    assert statements(ARTICLE) == [
        "Maria Keller had closed the harbour after the storm.",
        "The council has approved 12 million euros for repairs.",
        "The council’s members voted on Tuesday.",
        "Maria Keller founded the Harbour Front (HF) in 2009.",
        "Maria Keller’s movement controls four districts of Aldmouth.",
        "Maria Keller said: “We lost 14 ships.”",
        "Maria Keller was planning to leave the city.",
        "Dr Tomas Brandt accused the mayor of hiding 3 deaths in the port.",
    ]


def test_a_sentence_interrupted_by_its_speaker_is_put_together_again():
    text = (
        "Ahmad Rashid leads it.\n\nAfter the port was taken in 2021, Rashid recalled, he and 200 men attacked the town."
    )
    assert "After the port was taken in 2021, Ahmad Rashid and 200 men attacked the town." in statements(text)


def test_what_somebody_found_no_evidence_of_is_not_stated_as_found():
    text = "The judges found no evidence that 12 ballot boxes had been stolen in May 2022."
    assert statements(text) == [text]


def test_two_people_whom_a_pronoun_could_mean_are_both_named_and_neither_is_chosen():
    text = (
        "Peter Vance met John Osei in Geneva in 2019. Peter Vance and John Osei signed a treaty there in 2020.\n\n"
        "His militia killed 14 people in March."
    )
    assert "His militia killed 14 people in March." in statements(text)
    assert "“His” may mean Peter Vance or John Osei." in ambiguities(text)


def test_a_surname_of_two_people_means_the_one_just_named():
    text = (
        "Ahmad Shah Durrani was killed by rebels in 2001. Durrani's troops had captured the capital in 1992.\n\n"
        "His son Karim Durrani now leads 4,000 fighters."
    )
    assert "Ahmad Shah Durrani's troops had captured the capital in 1992." in [
        s.replace("’", "'") for s in statements(text)
    ]


def test_the_group_is_the_one_body_named_just_before():
    one = "The Red Front was founded in 1999.\n\nThe group has killed 60 soldiers since May."
    two = "The Red Front fought the Blue League in 1999.\n\nThe group has killed 60 soldiers since May."
    assert "The Red Front has killed 60 soldiers since May." in statements(one)
    assert "The group has killed 60 soldiers since May." in statements(two)
    assert "“the group” may mean the Red Front or the Blue League." in ambiguities(two)


def test_a_council_is_no_group_that_could_be_meant():
    text = "The Red Council spoke with the Red Front in 1999.\n\nThe group has killed 60 soldiers since May."
    assert "The Red Front has killed 60 soldiers since May." in statements(text)


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        (
            "The Front claimed responsibility for the killing of 14 men in Aldmouth, hence it is not clear why the "
            "ministry blamed the League.",
            "The Front claimed responsibility for the killing of 14 men in Aldmouth.",
        ),
        (
            "Lind claims the army’s message was clear: “We expect 40 hostages” by Monday.",
            "The army’s message was clear: “We expect 40 hostages” by Monday.",
        ),
        (
            "It was reported that 14 men had drowned in Aldmouth, but the report was not confirmed.",
            "14 men had drowned in Aldmouth.",
        ),
        (
            "## The Front killed 14 men in Aldmouth",
            "The Front killed 14 men in Aldmouth.",
        ),
        (
            "BEIRUT // Fighting has killed 28 men in the town, activists said.",
            "Fighting has killed 28 men in the town.",
        ),
    ],
)
def test_a_statement_holds_what_is_claimed_and_no_more(text, statement):
    assert statement in statements(text)


def test_this_meeting_is_named_as_it_was_first():
    text = (
        "The United Nations is organising a meeting on 1 May in Doha, Qatar, with 25 countries. "
        "Antonio Guterres, the Secretary-General, was present at this meeting on the first day."
    )
    assert any("at the meeting on 1 May in Doha" in said for said in statements(text))


@pytest.mark.parametrize(
    ("quote", "statement"),
    [
        ('He called 20 officials "corrupt”, Anna Lind said.', "“corrupt”"),
        ("“They killed 12 people, Anna Lind said.", "killed 12 people"),
        ('Anna Lind said: "We have killed 12 rebels.', "“We have killed 12 rebels.”"),
    ],
)
def test_quotation_marks_come_in_pairs(quote, statement):
    found = statements(quote)
    assert found
    assert statement in found[0]
    for said in found:
        assert said.count("“") == said.count("”")
        assert '"' not in said


def test_a_heading_that_a_sentence_says_again_is_no_second_claim():
    text = (
        "Storm sinks fourteen ships in Aldmouth harbour\n\n"
        "Fourteen ships sank in the harbour of Aldmouth in a storm on Monday, killing 3 people."
    )
    assert len(statements(text)) == 1


def test_a_relative_clause_is_not_what_somebody_says():
    text = "The Red Front claimed responsibility for the fire that killed two men in May."
    assert statements(text) == [text]


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        (
            "Rosa Lind leads the port.\n\nLind referred to a meeting of the Red Council, where everybody refused to "
            "shake hands with the general.",
            "At a meeting of the Red Council, everybody refused to shake hands with the general.",
        ),
        (
            "Rosa Lind leads the port. Lind quoted Karl Brandt as saying: “The port was sold in 2019. Brandt said the "
            "docks were sold in 2020.”",
            "The docks were sold in 2020.",
        ),
    ],
)
def test_a_statement_is_what_is_said_and_not_that_it_is_said(text, statement):
    assert statement in statements(text)


def test_a_name_that_is_given_to_nothing_is_no_claim():
    text = (
        "Rosa Lind leads the port. “The docks must be sold at once,” Lind stated, calling it the only way out of debt."
    )
    assert not any("called it" in said for said in statements(text))


def test_a_son_is_named_where_the_article_names_one_of_his_name():
    text = (
        "Karim Shah Durrani was killed by rebels in 2001. General Ahmad Durrani was born in Aldmouth in 1985.\n\n"
        "Karim Shah Durrani's men fled in 2002. His son has led 4,000 fighters since May."
    )
    assert "Ahmad Durrani has led 4,000 fighters since May." in statements(text)


def test_his_own_stays_where_the_sentence_names_him():
    text = (
        "Ahmad Durrani was born in 1985.\n\n"
        "Durrani's soldiers have been accused of killing 14 men of his own tribe in March 2020."
    )
    assert statements(text)[-1] == (
        "Ahmad Durrani’s soldiers have been accused of killing 14 men of his own tribe in March 2020."
    )


def test_whoever_is_described_in_the_sentence_is_not_looked_for_elsewhere():
    text = "Peter Vance met John Osei in Geneva in 2019.\n\nThe young officer killed 14 men in March after he had fled."
    assert "The young officer killed 14 men in March after he had fled." in statements(text)
    assert ambiguities(text) == []


def test_these_meetings_are_those_that_the_sentence_named():
    text = (
        "Officials of the Red Front sit in a lower place in international meetings in the region and have no place in "
        "the photos of these meetings."
    )
    assert any(said.endswith("the photos of the international meetings in the region.") for said in statements(text))


def test_we_of_two_separate_pages_are_both_sides():
    text = (
        "Ahmad Rashid, the leader of the Red Front, fled in 2019. Rashid said on Monday that the Blue League had "
        "offered the Red Front three ministries. “We were on two separate pages,” he added."
    )
    assert "The Red Front and the Blue League were on two separate pages." in statements(text)


def test_two_sides_are_the_two_bodies_just_named():
    text = "The Red Front met the Blue League in Geneva in 2019.\n\nThe two sides signed a treaty in May 2020."
    assert "The Red Front and the Blue League signed a treaty in May 2020." in statements(text)


def test_a_long_statement_goes_without_an_aside():
    text = (
        "After the port was taken by the rebels in August 2021, the army and its allies in the north—while waiting for "
        "arms from abroad—attacked the town of Aldmouth, destroyed the docks, the mills and the power station, and "
        "killed 214 men of the garrison in the old fort by the river."
    )
    assert not any("waiting for arms" in said for said in statements(text))
