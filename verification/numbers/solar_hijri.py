"""The solar Hijri calendar of Iran and Afghanistan, led to Gregorian days by the arithmetic of its 33-year cycle."""

from __future__ import annotations

from datetime import date, timedelta

FIRST_YEAR, LAST_YEAR = 1200, 1499
ANCHOR_YEAR, ANCHOR = 1399, date(2020, 3, 20)
LEAP_RESTS = frozenset({1, 5, 9, 13, 17, 22, 26, 30})


def is_leap(year: int) -> bool:
    """Whether the year has 366 days: right for the years from 1206 to 1498."""
    return year % 33 in LEAP_RESTS


def days_in_month(year: int, month: int) -> int:
    if month <= 6:
        return 31
    return 30 if month < 12 or is_leap(year) else 29


def new_year(year: int) -> date:
    """The Gregorian day of 1 Farvardin (1 Hamal)."""
    step = 1 if year >= ANCHOR_YEAR else -1
    passed = range(ANCHOR_YEAR, year) if step > 0 else range(year, ANCHOR_YEAR)
    return ANCHOR + timedelta(days=step * sum(366 if is_leap(y) else 365 for y in passed))


def gregorian(year: int, month: int, day: int) -> date | None:
    """The Gregorian day, or None where the calendar has no such day."""
    if not (FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12 and 1 <= day <= days_in_month(year, month)):
        return None
    before = sum(days_in_month(year, m) for m in range(1, month))
    return new_year(year) + timedelta(days=before + day - 1)


def year_of(day: date) -> int:
    """The solar Hijri year that a Gregorian day falls in."""
    year = day.year - 621
    return year if day >= new_year(year) else year - 1
