"""Which language, and which way it runs."""

import pytest

from verification.text.language import direction, identify


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The army said on Monday that it had taken the village."),
        ("fa", "ارتش روز دوشنبه گفت که روستا را گرفته است"),
        ("fa", "حكومت موقت شهر را تصرف كرد"),
        ("ar", "قال الجيش يوم الاثنين إنه سيطر على القرية"),
        ("ps", "ویاند وویل چې پوځیانو په ښار کې برید وکړ"),
        ("ur", "فوج نے کہا کہ گاؤں پر قبضہ کر لیا ہے"),
        ("ru", "Армия заявила в понедельник, что взяла деревню."),
        ("uk", "Армія заявила в понеділок, що взяла село."),
        ("fr", "L’armée a déclaré lundi avoir pris le village."),
        ("es", "El ejército dijo el lunes que había tomado la aldea."),
        (None, "12 5 7"),
        (None, "ok"),
        (None, ""),
    ],
)
def test_a_language_is_identified_or_left_open(language, text):
    assert identify(text) == language


@pytest.mark.parametrize(
    ("language", "way"),
    [("fa", "rtl"), ("ar-EG", "rtl"), ("fa-Latn", "ltr"), ("pa-Arab", "rtl"), ("en", "ltr"), (None, "ltr")],
)
def test_a_language_has_a_direction(language, way):
    assert direction(language) == way
