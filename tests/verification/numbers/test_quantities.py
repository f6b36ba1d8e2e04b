"""Numbers as news writes them, in each language, with what they count."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verification.numbers.quantities import Bound, quantities
from verification.text.word_lists import words

# language, text, value, bound, unit in plain words
NUMBERS = [
    ("en", "They killed at least 14 Hazara civilians in Daikundi.", 14, "at_least", "Hazara civilians killed"),
    ("en", "Claiming the group had 4,000 fighters", 4000, "exactly", "fighters"),
    ("en", "The NRF still controls 60% of Panjshir", 60, "exactly", "%"),
    ("en", "more than $12 million in aid", 12_000_000, "more_than", "USD"),
    ("en", "after 20 months of fighting", 20, "exactly", "months"),
    ("en", "two hundred and fifty thousand people fled", 250_000, "exactly", "people displaced"),
    ("en", "half of the territory", 50, "exactly", "%"),
    ("en", "more than 4 in 10 voters", 40, "more_than", "%"),
    ("en", "the killing of six fighters", 6, "exactly", "fighters killed"),
    ("en", "one soldier was killed", 1, "exactly", "soldiers killed"),
    ("en", "twenty-one officers resigned", 21, "exactly", "officers"),
    ("en", "nearly 1.5 million people", 1_500_000, "almost", "people"),
    ("en", "the death toll rose to 55", 55, "exactly", "people dead"),
    ("en", "up to 300 missiles", 300, "at_most", "missiles"),
    ("en", "a 25-year-old man", 25, "exactly", "years old"),
    ("en", "fewer than 50 dead", 50, "less_than", "people dead"),
    ("en", "83 people died of measles", 83, "exactly", "people dead"),
    ("en", "At least 12 of them children were there", 12, "at_least", "children"),
    ("en", "killed the men over two days in November", 2, "exactly", "days"),
    ("en", "He waited for over two years.", 2, "more_than", "years"),
    ("fa", "نه غیرنظامی در این حمله کشته شدند", 9, "exactly", "civilians killed"),
    ("fa", "بیش از ۱۲۰۰ نفر زخمی شدند", 1200, "more_than", "people wounded"),
    ("fa", "بیست و پنج سرباز کشته شدند", 25, "exactly", "soldiers killed"),
    ("fa", "دست‌کم ۶۰ درصد از پنجشیر", 60, "at_least", "%"),
    ("fa", "۲/۵ میلیون دالر", 2_500_000, "exactly", "USD"),
    ("fa", "یک میلیون و دویست هزار نفر", 1_200_000, "exactly", "people"),
    ("prs", "۱۴ غیر نظامی", 14, "exactly", "civilians"),
    ("ps", "لږ تر لږه ۱۲ کسان ووژل شول", 12, "at_least", "people killed"),
    ("ps", "پنځه ورځې", 5, "exactly", "days"),
    ("ar", "مقتل ما لا يقل عن 14 مدنيا", 14, "at_least", "civilians killed"),
    ("ar", "وإصابة 30 آخرين", 30, "exactly", "people wounded"),
    ("ar", "خمسة وعشرون جنديا", 25, "exactly", "soldiers"),
    ("ar", "أكثر من ٦٠ في المئة", 60, "more_than", "%"),
    ("ar", "1.5 مليون دولار", 1_500_000, "exactly", "USD"),
    ("ru", "погибли не менее 12 человек", 12, "at_least", "people killed"),
    ("ru", "около 4 тыс. бойцов", 4000, "about", "fighters"),
    ("ru", "12,5 млн долларов", 12_500_000, "exactly", "USD"),
    ("ru", "были убиты трое мирных жителей", 3, "exactly", "civilians killed"),
    ("uk", "загинули щонайменше 12 людей", 12, "at_least", "people killed"),
    ("uk", "двадцять п’ять солдатів", 25, "exactly", "soldiers"),
    ("fr", "au moins 12 morts", 12, "at_least", "people killed"),
    ("fr", "plus de 4 000 combattants", 4000, "more_than", "fighters"),
    ("fr", "quatre-vingt-dix personnes ont été tuées", 90, "exactly", "people killed"),
    ("fr", "1,5 million d’euros", 1_500_000, "exactly", "EUR"),
    ("es", "al menos 12 muertos", 12, "at_least", "people killed"),
    ("es", "más de 4.000 combatientes", 4000, "more_than", "fighters"),
    ("es", "veinticinco personas murieron", 25, "exactly", "people killed"),
    ("es", "1,5 millones de dólares", 1_500_000, "exactly", "USD"),
]


@pytest.mark.parametrize(("language", "text", "value", "bound", "unit"), NUMBERS)
def test_a_number_comes_with_its_bound_and_its_unit(language, text, value, bound, unit):
    (found,) = quantities(text, language)
    assert (found.value, found.bound, found.unit) == (value, bound, unit)
    assert text[found.start : found.end] == found.words


RANGES = [
    ("en", "between 10 and 15 tonnes", (10, 15), Bound.BETWEEN),
    ("en", "10 to 15 thousand people", (10_000, 15_000), Bound.BETWEEN),
    ("en", "seven or eight houses", (7, 8), Bound.BETWEEN),
    ("en", "dozens of villages", (24, 99), Bound.VAGUE),
    ("en", "tens of thousands of people", (20_000, 99_999), Bound.VAGUE),
    ("fa", "ده‌ها نفر", (20, 99), Bound.VAGUE),
    ("ar", "عشرات الآلاف من النازحين", (20_000, 99_999), Bound.VAGUE),
    ("ru", "от 10 до 15 тонн", (10, 15), Bound.BETWEEN),
    ("fr", "une centaine de civils", (85, 115), Bound.VAGUE),
    ("es", "entre 10 y 15 toneladas", (10, 15), Bound.BETWEEN),
]


@pytest.mark.parametrize(("language", "text", "interval", "bound"), RANGES)
def test_two_ends_and_vague_words_are_an_interval(language, text, interval, bound):
    (found,) = quantities(text, language)
    assert (found.interval, found.bound) == (interval, bound)


@pytest.mark.parametrize(
    "text",
    [
        "COVID-19, the G7 and Article 5",
        "no one was hurt, one of them said",
        "on the 2nd floor",
        "in 2021 and on 17 May",
        "at 10:30, or 6 am",
        "Three, harden our defences",
        "the Group of 20",
        "an officer of 81 Division",
    ],
)
def test_names_dates_and_times_count_nothing(text):
    assert quantities(text, "en") == ()


def test_the_dead_and_the_wounded_are_told_apart():
    for text in ("12 people were killed and 30 wounded.", "killing 12 and wounding 30 others"):
        assert [(q.value, q.unit, q.kind) for q in quantities(text, "en")] == [
            (12, "people killed", "killed"),
            (30, "people wounded", "wounded"),
        ]


def test_a_share_says_what_it_is_a_share_of():
    assert quantities("60 per cent of the votes", "en")[0].of == "votes"
    assert quantities("60 % du territoire", "fr")[0].of == "territoire"


def test_a_number_word_may_be_the_last_of_the_text():
    (found,) = quantities("$ خمسة", "ar")
    assert (found.value, found.unit, found.words) == (5, "USD", "خمسة")


PIECES = st.sampled_from(
    sorted(
        words(
            """
            12 1,200 1.5 million % of between and to 10-15 half dozens $ people killed و ۱۲ هزار نفر خمسة عشر
            сто тысяч deux cents 99999999999999999999 1.2.3 1/2/3 0 , . - thousand
            """
        )
    )
)


@settings(deadline=None, max_examples=150)
@given(st.lists(PIECES, max_size=12).map(" ".join), st.sampled_from(["en", "fa", "ar", "ru", "fr", None, "xx"]))
def test_odd_text_is_read_without_a_fault(text, language):
    for found in quantities(text, language):
        assert text[found.start : found.end] == found.words
        assert found.until is None or found.value <= found.until
