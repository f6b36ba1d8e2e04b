"""When what a claim speaks of happened, as far as that can be told, and whether two claims can be of one event."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from .features import Features

Interval = tuple[date, date]

WEEKDAYS = {
    day: number
    for number, day in enumerate(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))
}
MOST_APART = 14  # days: what is told so much later in like words, undated, is another event
SOON = 1  # day: a paper may run the evening before the date that it bears


def happened(read: Features, said: Interval | None) -> list[Interval]:
    """The days that the words name, read as the last ones before it was said; none where no day is named.

    "Monday" in what ran on a Wednesday is two days before. Without a day on which it was said nothing is known.
    """
    if said is None or (said[1] - said[0]).days > 31:
        return []
    return [interval for day in sorted(read.days) for interval in _last(day, said[1], read.years)]


def _last(day: str, said: date, years: frozenset[str]) -> Iterator[Interval]:
    if day in WEEKDAYS:
        on = said - timedelta(days=(said.weekday() - WEEKDAYS[day]) % 7)
        yield on, on
        return
    month, _dash, number = day.partition("-")
    for year in sorted((int(year) for year in years), reverse=True) or (said.year, said.year - 1):
        try:
            first = date(year, int(month), int(number) if number else 1)
        except ValueError:
            continue
        if first <= said + timedelta(days=SOON):
            last = first if number else (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
            yield first, last
            return


def are_apart(one: list[Interval], other: list[Interval]) -> bool:
    """Whether both name days, and none of them is the same."""
    return bool(one and other) and not any(a[0] <= b[1] and b[0] <= a[1] for a in one for b in other)


def is_too_late(days: list[Interval], said: Interval) -> bool:
    """Whether something was said before the days on which the other claim's event was, or long after them."""
    return all(said[1] < first - timedelta(days=SOON) or (said[0] - last).days > MOST_APART for first, last in days)


def gap(one: Interval, other: Interval) -> int:
    """Days between two intervals; 0 where they touch."""
    return max(0, (one[0] - other[1]).days, (other[0] - one[1]).days)
