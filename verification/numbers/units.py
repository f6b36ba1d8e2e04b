"""What a number counts, and what happened to those counted."""

from __future__ import annotations

from verification.text.record import record
from verification.text.tokens import Line
from verification.text.word_lists import words as listed

from .number_words import NumberWords
from .numerals import CURRENCIES

ENGLISH = "en"
WINDOW = 9  # tokens after a number in which "were killed" is looked for
TOLL = 12  # tokens before a number in which "the toll of …" is looked for
MOST_WORDS = 4
PEOPLE = listed(
    """
    people persons men women children civilians soldiers fighters troops militants police policemen officers guards
    journalists residents workers refugees villagers protesters demonstrators students rebels insurgents members
    terrorists personnel prisoners migrants detainees hostages families passengers patients citizens others worshippers
    pilgrims troopers commanders officials staff victims casualties crew boys girls farmers teachers doctors activists
    combatants servicemen marines sailors gunmen inmates infants babies adults teenagers lawmakers mps aid
    """
)
ONE = {
    "person": "people", "man": "men", "woman": "women", "child": "children", "policeman": "policemen",
    "civilian": "civilians",
    "soldier": "soldiers", "fighter": "fighters", "kilometer": "km", "kilometre": "km", "percent": "%",
}  # fmt: skip
SAME = {
    "dollars": "USD", "dollar": "USD", "euros": "EUR", "euro": "EUR", "pounds": "GBP", "roubles": "RUB",
    "rubles": "RUB",
    "afghanis": "AFN", "hryvnias": "UAH", "hryvnia": "UAH", "rials": "IRR", "yen": "JPY", "usd": "USD", "eur": "EUR",
    "kilometres": "km", "kilometers": "km", "km": "km", "metres": "metres", "meters": "metres", "tons": "tonnes",
    "persons": "people", "pc": "%", "lives": "people dead", "deaths": "people dead", "fatalities": "people dead",
    "injuries": "people wounded", "kilograms": "kg", "kilos": "kg", "kg": "kg",
}  # fmt: skip
SHORT = {"kilometres": "km", "metres": "metres"}
BETWEEN_VERB_AND_NUMBER = listed("the a an some of in its his their total additional another other of_the people")
MORE = listed("more other further additional new of the these those such about estimated some")
BETWEEN_VERB_AND_MORE = BETWEEN_VERB_AND_NUMBER | MORE
OTHERS = listed("اخرین اخرون دیگر autres otros otras других других інших نور")
BREAKS = frozenset('.;:،,؛—()!?؟«»"“”')
PLURALS = listed("people men women children police troops personnel staff cattle aircraft crew media feet seats mps")


@record(frozen=True, slots=True)
class Unit:
    """The unit in plain words, what a share is of, the token after it, the words as written, the token it opens at."""

    name: str
    of: str | None
    after: int
    words: str | None
    before: int | None


def unit_of(
    line: Line, words: NumberWords, text: str, first: int, after: int, begin: int, end: int, value: float
) -> Unit:
    """The unit of the number that stands from `first` to `after`; tokens beyond `begin` and `end` belong to others."""
    keys = line.keys
    sign = currency(keys, first, after)
    if sign:
        code, last = sign
        return Unit(code, None, last, None, None)
    share = percent(line, words, text, after, end)
    if share:
        return share
    if words.code == ENGLISH:
        name, last = english_noun(line, text, words, after, end, value)
    else:
        name, last = foreign_noun(line, text, words, after, end)
    fate, before = fate_of(line, words, name, first, last, begin, end)
    if fate is None:
        return Unit(SAME.get(name, name), None, last, name or None, None)
    spoken = "people" if name in ("", "others", "casualties", "victims") else SAME.get(name, name)
    is_fate_next = last < end and words.fates.of(keys[last]) == fate
    return Unit(f"{spoken} {fate}", None, last + is_fate_next, name or None, before)


def currency(keys: tuple[str, ...], first: int, after: int) -> tuple[str, int] | None:
    before = [key for key in keys[max(0, first - 1) : after] if key in CURRENCIES]
    if before:
        return CURRENCIES[before[-1]], after
    if after < len(keys) and keys[after] in CURRENCIES:
        return CURRENCIES[keys[after]], after + 1
    return None


def percent(line: Line, words: NumberWords, text: str, after: int, end: int) -> Unit | None:
    keys = line.keys
    last = None
    if after < len(keys) and (keys[after] == "%" or words.percent.of(keys[after])):
        last = after + 1
    elif " ".join(keys[after : after + 2]) in words.percent.exact:
        last = after + 2
    if last is None:
        return None
    if keys[last : last + 1] == ("points",):
        return Unit("percentage points", None, last + 1, None, None)
    return Unit("%", share_of(line, words, text, last, end), last, None, None)


