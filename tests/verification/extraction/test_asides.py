"""Who speaks where only the order of the words says so: "…, Judge Lind allowed, but …"."""

import pytest

from verification.extraction.engine import extract


def claimants(text: str) -> list[str | None]:
    return [claim.claimant for claim in extract(text, "en")]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The evidence was thin, Clara Lind granted, but the jury had convicted 14 men.", "Clara Lind"),
        ("The dam had been inspected in March, Clara Lind allowed, but nobody had read the report.", "Clara Lind"),
        ("The letter was a forgery, the judge reasoned, and the 40 votes could not be counted.", "judge"),
        ("Three boats crossed the line, Norland protests; none of them was armed.", "Norland"),
        ("No centrifuge was moved, Norland answers; inspectors had been at the site all month.", "Norland"),
        ("The contract was void, the court held at the time, because no tender had taken place.", "court"),
        ("Karl Oder was hit when he came to the aid of the priest, the coroner found, and he was unarmed.", "coroner"),
        ("At noon 14 shells fell on the market, the ministry would say later, and nine people died.", "ministry"),
    ],
)
def test_a_speaker_and_a_verb_without_object_stand_between_commas(text, who):
    assert who in claimants(text)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Eleven children died in the ward, recognised the Ministry of Health on Friday.", "Ministry of Health"),
        (
            "Two of the pilots had been captured, acknowledged the Ministry of Defence four days later.",
            "Ministry of Defence",
        ),
        ("The bridge has cost 40 million so far, guaranteed Karl Oder last Sunday.", "Karl Oder"),
        (
            "The count stands above 40, said a doctor at the hospital, because many were never registered.",
            "doctor at the hospital",
        ),
        ("Armed men burnt down the village school, says the report, and 14 teachers were taken away.", "report"),
        (
            "The figure of 40 is not final, said an official of the committee, since many were buried in gardens.",
            "official of the committee",
        ),
        (
            "No sailor was killed in May, said the spokeswoman, Clara Lind; the 14 found had drowned.",
            "Clara Lind",
        ),
        ("The 14 ships of the port stayed there, said its spokesman, Colonel Karl Oder; nobody left.", "Karl Oder"),
    ],
)
def test_a_verb_before_its_speaker_closes_what_is_said(text, who):
    assert set(claimants(text)) == {who}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("“The 14 gates stay shut until noon,” Clara Lind barked.", "Clara Lind"),
        ("“We were 14 men and three of us came back,” Karl Oder whispered.", "Karl Oder"),
        ("“They took 40 of us to the quarry,” Clara Lind roared at the bench.", "Clara Lind"),
    ],
)
def test_a_voice_behind_a_quotation_attributes_it(text, who):
    assert who in claimants(text)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Armed men burnt 14 houses and a school, UN report finds", "UN report"),
        ("The mayor took 40 million for the port, court finds", "court"),
        ("Karl Oder Was Born In Aldmouth In 1964, Board Of Election Finds", "Board Of Election"),
        ("Four in ten children went hungry in 2014, study finds.", "study"),
    ],
)
def test_a_headline_closes_with_who_found_it(text, who):
    assert who in claimants(text)


@pytest.mark.parametrize(
    "text",
    [
        "The bridge was blown up, the army retreated, and the town fell within a day in 1944.",
        "When 14 bombs exploded, Clara Lind fled, but her husband stayed in the house.",
        "The fleet had 40 ships, the army held three forts, and the war lasted until 1702.",
        "The court allowed the appeal of 14 men, the minister resigned, and a new inquiry opened in May.",
        "In May 2014, Norland recognised the republic, and 40 states followed.",
        "He left the club in 2014, guaranteed a pension of 4,000 a month by the owner.",
        "Once the gate was open, Karl Oder shouted, and 40 men ran.",
        "They rented the old offices of “The Harbour” TV show, which 40 people watched.",
        "“The Long Road Home,” Karl Oder's third film, opened in 40 cinemas.",
    ],
)
def test_a_deed_between_commas_makes_nobody_speak(text):
    assert set(claimants(text)) <= {None}
