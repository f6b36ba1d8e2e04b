"""When what a claim speaks of happened, as far as that can be told, and whether two claims can be of one event."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, timedelta
from functools import lru_cache

from verification.numbers.moments import Relation, moments
from verification.vocabulary import DatePrecision

Interval = tuple[date, date]

FINE = frozenset({DatePrecision.DAY, DatePrecision.MONTH})
LONGEST_SAID = 31  # days: of what was said in a longer time nothing can be told from there
MOST_APART = 14  # days: what is told so much later in like words, undated, is another event
TOLD_WITHIN = 7  # days: what names "3 June" without a year is of the June in which it is told elsewhere
SOON = 1  # day: a paper may run the evening before the date that it bears


@lru_cache(maxsize=8_192)
def happened(statement: str, language: str | None, said: Interval | None) -> tuple[Interval, ...]:
    """The days and months that the words name, as seen from when it was said; none where that is not known.

    "Monday" in what ran on a Wednesday is two days before. "Since Monday" and "before May" are no days of an event.
    """
    if said is None or (said[1] - said[0]).days > LONGEST_SAID:
        return ()
    named = moments(statement, language, said[1])
    return tuple(
        (moment.begins, moment.ends)
        for moment in named
        if moment.begins and moment.ends and moment.relation is Relation.ON and moment.precision in FINE
    )


def are_apart(one: Sequence[Interval], other: Sequence[Interval]) -> bool:
    """Whether both name days, and none of them is the same."""
    return bool(one and other) and not any(a[0] <= b[1] and b[0] <= a[1] for a in one for b in other)


def is_too_late(days: Sequence[Interval], said: Interval) -> bool:
    """Whether something was said before the days on which the other claim's event was, or long after them."""
    return all(said[1] < first - timedelta(days=SOON) or (said[0] - last).days > MOST_APART for first, last in days)


def gap(one: Interval, other: Interval) -> int:
    """Days between two intervals; 0 where they touch."""
    return max(0, (one[0] - other[1]).days, (other[0] - one[1]).days)


def is_named(days: Collection[str], spans: Sequence[Interval]) -> bool:
    """Whether a day or month of the calendar ("06-03", "06") lies in one of the spans, give or take a day."""
    return any(
        f"{first + timedelta(days=step):%m-%d}".startswith(tuple(days))
        for first, last in spans
        for step in range(-SOON, min((last - first).days, LONGEST_SAID) + SOON + 1)
    )


def are_weekdays(weekdays: Collection[int], spans: Sequence[Interval]) -> bool:
    """Whether one of the days of the week can be in one of the spans."""
    return any(
        (first + timedelta(days=step)).weekday() in weekdays
        for first, last in spans
        for step in range(min((last - first).days, 6) + 1)
    )


def told_about(said: Interval | None) -> tuple[Interval, ...]:
    """The days of which something is likely to speak that was said then; none where that is not known so exactly."""
    if said is None or (said[1] - said[0]).days > LONGEST_SAID:
        return ()
    return ((said[0] - timedelta(days=TOLD_WITHIN), said[1]),)
