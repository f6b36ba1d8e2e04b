"""Days, weeks, months, years and decades as intervals of days."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from verification.text.record import record
from verification.vocabulary import DatePrecision

from . import solar_hijri

FARTHEST = 40_000  # days from the article's date: more is no distance that a reporter names
HIJRI_MOST = 1500


@record(frozen=True, slots=True)
class Interval:
    """From the first day to the last, both included."""

    begins: date
    ends: date
    precision: DatePrecision


def day_of(
    year: int | None, month: int, day: int, published: date | None, *, is_hijri: bool, named_day: int | None
) -> date | None:
    """A day of a month; without its year the one nearest to the article's date, or None where that is not known.

    Of the years about the article's, one in which the day falls on `named_day` (Monday is 1) goes before.
    """
    if year is not None:
        return made(year, month, day, is_hijri=is_hijri)
    if published is None:
        return None
    near = solar_hijri.year_of(published) if is_hijri else published.year
    days = [made(y, month, day, is_hijri=is_hijri) for y in (near - 1, near, near + 1)]
    nearest = sorted((d for d in days if d), key=lambda d: abs((d - published).days))
    agreeing = [d for d in nearest if d.isoweekday() == named_day]
    return next(iter(agreeing or nearest), None)


def made(year: int, month: int, day: int, *, is_hijri: bool) -> date | None:
    if is_hijri and year < HIJRI_MOST:
        return solar_hijri.gregorian(year, month, day)
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_of(
    year: int | None, month: int, published: date | None, *, is_hijri: bool, is_future: bool
) -> Interval | None:
    """A month; without its year the last that had begun when the article ran, or the next where it looks ahead."""
    if year is None:
        if published is None:
            return None
        near = solar_hijri.year_of(published) if is_hijri else published.year
        for candidate in (near, near + 1) if is_future else (near, near - 1):
            known = month_of(candidate, month, None, is_hijri=is_hijri, is_future=False)
            if known and (known.ends >= published if is_future else known.begins <= published):
                return known
        return None
    begins = made(year, month, 1, is_hijri=is_hijri)
    if begins is None:
        return None
    hijri = is_hijri and year < HIJRI_MOST
    length = solar_hijri.days_in_month(year, month) if hijri else monthrange(year, month)[1]
    return Interval(begins, begins + timedelta(days=length - 1), DatePrecision.MONTH)


def year_of(year: int) -> Interval:
    """A year, solar Hijri below 1500."""
    if year < HIJRI_MOST:
        begins = solar_hijri.new_year(year)
        return Interval(begins, solar_hijri.new_year(year + 1) - timedelta(days=1), DatePrecision.YEAR)
    return Interval(date(year, 1, 1), date(year, 12, 31), DatePrecision.YEAR)


def part(whole: Interval, which: object) -> Interval:
    """The early (e), middle (i) or late (l) third of a year or a month; the whole where nothing is said."""
    if not isinstance(which, str):
        return whole
    if whole.precision is DatePrecision.MONTH:
        first, last = {"e": (0, 9), "i": (10, 19), "l": (20, 99)}[which]
        return Interval(
            whole.begins + timedelta(days=first),
            min(whole.ends, whole.begins + timedelta(days=last)),
            DatePrecision.DAY,
        )
    first, last = {"e": (0, 4), "i": (4, 8), "l": (8, 12)}[which]
    return Interval(
        months_on(whole.begins, first), months_on(whole.begins, last) - timedelta(days=1), DatePrecision.MONTH
    )


def months_on(day: date, count: int) -> date:
    """The same day of the month `count` months on, or its last day where it has fewer."""
    months = day.year * 12 + day.month - 1 + count
    year, month = divmod(months, 12)
    year = min(max(year, 1), 9998)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def decade(year: int, which: object) -> Interval | None:
    """The ten years from `year`, or the early, middle or late ones of them."""
    if not 1000 <= year <= 2100:
        return None
    first, last = {"e": (0, 3), "i": (4, 6), "l": (7, 9)}[which] if isinstance(which, str) else (0, 9)
    return Interval(year_of(year + first).begins, year_of(year + last).ends, DatePrecision.YEAR)


def century(number: int) -> Interval | None:
    if not 1 < number <= 21:
        return None
    return Interval(date(100 * number - 99, 1, 1), date(100 * number, 12, 31), DatePrecision.YEAR)


def weekday(number: int, published: date, *, is_next: bool, is_last: bool) -> Interval:
    """A weekday (Monday is 1): the latest up to the article's date, or the first after it.

    "Monday" in an article of a Monday is that day; "last Monday" is a week before.
    """
    back = (published.isoweekday() - number) % 7
    if is_next:
        day = published + timedelta(days=(7 - back) if back else 7)
    else:
        day = published - timedelta(days=back or (7 if is_last else 0))
    return Interval(day, day, DatePrecision.DAY)


def shifted(day: date, days: int) -> date | None:
    return day + timedelta(days=days) if abs(days) < FARTHEST and 1000 < day.year < 9000 else None


def unit_span(unit: str, published: date, steps: int, *, is_hijri: bool) -> Interval | None:
    """The week, month or year that lies `steps` from that of the article; with days, the day."""
    if abs(steps) > 200 or not 1000 < published.year < 9000:
        return None
    if unit == "day":
        day = published + timedelta(days=steps)
        return Interval(day, day, DatePrecision.DAY)
    if unit == "week":
        monday = published - timedelta(days=published.weekday()) + timedelta(weeks=steps)
        return Interval(monday, monday + timedelta(days=6), DatePrecision.DAY)
    if unit == "weekend":
        saturday = published - timedelta(days=(published.weekday() - 5) % 7) + timedelta(weeks=max(steps, 0))
        return Interval(saturday, saturday + timedelta(days=1), DatePrecision.DAY)
    if unit == "month":
        first = months_on(published.replace(day=1), steps)
        return Interval(first, months_on(first, 1) - timedelta(days=1), DatePrecision.MONTH)
    if unit == "year":
        return year_of(solar_hijri.year_of(published) + steps) if is_hijri else year_of(published.year + steps)
    if unit == "decade":
        first_year = published.year // 10 * 10 + 10 * steps
        return decade(first_year, None)
    return None


def around(unit: str, published: date, count: int) -> Interval | None:
    """The past `count` weeks, months or years, up to the article's date."""
    if not 0 < count < 200 or not 1000 < published.year < 9000:
        return None
    if unit in ("day", "week"):
        begins = published - timedelta(days=count * (7 if unit == "week" else 1))
        return Interval(begins, published, DatePrecision.DAY)
    months = {"month": 1, "year": 12, "decade": 120}.get(unit)
    if months is None:
        return None
    return Interval(months_on(published, -months * count), published, DatePrecision.MONTH)
