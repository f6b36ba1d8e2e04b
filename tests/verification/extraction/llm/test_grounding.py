from __future__ import annotations

import pytest

from verification.extraction.llm.chunks import chunks
from verification.extraction.llm.grounding import Grounds, Words
from verification.text.span import Span

TEXT = """The board said that 512 houses  were flooded — and that “nobody” was hurt.

He denied it. He denied it. وزیر می‌گوید که ۱۲ نفر کشته شدند."""


def found(words: str, text: str = TEXT) -> str | None:
    (part,) = chunks(text)
    span = Grounds(text, part).find(words)
    return span.slice(text) if span else None


@pytest.mark.parametrize(
    ("words", "stands"),
    [
        ("512 houses were flooded", "512 houses  were\xa0flooded"),
        ("The board said", "The board said"),
        ("the board said", "The board said"),
        ('flooded - and that "nobody" was hurt.', "flooded — and that “nobody” was hurt."),
        ("“flooded — and that 'nobody' was hurt", None),
        ("…512 houses were flooded…", "512 houses  were\xa0flooded"),
        ("وزير ميگويد كه ۱۲ نفر", "وزیر می‌گوید که ۱۲ نفر"),
    ],
)
def test_words_are_found_whatever_copying_did_to_them(words: str, stands: str | None) -> None:
    assert found(words) == stands


@pytest.mark.parametrize(
    "words",
    [
        "The board said that 513 houses were flooded",
        "12 houses were flooded",  # of 512
        "oard said that",
        "was hurt. He denied it",  # over the end of a paragraph
        "...",
        "",
        "The board said that nobody was hurt",
        "\0",
    ],
)
def test_words_that_do_not_stand_there_are_not_found(words: str) -> None:
    assert found(words) is None


def test_the_second_of_two_alike_is_found_once_the_first_is_taken() -> None:
    (part,) = chunks(TEXT)
    grounds = Grounds(TEXT, part)
    first = grounds.find("He denied it.")
    assert first is not None
    second = grounds.find("He denied it.", taken=[first])
    assert second == Span(first.start + 14, first.end + 14)
    assert grounds.find("He denied it.", taken=[first, second]) == first


def test_a_name_is_known_only_by_the_words_of_the_article() -> None:
    words = Words("Mayor Anna Berg said so. Ms Berg’s office denied it.")
    assert words.name("Anna Berg")
    assert words.name("mayor berg")
    assert not words.name("Anna Bergström")
    assert not words.name("…")


def test_a_statement_says_it_in_the_words_of_the_article() -> None:
    words = Words("Mayor Anna Berg said that 512 houses were flooded in the valley of Nord.")
    assert words.carry("512 houses in the valley of Nord were flooded.")
    assert words.carry("Houses flooded in the valley: 512")
    assert not words.carry("512 houses in the valley of Sud were flooded.")
    assert not words.carry("515 houses in the valley were flooded.")
    assert not words.carry("Houses were burnt by hired criminals who answer to foreigners.")
    assert not words.carry("")
