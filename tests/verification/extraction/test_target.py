"""Whether it is so is judged of what is said; of words that name nothing, only whether somebody said them."""

import pytest

from verification.extraction.engine import extract
from verification.vocabulary import Modality, Target

ACCUSED = "Two survivors said that guards had set fire to the depot in Marnau."


def last(text: str, language: str = "en") -> Target:
    return extract(text, language)[-1].target


@pytest.mark.parametrize(
    "answer",
    [
        "The province rejected the accusation.",
        "The guards denied it.",
        "The company, which employs them, has strongly denied the claims.",
        "The company dismissed all the allegations as baseless.",
        "The interior ministry denied any wrongdoing.",
        "The mayor has repeatedly denied the allegations against him.",
        "The union refuted the charges brought by the survivors.",
        "A spokesman called the reports a complete fabrication.",
        "“We reject these accusations,” said Ilse Marn, who heads the guards.",
        "The governor accused the guards.",
        "The governor blamed the guards for it.",
    ],
)
def test_a_denial_or_accusation_that_does_not_say_of_what_is_judged_by_whether_it_was_made(answer: str):
    assert last(f"{ACCUSED} {answer}") is Target.ATTRIBUTION


@pytest.mark.parametrize(
    "answer",
    [
        "The province denied that its guards had been in Marnau.",
        "The guards denied setting fire to the depot.",
        "The interior ministry denied any involvement in the fire.",
        "The union rejected claims that its members had been armed.",
        "The ministry denied reports of a leak at the depot.",
        "The governor accused the guards of arson.",
        "The governor blamed the guards for the fire.",
        "The regional court dismissed the charges.",
        "The province rejected the proposal.",
        "The panel convicted the captain, who denied the charges.",
        "A spokesman called the fire a tragedy that killed two people.",
    ],
)
def test_what_names_what_is_denied_or_decided_is_judged_by_whether_it_is_so(answer: str):
    assert {c.target for c in extract(f"{ACCUSED} {answer}", "en")} == {Target.CONTENT}


def test_of_a_denial_by_nobody_who_is_named_it_cannot_be_asked_whether_they_said_it():
    found = extract(f"{ACCUSED} The governor has been accused of it.", "en")
    assert {c.target for c in found} == {Target.CONTENT}


def test_what_is_denied_without_being_named_is_told_beside_the_claim_once():
    found = extract(f"{ACCUSED} The company dismissed the allegations as baseless. The guards denied it.", "en")
    assert [c.ambiguities for c in found[1:]] == [
        ("“the allegations” is not named here.",),
        ("“it” is not named here.",),
    ]


@pytest.mark.parametrize(
    ("language", "names_nothing", "names_it"),
    [
        ("fr", "L'armée a rejeté ces accusations.", "L'armée a rejeté les accusations de torture."),
        ("es", "El ejército negó las acusaciones.", "El ejército negó haber bombardeado el hospital."),
        ("ru", "Москва отвергла обвинения.", "Армия отрицает, что стреляла по школе."),
        ("fa", "طالبان این اتهامات را رد کردند.", "طالبان کشته شدن ۱۲ غیرنظامی را رد کردند."),
        ("ar", "ونفى الجيش هذه الاتهامات.", "ونفى الجيش قصف المستشفى."),
    ],
)
def test_it_is_so_in_other_languages(language: str, names_nothing: str, names_it: str):
    assert last(names_nothing, language) is Target.ATTRIBUTION
    assert last(names_it, language) is Target.CONTENT


def test_who_rejects_an_offer_denies_nothing():
    found = extract(f"{ACCUSED} The province rejected the ceasefire proposal. The province denied the claims.", "en")
    assert [c.modality for c in found[1:]] == [Modality.ASSERTED, Modality.DENIED]
