"""Bytes to characters: which encoding a file is in, or a refusal."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from verification.text.document import Unreadable
from verification.text.language import identify

MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# One byte to a letter, and the multi-byte ones of East Asia. Only these are looked for: the many others of the
# same family differ in signs that articles do not use, and guessing among them goes wrong.
OLD = ["cp1252", "cp1251", "cp1256", "cp1250", "cp1253", "cp1254", "cp1255", "koi8_r", "gb18030", "big5", "euc_jp",
       "shift_jis", "euc_kr"]  # fmt: skip
CENTRAL_EUROPEAN = frozenset({"pl", "cs", "sk", "hu", "ro", "hr", "sl", "sq", "bs", "sr"})
WINDOWS = re.compile(r"^cp(125\d)$")
LOOKED_AT = 65_536

NOT_TEXT = (
    "This is not a text file: it holds bytes that no text has. Save the article as .docx, .pdf, .html, .md or .txt"
    " and add that."
)
NOT_TELLABLE = "It is not clear which encoding this file is in. Save it as UTF-8 and add it again."


def decode(data: bytes, *, declared: str | None = None) -> str:
    """The characters of `data`, see `decoded`."""
    return decoded(data, declared=declared)[0]


def decoded(data: bytes, *, declared: str | None = None) -> tuple[str, str]:
    """The characters of `data`, and the encoding they were in.

    A byte order mark stays in the text as U+FEFF; normalising takes it out.

    `declared` is the encoding that the file itself names, used where the bytes are not UTF-8.
    Raises Unreadable where the bytes are no text or their encoding cannot be told.
    """
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return strictly(data, encoding), encoding
    if b"\x00" in data:
        encoding = wide(data)
        return strictly(data, encoding), encoding
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        pass
    named = known(declared)
    if named is not None:
        try:
            return data.decode(named), named
        except (UnicodeDecodeError, LookupError):
            pass
    encoding = guessed(data)
    return strictly(data, encoding), encoding


def common_name(encoding: str) -> str:
    """An encoding's name as people know it."""
    return WINDOWS.sub(r"windows-\1", encoding.replace("_", "-"))


def strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise Unreadable(NOT_TELLABLE) from None


def wide(data: bytes) -> str:
    """UTF-16 without its mark, known by zeros in every other byte; other zeros are no text."""
    sample = data[:LOOKED_AT]
    half = max(1, len(sample) // 2)
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if len(data) % 2 == 0 and odd > 0.3 * half and even <= 0.02 * half:
        return "utf-16-le"
    if len(data) % 2 == 0 and even > 0.3 * half and odd <= 0.02 * half:
        return "utf-16-be"
    raise Unreadable(NOT_TEXT)


def known(declared: str | None) -> str | None:
    """The codec of a declared encoding; the web means windows-1252 by Latin-1."""
    if not declared:
        return None
    try:
        name = codecs.lookup(declared.strip().strip("\"'")).name
    except LookupError:
        return None
    if name in ("utf-8", "utf-16", "utf-32", "utf-16-le", "utf-16-be"):
        return None
    return "cp1252" if name in ("iso8859-1", "ascii") else name


def guessed(data: bytes) -> str:
    controls = sum(data[:LOOKED_AT].count(byte) for byte in (*range(1, 9), *range(14, 27)))
    if controls > len(data[:LOOKED_AT]) / 100:
        raise Unreadable(NOT_TEXT)
    best = from_bytes(data[:LOOKED_AT], cp_isolation=OLD).best()
    if best is None:
        raise Unreadable(NOT_TELLABLE)
    if best.encoding in ("cp1250", "cp1252", "cp1254"):
        return latin(data, best.encoding)
    return best.encoding


def latin(data: bytes, encoding: str) -> str:
    """Of the Latin encodings, which share most letters, the one that the text's language is written in."""
    sample = data[:LOOKED_AT]
    # Read as ASCII the letters in question are left out; a short text is left with too few to tell.
    language = identify(sample.decode("ascii", errors="ignore")) or identify(sample.decode(encoding, errors="ignore"))
    if language in CENTRAL_EUROPEAN:
        return "cp1250"
    return "cp1254" if language == "tr" else "cp1252" if language else encoding
