"""Denials and doubts in Arabic, Persian and Pashto, and what they bear on."""

from __future__ import annotations

import pytest

from verification.extraction.engine import extract
from verification.extraction.stems import stems


@pytest.mark.parametrize(
    ("language", "claim", "denial", "kind"),
    [
        ("ar", "قال الدفاع المدني إن 14 شخصا قتلوا في المدرسة.", "وقال الجيش إنه لم يقصف أي مدرسة.", "denied"),
        ("ar", "اتهم ناشطون الجيش بقصف المدرسة.", "ونفى الجيش قصف المدرسة.", "denied"),
        ("ar", "قالت الحكومة إن 14 مسلحا قتلوا.", "ولم يقدم المتحدث أي دليل على ذلك.", "unverifiable"),
        ("fa", "یک گزارشگر گفت که نظامیان از حماه رفته‌اند.", "ارتش عقب‌نشینی از حماه را تکذیب کرد.", "denied"),
        ("fa", "شاهدان گفتند که مهاجمان وارد حماه شده‌اند.", "ارتش گفت که هیچ مهاجمی وارد حماه نشده است.", "denied"),
        ("fa", "جبهه مقاومت گفت که ۲۷ نفر کشته شدند.", "این رقم را هیچ منبع مستقلی تأیید نکرده است.", "unverifiable"),
        ("ps", "پوځ وویل چې طالبانو روغتون بمبار کړ.", "طالبانو د روغتون بمبارول رد کړل.", "denied"),
    ],
)
def test_a_claim_is_disputed_by_who_denies_or_doubts_it_in_the_words_of_its_language(
    language: str, claim: str, denial: str, kind: str
) -> None:
    found = extract(f"{claim}\n\n{denial}", language)
    assert found[0].dispute == kind
    assert found[0].against


def test_the_month_of_esfand_denies_nothing() -> None:
    (claim,) = extract("وزیر کشور هفتم اسفند گفت که ۲۰ نفر بازداشت شدند.", "fa")
    assert claim.dispute == "none"


@pytest.mark.parametrize(
    ("one", "other"),
    [("المدرسة", "مدرسة"), ("قصفت", "القصف"), ("بیمارستان‌های", "بیمارستان"), ("نظامیان", "نظامی"), ("کشته", "کشتار")],
)
def test_forms_of_an_eastern_word_share_a_stem(one: str, other: str) -> None:
    assert set(stems(one)) & set(stems(other))
