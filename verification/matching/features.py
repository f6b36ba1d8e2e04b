"""A sentence as matching sees it: its words by what they mean, its names, places, doers and numbers."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from verification.numbers.moments import Moment, moments
from verification.numbers.quantities import located
from verification.vocabulary import DatePrecision

from . import lexicon
from .quantities import Counted, counted
from .roles import BREAKS, NO_DOER, doers, negated, places, self_denied, speech
from .stems import folded, meaning, sense

LONGEST = 2000  # code points that are read of one statement: a claim is a sentence or two
INITIALS = re.compile(r"\b([A-Z])\.([A-Z])\.(?:[A-Z]\.)?")
TOKEN = re.compile(
    r"\d+(?:[.,٬٫'’]\d+)*|%|[^\W\d_]+[\u0300-\u036f\u064b-\u065f\u0670]*(?:[-'’\u200c\u0300-\u036f\u064b-\u065f\u0670]+[^\W\d_]+)*"
    r"|[,;:.()!?–—،؛]"
)
NAME_WEIGHT, WORD_WEIGHT, COMMON_WEIGHT = 2.5, 1.0, 0.5
ANY_DAY = date(2000, 1, 5)  # from where dates are seen whose words alone are compared
FIGURES = re.compile(r"\d+")
TOLL_AFTER, TOLL_BEFORE = 8, 20  # words around a number in which what happened to those counted is looked for


@dataclass(frozen=True, slots=True)
class Features:
    """What two claims are compared by. `words` are the stems of what is said, each with what it weighs."""

    words: dict[str, float]
    names: frozenset[str]
    speakers: frozenset[str]  # words that say who says it
    shown: dict[str, str]  # how a name, doer or place is written in this sentence
    places: frozenset[str]
    regions: frozenset[str]  # larger places that stand beside one: "in Nord, Karan"
    sites: frozenset[str]  # what kind of place: "market", "base"
    doers: frozenset[str]
    sides: frozenset[str]  # names of sides, whatever they did: "Haro fighters"
    denies_itself: bool  # that who speaks did it: "the front denied that it", "did not"
    quantities: tuple[Counted, ...]
    days: frozenset[str]  # by the calendar: "06-03" and "06"
    weekdays: frozenset[int]  # Monday is 0
    years: frozenset[str]
    concepts: frozenset[str]
    is_negative: bool
    negated: frozenset[str]  # what "not" speaks of; empty where all of it is denied
    cues: frozenset[str]  # "now", "grown", "corrected"
    beside: frozenset[tuple[str, str]]  # two names with nothing between them, as they are written
    exact: str  # the folded words in order: alike for the same sentence alone

    @property
    def weight(self) -> float:
        return sum(self.words.values())

    def in_a_row(self, listed: Iterable[str]) -> list[str]:
        """`listed` words of the statement; names that stand side by side in it are one: "Resistance Front"."""
        rows: list[str] = []
        last = ""
        for word in listed:
            if (last, word) in self.beside:
                rows[-1] += f" {word}"
            else:
                rows.append(word)
            last = word
        return rows


def has_case(word: str) -> bool:
    return word.lower() != word.upper()


@lru_cache(maxsize=8_192)
def features(statement: str, is_denied: bool = False, language: str | None = None) -> Features:
    """The features of a statement; `is_denied`: the article puts it as denied. Never raises, linear in its length."""
    text = _read(statement)
    tokens = list(TOKEN.finditer(text))
    surface = [token.group() for token in tokens]
    keys = _folded(surface)
    dates = moments(text, language, ANY_DAY)
    listed = located(text, language, dates)
    figures = [_tokens(tokens, start, end) for _read, start, end in listed]
    counts = frozenset(at for figure in figures for at in figure)
    dated = {at for moment in dates for at in _tokens(tokens, moment.start, moment.end)}
    said = speech(keys, counts)
    denied = is_denied or any(key in lexicon.DENYING for key in keys)
    negative = denied or any(key in lexicon.NEGATIVE for key in keys)
    weights: dict[str, float] = {}
    names: set[str] = set()
    shown: dict[str, str] = {}
    stems: list[str] = []
    for at, (token, key) in enumerate(zip(surface, keys, strict=True)):
        if not key or key in BREAKS or at in counts or at in dated:
            stems.append("")
            continue
        is_name = _is_name(surface, keys, at)
        here = sense(keys, at, counts)
        word = meaning(key) if here is None else here
        stems.append(word)
        if not word or key in lexicon.STOP or key in lexicon.TITLES:
            continue
        if at in said and not (is_name and _is_placed(keys, at)):
            continue  # but "police in Nord say" is about Nord
        shown.setdefault(word, token)
        if is_name:
            names.add(word)
            weights[word] = NAME_WEIGHT
        elif word not in weights and (len(word) > 1 or not word.isascii()):
            weights[word] = COMMON_WEIGHT if word in COMMON else WORD_WEIGHT
    denier = self_denied(keys, stems, said, counts)
    for at in sorted(said):
        # Who denies having done it is spoken of, and does not only say so.
        if stems[at] in denier and _is_name(surface, keys, at):
            names.add(stems[at])
            weights[stems[at]] = NAME_WEIGHT
            shown.setdefault(stems[at], surface[at])
    days, weekdays, years = _days(dates)
    where, larger = places(keys, stems, names)
    return Features(
        words=weights,
        names=frozenset(names),
        speakers=frozenset(stems[at] for at in said if stems[at]) - weights.keys(),
        shown=shown,
        places=where,
        regions=larger,
        sites=frozenset(lexicon.SITES[key] for at, key in enumerate(keys) if key in lexicon.SITES and at not in said),
        doers=doers(keys, stems, said, counts),
        sides=_sides(surface, keys, stems),
        denies_itself=bool(denier),
        quantities=tuple(
            counted(read, *_of_what(read.unit, keys, stems, figure, counts))
            for (read, _start, _end), figure in zip(listed, figures, strict=True)
        ),
        days=days,
        weekdays=weekdays,
        years=years,
        concepts=frozenset(word for word in weights if word in lexicon.CONCEPTS),
        is_negative=negative,
        negated=frozenset() if denied else negated(keys, stems),
        cues=_cues(keys),
        beside=frozenset(
            (surface[at], surface[at + 1])
            for at in range(len(tokens) - 1)
            if stems[at] in names
            and stems[at + 1] in names
            and text[tokens[at].end() : tokens[at + 1].start()].isspace()
        ),
        exact=_in_order(keys),
    )


@lru_cache(maxsize=8_192)
def word_for_word(statement: str) -> str:
    """The folded words in order, `Features.exact`, for a fraction of the time of all features."""
    return _in_order(_folded(TOKEN.findall(_read(statement))))


def _read(statement: str) -> str:
    text = INITIALS.sub(r"\1\2", statement[:LONGEST]).replace("so far", "sofar")
    return lexicon.WITHOUT_RESULT.sub("fruitless", text)


def _folded(surface: Sequence[str]) -> list[str]:
    return ["%" if written == "%" else folded(written) for written in surface]


def _in_order(keys: Sequence[str]) -> str:
    return " ".join(key for key in keys if key and key not in BREAKS)


def meanings(said: str) -> frozenset[str]:
    """What the words of a sentence mean, each by itself: all that its features can hold, for a fraction of the time."""
    text = INITIALS.sub(r"\1\2", said[:LONGEST])
    return frozenset(meaning(folded(word)) for word in TOKEN.findall(text))


def _tokens(tokens: Sequence[re.Match[str]], start: int, end: int) -> range:
    """The tokens that stand, be it in part, between two offsets."""
    first = bisect_right(tokens, start, key=re.Match.end)
    return range(first, bisect_left(tokens, end, lo=first, key=re.Match.start))


def _is_name(surface: Sequence[str], keys: Sequence[str], at: int) -> bool:
    token, key = surface[at], keys[at]
    if key in lexicon.ALIASES:
        return True
    if key in lexicon.STOP or key in lexicon.TITLES or key in lexicon.CONCEPT_OF:
        return False
    if not has_case(token):
        # Where writing has no capitals, what stands after "in" is a place as far as we can tell.
        return len(key) > 2 and at > 0 and keys[at - 1] in lexicon.LOCATING
    if not token[:1].isupper():
        return False
    opens = at == 0 or surface[at - 1] in ".!?:"
    if not opens:
        return True
    follows = surface[at + 1] if at + 1 < len(surface) else ""
    return (token.isupper() and len(token) > 1) or (follows[:1].isupper() and keys[at + 1] not in lexicon.STOP)


def _sides(surface: Sequence[str], keys: Sequence[str], stems: Sequence[str]) -> frozenset[str]:
    """Names that stand before "fighters", "front" and the like."""
    return (
        frozenset(
            stems[at - 1]
            for at in range(1, len(keys))
            if keys[at] in lexicon.SIDES and surface[at - 1][:1].isupper() and keys[at - 1] not in lexicon.STOP
        )
        - NO_DOER
        - {""}
    )


def _is_placed(keys: Sequence[str], at: int) -> bool:
    """Whether "in" stands before it, be it with "the town of" between them."""
    while at and keys[at - 1] in lexicon.OF_A_PLACE:
        at -= 1
    return at > 0 and keys[at - 1] in lexicon.LOCATING


def _of_what(
    named: str, keys: Sequence[str], stems: Sequence[str], figure: range, counts: frozenset[int]
) -> tuple[str, str]:
    """What a number counts, and what happened to it; `named` is its unit in plain words: "civilians killed", "%"."""
    if named == "%" or named.isupper():
        return named, ""
    words = [meaning(folded(word)) for word in named.split()[-2:]]
    deed = words.pop() if words and words[-1] in lexicon.TOLLS else ""
    if not deed:
        first, end = figure.start, figure.stop
        after = _nearest_toll(keys, stems, range(end, min(end + TOLL_AFTER, len(keys))), counts)
        deed = after or _nearest_toll(keys, stems, range(first - 1, max(-1, first - TOLL_BEFORE), -1), counts)
    return (words[-1] if words else ""), deed


def _nearest_toll(keys: Sequence[str], stems: Sequence[str], places: range, counts: frozenset[int]) -> str:
    for at in places:
        if at in counts or keys[at] in (";", ".", "and", "while", "و"):
            return ""
        if stems[at] in lexicon.TOLLS:
            return stems[at]
    return ""


def _days(dates: Sequence[Moment]) -> tuple[frozenset[str], frozenset[int], frozenset[str]]:
    """Days and months as they are named ("3 June", "June"), days of the week, and years."""
    days: set[str] = set()
    weekdays: set[int] = set()
    years: set[str] = set()
    for moment in dates:
        if moment.begins is None or moment.ends is None or moment.is_distance:
            continue
        figures = FIGURES.findall(moment.words)
        if any(len(figure) == 4 for figure in figures):
            years |= {str(moment.begins.year), str(moment.ends.year)}
        if moment.precision is DatePrecision.MONTH:
            days.add(f"{moment.begins:%m}")
        elif moment.precision is DatePrecision.DAY and figures:
            days.add(f"{moment.begins:%m-%d}")
        elif moment.precision is DatePrecision.DAY:
            weekdays.add(moment.begins.weekday())
    return frozenset(days), frozenset(weekdays), frozenset(years)


def _cues(keys: Sequence[str]) -> frozenset[str]:
    found = set()
    for key in keys:
        if key in lexicon.NOW or key in ("sofar",):
            found.add("now")
        if meaning(key) in lexicon.GROWN:
            found.add("grown")
        if key in lexicon.CORRECTED:
            found.add("corrected")
    return frozenset(found)


COMMON = frozenset(meaning(word) for word in lexicon.COMMON)
