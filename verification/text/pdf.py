"""The text of a PDF file, in paragraphs, and what the file says about itself."""

from __future__ import annotations

import io
import logging
import re
import unicodedata
from collections import Counter
from itertools import pairwise
from typing import Any

from pypdf import PageObject, PdfReader
from pypdf.errors import DependencyError, LimitReachedError, PyPdfError

from verification.text.document import Document, DocumentKind, Unreadable
from verification.text.lines import Lines, paragraphs_of
from verification.text.names import said_title
from verification.text.visual_order import in_reading_order

MOST_PAGES = 3000
LEAST_GAP = 1.6  # of the usual distance between lines: a wider one is a gap between paragraphs
# Ligatures and the shapes that Arabic letters take in print, which stand for the letters themselves.
SHAPES = re.compile("[\ufb00-\ufb06\ufb50-\ufdff\ufe70-\ufefc]+")

PROTECTED = "This PDF file is protected with a password. Save it without one, or add its text as .txt."
DAMAGED = "This PDF file is damaged. Open it, save or print it to a new PDF file, and add that."
TOO_WIDE = (
    "A page of this PDF file unpacks to far more than a page holds. Save the article's text as .txt and add that."
)
SCANNED = (
    "There is no text in this PDF file: it seems to hold pictures of pages. Have its text recognised (OCR), or add"
    " the text as .txt."
)

# What is wrong with a file is said to the person, in the answer; pypdf's own words would fill the log.
logging.getLogger("pypdf").setLevel(logging.CRITICAL)

# What reading a damaged file raises, of the library's own errors and of Python's.
BROKEN = (
    PyPdfError,
    RecursionError,
    ValueError,
    TypeError,
    KeyError,
    IndexError,
    AttributeError,
    AssertionError,
    NotImplementedError,
    ZeroDivisionError,
)


def read(data: bytes) -> Document:
    """The text of a PDF file. Raises Unreadable where it is protected, damaged or only pictures."""
    try:
        reader = PdfReader(io.BytesIO(data), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise Unreadable(PROTECTED)
        pages, unread = lines_of_pages(reader)
    except (*BROKEN, DependencyError, OSError) as why:
        if isinstance(why, Unreadable):
            raise
        raise Unreadable(DAMAGED) from why
    pages, turned = in_reading_order(pages)
    paragraphs, done = paragraphs_of(pages)
    text = SHAPES.sub(lambda m: unicodedata.normalize("NFKC", m.group()), "\n\n".join(paragraphs))
    if not any(map(str.isalnum, text)):
        raise Unreadable(SCANNED if pages else DAMAGED)
    facts = {"pages": len(pages), "pages_unreadable": unread, "lines_turned": turned} | done
    said = information(reader)
    return Document(
        text=text,
        kind=DocumentKind.PDF,
        title=said_title(said.get("title")),
        byline=" ".join(str(said.get("author") or "").split()) or None,
        facts={name: number for name, number in facts.items() if number},
    )


def lines_of_pages(reader: PdfReader) -> tuple[list[Lines], int]:
    """The lines of each page, and how many pages could not be read. A declared number of pages is not believed."""
    pages: list[Lines] = []
    unread = 0
    for number in range(len(reader.pages)):
        if number >= MOST_PAGES:
            raise Unreadable(f"This PDF file has more than {MOST_PAGES} pages, the limit for one article. Split it.")
        try:
            page = reader.pages[number]
        except IndexError:
            break
        try:
            pages.append(lines_of(page))
        except LimitReachedError:
            raise Unreadable(TOO_WIDE) from None
        except BROKEN:
            unread += 1
            pages.append([])
    if unread and unread == len(pages):
        raise Unreadable(DAMAGED)
    return pages, unread


def lines_of(page: PageObject) -> Lines:
    """The lines of a page as they follow each other, "" where the space between two is wide."""
    heights: dict[str, float] = {}

    def remember(text: str, cm: Any, tm: Any, _font: Any, _size: Any) -> None:
        # Where a line stands; keyed by its beginning, for extracted lines come without their places.
        for line in text.split("\n"):
            if line.strip():
                heights.setdefault(" ".join(line.split())[:40], float(tm[5]) * float(cm[3]) + float(cm[5]))

    text = page.extract_text(visitor_text=remember)
    lines = [" ".join(line.split()) for line in text.split("\n")]
    at = [heights.get(line[:40]) for line in lines]
    steps = [round(a - b, 1) for a, b in pairwise(at) if a is not None and b is not None and a > b]
    if not steps:
        return lines
    usual = Counter(steps).most_common(1)[0][0]
    apart: Lines = []
    for number, line in enumerate(lines):
        above, own = at[number - 1] if number else None, at[number]
        if above is not None and own is not None and above - own > LEAST_GAP * usual:
            apart.append("")
        apart.append(line)
    return apart


def information(reader: PdfReader) -> dict[str, Any]:
    """Title and author, where the file names them in a way that can be read."""
    try:
        found = reader.metadata
        return {"title": found.title, "author": found.author} if found else {}
    except (PyPdfError, RecursionError, ValueError, TypeError, KeyError, IndexError, AttributeError):
        return {}
