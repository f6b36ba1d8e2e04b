"""Who says what, one example for each form that news prose uses."""

import pytest

from verification.extraction.engine import extract
from verification.vocabulary import Dispute, Modality, Speech

MINISTER = "Rosa Lind, the harbour minister of Aldland, visited the docks in Aldmouth on Monday."
FORMS = {
    "said that": ("Rosa Lind said that 14 ships were damaged in the raid.", "Rosa Lind"),
    "no that": ("Rosa Lind said 14 ships were damaged in the raid.", "Rosa Lind"),
    "apposition": ("Omar Vance, the mayor of Aldmouth, said that two docks had burned down.", "Omar Vance"),
    "title before the name": (
        "On Tuesday, Aldland Foreign Minister Ida Moor said two docks had burned down.",
        "Ida Moor",
    ),
    "at the end": ("Two docks had burned down by Tuesday, harbour officials said.", "harbour officials"),
    "inverted after a quotation": ("“Two docks burned down,” said Omar Vance, who lives nearby.", "Omar Vance"),
    "colon": ("Rosa Lind added: “Two docks burned down on Tuesday.”", "Rosa Lind"),
    "according to, first": ("According to Omar Vance, two docks burned down on Tuesday.", "Omar Vance"),
    "according to, last": ("Two docks burned down on Tuesday, according to the harbour police.", "harbour police"),
    "accused of": ("Rosa Lind accused the rebels of burning two docks.", "Rosa Lind"),
    "nobody named": ("The rebels have been accused of burning two docks.", "unnamed"),
    "reported": ("It has been reported that two docks burned down on Tuesday.", "unnamed"),
    "surname": ("Lind said two docks burned down on Tuesday.", "Rosa Lind"),
    "pronoun": ("She said two docks burned down on Tuesday.", "Rosa Lind"),
    "role": ("The harbour minister said two docks burned down on Tuesday.", "Rosa Lind"),
    "gerund first": ("Claiming the rebels had burned two docks, Rosa Lind asked for help.", "Rosa Lind"),
    "deed": ("The Red Front claimed responsibility for the fire that killed two men.", "Red Front"),
    "denial": ("The rebels denied that they had burned two docks.", "rebels"),
    "own voice": ("Two docks burned down on Tuesday.", None),
}


@pytest.mark.parametrize("form", FORMS)
def test_the_claimant_is_found_in_each_form(form):
    sentence, claimant = FORMS[form]
    claims = [c for c in extract(f"{MINISTER}\n\n{sentence}", "en") if c.start > len(MINISTER)]
    assert [c.claimant for c in claims] == [claimant]


def test_a_quotation_goes_on_with_its_speaker():
    text = "“We lost two docks in the raid,” Rosa Lind said. “The rebels came at night and burned the crane.”"
    assert {c.claimant for c in extract(text, "en")} == {"Rosa Lind"}


def test_spellings_of_a_name_are_one_speaker():
    text = "Karim Yousofi led the talks in May. Karim Yusufi said 12 men were freed. Yusufi added that 3 men had died."
    assert [c.claimant for c in extract(text, "en") if c.claimant] == ["Karim Yousofi"] * 2


def test_one_who_quotes_another_stands_outside_in_the_chain():
    text = "Omar Vance met reporters. Vance quoted Ida Moor as saying: “Two docks burned down in the raid.”"
    (claim,) = [c for c in extract(text, "en") if "quoted" in c.quote]
    assert [speaker.name for speaker in claim.chain] == ["Omar Vance", "Ida Moor"]
    assert claim.claimant == "Ida Moor"


def test_two_things_said_are_two_claims_whose_statements_stand_alone():
    text = (
        f"{MINISTER}\n\nLind claimed that the rebels still hold two docks and that she had met their leader on Monday."
    )
    claims = [c for c in extract(text, "en") if c.start > len(MINISTER)]
    assert [c.statement for c in claims] == [
        "The rebels still hold two docks.",
        "Rosa Lind had met their leader on Monday.",
    ]
    assert {c.modality for c in claims} == {Modality.ALLEGED}


