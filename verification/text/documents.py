"""From the bytes of a file to its raw text: plain text, Markdown, web pages, PDF and Word files.

Nothing is normalised here. Every refusal is an `Unreadable` whose words are for the person who sent the file.
"""

from __future__ import annotations

from dataclasses import replace
from importlib import import_module

from verification.text.document import Document, DocumentKind, Unreadable
from verification.text.encoding import NOT_TEXT, common_name, decoded
from verification.text.kinds import KINDS, kind_of, size
from verification.text.markdown import plain

__all__ = ["KINDS", "LIMIT", "Document", "DocumentKind", "Unreadable", "read"]

LIMIT = 10 * 1024 * 1024
# Characters of what a file says about itself; a form takes no more of it from a person either.
LONGEST_NAME = 300
LONGEST_ADDRESS = 2000
LONGEST_LANGUAGE = 35

# Loaded when needed: the process that reads a file reads this one alone, and each parser takes long to load.
PARSERS = {
    DocumentKind.HTML: "verification.text.html",
    DocumentKind.PDF: "verification.text.pdf",
    DocumentKind.DOCX: "verification.text.docx",
}


def read(data: bytes, name: str, *, limit: int = LIMIT) -> Document:
    """The document in a file called `name`. `limit` is in bytes. Raises Unreadable with a sentence for the person."""
    if not data.strip():
        raise Unreadable("This file is empty. Check that the right file was chosen.")
    if len(data) > limit:
        raise Unreadable(
            f"This file is larger than {size(limit)}, the limit for one article. Split it, or add the text alone."
        )
    kind = kind_of(data, name)
    if kind in PARSERS:
        return bounded(import_module(PARSERS[kind]).read(data))
    text, encoding = decoded(data)
    if is_binary(text):
        raise Unreadable(NOT_TEXT)
    title = None
    if kind is DocumentKind.MARKDOWN:
        text, title = plain(text.removeprefix("\ufeff"))
    if not any(map(str.isalnum, text)):
        raise Unreadable("There is no text in this file. Check it, or paste the article's text instead.")
    return bounded(Document(text=text, kind=kind, title=title, facts={"encoding": common_name(encoding)}))


def bounded(document: Document) -> Document:
    """With names cut to a readable length. A longer address or language code is none at all: cut, it would say
    something else."""
    url, language = document.url or "", document.language or ""
    return replace(
        document,
        title=shortened(document.title),
        byline=shortened(document.byline),
        outlet=shortened(document.outlet),
        url=document.url if len(url) <= LONGEST_ADDRESS else None,
        language=document.language if len(language) <= LONGEST_LANGUAGE else None,
    )


def shortened(name: str | None) -> str | None:
    if name is None or len(name) <= LONGEST_NAME:
        return name
    return name[: LONGEST_NAME - 1].rstrip() + "…"


def is_binary(text: str) -> bool:
    """Whether a text that decoded well is none: zeros, or many control characters."""
    if "\x00" in text:
        return True
    sample = text[:65_536]
    controls = sum(1 for c in sample if c < " " and c not in "\t\n\r\x0b\x0c")
    return controls * 20 > len(sample)
