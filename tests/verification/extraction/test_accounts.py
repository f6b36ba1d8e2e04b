"""Denials that mean a whole account, and answers that deny nothing by their words."""

import pytest

from tests.verification.extraction.answers import against
from verification.extraction.engine import extract
from verification.vocabulary import Dispute

FIRST = "Three former clerks said the Aldmouth police had beaten 14 prisoners in the cellar since March."
SECOND = "A doctor told this newspaper that she had treated six of the beaten prisoners at the hospital."
WEATHER = "The harbour was built in 1911 and enlarged in 1974, with 40 cranes."
BOMBED = "Norland's envoy said Aldland's jets had bombed the hospital in Aldmouth on Monday, killing 14 people."


def disputed(text: str, language: str = "en") -> list[tuple[str, Dispute]]:
    return [(claim.quote, claim.dispute) for claim in extract(text, language)]


def linked(text: str, answer: str, language: str = "en") -> list[str]:
    """The claims that a passage speaks against."""
    claims = extract(text, language)
    return [c.quote for c in claims if any(answer in text[a.start : a.end] for a in c.against)]


def test_a_denial_of_the_allegations_answers_all_that_was_told_before_it():
    text = "\n\n".join([WEATHER, FIRST, SECOND, "The police rejected the allegations."])
    assert linked(text, "rejected the allegations") == [FIRST, SECOND]


def test_what_an_earlier_denial_has_answered_is_not_answered_again():
    later = "A driver told the court that the police had shot at his lorry on Friday."
    text = "\n\n".join([FIRST, "The police denied it.", later, "The police called the accusations a lie."])
    assert not any("clerks" in quote for quote in linked(text, "called the accusations a lie"))


@pytest.mark.parametrize(
    "answer",
    [
        "Asked about the envoy's account, Aldland's army said it was Norland that had fired first.",
        "“We have never bombed a hospital,” said Aldland's army.",
        "Aldland's army replied that its jets had been on the ground all day.",
        "Aldland's army said that such reports came from people who stage attacks.",
        "Aldland's army said the first it had heard of the hospital was on Tuesday.",
    ],
)
def test_whoever_is_blamed_answers_without_a_denial(answer):
    kind, passages = against(BOMBED, answer, WEATHER)
    assert kind == Dispute.DENIED
    assert any(words in answer for words in passages)


@pytest.mark.parametrize(
    "answer",
    [
        "Aldland's army said that it had bought 12 new jets.",
        "“We don't think much of envoys,” said a baker.",
        "Aldland's envoy proposed talks on Monday, but Norland rejected that.",
    ],
)
def test_what_answers_nothing_is_set_against_nothing(answer):
    assert against(BOMBED, answer, WEATHER) == (Dispute.NONE, [])


@pytest.mark.parametrize(
    "denial",
    [
        "The minister called the suggestion that evidence had been planted at the harbour “categorically false”.",
        "The company said that it was doing nothing unlawful.",
        "The mayor was not aware of any such order, she said on Monday.",
        "The allegations are malicious and without any foundation, the minister said.",
    ],
)
def test_a_denial_is_disputed_itself(denial):
    assert Dispute.DENIED in [kind for _, kind in disputed(f"{FIRST}\n\n{denial}\n\n{WEATHER}")[1:]]


def test_what_was_claimed_falsely_is_denied_by_the_article_itself():
    said = "The governor falsely claimed that the harbour had lost 400 jobs last year."
    assert disputed(f"{said}\n\n{WEATHER}")[0][1] == Dispute.DENIED


def test_who_denies_somebody_a_right_denies_no_claim():
    said = "The union said closed lists deny many young members the right to vote in June."
    assert disputed(f"{said}\n\n{WEATHER}")[0][1] == Dispute.NONE


def test_numbers_of_other_kinds_are_not_set_against_each_other():
    claim = "The minister said the port had cost 40 million dollars by Friday."
    other = "The auditor put the share of ships that came late at 12 per cent."
    assert against(claim, other, WEATHER) == (Dispute.NONE, [])


def test_another_number_of_dead_is_set_against_the_first():
    claim = "The ministry said on Sunday that cholera had killed 71 people in Aldmouth."
    other = "Two doctors at the hospital said that more than 90 patients had died of it."
    assert against(claim, other, WEATHER)[0] == Dispute.DENIED


def test_a_doubt_of_one_side_leaves_the_other_side_alone():
    ministry = "The health ministry said on Sunday that cholera had killed 71 people in Aldmouth."
    doctors = "Doctors Without Frontiers said that it had treated 2,700 patients since March."
    text = "\n\n".join([ministry, doctors, "The ministry's figures could not be checked."])
    assert all("71" in quote for quote in linked(text, "could not be checked"))


@pytest.mark.parametrize(
    ("language", "claim", "answer"),
    [
        (
            "fr",
            "Médecins du monde a affirmé mardi que 4 000 personnes étaient tombées malades à Aldmouth.",
            "Le préfet, Jean Morel, a balayé ces accusations.",
        ),
        (
            "es",
            "La alcaldesa, Ana Ruiz, informó que 100 escolares habían enfermado por gases de la planta.",
            "El director de la planta, Juan Vega, calificó de falsas esas acusaciones.",
        ),
        ("ar", "قالت وزارة الصحة إن 12 شخصا قتلوا في غارة على مدرسة.", "ورفض الجيش هذه الاتهامات وقال إنها كاذبة."),
    ],
)
def test_accusations_are_rejected_in_other_languages(language, claim, answer):
    assert linked(f"{claim}\n\n{answer}", answer[:20], language) != []
