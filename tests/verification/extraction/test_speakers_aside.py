"""Speakers whom something stands between them and their verb, in minutes, and behind a colon."""

import pytest

from verification.extraction.engine import extract


def claimants(text: str, language: str = "en") -> list[str | None]:
    return [claim.claimant for claim in extract(text, language)]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Özgür Lind, who leads the main opposition party, the ADP, called the figures a lie.", "Özgür Lind"),
        ("Floods killed 14 people in the town of Derwen, its mayor, Karl Oder, told Radio Norland.", "Karl Oder"),
        ("The country reported 50,000 suspected cases of cholera in July, the WHO says.", "WHO"),
        ("Oder, who has landed in Aldmouth, tells Lind: “The shell was fired by the other side.”", "Oder"),
        ("Norland's General Staff said its soldiers held the southern part of Aldmouth.", "General Staff"),
        ("Karl Oder, noting that 14 jets had been seen on that date, said the bombs were Norland's.", "Karl Oder"),
        ("Shells killed 20 people in a market, lawyers monitoring the war said.", "lawyers monitoring the war"),
        ("Prices rose 61.8% in July, the Aldland Statistical Institute reported on Monday.", "Institute"),
        ("Two of the 14 prisoners had been shot, Oder shot back, to laughter from the hall.", "Oder"),
        ("The doctors' union gave a toll of 34.", "doctors' union"),
        ("The company says the auditors ignored 40 documents that it had given them.", "company"),
    ],
)
def test_the_speaker_is_found_past_what_stands_beside(text, who):
    assert any(name and who in name for name in claimants(text))


def test_minutes_name_a_speaker_in_capitals_for_all_that_follows_in_the_paragraph():
    text = (
        "KAREN LIND (Norland) said 14 jets had bombed the hospital. The 40 buildings in the photographs had stood "
        "intact on the next morning.\n\nThe meeting heard 12 speakers from 9 countries on Monday."
    )
    assert claimants(text)[:2] == ["KAREN LIND", "KAREN LIND"]
    assert "KAREN LIND" not in claimants(text)[-1:]


def test_she_behind_a_colon_is_whom_the_sentence_begins_with():
    text = (
        "Karl Oder said 14 ships had left the port.\n\n"
        "Clara Lind, the energy minister, doubled down on Monday: 40 ships had left, she told Radio Norland."
    )
    assert claimants(text)[-1] == "Clara Lind"


def test_the_mayor_is_nobody_whom_the_article_calls_something_else():
    text = (
        "Karl Oder, a former judge, said the dams had not been repaired since 1986.\n\n"
        "Through a lawyer, the mayor denied that 40 people had been warned."
    )
    assert claimants(text)[-1] != "Karl Oder"


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("fr", "Le syndicat Alliance maintient que 12 agents étaient en danger.", "Alliance"),
        ("es", "El fiscal, Juan Vega, elevó la cifra a 25 muertos.", "Juan Vega"),
        ("fa", "اتحادیهٔ کارگران شمار قربانیان را دست‌کم ۶۰ نفر اعلام کرد.", "اتحادیهٔ کارگران"),
        ("ar", "ورد رئيس الهيئة بأن هذه الاتهامات لا أساس لها من الصحة.", "رئيس الهيئة"),
    ],
)
def test_more_words_of_other_languages_tell_who_speaks(language, text, who):
    assert any(name and who in name for name in claimants(text, language))
