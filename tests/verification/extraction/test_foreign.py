"""Who says what in languages other than English."""

import pytest

from tests.verification.extraction.foreign_sentences import SENTENCES
from verification.extraction.engine import extract
from verification.vocabulary import Dispute, Modality

ROWS = [(language, *row) for language, rows in SENTENCES.items() for row in rows]


def of_last_paragraph(text: str, language: str):
    at = text.rfind("\n\n") + 2 if "\n\n" in text else 0
    return [claim for claim in extract(text, language) if claim.start >= at]


@pytest.mark.parametrize(("language", "form", "text", "claimants"), ROWS)
def test_the_claimant_is_found_in_each_form(language, form, text, claimants):
    found = of_last_paragraph(text, language)
    assert [claim.claimant for claim in found] == claimants, form
    for claim in found:
        assert text[claim.start : claim.end] == claim.quote
        assert claim.claimant is None or claim.reasons


NOT_VERIFIED = [
    ("fa", "طالبان گفتند که ۱۴ نفر کشته شدند.\n\nاین گزارش به‌طور مستقل تأیید نشده است."),
    ("prs", "طالبان گفتند که ۱۴ نفر کشته شدند.\n\nاین ادعا از سوی منابع مستقل تأیید نشده است."),
    ("ps", "طالبانو وویل چې ۱۴ کسان ووژل شول.\n\nدغه ادعا په خپلواکه توګه تایید شوې نه ده."),
    ("ar", "قال الجيش إن 14 شخصا قتلوا.\n\nولم يتسن التحقق من هذه الأنباء من مصدر مستقل."),
    ("ru", "Армия заявила, что погибли 14 человек.\n\nЭти сообщения не удалось независимо подтвердить."),
    ("uk", "Армія заявила, що загинули 14 людей.\n\nЦі повідомлення не вдалося незалежно перевірити."),
    ("fr", "L’armée a déclaré que 14 soldats avaient été tués.\n\nCes informations n’ont pas pu être vérifiées."),
    ("es", "El ejército dijo que murieron 14 soldados.\n\nEstas informaciones no se han podido verificar."),
]


@pytest.mark.parametrize(("language", "text"), NOT_VERIFIED)
def test_what_could_not_be_verified_says_so(language, text):
    first = extract(text, language)[0]
    assert first.dispute is Dispute.UNVERIFIABLE
    assert first.against


@pytest.mark.parametrize(
    ("language", "text", "modality"),
    [
        ("fa", "طالبان مدعی شدند که ۱۰ نفر کشته شدند.", Modality.ALLEGED),
        ("ar", "زعم الجيش أن 14 شخصا قتلوا.", Modality.ALLEGED),
        ("ru", "Армия утверждает, что погибли 14 человек.", Modality.ALLEGED),
        ("fr", "L’armée prétend que 14 soldats ont été tués.", Modality.ALLEGED),
        ("ru", "Москва опровергла обвинения в ударе по вокзалу.", Modality.DENIED),
        ("uk", "Генштаб повідомив, що збито 10 безпілотників.", Modality.ASSERTED),
    ],
)
def test_how_a_claim_is_put(language, text, modality):
    assert [claim.modality for claim in extract(text, language)] == [modality]


def test_a_language_that_the_engine_does_not_know_says_so_in_its_reasons():
    text = "Mnamo Jumatatu watu 14 waliuawa mjini Goma. Waziri alizungumza na waandishi wa habari jana jioni."
    (claim,) = extract(text, "sw")
    assert "14" in claim.quote
    assert claim.check_worthiness < 0.5
    assert any("knows no words of" in reason for reason in claim.reasons)


def test_text_with_joiners_marks_and_arabic_letters_stays_as_it_is():
    text = "سخنگوي وزارت گفت كه «نيروهاي ما ۷ روستا را گرفتند». او افزود که ۳۰ سرباز زخمی شده‌اند."
    for claim in extract(text, "fa"):
        assert text[claim.start : claim.end] == claim.quote
        assert claim.claimant == "سخنگوي وزارت"


KNOWN_PEOPLE = [
    (
        "fr",
        "Paul Morel, maire de Lyon, a déclaré que 14 soldats avaient été tués.\n\nLe maire a dit que 30 sont blessés.",
    ),
    (
        "es",
        "El ministro de Defensa Pablo Rojas dijo que murieron 14 soldados.\n\nEl ministro añadió que 30 están heridos.",
    ),
    ("ru", "Министр обороны Андрей Белов заявил, что погибли 14 человек.\n\nПо словам Белова, ранены 30 солдат."),
    ("ru", "Министр обороны Андрей Белов заявил, что погибли 14 человек.\n\nМинистр добавил, что 5 солдат пропали."),
    ("uk", "Речник армії Олег Савчук заявив, що загинули 14 людей.\n\nЗа словами Савчука, поранені 30 солдатів."),
    ("fa", "ذبیح‌الله مجاهد، سخنگوی طالبان، گفت که ۴۰ نفر تسلیم شدند.\n\nسخنگوی طالبان افزود که ۱۰ نفر زخمی شدند."),
    ("ar", "قال سامي الخطيب، المتحدث باسم الشرطة، إن 20 شخصا اعتقلوا.\n\nوأضاف المتحدث باسم الشرطة أن 5 قتلوا."),
]


@pytest.mark.parametrize(("language", "text"), KNOWN_PEOPLE)
def test_an_office_or_another_case_means_the_person_whom_the_article_names(language, text):
    first, second = extract(text, language)
    assert first.claimant == second.claimant
    assert len(first.claimant.split()) == 2
