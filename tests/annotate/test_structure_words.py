"""Numbers and times of a claim in plain words."""

from datetime import UTC, datetime

import pytest
from django.utils import translation

from annotate.structure_words import number_in_words, span_in_words, time_as_written
from verification.engine_words import in_words


@pytest.mark.parametrize(
    ("number", "words"),
    [
        ({"value": 14, "bound": "at_least", "unit": "civilians killed"}, "at least 14 civilians killed"),
        ({"value": 10, "until": 15, "bound": "between", "unit": "tonnes"}, "10 to 15 tonnes"),
        ({"value": 60, "bound": "exactly", "unit": "%", "of": "Panjshir"}, "60 % of Panjshir"),
        ({"value": 4000, "bound": "exactly", "unit": "fighters"}, "4,000 fighters"),
        ({"value": 1.5, "bound": "exactly", "unit": ""}, "1.5"),
    ],
)
def test_a_number_is_said_with_its_bound_and_unit(number, words):
    assert number_in_words(number) == words


@pytest.mark.parametrize(
    ("unit", "said"),
    [("people", "نفر"), ("civilians killed", "غیرنظامی کشته"), ("tonnes", "تن"), ("%", "%"), ("gadgets", "gadgets")],
)
def test_what_is_counted_is_said_in_the_readers_language_where_it_is_known(unit, said):
    with translation.override("fa"):
        assert number_in_words({"value": 14, "bound": "exactly", "unit": unit}) == f"14 {said}"
        assert said in in_words(f"names a number of {unit}")


def test_a_time_is_said_as_exactly_as_it_is_known():
    start, until = datetime(2021, 8, 1, tzinfo=UTC), datetime(2021, 8, 31, 23, 59, 59, tzinfo=UTC)
    assert span_in_words(start, until, "month") == "2021-08"
    assert span_in_words(start, until, "year") == "2021"
    assert span_in_words(start, until, "day") == "2021-08-01 to 2021-08-31"
    assert span_in_words(None, None, None) == ""


@pytest.mark.parametrize(
    ("statement", "language", "words"),
    [
        ("The docks are closed on May 1 and 2 in Marnau.", "en", "May 1 and 2"),
        ("The docks were closed last year.", "en-GB", "last year"),
        ("Nobody came to Sunday’s meeting.", None, "Sunday"),
        ("Les quais ont fermé le 3 juin.", "fr", "3 juin"),
        ("The docks were closed in August 2021.", "en", ""),
        ("The docks are closed.", "en", ""),
    ],
)
def test_a_time_that_is_no_date_is_told_in_the_words_of_the_statement(statement, language, words):
    assert time_as_written(statement, language) == words
