"""What the article itself tells of somebody is not taken for what they say."""

import pytest

from verification.extraction.engine import extract, read

EVENTS = (
    "In a post on Sunday night, the pastor encouraged parishioners to join him in a fast before the vote.",
    "The ministers proposed a debate on the bridge in April, and the council rejected that plan on Friday.",
    "Two retired generals are demanding that the border road be closed to lorries by the summer.",
    "The senator, who formally endorsed the mayor here on Sunday, had worked quietly to change the list.",
)
SPEECH = (
    ("The pastor said that 300 parishioners had joined him in a fast before the vote.", "pastor"),
    ("The army denies any attack on the bridge, while the rebels hold its northern end.", "army"),
    ("“Four bridges were destroyed in one night,” General Ilse Brandt told reporters on Sunday.", "Ilse Brandt"),
    ("According to the ministry of health, 64 people died of cholera in the camp in May.", "ministry of health"),
)


@pytest.mark.parametrize("sentence", EVENTS)
def test_who_does_something_by_speaking_is_not_the_one_who_vouches_for_it(sentence):
    first = extract(sentence, "en")[:1]
    assert all(claim.claimant is None for claim in first), first


@pytest.mark.parametrize(("sentence", "speaker"), SPEECH)
def test_who_says_something_vouches_for_it(sentence, speaker):
    said = [unit.claimant for units in read(sentence, "en").said for unit in units]
    assert speaker in said


def test_who_was_told_of_can_still_be_meant_by_the_next_pronoun():
    text = "Bishop Ilse Brandt encouraged parishioners to join a fast. She said that 300 people had done so in May."
    assert [claim.claimant for claim in extract(text, "en")][-1] == "Ilse Brandt"


def test_a_refused_offer_is_an_event_and_a_denied_report_is_not():
    refused, denied = (
        read(text, "en").said[0][-1].claimant
        for text in (
            "The British capital's new mayor on Tuesday rejected the candidate's offer to make an exception for him.",
            "The British capital's new mayor on Tuesday denied that he had met the candidate in May.",
        )
    )
    assert refused is None
    assert denied is not None
