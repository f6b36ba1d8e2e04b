"""What somebody writes in the search field, and what of it is not understood."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verification.asking import Asked, NotUnderstood, Term, Wrong, parse


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("", Asked()),
        ("  harbour  reopened ", Asked(words="harbour reopened")),
        ("verdict:disputed", Asked(terms=(Term(name="verdict", values=("disputed",)),))),
        ("Verdict:DISPUTED", Asked(terms=(Term(name="verdict", values=("disputed",)),))),
        (
            'harb verdict:disputed topic:territory,violence claimant:"the port authority" -stage:open',
            Asked(
                words="harb",
                terms=(
                    Term(name="verdict", values=("disputed",)),
                    Term(name="topic", values=("territory", "violence")),
                    Term(name="claimant", values=("the port authority",)),
                    Term(name="stage", values=("open",), negated=True),
                ),
            ),
        ),
        ("place:«بندر عباس»", Asked(terms=(Term(name="place", values=("بندر عباس",)),))),
        ('"verdict:disputed"', Asked(words="verdict:disputed")),
        ("said: at 12:30 -5 well-known", Asked(words="said: at 12:30 -5 well-known")),
        ("since:2026-11-01", Asked(terms=(Term(name="since", values=("2026-11-01",)),))),
        ('claimant:"NRF",Taliban', Asked(terms=(Term(name="claimant", values=("NRF", "Taliban")),))),
    ],
)
def test_words_and_terms_are_told_apart(text: str, asked: Asked) -> None:
    assert parse(text) == asked


@pytest.mark.parametrize(
    ("text", "wrong", "part"),
    [
        ("verdikt:disputed", Wrong.UNKNOWN_NAME, "verdikt"),
        ("harbour https://desk.example", Wrong.UNKNOWN_NAME, "https"),
        ("topic:territory,sport", Wrong.UNKNOWN_VALUE, "sport"),
        ("stage: open", Wrong.NO_VALUE, "stage:"),
        ('claimant:""', Wrong.NO_VALUE, 'claimant:""'),
        ("topic:territory,", Wrong.NO_VALUE, "topic:territory,"),
        ('claimant:"the port', Wrong.OPEN_QUOTE, '"the port'),
        ('harbour "reopened', Wrong.OPEN_QUOTE, '"reopened'),
        ("since:yesterday", Wrong.NO_DATE, "yesterday"),
        ("since:2026-13-01", Wrong.NO_DATE, "2026-13-01"),
        ("-since:2026-11-01", Wrong.ONE_DATE, "-since:2026-11-01"),
        ("numbers:yes " * 21, Wrong.TOO_MANY, "numbers:yes " * 21),
    ],
)
def test_what_is_not_understood_is_pointed_at(text: str, wrong: Wrong, part: str) -> None:
    with pytest.raises(NotUnderstood) as refused:
        parse(text)
    refusal = refused.value
    assert (refusal.wrong, text[refusal.start : refusal.end]) == (wrong, part)


def test_all_that_is_not_understood_is_pointed_at_together() -> None:
    text = 'verdict:supporte harbour clamant:"port authority" -topic:war,territory,pece since: until:soon "open'
    with pytest.raises(NotUnderstood) as refused:
        parse(text)
    assert [(one.wrong, text[one.start : one.end]) for one in refused.value.all] == [
        (Wrong.UNKNOWN_VALUE, "supporte"),
        (Wrong.UNKNOWN_NAME, "clamant"),
        (Wrong.UNKNOWN_VALUE, "war"),
        (Wrong.UNKNOWN_VALUE, "pece"),
        (Wrong.NO_VALUE, "since:"),
        (Wrong.NO_DATE, "soon"),
        (Wrong.OPEN_QUOTE, '"open'),
    ]


@given(st.text(alphabet='ab:-," «»“\n\x00verdict', max_size=80))
def test_any_text_is_read_or_refused_with_a_place(text: str) -> None:
    places = [0, *places_of(text), len(text)]
    assert places == sorted(places)


def places_of(text: str) -> list[int]:
    """Where it is not understood: beginnings and ends, in turn."""
    try:
        parse(text)
    except NotUnderstood as refusal:
        return [at for one in refusal.all for at in (one.start, one.end)]
    return []