def share_of(line: Line, words: NumberWords, text: str, at: int, end: int) -> str | None:
    """What a share is of: the words after "of" up to the next small word."""
    if line.keys[at : at + 1] not in (("of",), ("de",), ("از",), ("من",), ("des",), ("du",), ("del",)):
        return None
    first = last = at + 1
    while last < min(end, first + 6) and line.keys[last] not in BREAKS:
        if last > first and line.keys[last] in words.stops:
            break
        last += 1
    while first < last and line.keys[first] in ("the", "all", "la", "el", "le", "les", "los", "las", "its", "their"):
        first += 1
    return text[line.starts[first] : line.ends[last - 1]] if first < last else None


def english_noun(line: Line, text: str, words: NumberWords, after: int, end: int, value: float) -> tuple[str, int]:
    """The counted noun with what stands before it: "Hazara civilians"."""
    keys = line.keys
    at = after
    if keys[at : at + 2] == ("of", "them"):
        at += 2  # "at least 12 of them children"
    elif keys[at : at + 1] == ("of",):
        at += 1
    while at < end and keys[at] in MORE:
        at += 1
    if at < end and text[line.starts[at]] == "-" and line.touches(at) and at + 1 < end:
        noun = keys[at + 1]
        if keys[at + 2 : at + 4] == ("-", "old"):
            return f"{noun}s old", at + 4
        return (noun if noun.endswith("s") else noun + "s"), at + 2
    first = at
    best = 0
    while at < end and at < first + MOST_WORDS:
        word = keys[at]
        if not word[0].isalpha() or (word in words.stops and word != "aid") or word.endswith("'s"):
            break
        is_plural = word in PLURALS or (word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 2)
        is_name = text[line.starts[at]].isupper() and at + 1 < end and keys[at + 1][0].isalpha()
        if is_plural and not (is_name and keys[at + 1] not in words.stops):
            best = at + 1
            break
        if value == 1 and (word in ONE or word.endswith(("er", "or", "ist", "ian"))):
            return ONE.get(word, word + "s"), at + 1
        if word in SAME or word in ("million", "per"):
            best = at + 1
            break
        at += 1
    if not best:
        return "", after
    noun = text[line.starts[first] : line.ends[best - 1]]
    return SAME.get(keys[best - 1], " ".join(noun.split())) if best - first == 1 else " ".join(noun.split()), best


def foreign_noun(line: Line, text: str, words: NumberWords, after: int, end: int) -> tuple[str, int]:
    """The English word for what is counted, or the word that follows as it stands."""
    keys = line.keys
    first = after
    while first < end and (keys[first] in ("de", "d", "من", "از") or keys[first].startswith("d'")):
        if keys[first].startswith("d'"):
            break
        first += 1
    for at in range(first, min(end, first + 3)):
        word = keys[at].removeprefix("d'").removeprefix("l'")
        if word in BREAKS or (at > first and word in words.stops):
            break
        pair = " ".join(keys[at : at + 2])
        known = words.kinds.exact.get(pair) or (words.kinds.of(pair) if " " in pair else None)
        if pair.startswith("غیر "):
            known = words.kinds.of(pair.replace(" ", "", 1))
            return known or "civilians", at + 2
        known = words.kinds.of(word)
        if word in OTHERS:
            following = words.kinds.of(keys[at + 1]) if at + 1 < end else None
            return (following, at + 2) if following else ("people", at + 1)
        if known:
            return SHORT.get(known, known), at + 1
        if words.fates.of(word):
            return "", after
    if first < end and keys[first][0].isalpha() and keys[first] not in words.stops and not words.fates.of(keys[first]):
        return text[line.starts[first] : line.ends[first]], first + 1
    return "", after


def fate_of(
    line: Line, words: NumberWords, name: str, first: int, after: int, begin: int, end: int
) -> tuple[str | None, int | None]:
    """What happened to those counted ("killed"), and the token where words for it begin that stand before."""
    keys = line.keys
    head = name.rpartition(" ")[2]
    is_demonym = head[:1].isupper() and head.endswith("s") and words.code == ENGLISH
    if name and head.lower() not in PEOPLE and not is_demonym:
        return None, None
    at = first - 1
    while at >= begin and at > first - 4 and (keys[at] in BETWEEN_VERB_AND_MORE or keys[at] in words.stops):
        if words.fates.of(keys[at]) or keys[at] in ("in", "and", "by", "after", "و", "و", "et", "y", "и", "і", "та"):
            break
        at -= 1
    if at >= begin and at >= 0:
        before = words.fates.of(keys[at]) or (words.code == "ar" and words.fates.of(keys[at][1:])) or None
        if before:
            return before, at
    if not name and words.code == ENGLISH and "toll" in keys[max(begin, first - TOLL) : first]:
        return "dead", None
    limit = min(end, after + (WINDOW if name else 2))
    for at in range(after, limit):
        if keys[at] in BREAKS:
            break
        fate = words.fates.of(keys[at])
        if fate:
            return fate, None
    return None, None
