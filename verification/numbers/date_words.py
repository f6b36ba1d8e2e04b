"""The words of a language for dates, as one letter for each: dates are then patterns over those letters.

d day, Y year, N other number, M month, H month of the solar Hijri year (m, h: an ordinary word as well), W weekday,
R day seen from today, P span seen from today, U unit, L last, X next, T this, A ago (a: before the number), s since,
u until, b before, f after, I in, o of, e early, i middle, l late, F future, q ordinal, t tens of one, & and, n number
in words, k decade, B between, v to, Z date in figures, K time, S ending of an ordinal, G ending of a decade, x other.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from verification.text.folding import key
from verification.text.tokens import Line

from .calendar import CALENDARS, SOLAR_HIJRI, Calendar, forms

Value = int | str | tuple[str, int] | None
MARKS = {",": ",", "،": ",", "-": "-", ".": ".", "(": "(", "/": "/"}
DUALS = frozenset(map(key, ["يومين", "أسبوعين", "شهرين", "عامين", "سنتين"]))
ORDINAL_ENDINGS = frozenset({"st", "nd", "rd", "th", "er", "го", "مه", "مې", "ام", "م"})
DECADE_ENDINGS = frozenset({"s", "х", "е", "ті"})
ENDINGS = ORDINAL_ENDINGS | DECADE_ENDINGS


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language: what each is, and the first words of those that are written as two or three."""

    code: str
    known: dict[str, tuple[str, Value]]
    openers: frozenset[str]
    triggers: frozenset[str]  # without one of these or a digit there is no date
    telling: frozenset[str]  # all words and marks that can have a letter other than x


@cache
def words_of(language: str) -> Words | None:
    """The words of a language, or None where there are none."""
    calendar = CALENDARS.get(language)
    return built(language, calendar) if calendar else None


def built(language: str, calendar: Calendar) -> Words:
    known: dict[str, tuple[str, Value]] = {}

    def add(listed: str, code: str, value: Value = None) -> None:
        for entry in forms(listed):
            for form, _ in entry:
                known[form] = (code, value)

    def count(listed: str, code: str) -> None:
        for at, entry in enumerate(forms(listed), start=1):
            for form, is_ordinary in entry:
                known[form] = (code.lower() if is_ordinary else code, at)

    for listed, code in (
        (calendar.future, "F"), (calendar.of, "o"), (calendar.inside, "I"), (calendar.joins, "&"),
        (calendar.between, "B"), (calendar.to, "v"), (calendar.before, "b"), (calendar.after, "f"),
        (calendar.since, "s"), (calendar.until, "u"), (calendar.early, "e"), (calendar.middle, "i"),
        (calendar.late, "l"), (calendar.this, "T"), (calendar.next, "X"), (calendar.last, "L"), (calendar.ago, "A"),
        (calendar.ago_before, "a"),
    ):  # fmt: skip
        add(listed, code)
    count(calendar.numbers, "n")
    count(calendar.ordinals, "q")
    add(calendar.year_word, "U", "year")
    for unit, listed in calendar.units.items():
        add(listed.replace(" ", "/"), "U", unit)
    add(calendar.decade_word, "k")
    for word, tens in calendar.tens.items():
        known[key(word)] = ("t", tens)
    for word, span in calendar.spans.items():
        known[key(word)] = ("P", span)
    for listed, distance in calendar.days.items():
        for form, _ in forms(listed)[0]:
            known[form] = ("R", distance)
    count(calendar.weekdays, "W")
    count(calendar.months, "M")
    count(calendar.hijri, "H")
    if language == "en":
        known["past"] = ("L", "past")  # "the past year" ends today, "last year" in December
    needed = {word for word, (code, _) in known.items() if code in "MHmhWRPULXT"}
    apart = {word for word in known if " " in word}
    triggers = {word for word in needed if " " not in word} | {part for word in apart for part in word.split()}
    openers = frozenset(word.split()[0] for word in apart)
    return Words(language, known, openers, frozenset(triggers), openers.union(known, MARKS, ENDINGS))


def read(line: Line, words: Words) -> tuple[str, list[Value], list[int], list[int]]:
    """A letter for each token (words written apart are one), its value, and its first and last token."""
    codes: list[str] = []
    values: list[Value] = []
    firsts: list[int] = []
    lasts: list[int] = []
    keys = line.keys
    after, known = 0, words.telling
    telling = (at for at, word in enumerate(keys) if word in known or "'" in word or word[0].isdecimal())
    for at in range(len(keys)) if words.code == "ar" else telling:
        if at < after:
            continue
        pass_over(after, at, codes, values, firsts, lasts)
        word = keys[at]
        code, value, last = "x", None, at
        if word[0].isdecimal():
            code, value = number(word, words.code)
        elif word in ENDINGS and codes and codes[-1] in "dY-" and line.touches(at):
            code = "G" if "Y" in codes[-2:] and word in DECADE_ENDINGS else "S"
        else:
            if word in words.openers:
                for length in (3, 2):
                    joined = " ".join(keys[at : at + length])
                    if at + length <= len(keys) and joined in words.known:
                        word, last = joined, at + length - 1
                        break
            if "'" in word and word not in words.known:  # "Sunday's", "l'année"
                front, _, back = word.partition("'")
                word = back if words.code == "fr" else front
            code, value = words.known.get(word) or (MARKS.get(word, "x"), None)
            if code == "x" and words.code == "ar" and len(word) > 3 and word[0] in "ولبف":
                code, value = words.known.get(word[1:]) or ("x", None)
                code = code if code in "MmWUeil" else "x"
            if code == "U" and word in DUALS:
                code, value = "U", (str(value), 2)
        codes.append(code)
        values.append(value)
        firsts.append(at)
        lasts.append(last)
        after = last + 1
    pass_over(after, len(keys), codes, values, firsts, lasts)
    return "".join(codes), values, firsts, lasts


def pass_over(
    first: int, after: int, codes: list[str], values: list[Value], firsts: list[int], lasts: list[int]
) -> None:
    """Adds words that say nothing of a time, which most do."""
    codes += "x" * (after - first)
    values += [None] * (after - first)
    firsts += range(first, after)
    lasts += range(first, after)


def number(word: str, language: str) -> tuple[str, Value]:
    if not word.isdecimal():
        return ("K" if ":" in word else "Z" if is_date(word) else "N"), word
    value = int(word) if len(word) < 6 else 0
    if len(word) <= 2:
        return ("d" if 1 <= value <= 31 else "N"), value
    if len(word) == 4 and (1500 <= value <= 2100 or (language in SOLAR_HIJRI and 1200 <= value < 1500)):
        return "Y", value
    return "N", value


def is_date(word: str) -> bool:
    return any(word.count(mark) == 2 for mark in "./-")
