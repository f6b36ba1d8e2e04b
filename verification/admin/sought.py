"""What somebody looks for in a list of the administration: a way to find it, and the words that it is told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from verification.models.full_text import asked

Way = Callable[[QuerySet[Any], str], QuerySet[Any]]


@dataclass(frozen=True)
class Sought:
    """The question of each way is prepared once, whatever the words."""

    way: Way
    words: str


def _all(rows: QuerySet[Any], words: str) -> QuerySet[Any]:
    return rows


EVERYTHING = Sought(_all, "")


def saying(words: str) -> Sought:
    """The rows with words that begin like these; all where there is no word."""
    question = asked(words)
    return EVERYTHING if question is None else Sought(_answering, question)


def _answering(rows: QuerySet[Any], question: str) -> QuerySet[Any]:
    answers: QuerySet[Any] = rows.answering(question)  # type: ignore[attr-defined]
    return answers


def is_hexadecimal(words: str, digits: int) -> bool:
    return len(words) == digits and set(words) <= set("0123456789abcdef")
