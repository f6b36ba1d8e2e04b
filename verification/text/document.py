"""What reading a file gives, and the refusal where it cannot be read."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class DocumentKind(StrEnum):
    """The kinds of file that an article may come in."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    PDF = "pdf"
    DOCX = "docx"


@dataclass(frozen=True, kw_only=True)
class Document:
    """The raw text of a file, and what the file itself says about it (None: it does not say)."""

    text: str
    kind: DocumentKind
    title: str | None = None
    language: str | None = None  # a hint: BCP 47, as the file declares it
    published_on: date | None = None
    byline: str | None = None
    url: str | None = None
    outlet: str | None = None
    facts: dict[str, str | int] = field(default_factory=dict)  # what reading it met with, such as its encoding


class Unreadable(ValueError):
    """A file that no text can be had from; `str()` is one sentence or two for the person, saying what to do."""
