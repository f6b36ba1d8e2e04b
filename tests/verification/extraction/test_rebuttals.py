"""Flat denials, and a plain "no" to an event that others told of."""

import pytest

from tests.verification.extraction.answers import against, answered_by
from verification.extraction.engine import extract
from verification.vocabulary import Dispute

RAID = "The rebels said that the army had shelled the market of Aldmouth on Friday."
DEAD = "The rebels said that 14 people had been killed in the market of Aldmouth on Friday."
CITY = "The rebels said that they had captured the city of Aldmouth on Friday."
FRAUD = "The opposition said that 4,000 votes had been stolen in the province of Norland on Sunday."
BETWEEN = (
    "Aldmouth has 40,000 people and two bridges.",
    "Its harbour was built in 1890.",
    "The road to the coast has been closed since May.",
)


@pytest.mark.parametrize(
    ("claim", "answer"),
    [
        (RAID, "“Untrue”, said the defence ministry."),
        (RAID, "Not so, said the defence ministry."),
        (RAID, "That was not how it happened, a military spokesman said."),
        (RAID, "The army says it did not."),
        (RAID, "The defence ministry said that it had not."),
        (RAID, "The army did not do it, a military spokesman said."),
        (RAID, "No attack of that kind took place, the defence ministry said."),
        (RAID, "The report lacked any foundation, the defence ministry said."),
        (RAID, "What was told of the market was “fabricated”, the defence ministry said."),
        (CITY, "The army contests what the rebels say."),
        (FRAUD, "The commission said that the fraud had not occurred."),
    ],
)
def test_a_flat_denial_denies_what_was_said_before_it(claim, answer):
    found, words = against(claim, answer)
    assert found == Dispute.DENIED
    assert words == [answer.rstrip(".")] or words == [answer]


def test_a_claim_that_its_own_sentence_calls_an_account_others_rejected_is_denied():
    found, words = against("Two drones were shot down over Norland, the rebels said, an account that Aldland rejected.")
    assert found == Dispute.DENIED
    assert words == []


@pytest.mark.parametrize(
    ("claim", "answer"),
    [
        (RAID, "There had been no attack on the market, a military spokesman said."),
        (DEAD, "Nobody was killed there, according to the army."),
        (DEAD, "No civilian lost his life on Friday, a military spokesman said."),
        (RAID, "It had carried out no operation in the city, the army said."),
        (CITY, "The city has not fallen, the governor said."),
        (DEAD, "The army “has never killed anyone”, a military spokesman said."),
        (FRAUD, "There was no fraud in Norland, the commission said."),
    ],
)
def test_a_plain_no_to_an_event_answers_those_who_told_of_it_some_paragraphs_before(claim, answer):
    found, words = against(claim, *BETWEEN, answer)
    assert found == Dispute.DENIED
    assert [word.rstrip(".") for word in words] == [answer.rstrip(".")]


def test_who_says_that_none_of_theirs_was_there_answers_what_they_are_said_to_have_done_there():
    police = "Villagers said that the police had fired on a wedding in Brookdale at noon."
    found, words = against(police, *BETWEEN, "Not one police officer had been in Brookdale, a police spokesman said.")
    assert found == Dispute.DENIED
    assert words


def test_a_denial_that_lacks_words_of_its_own_is_told_by_what_it_speaks_of():
    patrols = "Two patrols of both armies crossed the river, an official of Norland said."
    found, words = against(
        patrols, *BETWEEN, "The information about patrols on the river lacked any foundation, Aldland said."
    )
    assert found == Dispute.DENIED
    assert words


def test_whether_it_is_genuine_is_asked_of_the_pictures_just_told_of():
    found, _ = against(
        "The clip shows a warship of Norland in the strait, the station said.",
        "Whether the material is genuine could not be established at first.",
    )
    assert found == Dispute.UNVERIFIABLE


@pytest.mark.parametrize(
    "answer",
    [
        "Nobody was killed there, a spokesman said on Norland's television.",
        "No trader was killed, a spokesman told the agency: the market had been closed.",
    ],
)
def test_a_plain_no_is_heard_before_a_verb_that_goes_on(answer):
    found, words = against(DEAD, *BETWEEN, answer)
    assert found == Dispute.DENIED
    assert words


