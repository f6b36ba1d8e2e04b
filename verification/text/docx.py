"""The text of a Word file, in paragraphs, and what the file says about itself."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any

import docx
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from lxml.etree import LxmlError  # type: ignore[import-untyped]

from verification.text.document import Document, DocumentKind, Unreadable
from verification.text.names import said_title

MOST_UNPACKED = 200 * 1024 * 1024
MOST_XML = 60 * 1024 * 1024  # of the main part, which is parsed whole
MOST_PARTS = 5000
BULLET = "• "
CELLS = " | "
PARAGRAPH, TABLE, ROW, CELL = qn("w:p"), qn("w:tbl"), qn("w:tr"), qn("w:tc")
WORDS = {qn("w:t"): None, qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
LISTED = f"{qn('w:pPr')}/{qn('w:numPr')}"
STYLE = f"{qn('w:pPr')}/{qn('w:pStyle')}"
# What was struck out or moved away, and what is there a second time for older programs.
UNSEEN = frozenset(
    {
        qn("w:del"),
        qn("w:moveFrom"),
        qn("w:pPr"),
        "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
    }
)

DAMAGED = "This Word file is damaged, or no Word file. Open it, save it as .docx again, and add that."
TOO_WIDE = "This Word file unpacks to far more than an article has. Save the article's text as .txt and add that."
NO_TEXT = "There is no text in this Word file. If it holds pictures of pages, have their text recognised (OCR) first."


def read(data: bytes) -> Document:
    """The text of a Word file. Raises Unreadable where it is damaged, made to fill the memory, or without text."""
    refuse_bomb(data)
    try:
        opened = docx.Document(io.BytesIO(data))
        blocks = [block for block in blocks_of(opened.element.body) if block.strip()]
        said = opened.core_properties
        title, author, language = said.title, said.author, said.language
    except (
        OpcError,
        LxmlError,
        KeyError,
        ValueError,
        TypeError,
        AttributeError,
        IndexError,
        RecursionError,
        OSError,
        NotImplementedError,
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
    ) as why:
        raise Unreadable(DAMAGED) from why
    text = "\n\n".join(blocks)
    if not any(map(str.isalnum, text)):
        raise Unreadable(NO_TEXT)
    return Document(
        text=text,
        kind=DocumentKind.DOCX,
        title=said_title(title),
        byline=None if author in ("", "python-docx") else " ".join(author.split()) or None,
        language=language or None,
    )


def refuse_bomb(data: bytes) -> None:
    """Looks at the announced sizes first. Unpacking stops at them: what lies about its size ends as damaged."""
    try:
        parts = zipfile.ZipFile(io.BytesIO(data)).infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        raise Unreadable(DAMAGED) from None
    if any(part.flag_bits & 0x1 for part in parts):
        raise Unreadable("This Word file is protected with a password. Save it without one and add that.")
    xml = max((part.file_size for part in parts if part.filename.endswith((".xml", ".rels"))), default=0)
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED or xml > MOST_XML:
        raise Unreadable(TOO_WIDE)


def blocks_of(parent: Any) -> Iterator[str]:
    """Paragraphs, and tables row by row, in their order; wrappers such as content controls are looked into."""
    for child in parent:
        if child.tag == PARAGRAPH:
            words = words_of(child)
            yield (BULLET if words.strip() and is_listed(child) else "") + words
        elif child.tag == TABLE:
            for row in child.iterchildren(ROW):
                cells = [" ".join(" ".join(blocks_of(cell)).split()) for cell in row if cell.tag == CELL]
                yield CELLS.join(cell for cell in cells if cell)
        elif child.tag not in UNSEEN and len(child):
            yield from blocks_of(child)


def is_listed(paragraph: Any) -> bool:
    style = paragraph.find(STYLE)
    return paragraph.find(LISTED) is not None or (
        style is not None and (style.get(qn("w:val")) or "").startswith("List")
    )


def words_of(element: Any) -> str:
    """The words of a paragraph as a reader sees them: with what was put in, without what was struck out."""
    parts: list[str] = []
    for child in element:
        if child.tag in WORDS:
            parts.append(WORDS[child.tag] or child.text or "")
        elif child.tag not in UNSEEN and len(child):
            parts.append(words_of(child))
            if child.tag == PARAGRAPH:  # of a text box
                parts.append("\n")
    return "".join(parts)
