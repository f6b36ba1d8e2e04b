"""Dates as news writes them, in each language, seen from Wednesday 17 August 2022."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verification.numbers import solar_hijri
from verification.numbers.moments import Relation, moments
from verification.text.word_lists import words

PUBLISHED = date(2022, 8, 17)
# language, text, words found, first day, last day
DATES = [
    ("en", "The port reopened on Monday.", "Monday", "2022-08-15", "2022-08-15"),
    ("en", "At Sunday’s meeting in Tehran nothing was agreed.", "Sunday’s", "2022-08-14", "2022-08-14"),
    ("en", "The port will open on Monday.", "Monday", "2022-08-22", "2022-08-22"),
    ("en", "They held the town since August 2021.", "August 2021", "2021-08-01", "2021-08-31"),
    ("en", "In early 2021 the talks began.", "early 2021", "2021-01-01", "2021-04-30"),
    ("en", "Before the attacks of September 11, 2001.", "September 11, 2001", "2001-09-11", "2001-09-11"),
    ("en", "The civil war of the 1990s.", "1990s", "1990-01-01", "1999-12-31"),
    ("en", "In the late 1990s they came to power.", "late 1990s", "1997-01-01", "1999-12-31"),
    ("en", "A meeting on May 1 and 2 in Doha.", "May 1 and 2", "2022-05-01", "2022-05-02"),
    ("en", "He met them last week.", "last week", "2022-08-08", "2022-08-14"),
    ("en", "He held talks over the weekend.", "weekend", "2022-08-13", "2022-08-14"),
    ("en", "Three days ago the town fell.", "Three days ago", "2022-08-14", "2022-08-14"),
    ("en", "Prices doubled in the past two years.", "past two years", "2020-08-17", "2022-08-17"),
    ("en", "On 17 May two men died.", "17 May", "2022-05-17", "2022-05-17"),
    ("en", "From 2010 to 2015 he ruled.", "2010 to 2015", "2010-01-01", "2015-12-31"),
    ("en", "Polled between Dec. 6-9, 2021.", "Dec. 6-9, 2021", "2021-12-06", "2021-12-09"),
    ("en", "The law of 2021-08-15 stands.", "2021-08-15", "2021-08-15", "2021-08-15"),
    ("en", "Yesterday the army left.", "Yesterday", "2022-08-16", "2022-08-16"),
    ("fa", "روز دوشنبه گفت", "دوشنبه", "2022-08-15", "2022-08-15"),
    ("fa", "دیروز حمله کردند", "دیروز", "2022-08-16", "2022-08-16"),
    ("fa", "هفتهٔ گذشته", "هفتهٔ گذشته", "2022-08-08", "2022-08-14"),
    ("fa", "کابل در ۲۴ اسد ۱۴۰۰ سقوط کرد", "۲۴ اسد ۱۴۰۰", "2021-08-15", "2021-08-15"),
    ("fa", "ظهر دهم اکتبر ۲۰۲۰", "دهم اکتبر ۲۰۲۰", "2020-10-10", "2020-10-10"),
    ("fa", "در سال ۱۴۰۰", "سال ۱۴۰۰", "2021-03-21", "2022-03-20"),
    ("fa", "دو روز پیش", "دو روز پیش", "2022-08-15", "2022-08-15"),
    ("fa", "در دههٔ ۱۹۹۰", "دههٔ ۱۹۹۰", "1990-01-01", "1999-12-31"),
    ("fa", "بیست و سوم ماه می ۲۰۲۳", "بیست و سوم ماه می ۲۰۲۳", "2023-05-23", "2023-05-23"),
    ("fa", "تاریخ ۱۴۰۰/۵/۲۴", "۱۴۰۰/۵/۲۴", "2021-08-15", "2021-08-15"),
    ("prs", "اوایل سال ۲۰۲۱", "اوایل سال ۲۰۲۱", "2021-01-01", "2021-04-30"),
    ("ps", "د ۲۰۲۱ کال د اګست په ۱۵مه", "۲۰۲۱ کال د اګست په ۱۵مه", "2021-08-15", "2021-08-15"),
    ("ps", "د ۱۴۰۰ کال د زمري ۲۴مه", "۱۴۰۰ کال د زمري ۲۴مه", "2021-08-15", "2021-08-15"),
    ("ps", "د دوشنبې په ورځ", "دوشنبې", "2022-08-15", "2022-08-15"),
    ("ps", "تېره اونۍ", "تېره اونۍ", "2022-08-08", "2022-08-14"),
    ("ps", "درې ورځې وړاندې", "درې ورځې وړاندې", "2022-08-14", "2022-08-14"),
    ("ar", "يوم الاثنين", "الاثنين", "2022-08-15", "2022-08-15"),
    ("ar", "في 15 أغسطس/آب 2021", "15 أغسطس/آب 2021", "2021-08-15", "2021-08-15"),
    ("ar", "الأسبوع الماضي", "الأسبوع الماضي", "2022-08-08", "2022-08-14"),
    ("ar", "قبل يومين", "قبل يومين", "2022-08-15", "2022-08-15"),
    ("ar", "قبل ثلاثة أيام", "قبل ثلاثة أيام", "2022-08-14", "2022-08-14"),
    ("ar", "مطلع عام ٢٠٢١", "مطلع عام ٢٠٢١", "2021-01-01", "2021-04-30"),
    ("ru", "в понедельник", "понедельник", "2022-08-15", "2022-08-15"),
    ("ru", "15 августа 2021 года", "15 августа 2021", "2021-08-15", "2021-08-15"),
    ("ru", "на прошлой неделе", "прошлой неделе", "2022-08-08", "2022-08-14"),
    ("ru", "три дня назад", "три дня назад", "2022-08-14", "2022-08-14"),
    ("ru", "в 1990-х годах", "1990-х", "1990-01-01", "1999-12-31"),
    ("ru", "в начале 2021 года", "начале 2021 года", "2021-01-01", "2021-04-30"),
    ("ru", "указ от 15.08.2021", "15.08.2021", "2021-08-15", "2021-08-15"),
    ("uk", "у понеділок", "понеділок", "2022-08-15", "2022-08-15"),
    ("uk", "24 лютого 2022 року", "24 лютого 2022", "2022-02-24", "2022-02-24"),
    ("uk", "минулого тижня", "минулого тижня", "2022-08-08", "2022-08-14"),
    ("uk", "торік", "торік", "2021-01-01", "2021-12-31"),
    ("uk", "у серпні", "серпні", "2022-08-01", "2022-08-31"),
    ("fr", "mardi dernier", "mardi dernier", "2022-08-16", "2022-08-16"),
    ("fr", "le 15 août 2021", "15 août 2021", "2021-08-15", "2021-08-15"),
    ("fr", "il y a trois jours", "il y a trois jours", "2022-08-14", "2022-08-14"),
    ("fr", "l’année dernière", "l’année dernière", "2021-01-01", "2021-12-31"),
    ("fr", "dans les années 90", "années 90", "1990-01-01", "1999-12-31"),
    ("fr", "le 1er mai", "1er mai", "2022-05-01", "2022-05-01"),
    ("es", "el pasado martes", "pasado martes", "2022-08-16", "2022-08-16"),
    ("es", "el 15 de agosto de 2021", "15 de agosto de 2021", "2021-08-15", "2021-08-15"),
    ("es", "hace tres días", "hace tres días", "2022-08-14", "2022-08-14"),
    ("es", "a principios de 2021", "principios de 2021", "2021-01-01", "2021-04-30"),
    ("es", "en la década de 1990", "década de 1990", "1990-01-01", "1999-12-31"),
]


@pytest.mark.parametrize(("language", "text", "written", "begins", "ends"), DATES)
def test_a_date_is_an_interval_of_days(language, text, written, begins, ends):
    (found,) = moments(text, language, PUBLISHED)
    assert (found.words, str(found.begins), str(found.ends)) == (written, begins, ends)
    assert text[found.start : found.end] == written


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "on Monday"), ("en", "on 17 May"), ("en", "last week"), ("fa", "دیروز"), ("ru", "17 мая"), ("ar", "أمس")],
)
def test_without_the_date_of_the_article_it_is_undated_and_not_guessed(language, text):
    (found,) = moments(text, language)
    assert not found.is_dated
    assert found.ends is None
    assert found.precision is None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "They may march on."),
        ("en", "12 people were killed."),
        ("en", "after 20 months of fighting"),
        ("en", "in 2000 homes"),
        ("fr", "la planète Mars"),
        ("fa", "او می تواند برود"),
    ],
)
def test_ordinary_words_and_counts_are_no_dates(language, text):
    assert moments(text, language, PUBLISHED) == ()


def test_a_date_in_figures_with_two_readings_stays_undated():
    (found,) = moments("Signed on 5/6/2021.", "en", PUBLISHED)
    assert not found.is_dated


def test_how_what_is_told_stands_to_the_date_is_kept():
    told = {
        "since August 2021": Relation.SINCE,
        "until Friday": Relation.UNTIL,
        "before 2014": Relation.BEFORE,
        "after Monday": Relation.AFTER,
        "in May 2020": Relation.ON,
    }
    assert {text: moments(text, "en", PUBLISHED)[0].relation for text in told} == told
    assert moments("منذ أغسطس 2021", "ar")[0].relation is Relation.SINCE


def test_the_solar_year_begins_on_the_right_day():
    begins = {1357: "1978-03-21", 1399: "2020-03-20", 1403: "2024-03-20", 1404: "2025-03-21", 1408: "2029-03-20"}
    assert {year: str(solar_hijri.new_year(year)) for year in begins} == begins
    assert str(solar_hijri.gregorian(1357, 2, 7)) == "1978-04-27"
    assert solar_hijri.gregorian(1402, 12, 30) is None


PIECES = st.sampled_from(
    sorted(
        words(
            """
            Monday last week 31 February 2021 9999 0000 1990 s - / . , of the since May 30 الاثنين ۳۱ ۱۴۰۲ حوت
            99 ago il y a années years 12:30 2021-13-45 1/1/1
            """
        )
    )
)


@settings(deadline=None, max_examples=150)
@given(st.lists(PIECES, max_size=12).map(" ".join), st.sampled_from(["en", "fa", "ar", "ru", "fr", None, "xx"]))
def test_odd_text_is_read_without_a_fault(text, language):
    for found in moments(text, language, PUBLISHED):
        assert text[found.start : found.end] == found.words
        assert found.begins is None or found.begins <= found.ends
