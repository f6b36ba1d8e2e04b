import re
import time
from random import Random

import pytest

from verification.text.find import MOST, occurrences
from verification.text.span import Span

TEXT = "The bridge was closed.\n\nA guard said: the bridge\nwas closed. پل بسته شد؛ می‌گویند باز می‌شود."


def found(words: str) -> list[str]:
    return [span.slice(TEXT) for span in occurrences(TEXT, words)]


def test_words_are_found_wherever_they_stand_in_order():
    assert [span.start for span in occurrences(TEXT, "closed")] == [15, 53]


def test_white_space_in_the_words_matches_any_white_space_in_the_text():
    assert found("the   bridge was\n closed.") == ["the bridge\nwas closed."]


def test_capitals_and_punctuation_count():
    assert found("the bridge") == ["the bridge"]
    assert found("closed;") == []


def test_words_are_normalised_as_the_text_was():
    assert found("پل بسته\u202c شد؛ می‌گویند") == ["پل بسته شد؛ می‌گویند"]


@pytest.mark.parametrize("words", ["", "   ", "\x00", "a bridge that is not there", "(.*)"])
def test_what_is_not_there_is_not_found(words):
    assert found(words) == []


def test_a_word_that_stands_everywhere_is_not_listed_without_end():
    assert len(occurrences("a " * 500, "a")) == MOST


def test_words_are_found_alike_however_much_white_space_stands_around_and_in_them() -> None:
    random = Random(7)
    for _time in range(300):
        text = "".join(random.choice(("a", "b", " ", "\n", "  ", "\n\n ")) for _sign in range(40))
        words = " ".join(random.choice(("a", "b", "ab")) for _word in range(random.randint(1, 3)))
        slowly = re.finditer(r"\s+".join(words.split()), text)
        assert occurrences(text, words) == [Span(match.start(), match.end()) for match in slowly][:20]


def test_a_text_that_says_the_same_over_and_over_is_looked_through_in_a_moment() -> None:
    began = time.process_time()
    assert occurrences("a " * 2_000_000, "a " * 1000 + "b") == []
    assert time.process_time() - began < 10
