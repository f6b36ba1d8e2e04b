"""The forms of dates, as patterns over the letters of `date_words`, and what each of them means."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from verification.text.record import record
from verification.vocabulary import DatePrecision

from . import solar_hijri
from .date_words import Value
from .spans_of_time import (
    Interval,
    around,
    century,
    day_of,
    decade,
    month_of,
    part,
    shifted,
    unit_span,
    weekday,
    year_of,
)

ENGLISH = "en"


@record(frozen=True, slots=True)
class Context:
    """What a pattern resolves its date with."""

    published: date | None
    language: str
    is_future: bool


Found = dict[str, Value]
Resolver = Callable[[Found, Context], Interval | None]
MONTH = "(?P<month>[MmHh])(?:/[Mm])?[.]?"
BARE_MONTH = "(?P<month>[MH]|(?<=[sIubfeilLTU])[mh]|(?<=[eil]o)[mh]|[mh](?=[LU]))"
DAY = "(?P<day>d|q|t&?q)"
OF = "[oU]{0,2}"
YEAR = "(?:[o,U]{0,3}(?P<year>Y))"
PART = "(?P<part>[eil])"


def dated(found: Found, context: Context) -> Interval | None:
    """A day, or several of a month, with or without the year."""
    first, month = found["day"], found["month"]
    last = found.get("until") or first
    if not (isinstance(first, int) and isinstance(last, int) and isinstance(month, int)):
        return None
    year = found.get("year")
    is_hijri = bool(found.get("is_hijri"))
    known_year = year if isinstance(year, int) else None
    named_day = found.get("beside")
    begins = day_of(
        known_year,
        month,
        first,
        context.published,
        is_hijri=is_hijri,
        named_day=named_day if isinstance(named_day, int) else None,
    )
    if begins is None or last == first:
        return Interval(begins, begins, DatePrecision.DAY) if begins else None
    ends = begins + timedelta(days=last - first)
    return Interval(begins, ends, DatePrecision.DAY) if last > first else None


def monthly(found: Found, context: Context) -> Interval | None:
    """A month, or the early, middle or late part of one."""
    month, year = found["month"], found.get("year")
    if not isinstance(month, int):
        return None
    if found.get("of_year") is not None and context.published:
        year = context.published.year + int(str(found["of_year"]))
        if found.get("is_hijri"):
            year = solar_hijri.year_of(context.published) + int(str(found["of_year"]))
    known = month_of(
        year if isinstance(year, int) else None,
        month,
        context.published,
        is_hijri=bool(found.get("is_hijri")),
        is_future=context.is_future or "next" in found,
    )
    return known and part(known, found.get("part"))


def yearly(found: Found, context: Context) -> Interval | None:
    year = found["year"]
    return part(year_of(year), found.get("part")) if isinstance(year, int) else None


def years(found: Found, context: Context) -> Interval | None:
    first, last = found["year"], found["until"]
    if not (isinstance(first, int) and isinstance(last, int)):
        return None
    begins, ends = year_of(first), year_of(last)
    return Interval(begins.begins, ends.ends, DatePrecision.YEAR) if first < last else None


def of_decade(found: Found, context: Context) -> Interval | None:
    year = found["year"]
    if not isinstance(year, int) or year % 10 or found.get("unit", "year") != "year":
        return None
    if year < 100 and not 40 <= year <= 90:
        return None
    return decade(1900 + year if year < 100 else year, found.get("part"))


def of_century(found: Found, context: Context) -> Interval | None:
    return century(found["day"]) if isinstance(found["day"], int) and found.get("unit") == "century" else None


def by_weekday(found: Found, context: Context) -> Interval | None:
    number = found["weekday"]
    if context.published is None or not isinstance(number, int):
        return None
    is_next = "next" in found or (context.is_future and "last" not in found)
    return weekday(number, context.published, is_next=is_next, is_last="last" in found)


def by_day(found: Found, context: Context) -> Interval | None:
    distance = found["relative"]
    if context.published is None or not isinstance(distance, int):
        return None
    day = shifted(context.published, distance)
    return Interval(day, day, DatePrecision.DAY) if day else None


def by_unit(found: Found, context: Context) -> Interval | None:
    """ "last week", "this month", "next year", "the past two years", "two days ago"."""
    if context.published is None:
        return None
    unit, count = found.get("unit"), found.get("count", 1)
    if isinstance(unit, tuple):
        unit, count = unit
    if not isinstance(count, int) or not isinstance(unit, str):
        return None
    if "whole" in found or found.get("last") == "past":
        return around(unit, context.published, count)
    steps = 0 if "this" in found else count if "next" in found else -count
    return unit_span(unit, context.published, steps, is_hijri=context.language in ("fa", "prs", "ps"))


def by_weekend(found: Found, context: Context) -> Interval | None:
    """ "Over the weekend": the last that had begun."""
    if context.published is None or found["weekend"] != "weekend":
        return None
    return unit_span("weekend", context.published, 0, is_hijri=False)


def by_span(found: Found, context: Context) -> Interval | None:
    span = found["span"]
    if context.published is None or not isinstance(span, tuple):
        return None
    return unit_span(span[0], context.published, span[1], is_hijri=context.language in ("fa", "prs", "ps"))


def in_figures(found: Found, context: Context) -> Interval | None:
    """ "2021-08-15", "15.08.2021", "۱۴۰۰/۵/۲۴"; "5/6/2021" has two readings in English and stays undated."""
    first, middle, last = (int(piece) for piece in re.split("[./-]", str(found["figures"])))
    is_hijri = False
    if first > 31:
        year, month, day = first, middle, last
        is_hijri = 1200 <= first < 1500
    elif last > 31:
        year, month, day = last, middle, first
        if month > 12 >= day:
            month, day = day, month
        elif context.language == ENGLISH and day <= 12 and day != month and "/" in str(found["figures"]):
            return None
    else:
        return None
    known = day_of(year, month, day, None, is_hijri=is_hijri, named_day=None)
    return Interval(known, known, DatePrecision.DAY) if known else None


BY_DISTANCE = (by_day, by_span, by_unit, by_weekend)
WEEKDAY = "(?:(?P<beside>W),?o?I?)?"
# First the letters of which every match holds one of each group: most lines have few of them.
PATTERNS: tuple[tuple[tuple[frozenset[str], ...], re.Pattern[str], Resolver], ...] = tuple(
    (tuple(map(frozenset, letters.split())), re.compile(pattern), resolver)
    for letters, pattern, resolver in (
        ("Z", "(?P<figures>Z)", in_figures),
        ("MmHh d", f"(?P<day>d)S?[-&vu](?P<until>d)S?{OF}{MONTH}{YEAR}?", dated),
        (
            "MmHh d",
            f"{WEEKDAY}(?P<month>[MmHh])[.]?o?(?P<day>d)S?[-&vu](?P<until>d)S?(?![MmHh%])(?:,?(?P<year>Y))?",
            dated,
        ),
        ("MmHh dq", f"{WEEKDAY}{DAY}-?S?{OF}{MONTH}{YEAR}?", dated),
        ("Y MmHh dq", f"(?P<year>Y)U?o?{MONTH}o?I?{DAY}-?S?", dated),
        ("MmHh Y", f"{PART}?[-oI]{{0,2}}{MONTH}[o,U]{{0,3}}(?P<year>Y)", monthly),
        ("Y MmHh", f"(?P<year>Y)U?o?{PART}?{MONTH}", monthly),
        ("MmHh d", f"{WEEKDAY}(?P<month>[MmHh])[.]?o?I?(?P<day>d)S?(?:,?o?(?P<year>Y))?", dated),
        ("Y", "(?<=[Bs])(?P<year>Y)[&vu](?P<until>Y)|(?P<year_>Y)-(?P<until_>Y)", years),
        ("Y Gk", f"{PART}?[-oIU]{{0,3}}(?P<year>Y)(?:-?G|-?k)U?", of_decade),
        ("k YN", f"{PART}?o?k[oI]?(?P<year>[YN])", of_decade),
        ("U N", "(?P<unit>U)(?P<year>N)(?!U)", of_decade),
        ("dq U", "(?P<day>d|q)S?(?P<unit>U)(?!L)", of_century),
        ("Y", f"{PART}[-oIU]{{0,3}}(?P<year>Y)U?", yearly),
        ("MmHh", f"(?P<part>[eil])?[-oI]{{0,2}}{BARE_MONTH}U?(?:T|(?P<last>L)|(?P<next>X))?(?![MmHh])", monthly),
        ("W", "(?:(?P<last>L)|(?P<next>X)|T)?(?P<weekday>W)(?:(?P<last_>L)|(?P<next_>X))?", by_weekday),
        ("L dnN U", "(?P<whole>L)(?P<count>[dnN])(?P<unit>U)|(?P<count_>[dnN])(?P<whole_>L)(?P<unit_>U)", by_unit),
        ("dnN U L", "(?P<count>[dnN])(?P<unit>U)(?P<whole>L)", by_unit),
        ("U Aa", "(?P<count>[dnN])(?P<unit>U)A|a(?P<count_>[dnN])?(?P<unit_>U)", by_unit),
        ("LXT U", "(?:(?P<last>L)|(?P<next>X)|(?P<this>T))o?(?P<unit>U)", by_unit),
        ("U LAXT", "(?P<unit>U)(?:(?P<last>[LA])|(?P<next>X)|(?P<this>T))", by_unit),
        ("o U", "o(?P<weekend>U)", by_weekend),
        ("R", "(?P<relative>R)", by_day),
        ("P", "(?P<span>P)", by_span),
        ("Y", "(?:(?<=[sIubf(])|(?<=[sIubf]o))(?P<year>Y)U?", yearly),
        ("U Y", "U(?P<year>Y)", yearly),
        ("Y U", "(?P<year>Y)U", yearly),
    )
)


def groups(match: re.Match[str], values: list[Value]) -> Found:
    """The named parts of a match with their values; a trailing underscore marks the same part elsewhere."""
    found: Found = {}
    for name, letter in match.groupdict().items():
        if letter is None:
            continue
        at = match.start(name)
        plain = name.rstrip("_")
        found[plain] = values[at]
        if plain == "part":
            found[plain] = letter
        if plain == "month" and letter in "Hh":
            found["is_hijri"] = 1
        if plain == "day" and len(letter) > 1:
            found[plain] = sum(value for value in values[at : at + len(letter)] if isinstance(value, int))
    return found


def is_no_date(
    match: re.Match[str],
    codes: str,
    named: Found,
    resolver: Resolver,
    language: str,
    keys: tuple[str, ...],
    firsts: list[int],
) -> bool:
    """Whether what looks like a date is an ordinary word or a count."""
    if resolver is by_weekend and named["weekend"] != "weekend":
        return True
    if resolver is by_unit and named.get("unit") == "century":
        return True
    letters = match.group()
    if resolver is dated and language not in ("en", "ps") and letters[:1] in "MmHh":
        return True  # "in May 12 people": only English and Pashto put the day behind the month
    if resolver is monthly and "year" in named and "h" in letters and language == ENGLISH:
        return False
    if resolver is monthly and language == ENGLISH and letters[-1:] in "hH" and "year" not in named:
        return True
    if resolver is yearly and isinstance(named.get("year"), int):
        year = named["year"]
        following = keys[firsts[match.end()]] if match.end() < len(codes) else ""
        counted = codes[match.end() : match.end() + 1] == "x" and following.isalpha()
        return isinstance(year, int) and year % 100 == 0 and counted and "U" not in letters
    return False
