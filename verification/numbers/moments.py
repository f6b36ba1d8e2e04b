"""Dates in a passage, as intervals of days. Nothing is guessed: without the article's date, "Monday" is undated.

Small words become letters (`date_words`), and dates are patterns over those letters, the same for every language.
"""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum
from functools import lru_cache

from verification.text.record import record
from verification.text.tokens import line_of, may_name
from verification.vocabulary import DatePrecision

from .date_patterns import (
    BY_DISTANCE,
    ENGLISH,
    PATTERNS,
    Context,
    Resolver,
    groups,
    in_figures,
    is_no_date,
    of_century,
    of_decade,
)
from .date_words import read, words_of

LONGEST = 4_000


class Relation(StrEnum):
    """How what is told stands to the time that is named."""

    ON = "on"
    SINCE = "since"
    UNTIL = "until"
    BEFORE = "before"
    AFTER = "after"


@record(frozen=True, slots=True)
class Moment:
    """A time that a passage names; `start` and `end` are offsets in the passage.

    `begins` and `ends` are the first and the last day of the time named, both None where the article's date would be
    needed and is not known. Nothing finer than a day is resolved.
    """

    start: int
    end: int
    words: str
    begins: date | None
    ends: date | None
    precision: DatePrecision | None
    relation: Relation = Relation.ON
    is_distance: bool = False  # told by how far it is: "yesterday", "last week"

    @property
    def is_dated(self) -> bool:
        return self.begins is not None


RELATIONS = {"s": Relation.SINCE, "u": Relation.UNTIL, "b": Relation.BEFORE, "f": Relation.AFTER, "a": Relation.SINCE}


def moments(text: str, language: str | None, published: date | None = None) -> tuple[Moment, ...]:
    """The times that a passage names, in order. `language` is a primary code; unknown ones are read as English.

    `published` is the day the article ran: what "Monday", "yesterday" and "on 17 May" are seen from.
    """
    words = words_of(language or ENGLISH) or words_of(ENGLISH)
    if words is None or len(text) > LONGEST or not may_name(text, words.triggers):
        return ()
    line = line_of(text)
    codes, values, firsts, lasts = read(line, words)
    context = Context(published, words.code, "F" in codes)
    taken = [False] * len(codes)
    found: list[Moment] = []
    for pattern, resolver in patterns_with(frozenset(codes)):
        for match in pattern.finditer(codes):
            first, after = match.span()
            while first < after and codes[first] in "oI,-":
                first += 1
            if first == after or any(taken[first:after]):
                continue
            named = groups(match, values)
            if is_no_date(match, codes, named, resolver, words.code, line.keys, firsts):
                continue
            interval = resolver(named, context)
            if interval is None and resolver in (of_century, of_decade, in_figures) and "Z" not in codes[first:after]:
                continue
            taken[first:after] = [True] * (after - first)
            start, end = line.starts[firsts[first]], line.ends[lasts[after - 1]]
            found.append(
                Moment(
                    start,
                    end,
                    text[start:end],
                    interval.begins if interval else None,
                    interval.ends if interval else None,
                    interval.precision if interval else None,
                    relation(codes, first, after),
                    resolver in BY_DISTANCE,
                )
            )
    return tuple(sorted(found, key=lambda moment: moment.start))


@lru_cache(1_024)
def patterns_with(letters: frozenset[str]) -> list[tuple[re.Pattern[str], Resolver]]:
    """The patterns that may be found where these letters stand."""
    return [
        (pattern, resolver)
        for needed, pattern, resolver in PATTERNS
        if not any(group.isdisjoint(letters) for group in needed)
    ]


def relation(codes: str, first: int, after: int) -> Relation:
    at = first - 1
    while at >= 0 and codes[at] in "oI":
        at -= 1
    if at >= 0 and codes[at] in RELATIONS:
        return RELATIONS[codes[at]]
    if codes[after : after + 1] in ("s", "f"):
        return RELATIONS[codes[after]]
    return Relation.ON
