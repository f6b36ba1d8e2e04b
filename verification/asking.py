"""What somebody writes in the search field of claims: words, and terms such as `verdict:disputed topic:territory`.

A term is a name, a colon and a value; a value with spaces stands in quotation marks (`claimant:"port authority"`),
commas stand between values of which one must fit, a minus sign before a term turns it round. Everything else is words.
What is not understood is refused with the place where it stands, never passed over: a filter that is silently left out
would show claims that nobody asked for.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from verification.vocabulary import Dispute, Modality, Priority, Stage, Topic, Verdict

MOST_TERMS = 20


class Wrong(StrEnum):
    """What is not understood of a question."""

    UNKNOWN_NAME = "unknown_name"
    UNKNOWN_VALUE = "unknown_value"
    NO_VALUE = "no_value"
    NO_DATE = "no_date"
    OPEN_QUOTE = "open_quote"
    ONE_DATE = "one_date"  # several dates, or a date turned round, where one is meant
    TOO_MANY = "too_many"


class NotUnderstood(Exception):
    """`start` and `end` say where in the text, in code points; `word` is what stands there, `known` what could.

    `others`: what else is not understood, in the order in which it stands behind this. No two overlap.
    """

    others: tuple[NotUnderstood, ...] = ()

    def __init__(self, wrong: Wrong, *, start: int, end: int, word: str, known: tuple[str, ...] = ()) -> None:
        super().__init__(wrong)
        self.wrong, self.start, self.end, self.word, self.known = wrong, start, end, word, known

    @property
    def all(self) -> tuple[NotUnderstood, ...]:
        return (self, *self.others)


@dataclass(frozen=True, kw_only=True)
class Term:
    """One of `values` must fit, or none of them where it is `negated`."""

    name: str
    values: tuple[str, ...]
    negated: bool = False


@dataclass(frozen=True, kw_only=True)
class Asked:
    """The words to look for in statements, and the terms, all of which must fit."""

    words: str = ""
    terms: tuple[Term, ...] = ()


def _day(value: str) -> bool:
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return len(value) == len("2026-11-21")


YES_NO = ("yes", "no")
# The names, and the words that each may have as its value; None for words of one's own.
NAMES: dict[str, tuple[str, ...] | None] = {
    "verdict": tuple(Verdict),
    "stage": tuple(Stage),
    "topic": tuple(Topic),
    "claimant": None,
    "place": None,
    "actor": None,
    "modality": tuple(Modality),
    "dispute": tuple(Dispute),
    "numbers": YES_NO,
    "priority": tuple(Priority),
    "assigned": None,
    "since": None,
    "until": None,
}
DATES = ("since", "until")
# Quotation marks of the languages that people write in.
CLOSES = {'"': '"', "“": "”", "”": "”", "„": "“", "«": "»"}
TERM = re.compile(r"(?P<minus>-?)(?P<name>[^\W\d_][\w-]*):")
SPACE = re.compile(r"\s*")
PLAIN = re.compile(r'[^\s,"“”„«»]+')
WORD = re.compile(r"\S+")


def parse(text: str) -> Asked:
    """What is asked. Raises NotUnderstood; takes time that grows with the length of the text alone."""
    words: list[str] = []
    terms: list[Term] = []
    wrong: list[NotUnderstood] = []
    at = _end(SPACE, text, 0)
    while at < len(text):
        if (term := TERM.match(text, at)) is not None and _is_meant(text, term):
            found, at = _term(text, term, wrong)
            terms.append(found)
        elif text[at] in CLOSES:
            quoted, at = _quoted(text, at, wrong)
            words.append(quoted)
        else:
            end = _end(WORD, text, at)
            words.append(text[at:end])
            at = end
        at = _end(SPACE, text, at)
        if len(terms) > MOST_TERMS:
            raise NotUnderstood(Wrong.TOO_MANY, start=0, end=len(text), word=str(MOST_TERMS))
    if wrong:
        wrong[0].others = tuple(wrong[1:])
        raise wrong[0]
    return Asked(words=" ".join(words), terms=tuple(terms))


def _end(pattern: re.Pattern[str], text: str, at: int) -> int:
    """Where what begins at `at` ends; `at` itself where nothing of the kind does."""
    found = pattern.match(text, at)
    return found.end() if found else at


def _is_meant(text: str, term: re.Match[str]) -> bool:
    """Not so a word with a colon behind it, as sentences have them."""
    return term["name"].lower() in NAMES or (term.end() < len(text) and not text[term.end()].isspace())


def _term(text: str, term: re.Match[str], wrong: list[NotUnderstood]) -> tuple[Term, int]:
    """The term and where it ends; what is `wrong` with it is added, and it is read to its end all the same."""
    name = term["name"].lower()
    before = len(wrong)
    if name not in NAMES:
        start, end = term.span("name")
        wrong.append(NotUnderstood(Wrong.UNKNOWN_NAME, start=start, end=end, word=term["name"], known=tuple(NAMES)))
    values: list[str] = []
    at = term.end()
    while True:
        begin = at
        value, at = _value(text, at, wrong)
        fault = _fault(name, value, start=begin if value else term.start(), end=at)
        # What points at the whole term is told where nothing in it is.
        if fault is not None and (value or len(wrong) == before):
            wrong.append(fault)
        values.append(value.lower() if NAMES.get(name) else value)
        if at >= len(text) or text[at] != ",":
            break
        at += 1
    negated = bool(term["minus"])
    if name in DATES and (len(values) > 1 or negated) and len(wrong) == before:
        wrong.append(NotUnderstood(Wrong.ONE_DATE, start=term.start(), end=at, word=name))
    return Term(name=name, values=tuple(values), negated=negated), at


def _value(text: str, at: int, wrong: list[NotUnderstood]) -> tuple[str, int]:
    if at < len(text) and text[at] in CLOSES:
        return _quoted(text, at, wrong)
    plain = PLAIN.match(text, at)
    return (plain.group(), plain.end()) if plain else ("", at)


def _quoted(text: str, at: int, wrong: list[NotUnderstood]) -> tuple[str, int]:
    """The words between the mark that stands at `at` and the one that closes it; none where none closes it."""
    end = text.find(CLOSES[text[at]], at + 1)
    if end < 0:
        wrong.append(NotUnderstood(Wrong.OPEN_QUOTE, start=at, end=len(text), word=text[at:]))
        return "", len(text)
    return text[at + 1 : end].strip(), end + 1


def _fault(name: str, value: str, *, start: int, end: int) -> NotUnderstood | None:
    """What is wrong with the value of a term; nothing is where the name is not known."""

    def of(wrong: Wrong, known: tuple[str, ...] = ()) -> NotUnderstood:
        return NotUnderstood(wrong, start=start, end=end, word=value, known=known)

    if name not in NAMES:
        return None
    known = NAMES[name]
    if not value:
        return of(Wrong.NO_VALUE, known or ())
    if known and value.lower() not in known:
        return of(Wrong.UNKNOWN_VALUE, known)
    if name in DATES and not _day(value):
        return of(Wrong.NO_DATE)
    return None
