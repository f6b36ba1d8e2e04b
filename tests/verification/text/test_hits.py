"""Where the words of a search stand, and the words around them."""

from verification.text.hits import LONGEST, excerpt, hits
from verification.text.span import Span

CALM = "The sea was calm. " * 30


def said(text: str, query: str) -> list[str]:
    return [hit.slice(text) for hit in hits(text, query)]


def test_words_are_found_from_their_beginning_whatever_their_case() -> None:
    assert said("The Ferry, ferries and a wherry; FERRY.", "ferr") == ["Ferry", "ferries", "FERRY"]
    assert said("🚢 the port authority", "AUTH port") == ["port", "authority"]
    assert hits("🚢 the port", "port") == [Span(6, 10)]


def test_arabic_and_persian_letters_that_look_alike_are_the_same() -> None:
    assert said("علي در كابل بود", "علی کابل") == ["علي", "كابل"]


def test_signs_are_no_words_and_no_pattern() -> None:
    assert said("a.b (c) [d]", "... ( [ .*") == []
    assert said("It fell by 5.3 percent", "5.3") == ["5", "3"]


def test_no_more_are_found_than_are_asked_for() -> None:
    assert len(hits(CALM, "sea", most=7)) == 7


def test_an_excerpt_shows_the_hits_that_stand_together_and_is_cut_at_words() -> None:
    text = CALM + "A ferry left. " + CALM + "The ferry of the port\n\nauthority came. " + CALM
    pieces = excerpt(text, hits(text, "ferry port"))
    assert [words for words, is_hit in pieces if is_hit] == ["ferry", "port"]
    whole = "".join(words for words, _is_hit in pieces)
    assert "The ferry of the port authority came." in whole
    assert whole.startswith("…")
    assert whole.endswith(" …")
    assert len(whole) <= LONGEST + 3


def test_an_excerpt_of_a_short_text_is_the_text_and_of_no_hit_nothing() -> None:
    assert excerpt("The ferry left.", hits("The ferry left.", "ferry")) == [
        ("The ", False),
        ("ferry", True),
        (" left.", False),
    ]
    assert excerpt("The ferry left.", []) == []
