"""The tagger and the rules together: whom each sees alone, chains, and how what is said is rendered."""

import pytest

from verification.extraction.engine import extract
from verification.vocabulary import Modality, Rendering, Speech


def claim(text):
    (found,) = extract(text, "en")
    return found


@pytest.mark.parametrize(
    ("sentence", "chain"),
    [
        ("Troch quoted Macron as saying that 300 troops left in May.", ["Troch", "Macron"]),
        ("The newspaper reported that the ministry had said that 300 troops left.", ["newspaper", "ministry"]),
        ("Smith reportedly said that three people died in Aldmouth.", ["unnamed", "Smith"]),
        ("Smith said three people reportedly died in Aldmouth.", ["Smith", "unnamed"]),
        ("Three people reportedly died in Aldmouth, Smith said.", ["Smith", "unnamed"]),
        ("The claim that 30 people died was denied by the army.", ["army"]),
        ("Smith won 14 states on Tuesday, according to the Aldland Press.", ["Aldland Press"]),
        ("Last week officials in Aldmouth said that 40 schools were closed.", ["officials in Aldmouth"]),
        ("In March 2021 the Red Front said it held 85 percent of the country.", ["Red Front"]),
        ("The attack killed 14 people, two officials told the agency on condition of anonymity.", ["two officials"]),
        ("The army’s claim that 400 rebels were killed in May could not be verified.", ["army"]),
        ("The ministry later backed away from its account, insisting that 14 men had drowned.", ["ministry"]),
    ],
)
def test_the_chain_goes_from_the_outermost_to_the_one_who_asserts(sentence, chain):
    found = claim(sentence)
    assert [speaker.name for speaker in found.chain] == chain
    assert found.claimant == chain[-1]


def test_what_a_speaker_did_before_is_no_part_of_who_speaks():
    text = (
        "Ahmad Rashid is the leader of the Red Front. The leader of the Red Front refrained from providing details of "
        "the plan, but added that the Front had lost 40 fighters in May."
    )
    found = next(one for one in extract(text, "en") if "40 fighters" in one.quote)
    assert [speaker.surface for speaker in found.chain] == ["The leader of the Red Front"]


def test_each_speaker_of_a_chain_has_the_words_that_attribute_and_a_place():
    text = "The newspaper reported that the ministry had said that 300 troops left."
    speakers = claim(text).chain
    assert [s.cue for s in speakers] == ["reported", "said"]
    assert [text[s.start : s.end] for s in speakers] == ["The newspaper", "the ministry"]


def test_a_claim_that_is_only_reported_says_so():
    assert claim("Three people reportedly died in Aldmouth on Monday.").modality is Modality.REPORTED


@pytest.mark.parametrize(
    ("sentence", "speech", "rendering"),
    [
        ("“We lost 40 men in May,” the commander said.", Speech.DIRECT, Rendering.VERBATIM),
        ("The commander said that they had lost 40 men in May.", Speech.INDIRECT, Rendering.PARAPHRASED),
        ("“We lost 40 men in May,” the commander said in Dari.", Speech.DIRECT, Rendering.TRANSLATED),
        ("The commander said on Monday in Arabic that 40 men had died.", Speech.INDIRECT, Rendering.TRANSLATED),
        ("Through an interpreter, the commander said that 40 men had died.", Speech.INDIRECT, Rendering.TRANSLATED),
        ("The commander said 40 men who taught in French schools had died.", Speech.INDIRECT, Rendering.PARAPHRASED),
    ],
)  # fmt: skip
def test_how_close_the_words_are_to_what_was_said(sentence, speech, rendering):
    (speaker,) = claim(sentence).chain
    assert speaker.name == "commander"
    assert (speaker.speech, speaker.rendering) == (speech, rendering)


def test_a_translation_is_no_speaker_beside_the_one_who_speaks():
    found = claim("Three soldiers died in the attack, the ministry said, according to a translation of its statement.")
    assert found.claimant == "ministry"
    assert found.chain[0].rendering is Rendering.TRANSLATED


def test_a_translated_quotation_stays_translated_in_the_next_paragraph():
    found = extract("“We lost 40 men in May,” the commander said in Dari.\n\n“They lost 90 men and 14 tanks.”", "en")
    assert [c.chain[0].rendering for c in found] == [Rendering.TRANSLATED, Rendering.TRANSLATED]


def test_somebody_denies_in_three_words():
    text = "Police said 30 people were killed in Aldmouth on Friday. The mayor, Omar Vance, denied it."
    denial = extract(text, "en")[-1]
    assert (denial.claimant, denial.modality) == ("Omar Vance", Modality.DENIED)
