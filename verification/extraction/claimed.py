"""A claim as the linking of denials and doubts sees it."""

from __future__ import annotations

from typing import NamedTuple

from verification.text.record import record
from verification.vocabulary import Topic

EVENTS = frozenset({Topic.TERRITORY, Topic.VIOLENCE, Topic.CASUALTIES, Topic.FORCES})


@record(frozen=True, slots=True)
class Claimed:
    """What the linking needs to know of a claim."""

    passage: int
    start: int
    end: int
    text: str
    claimant: str | None
    context: str = ""
    is_accusation: bool = False
    is_denial: bool = False
    is_call: bool = False  # asks for something, and asserts nothing that could be denied


class About(NamedTuple):
    """What a claim is about: its telling words without its speaker's, its topics, and the words that stand around."""

    text: str  # in small letters
    words: frozenset[str]
    topics: frozenset[Topic]
    context: frozenset[str]
    numbers: frozenset[str]
