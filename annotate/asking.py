"""Questions in the search field of claims: what is not understood, in words that point at it."""

from __future__ import annotations

from dataclasses import dataclass

from verification.asking import NotUnderstood
from verification.asking_words import sentence


@dataclass(frozen=True, kw_only=True)
class Pointed:
    """The text with the part that is not understood, and a sentence that says what to write instead."""

    before: str
    part: str
    after: str
    sentence: str


def pointed(text: str, refusal: NotUnderstood) -> Pointed:
    return Pointed(
        before=text[: refusal.start],
        part=text[refusal.start : refusal.end],
        after=text[refusal.end :],
        sentence=sentence(refusal),
    )
