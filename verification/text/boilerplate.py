from __future__ import annotations

from dataclasses import dataclass

from .span import Span


@dataclass(frozen=True, slots=True)
class Furniture:
    start: int
    end: int
    reason: str


def furniture(text: str, paragraphs: list[Span]) -> list[Furniture]:
    return []