def test_speech_is_direct_indirect_or_mixed():
    text = (
        "“Two docks burned down,” Rosa Lind said.\n\nLind said that two docks burned down.\n\n"
        "Lind said that two docks “burned like straw” on Tuesday."
    )
    assert [c.chain[0].speech for c in extract(text, "en")] == [Speech.DIRECT, Speech.INDIRECT, Speech.MIXED]


@pytest.mark.parametrize(
    "sentence",
    [
        "Rosa Lind called on all sides to stop the fighting.",
        "Lind said the rebels must leave the docks.",
        "Lind said that the harbour will open again.",
        "Who burned the docks?",
        "The minister made these remarks in a speech on Monday.",
        "Lind said it was a shameful and unacceptable act.",
    ],
)
def test_calls_predictions_questions_and_judgements_are_no_claims(sentence):
    assert [c.quote for c in extract(f"{MINISTER}\n\n{sentence}", "en") if c.start > len(MINISTER)] == []


DISPUTED = {
    "denied next": ("Rosa Lind accused the rebels of burning two docks. The rebels denied the charge.", Dispute.DENIED),
    "not verified": (
        "Rosa Lind said the rebels burned two docks. The claim could not be independently verified.",
        Dispute.UNVERIFIABLE,
    ),
    "another takes responsibility": (
        "Rosa Lind said the rebels had killed 14 sailors in Aldmouth.\n\n"
        "However, the Red Front claimed responsibility for the killing of 14 sailors in Aldmouth.",
        Dispute.DENIED,
    ),
}


@pytest.mark.parametrize("case", DISPUTED)
def test_what_the_article_says_against_a_claim_is_linked_to_it(case):
    text, dispute = DISPUTED[case]
    first = extract(text, "en")[0]
    assert first.dispute is dispute
    assert next(text[a.start : a.end] for a in first.against) in text[first.end :]
    assert first.reasons[0].startswith("another passage")


FOREIGN = {
    "fa": ("وزارت دفاع گفت که ۱۴ سرباز در حمله کشته شدند.", "وزارت دفاع"),
    "ar": ("قالت وزارة الدفاع إن 14 جنديا قتلوا في الهجوم يوم الثلاثاء.", "وزارة الدفاع"),
    "ru": ("Министерство обороны сообщило, что 14 солдат погибли при атаке.", "Министерство обороны"),
    "uk": ("Міністерство оборони повідомило, що 14 військових загинули.", "Міністерство оборони"),
    "fr": ("Le ministère a déclaré que 14 soldats étaient morts dans l’attaque.", "Le ministère"),
    "es": ("El ministerio dijo que 14 soldados murieron en el ataque.", "El ministerio"),
}


@pytest.mark.parametrize("language", FOREIGN)
def test_other_languages_have_the_commonest_form(language):
    sentence, claimant = FOREIGN[language]
    assert [c.claimant for c in extract(sentence, language)] == [claimant]


def test_a_language_without_cues_gives_sentences_with_numbers_at_a_low_score():
    claims = extract("Armeija sanoi asian. Hyökkäyksessä kuoli 14 sotilasta tiistaina.", "fi")
    assert [c.quote[:11] for c in claims] == ["Hyökkäykses"]
    assert claims[0].check_worthiness < 0.4


@pytest.mark.parametrize(
    "hostile", ["he said ", "that a b c d and ", "“a” ", "گفت ", "заявил ", "a, ", "Aaa Bbb said it. "]
)
def test_long_odd_texts_are_read_in_linear_time(hostile):
    extract(hostile * (60_000 // len(hostile)))


def test_somebody_without_a_name_whom_an_agency_quotes_at_the_head_of_an_article_is_read_without_an_error():
    text = (
        "Xinhua quoted an official with the company as saying that 14 miners were trapped.\n\nThe fire was out by noon."
    )
    assert extract(text, "en")[0].claimant == "official with the company"