def test_far_more_dead_is_another_number_than_the_one_just_told():
    answer = "Far more die in truth, many labour groups say."
    text = "\n\n".join(["Some 3,800 miners died last year, the government's figures show.", answer])
    assert answered_by(text, answer) == ["Some 3,800 miners died last year, the government's figures show."]


def test_what_the_same_speaker_says_of_the_event_in_the_headline_is_denied_with_the_claim():
    minister = "At least four patients have died in hospitals because of the strike, Health Minister Rosa Lind said."
    answer = "The union denies that anybody died because of the strike."
    later = "People had died in wards where the doors were locked, Ms Lind said."
    text = "\n\n".join([minister, *BETWEEN, answer, later])
    assert answered_by(text, answer) == [minister, later]


def test_a_plain_no_answers_all_who_told_of_the_event_and_nobody_who_told_of_another():
    answer = "Nobody died on Friday, a military spokesman said."
    text = "\n\n".join(
        [
            DEAD,
            "Witnesses said that they had counted 11 bodies near the market.",
            "The ministry of transport said that the harbour would reopen in May.",
            answer,
        ]
    )
    assert answered_by(text, answer) == [
        DEAD,
        "Witnesses said that they had counted 11 bodies near the market.",
    ]
    assert next(one.dispute for one in extract(text, "en") if one.quote == answer) == Dispute.DENIED


@pytest.mark.parametrize(
    "answer",
    [
        "No one will be arrested, a military spokesman said.",
        "No decision on arrests has been made, a military spokesman said.",
        "The harbour was not closed, a military spokesman said.",
        "It did not close the harbour, the company said.",
        "The harbour is never closed in winter, said the mayor, who lost no time.",
    ],
)
def test_a_no_to_something_else_denies_nothing(answer):
    assert against(DEAD, *BETWEEN, answer) == (Dispute.NONE, [])


@pytest.mark.parametrize(
    ("claim", "answer"),
    [
        (CITY, "The city is still in the hands of the army, the governor said."),
        (CITY, "Aldmouth remained under the control of the army, its governor said."),
        (DEAD, "All of the traders are safe, the governor of Norland said."),
        (FRAUD, "The vote was free and fair, the head of the commission said."),
    ],
)
def test_what_says_the_contrary_without_a_no_answers_as_well(claim, answer):
    found, words = against(claim, *BETWEEN, answer)
    assert found == Dispute.DENIED
    assert [word.rstrip(".") for word in words] == [answer.rstrip(".")]


def test_what_is_denied_once_more_answers_the_same_claims():
    again = "The army had never fired at the market, the spokesman said."
    text = "\n\n".join([RAID, "A military spokesman denied the shelling.", again])
    assert answered_by(text, again) == [RAID]
    assert next(one.dispute for one in extract(text, "en") if one.quote == again) == Dispute.DENIED


@pytest.mark.parametrize(
    "doubt",
    [
        "Reporters are kept out of Norland, and none of this could be checked by the agency.",
        "Nobody independent has confirmed the one or the other.",
        "What happened could not be established from any independent source.",
        "Little of this can be verified.",
    ],
)
def test_a_doubt_of_all_that_was_told_is_one_of_both_sides(doubt):
    answer = "Nobody was killed there, according to the army."
    text = "\n\n".join([RAID, DEAD, answer, doubt])
    doubted = [
        claim.quote
        for claim in extract(text, "en")
        if doubt.rstrip(".") in [text[a.start : a.end].rstrip(".") for a in claim.against]
    ]
    assert doubted == [RAID, DEAD, answer]


@pytest.mark.parametrize("answer", ["Ministers deny all this.", "Ministers deny all this, a spokesman said."])
def test_a_denial_of_all_this_answers_the_whole_account(answer):
    more = "Officials had put false papers into the boxes, the leader of the opposition said."
    text = "\n\n".join([FRAUD, more, answer])
    assert answered_by(text, answer) == [FRAUD, more]


def test_who_says_no_does_not_answer_what_is_said_of_the_same_side():
    text = "\n\n".join(
        [CITY, "The city has fallen, a commander of the rebels said.", "It had not been entered, the army said."]
    )
    assert answered_by(text, "It had not been entered, the army said.") == [
        CITY,
        "The city has fallen, a commander of the rebels said.",
    ]
