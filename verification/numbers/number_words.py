"""The number words, bounds and units of one language, ready for looking up."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from verification.text.folding import key

from .numerals import NUMERALS, Numerals

DECIMAL_COMMA = frozenset({"ru", "uk", "fr", "es"})


@dataclass(frozen=True, slots=True)
class Stems:
    """Words and beginnings of words, each with the English word for what it means."""

    exact: dict[str, str]
    begins: tuple[tuple[str, str], ...]

    def of(self, word: str) -> str | None:
        known = self.exact.get(word)
        if known is None and len(word) > 2:
            known = next((meaning for stem, meaning in self.begins if word.startswith(stem)), None)
        return known


@dataclass(frozen=True, slots=True)
class NumberWords:
    """What the words of a language mean beside a number."""

    code: str
    values: dict[str, float]
    scales: dict[str, float]
    joins: frozenset[str]
    vague: dict[str, tuple[float, float]]
    halves: dict[str, float]
    bounds: tuple[tuple[tuple[str, ...], str], ...]  # longest first
    bounds_by_last: dict[str, list[tuple[tuple[str, ...], str]]]  # the same by their last word
    after: tuple[tuple[tuple[str, ...], str], ...]
    between: frozenset[str]
    to: frozenset[str]
    percent: Stems
    fates: Stems
    kinds: Stems
    stops: frozenset[str]
    triggers: frozenset[str]  # without one of these or a digit there is no number
    openers: frozenset[str]  # a number in words begins with one of these


def entries(listed: str) -> list[list[str]]:
    return [[key(form.replace("_", " ")) for form in entry.split("/")] for entry in listed.split()]


def phrased(listed: dict[str, str] | None) -> tuple[tuple[tuple[str, ...], str], ...]:
    found = [
        (tuple(key(phrase).split()), bound)
        for bound, phrases in (listed or {}).items()
        for phrase in phrases.split("/")
    ]
    return tuple(sorted(found, key=lambda pair: -len(pair[0])))


def by_last(
    phrases: tuple[tuple[tuple[str, ...], str], ...],
) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrase, bound in phrases:
        found.setdefault(phrase[-1], []).append((phrase, bound))
    return found


def stems(listed: dict[str, str] | None) -> Stems:
    exact: dict[str, str] = {}
    begins: list[tuple[str, str]] = []
    for meaning, listed_words in (listed or {}).items():
        for word in listed_words.split():
            plain = key(word.rstrip("*").replace("_", " "))
            if word.endswith("*"):
                begins.append((plain, meaning))
            exact[plain] = meaning
    return Stems(exact, tuple(sorted(begins, key=lambda pair: -len(pair[0]))))


@cache
def number_words_of(language: str) -> NumberWords | None:
    """The words of a language, or None where there are none."""
    listed = NUMERALS.get(language)
    return built(language, listed) if listed else None


def built(language: str, listed: Numerals) -> NumberWords:
    values: dict[str, float] = {}
    for words, first, step in ((listed.small, 1, 1), (listed.tens, 30, 10), (listed.hundreds, 100, 100)):
        for at, forms in enumerate(entries(words)):
            values |= dict.fromkeys(forms, first + step * at)
    for word, value in listed.more.items():
        values |= dict.fromkeys(entries(word)[0], value)
    scales = {form: size for words, size in listed.scales.items() for form in entries(words)[0]}
    vague = {form: span for words, span in (listed.vague or {}).items() for form in entries(words)[0]}
    halves = {form: share for words, share in (listed.halves or {}).items() for form in entries(words)[0]}
    spoken = {word for known in (values, scales, vague, halves) for word in known}
    joins = frozenset(key(word) for word in listed.joins.split())
    longest = {max(phrase.split(), key=len) for phrase in spoken}
    triggers = {part for word in longest for part in word.split("'")}
    openers = {phrase.split()[0] for phrase in spoken}
    if language == "ar":
        triggers |= {"و" + word for word in triggers}
    return NumberWords(
        code=language,
        values=values,
        scales=scales,
        joins=joins,
        vague=vague,
        halves=halves,
        bounds=phrased(listed.bounds),
        bounds_by_last=by_last(phrased(listed.bounds)),
        after=phrased(listed.after),
        between=frozenset(key(word) for word in listed.between.split()),
        to=frozenset(key(word) for word in listed.to.split()),
        percent=stems({"%": listed.percent}),
        fates=stems(listed.fates),
        kinds=stems(listed.kinds),
        stops=frozenset(key(word) for word in listed.stops.split()),
        triggers=frozenset(triggers),
        openers=frozenset(openers),
    )
