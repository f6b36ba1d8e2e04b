"""Questions in the search field of claims: what is not understood, in words that point at it."""

from __future__ import annotations

from dataclasses import dataclass

from verification.asking import NotUnderstood
from verification.asking_words import sentence


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
