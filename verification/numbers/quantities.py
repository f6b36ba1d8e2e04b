"""Numbers with what they count: "at least 14 civilians were killed", "60 % of Panjshir", "between 10 and 15 tonnes"."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from verification.text.record import record
from verification.text.tokens import Line, line_of, may_name

from .figures import ENGLISH, Figure, figures_of, ranges
from .moments import LONGEST, Moment, moments
from .number_words import NumberWords, number_words_of
from .numerals import CURRENCIES
from .units import Unit, share_of, unit_of

BOTH = frozenset({"sides", "parties"})


class Bound(StrEnum):
    """How a number stands to what is true, as the text puts it."""

    EXACTLY = "exactly"
    ABOUT = "about"
    ALMOST = "almost"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    AT_MOST = "at_most"
    LESS_THAN = "less_than"
    BETWEEN = "between"  # `until` is the upper end
    VAGUE = "vague"  # "dozens": somewhere from `value` to `until`


@record(frozen=True, slots=True)
class Quantity:
    """A number in a passage; `start` and `end` are offsets in the passage and include its bound and its unit's words.

    `unit` is in plain English words ("people killed", "%", "fighters", "USD", "km") where the lexicon knows them, else
    as the text has it; empty where nothing is counted. `of` is what a share is of. `words` is the text as it stands.
    """

    value: float
    until: float | None
    bound: Bound
    unit: str
    of: str | None
    words: str
    start: int
    end: int

    def as_record(self) -> dict[str, str | int | float | None]:
        """The number ready for JSON; whole numbers as such."""

        def plain(value: float | None) -> int | float | None:
            return int(value) if value is not None and value == int(value) else value

        return {
            "value": plain(self.value),
            "until": plain(self.until),
            "bound": self.bound.value,
            "unit": self.unit,
            "of": self.of,
            "words": self.words,
            "start": self.start,
            "end": self.end,
        }

    def moved(self, by: int) -> Quantity:
        """The same in a longer text, in which the passage begins at `by`."""
        at = self.start + by, self.end + by
        return Quantity(self.value, self.until, self.bound, self.unit, self.of, self.words, *at)

    @property
    def kind(self) -> str:
        """The word by which two numbers can be compared: what happened to those counted, or what they are."""
        return self.unit.rpartition(" ")[2]

    @property
    def interval(self) -> tuple[float, float]:
        """The least and the most that the words leave open, as far as they tell."""
        if self.until is not None:
            return self.value, self.until
        spread = {
            Bound.ABOUT: (0.9, 1.1), Bound.ALMOST: (0.9, 1.0), Bound.AT_LEAST: (1.0, float("inf")),
            Bound.MORE_THAN: (1.0, float("inf")), Bound.AT_MOST: (0.0, 1.0), Bound.LESS_THAN: (0.0, 1.0),
        }.get(self.bound, (1.0, 1.0))  # fmt: skip
        return self.value * spread[0], self.value * spread[1] if self.value else 0.0


def quantities(text: str, language: str | None, dates: Sequence[Moment] | None = None) -> tuple[Quantity, ...]:
    """The numbers of a passage, in order, without its dates (`dates`, where they are known already)."""
    return tuple(found for found, _start, _end in located(text, language, dates))


def located(
    text: str, language: str | None, dates: Sequence[Moment] | None = None
) -> tuple[tuple[Quantity, int, int], ...]:
    """The numbers of a passage as `quantities`, each with where the number itself stands, without bound and unit."""
    words = number_words_of(language or ENGLISH) or number_words_of(ENGLISH)
    if words is None or len(text) > LONGEST or not may_name(text, words.triggers):
        return ()
    line = line_of(text)
    taken = moments(text, language) if dates is None else dates
    found: list[tuple[Quantity, int, int]] = []
    figures = ranges(line, words, figures_of(line, words, [(moment.start, moment.end) for moment in taken]))
    for at, figure in enumerate(figures):
        begin = figures[at - 1].after if at else 0
        end = figures[at + 1].first if at + 1 < len(figures) else len(line.keys)
        read = quantity(text, line, words, figure, begin, end)
        if read is not None:
            found.append((read, line.starts[figure.first], line.ends[figure.after - 1]))
    return tuple(found)


def quantity(text: str, line: Line, words: NumberWords, figure: Figure, begin: int, end: int) -> Quantity | None:
    """The quantity of a figure, None where it counts nothing; tokens from `begin` to `end` belong to it alone."""
    bound, first = bound_before(line, words, figure.first, begin)
    late, after = bound_after(line, words, figure.after)
    unit = unit_of(line, words, text, figure.first if first is None else first, after, begin, end, figure.value)
    if figure.is_share:
        of = share_of(line, words, text, after, end)
        unit = Unit("%", of or unit.words, after, None, None)
    keys = line.keys
    if figure.in_words and figure.until is None and not unit.name:
        return None  # "Three, harden our defences": counts nothing
    is_year = figure.value == int(figure.value) and 1900 <= figure.value <= 2100 and keys[figure.first].isdecimal()
    if is_year and not unit.name:
        return None
    if figure.in_words and figure.value == 2 and unit.name in BOTH:
        return None  # "the two sides": says who, and not how many
    if keys[after - 1 : after] and is_of_an_army(text, line, after, unit.name):
        return None  # "of 81 Division"
    known = bound or late
    if known == Bound.MORE_THAN and unit.name in LASTING and is_over(line, first):
        known, first = None, None  # "over two days in November": that long, and not more
    if figure.until is not None:
        kind = Bound.VAGUE if figure.in_words else Bound.BETWEEN
    else:
        kind = Bound(known) if known else Bound.EXACTLY
    opens = figure.first if first is None else first
    opens = min(opens, unit.before) if unit.before is not None else opens
    start, stop = line.starts[opens], line.ends[max(unit.after, after, figure.after) - 1]
    return Quantity(figure.value, figure.until, kind, unit.name, unit.of, text[start:stop], start, stop)


def is_of_an_army(text: str, line: Line, after: int, unit: str) -> bool:
    """Whether a number is part of the name of a part of an army, as in "81 Division"."""
    return (
        not unit and line.keys[after : after + 1] != () and line.keys[after] in ARMIES and is_capital(text, line, after)
    )


def is_capital(text: str, line: Line, at: int) -> bool:
    return text[line.starts[at]].isupper()


ARMIES = frozenset({"division", "brigade", "battalion", "regiment", "corps", "squadron", "army", "fleet", "wing"})
LASTING = frozenset({"days", "weeks", "months", "years", "hours", "nights"})
# What stands before "over 50 hours" where it says how many: "after over 50 hours", "for over two years", "took over".
BEFORE_BOUND = frozenset(
    {"for", "after", "of", "in", "by", "with", "lasted", "took", "spent", "is", "was", "a", "last"}
)


def is_over(line: Line, at: int | None) -> bool:
    """Whether "over" tells how long something went on, and not that it was more."""
    return at is not None and at > 0 and line.keys[at] == "over" and line.keys[at - 1] not in BEFORE_BOUND


def bound_before(line: Line, words: NumberWords, at: int, begin: int) -> tuple[str | None, int | None]:
    while (at > begin and line.keys[at - 1] in CURRENCIES) or (at > begin and line.keys[at - 1] in ("a", "the", "us")):
        at -= 1
    last = line.keys[at - 1] if at > begin else ""
    for phrase, bound in words.bounds if words.code == "ar" else words.bounds_by_last.get(last, ()):
        first = at - len(phrase)
        if first >= begin and line.keys[first:at] == phrase:
            return bound, first
        is_joined = first >= begin and words.code == "ar" and line.keys[first][0] in "وبل"
        if is_joined and (line.keys[first][1:], *line.keys[first + 1 : at]) == phrase:
            return bound, first
    return None, None


def bound_after(line: Line, words: NumberWords, at: int) -> tuple[str | None, int]:
    for phrase, bound in words.after:
        if line.keys[at : at + len(phrase)] == phrase:
            return bound, at + len(phrase)
    return None, at
