from __future__ import annotations

import time
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verification.matching.anchors import Anchor, Wanted, anchors
from verification.text.segment import paragraphs, sentences
from verification.text.span import Span

OLD = """Forty soldiers were killed in the village on Monday, the ministry said. Nobody could verify it.

The bridge over the Dnipro was closed on Friday. Two thousand people left the town, the mayor said.

The ministry denied that the bridge was mined."""
WORDS = [
    "the",
    "bridge",
    "was",
    "mined",
    "closed",
    "forty",
    "seven",
    "soldiers",
    "left",
    "town",
    "denied",
    "پل",
    "بسته",
]
TEXTS = st.lists(
    st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=7), min_size=1, max_size=4), min_size=1, max_size=4
).map(lambda parts: "\n\n".join(" ".join(" ".join(words).capitalize() + "." for words in part) for part in parts))


def claims_of(text: str) -> list[Wanted]:
    """Every sentence of the text, as a claim."""
    spans = [span for paragraph in paragraphs(text) for span in sentences(text, paragraph)]
    return [wanted(text, span.slice(text), span.start) for span in spans]


def wanted(text: str, words: str, start: int | None = None) -> Wanted:
    start = text.index(words) if start is None else start
    end = start + len(words)
    return Wanted(start, end, words, text[max(0, start - 32) : start], text[end : end + 32])


def told(new: str, words: str, old: str = OLD) -> tuple[str, bool] | None:
    (found,) = anchors(new, [wanted(old, words)])
    return (found.span.slice(new), found.is_same) if found else None


def test_the_same_words_are_found_wherever_they_went() -> None:
    moved = "A new beginning. " * 40 + OLD.replace(" on Friday. ", "\non  Friday. ")
    assert told(moved, "The bridge over the Dnipro was closed on Friday.") == (
        "The bridge over the Dnipro was closed\non  Friday.",
        True,
    )


@pytest.mark.parametrize(
    ("words", "new", "now"),
    [
        (
            "Forty soldiers were killed in the village on Monday",
            OLD.replace("Forty", "Fourteen"),
            "Fourteen soldiers were killed in the village on Monday",
        ),
        (
            "Two thousand people left the town, the mayor said.",
            "It began on a Sunday. " * 30 + OLD.replace("Two thousand people", "At least 300 people"),
            "At least 300 people left the town, the mayor said.",
        ),
        (
            "the bridge was mined",
            OLD.replace("denied that the bridge was mined", "confirmed that the bridge was never mined by anybody"),
            "the bridge was never mined by anybody",
        ),
    ],
)
def test_changed_words_are_found_near_where_they_stood(words: str, new: str, now: str) -> None:
    assert told(new, words) == (now, False)


def test_the_same_words_in_another_sentence_are_not_the_same() -> None:
    words = "the bridge was mined"
    assert told(OLD, words) == (words, True)
    assert told(OLD.replace("denied that", "took back that"), words) == (words, False)
    assert told(OLD.replace("was mined.", "was mined by the enemy."), words) == (words, False)
    assert told(OLD.replace("Nobody could verify it.", "Others doubt it."), "Forty soldiers were killed") == (
        "Forty soldiers were killed",
        True,
    )


def test_what_is_gone_is_not_found_in_a_sentence_that_is_another_claims_own() -> None:
    old = "Forty soldiers were killed in the village on Monday. Forty soldiers were killed in the town on Monday."
    first, second = claims_of(old)
    assert anchors(second.quote, [first, second]) == [None, Anchor(Span(0, len(second.quote)), is_same=True)]
    assert told(OLD.replace("Nobody could verify it.", ""), "Nobody could verify it.") is None


def test_no_word_is_cut() -> None:
    assert told("The smart bridges stay.", "art bridge", old="The art bridge stays.") is None


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_every_claim_of_a_text_stands_in_that_text_as_it_is(text: str) -> None:
    for claim, anchor in zip(claims_of(text), anchors(text, claims_of(text)), strict=True):
        assert anchor is not None
        assert anchor.is_same
        assert anchor.span.slice(text) == claim.quote


@settings(max_examples=120, deadline=None)
@given(TEXTS, TEXTS)
def test_every_span_slices_to_words_of_the_later_text(old: str, new: str) -> None:
    listed = claims_of(old)
    for claim, anchor in zip(listed, anchors(new, listed), strict=True):
        if anchor is None:
            assert claim.quote not in new
            continue
        words = anchor.span.slice(new)
        assert words.strip() == words != ""
        assert anchor.span.end <= len(new)
        if anchor.is_same:
            assert words.split() == claim.quote.split()
    assert anchors(new, listed) == anchors(new, listed)


def test_a_book_in_which_every_sentence_changed_is_gone_through_in_a_moment() -> None:
    random = Random(3)
    old = " ".join(
        f"{number} people {random.choice(WORDS)} the {random.choice(WORDS)} at noon." for number in range(400)
    )
    began = time.process_time()
    found = anchors(old.replace("people", "soldiers"), claims_of(old))
    assert all(found)
    assert time.process_time() - began < 4
