"""Questions in the search field of claims: what can stand in them, and words that point at what is not understood."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from annotate.labels import label
from verification.asking import NAMES, NotUnderstood
from verification.asking_words import sentence
from verification.vocabulary import Dispute, Modality, Priority, Stage, Topic, Verdict

ENUMS: dict[str, type[StrEnum]] = {
    "verdict": Verdict,
    "stage": Stage,
    "topic": Topic,
    "modality": Modality,
    "dispute": Dispute,
    "priority": Priority,
}
A_DAY = _("a day, such as 2026-11-21")
# What words of one's own may be.
OWN_WORDS: dict[str, Promise] = {
    "claimant": _("words of whoever makes it, or of another name or spelling of theirs"),
    "place": _("the name of a place"),
    "actor": _("the name of a body"),
    "assigned": _("a user name, the name of a team, me or anybody"),
    "since": A_DAY,
    "until": A_DAY,
}


@dataclass(frozen=True, kw_only=True)
class Name:
    """A name with the values that it takes, each with what it says where that is other words; or with what it takes."""

    name: str
    values: list[tuple[str, str]]
    takes: Promise | None


def names() -> list[Name]:
    """All that a term may be called, in the order of the language."""
    return [
        Name(name=name, values=[(value, _said(name, value)) for value in known or ()], takes=OWN_WORDS.get(name))
        for name, known in NAMES.items()
    ]


def _said(name: str, value: str) -> str:
    if name not in ENUMS:
        return ""
    words = label(ENUMS[name](value))
    return "" if words.lower() == value else words


@dataclass(frozen=True, kw_only=True)
class Misread:
    """The text in parts, each with whether it is not understood, and a sentence for each that says what to write."""

    parts: list[tuple[str, bool]]
    sentences: list[str]


def misread_of(text: str, refusal: NotUnderstood) -> Misread:
    parts, at = [], 0
    for one in refusal.all:
        parts += [(text[at : one.start], False), (text[one.start : one.end], True)]
        at = one.end
    return Misread(parts=[*parts, (text[at:], False)], sentences=[sentence(one) for one in refusal.all])
