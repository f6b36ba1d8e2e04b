"""What a bundle holds, how much it may hold, and what a part of it is."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much a file may hold: all in bytes, but for the number of parts."""

    file: int = 20 * MEGABYTE
    text: int = 5 * MEGABYTE
    unpacked: int = 200 * MEGABYTE
    parts: int = 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """An article as a row of a table or a line of JSON gives it: its text and what is said of it."""

    text: str
    title: str = ""
    language: str | None = None
    url: str | None = None
    outlet: str | None = None
    byline: str | None = None
    published_on: date | None = None
    retrieved_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One of the articles in a bundle: a file, a row, or why it is neither. `name` is its own within the bundle."""

    name: str
    content: bytes | None = None
    row: Row | None = None
    why_not: str | None = None
    ignored: list[str] = field(default_factory=list)  # columns that mean nothing here
