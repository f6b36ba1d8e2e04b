"""What kind of file one is: told by its first bytes, and by its name where those say nothing."""

from __future__ import annotations

from enum import StrEnum
from pathlib import PurePath

from verification.text.document import DocumentKind, Unreadable


class BundleKind(StrEnum):
    """The kinds of file that hold several articles."""

    ZIP = "zip"  # of files of any other kind
    CSV = "csv"  # an article per row
    JSONL = "jsonl"  # an article per line


KINDS = {
    ".txt": DocumentKind.TEXT,
    ".text": DocumentKind.TEXT,
    ".md": DocumentKind.MARKDOWN,
    ".markdown": DocumentKind.MARKDOWN,
    ".html": DocumentKind.HTML,
    ".htm": DocumentKind.HTML,
    ".xhtml": DocumentKind.HTML,
    ".pdf": DocumentKind.PDF,
    ".docx": DocumentKind.DOCX,
}
BUNDLE_KINDS = {
    ".zip": BundleKind.ZIP,
    ".csv": BundleKind.CSV,
    ".tsv": BundleKind.CSV,
    ".jsonl": BundleKind.JSONL,
    ".ndjson": BundleKind.JSONL,
}
SAVE_AS = "Save the article as .docx, .pdf, .html, .md or .txt and add that."
PACKED = (b"PK\x03\x04", b"PK\x05\x06")
# The first bytes of files that are often sent instead, whatever their name says.
FOREIGN = (
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file, or one that is protected with a password"),
    (b"{\\rtf", "a rich-text file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
    (b"7z\xbc\xaf\x27\x1c", "a packed file of a kind that cannot be opened"),
    (b"Rar!\x1a\x07", "a packed file of a kind that cannot be opened"),
)
# What the first file inside is called where a packed file is a document of an office program.
WORD = b"word/document.xml"
PDF = b"%PDF-"
PDF_BEGINS_WITHIN = 1024  # bytes, says its standard
OFFICE = (b"[Content_Types].xml", b"_rels/", b"docProps/", b"word/", b"xl/", b"ppt/", b"customXml/", b"mimetype")


def bundle_kind_of(data: bytes, name: str) -> BundleKind | None:
    """The kind of bundle that a file is, or None where it is one article. Raises Unreadable where it is neither."""
    suffix = suffix_of(name)
    if data.startswith(PACKED):
        return None if is_office(data) or suffix == ".docx" else BundleKind.ZIP
    kind = BUNDLE_KINDS.get(suffix)
    if kind is BundleKind.ZIP:
        raise Unreadable(
            f"It is named {suffix} and is no packed file: it may be damaged, or cut off. Pack it again and add that."
        )
    if kind is not None:
        refuse_foreign(data)
    return kind


def kind_of(data: bytes, name: str) -> DocumentKind:
    """The kind of document that a file is. Raises Unreadable where it is none that can be read."""
    suffix = suffix_of(name)
    if data.startswith(PACKED):
        if WORD in data or suffix == ".docx":
            return DocumentKind.DOCX
        raise Unreadable(f"This is {packed(data)}, which cannot be read. {SAVE_AS}")
    refuse_foreign(data)
    kind = KINDS.get(suffix)
    if data.startswith(PDF) or (kind in (None, DocumentKind.PDF) and PDF in data[:PDF_BEGINS_WITHIN]):
        return DocumentKind.PDF
    if kind in (DocumentKind.PDF, DocumentKind.DOCX):
        raise Unreadable(
            f"It is named {suffix} and is none: it may be damaged, or named wrongly. Open it, save it again, and add"
            " that."
        )
    if kind is not None:
        return kind
    if suffix and len(suffix) <= 6 and suffix[1:].isalnum() and not suffix[1:].isdigit():
        raise Unreadable(f"Files of the kind {suffix} cannot be read. {SAVE_AS}")
    start = data[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return DocumentKind.HTML if start.startswith((b"<!doctype html", b"<html")) else DocumentKind.TEXT


def refuse_foreign(data: bytes) -> None:
    for first, what in FOREIGN:
        if data.startswith(first):
            raise Unreadable(f"This is {what}, which cannot be read. {SAVE_AS}")


def is_office(data: bytes) -> bool:
    """Whether a packed file is a document of an office program: told by the first file in it."""
    return data[30:].startswith(OFFICE)


def packed(data: bytes) -> str:
    """What a packed file is, in words."""
    if b"xl/workbook.xml" in data:
        return "an Excel workbook"
    if b"ppt/presentation.xml" in data:
        return "a presentation"
    return "a packed file"


def suffix_of(name: str) -> str:
    return PurePath(name).suffix.lower()


def size(limit: int) -> str:
    """A number of bytes in words."""
    return f"{limit / 1024 / 1024:.0f} MB" if limit >= 1024 * 1024 else f"{limit / 1024:.0f} kB"
