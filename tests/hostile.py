"""Files as careless or ill-meaning people send them, made in code: what each should come to is said beside it."""

from __future__ import annotations

import io
import json
import random
import struct
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass

from pypdf import PdfReader, PdfWriter

from tests.files import packed, pdf, with_table, word

SENTENCE = "The bridge was closed on Friday, the council said. "
MEGABYTE = 1024 * 1024
FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"


@dataclass(frozen=True, kw_only=True)
class Hostile:
    """A file and what it should come to.

    `ends`: "refused" when it is sent, "failed" or "passes" when it is read; of a bundle "parts", where `passed` of
    its parts pass and the others fail alone. `says`: a word of the reason.
    """

    name: str
    make: Callable[[], bytes]
    ends: str
    says: str = ""
    passed: int = 0


def prose(characters: int, *, seed: int = 1) -> str:
    """Sentences of words that no two texts share."""
    chance = random.Random(seed)
    words = ["".join(chance.choices("abdeghilmnoprstu", k=chance.randint(2, 9))) for _ in range(3000)]
    text = ""
    lines = []
    while characters > 0:
        text = " ".join(chance.choices(words, k=12)).capitalize() + ". "
        lines.append(text)
        characters -= len(text)
    return "".join(lines)


def zip_of(files: dict[str, bytes | str], change: Callable[[zipfile.ZipInfo], None] | None = None) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
            if change:
                change(archive.filelist[-1])
    return written.getvalue()


def encrypted_zip() -> bytes:
    """The flag alone: without the password nobody gets further than to it."""

    def mark(info: zipfile.ZipInfo) -> None:
        info.flag_bits |= 0x1

    return zip_of({"secret.txt": SENTENCE}, mark)


def lying_zip() -> bytes:
    """Says of a member that it is small; it unpacks to 100 MB."""
    data = zip_of({"small.txt": b"a" * 100 * MEGABYTE})
    return data.replace(struct.pack("<L", 100 * MEGABYTE), struct.pack("<L", 1000))


def protected_pdf() -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf([[SENTENCE]]))))
    writer.encrypt("secret", algorithm="AES-256")
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()


def pdf_of(*objects: bytes) -> bytes:
    return with_table(objects)


def stream(content: bytes, dictionary: bytes = b"") -> bytes:
    return b"<</Length %d%s>>stream\n%s\nendstream" % (len(content), dictionary, content)


def page_tree_loop() -> bytes:
    return pdf_of(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 2/Kids[3 0 R 2 0 R]>>",
        b"<</Type/Pages/Count 1/Parent 2 0 R/Kids[2 0 R 3 0 R]>>",
    )


def reference_loop() -> bytes:
    return pdf_of(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        b"<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources 5 0 R/MediaBox[0 0 9 9]>>",
        b"5 0 R",
        b"4 0 R",
    )


def pdf_bomb() -> bytes:
    """One page whose words unpack to 300 MB, twice packed."""
    inner = zlib.compress(b"BT /F1 9 Tf (word word) Tj ET " * (10 * MEGABYTE), 9)
    return pdf_of(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        b"<</Type/Page/Parent 2 0 R/Contents 4 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 5 0 R>>>>>>",
        stream(zlib.compress(inner, 9), b"/Filter[/FlateDecode/FlateDecode]"),
        FONT,
    )


def busy_pdf() -> bytes:
    """One page with two million words to place: it asks for more time than there is."""
    content = zlib.compress(b"BT /F1 9 Tf " + b"1 0 0 1 3 3 Tm (word) Tj " * 2_000_000 + b"ET", 9)
    return pdf_of(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        b"<</Type/Page/Parent 2 0 R/Contents 4 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 5 0 R>>>>>>",
        stream(content, b"/Filter/FlateDecode"),
        FONT,
    )


def docx_with(part: str, content: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(word([SENTENCE]))) as good:
        parts = {name: good.read(name) for name in good.namelist()}
    return packed(parts | {part: content})


def docx_with_entity() -> bytes:
    """Asks for a file of the machine that reads it."""
    return docx_with(
        "word/document.xml",
        b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
        b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r>'
        b"<w:t>" + SENTENCE.encode() + b"&x;</w:t></w:r></w:p></w:body></w:document>",
    )


def nested(depth: int) -> bytes:
    return b"<!doctype html><html><body>" + b"<div>" * depth + SENTENCE.encode() * 3 + b"</div>" * depth


def laughs() -> bytes:
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    return (
        f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY l0 "ha">{entities}]>'
        f"<html><body><p>{SENTENCE}&l9;</p></body></html>"
    ).encode()


def rows(*texts: str) -> bytes:
    return ("title,text\n" + "".join(f'A title,"{text}"\n' for text in texts)).encode()


def lines(*texts: str) -> bytes:
    return "\n".join(json.dumps({"text": text}) for text in texts).encode()


ARABIC = "قال المجلس إن الجسر أغلق يوم الجمعة ونفى ذلك متحدث باسم الشرطة في المدينة"

HOSTILE = [
    # Packed files
    Hostile(
        name="bomb.zip",
        make=lambda: packed({"a.txt": b"a" * (19 * MEGABYTE), "b.txt": SENTENCE}),
        ends="parts",
        says="memory",
        passed=1,
    ),
    Hostile(name="lying.zip", make=lying_zip, ends="parts", says="damaged"),
    Hostile(
        name="large-member.zip",
        make=lambda: packed({"a.txt": b"a" * (21 * MEGABYTE), "b.txt": SENTENCE + "2"}),
        ends="parts",
        says="20 MB",
        passed=1,
    ),
    Hostile(
        name="nested.zip",
        make=lambda: packed({"a.zip": packed({"b.txt": SENTENCE}), "c.txt": SENTENCE + "3"}),
        ends="parts",
        says="inside",
        passed=1,
    ),
    Hostile(
        name="climbing.zip",
        make=lambda: packed({"../../up.txt": SENTENCE, "/etc/x.txt": SENTENCE, "c.txt": SENTENCE + "4"}),
        ends="parts",
        says="outside",
        passed=1,
    ),
    Hostile(name="encrypted.zip", make=encrypted_zip, ends="parts", says="password"),
    Hostile(
        name="many.zip",
        make=lambda: packed({f"{n}.txt": SENTENCE for n in range(5000)}),
        ends="failed",
        says="5000 files",
    ),
    Hostile(name="truncated.zip", make=lambda: packed({"a.txt": prose(9000)})[:-400], ends="failed", says="damaged"),
    Hostile(
        name="nothing.zip",
        make=lambda: packed({".hidden": SENTENCE, "__MACOSX/a.txt": SENTENCE}),
        ends="failed",
        says="no file",
    ),
    Hostile(
        name="pictures.zip",
        make=lambda: packed({"a.png": b"\x89PNG", "b.exe": b"MZ", "c.txt": b""}),
        ends="parts",
        says="picture",
    ),
    Hostile(
        name="same-names.zip",
        make=lambda: packed({"a\x01.txt": SENTENCE + "5", "a\x02.txt": SENTENCE + "6"}),
        ends="parts",
        passed=2,
    ),
    Hostile(name="not.zip", make=lambda: SENTENCE.encode(), ends="refused", says="no packed file"),
    # PDF files
    Hostile(name="protected.pdf", make=protected_pdf, ends="failed", says="password"),
    Hostile(name="truncated.pdf", make=lambda: pdf([[SENTENCE]])[:200], ends="failed", says="damaged"),
    Hostile(name="tree-loop.pdf", make=page_tree_loop, ends="failed", says="damaged"),
    Hostile(name="reference-loop.pdf", make=reference_loop, ends="failed"),
    Hostile(
        name="count.pdf", make=lambda: pdf([[SENTENCE + "7"]]).replace(b"/Count 1", b"/Count 999999999"), ends="passes"
    ),
    Hostile(name="pages.pdf", make=lambda: pdf([["word"]] * 3001), ends="failed", says="3000 pages"),
    Hostile(name="bomb.pdf", make=pdf_bomb, ends="failed", says="unpacks"),
    Hostile(name="busy.pdf", make=busy_pdf, ends="failed"),
    Hostile(name="pictures.pdf", make=lambda: pdf([[], []]), ends="failed", says="OCR"),
    Hostile(name="not.pdf", make=lambda: SENTENCE.encode(), ends="failed", says="none"),
    # Word files
    Hostile(
        name="bomb.docx",
        make=lambda: docx_with("word/document.xml", b" " * (100 * MEGABYTE)),
        ends="failed",
        says="unpacks",
    ),
    Hostile(name="entity.docx", make=docx_with_entity, ends="passes"),
    Hostile(name="truncated.docx", make=lambda: word([SENTENCE])[:5000], ends="failed", says="damaged"),
    Hostile(name="empty.docx", make=lambda: word([]), ends="failed", says="no text"),
    Hostile(name="old.docx", make=lambda: b"\xd0\xcf\x11\xe0" * 99, ends="failed", says="old Word"),
    # Texts
    Hostile(name="line.txt", make=lambda: prose(200_000).encode(), ends="passes"),
    Hostile(name="word.txt", make=lambda: b"a" * 200_000 + b" " + SENTENCE.encode(), ends="passes"),
    Hostile(name="5-MB.txt", make=lambda: prose(5_200_000, seed=2).encode()[: 5 * MEGABYTE], ends="passes"),
    Hostile(name="6-MB.txt", make=lambda: prose(6 * MEGABYTE, seed=3).encode(), ends="failed", says="5 MB"),
    Hostile(name="21-MB.txt", make=lambda: b"word " * (5 * MEGABYTE), ends="refused", says="20 MB"),
    Hostile(name="odd.txt", make=lambda: (SENTENCE * 2).encode("utf-16") + b"\x00", ends="failed", says="encoding"),
    Hostile(name="nul.txt", make=lambda: SENTENCE.encode() + b"\x00\x00 more", ends="failed", says="not a text file"),
    Hostile(name="windows-1256.txt", make=lambda: ARABIC.encode("cp1256"), ends="passes"),
    Hostile(name="utf-16.txt", make=lambda: (SENTENCE + "8").encode("utf-16"), ends="passes"),
    Hostile(name="bidi.txt", make=lambda: f"\u202e{SENTENCE}\u2066\u202d{ARABIC}\u2069 9".encode(), ends="passes"),
    Hostile(name="marks.txt", make=lambda: (SENTENCE + "e" + "\u0301" * 100_000).encode(), ends="passes"),
    Hostile(name="empty.txt", make=lambda: b"", ends="refused", says="empty"),
    Hostile(name="x.txt", make=lambda: b"x", ends="failed", says="hardly a word"),
    Hostile(name="picture.txt", make=lambda: b"\x89PNG\r\n\x1a\n" + bytes(99), ends="failed", says="picture"),
    Hostile(name="program.exe", make=lambda: b"MZ" + bytes(99), ends="failed", says=".exe"),
    Hostile(name=f"{'long-' * 60}.txt", make=lambda: (SENTENCE + "10").encode(), ends="passes"),
    Hostile(name="evil\u202etxt.\x00\x1bexe.txt", make=lambda: (SENTENCE + "11").encode(), ends="passes"),
    # Web pages
    Hostile(name="deep.html", make=lambda: nested(100_000), ends="either"),
    Hostile(name="entities.html", make=lambda: b"<p>" + SENTENCE.encode() + b"&amp" * 200_000, ends="either"),
    Hostile(name="laughs.xhtml", make=laughs, ends="either"),
    # Tables and lines of JSON
    Hostile(name="no-text.csv", make=lambda: b"title,words\na,b\n", ends="failed", says="“words”"),
    Hostile(
        name="bad-row.csv",
        make=lambda: rows(SENTENCE + "12", "", SENTENCE + "13"),
        ends="parts",
        says="empty",
        passed=2,
    ),
    Hostile(
        name="open-quote.csv",
        make=lambda: rows(SENTENCE + "14") + b'A title,"' + prose(9000).encode(),
        ends="parts",
        says="quotation",
        passed=1,
    ),
    Hostile(
        name="large-cell.csv", make=lambda: rows(prose(3 * MEGABYTE, seed=4), SENTENCE + "15"), ends="parts", passed=2
    ),
    Hostile(
        name="broken-line.jsonl",
        make=lambda: lines(SENTENCE + "16") + b'\n{"text": "cut\n' + lines(SENTENCE + "17"),
        ends="parts",
        says="no JSON",
        passed=2,
    ),
    Hostile(
        name="deep.jsonl",
        make=lambda: b'{"text": ' + b"[" * 100_000 + b"\n" + lines(SENTENCE + "18"),
        ends="parts",
        says="no JSON",
        passed=1,
    ),
    Hostile(name="many.jsonl", make=lambda: b'{"text": "a b"}\n' * 100_000, ends="failed", says="2000 articles"),
    Hostile(name="list.jsonl", make=lambda: b'[{"text": "a"}]', ends="failed", says="one list"),
    Hostile(name="binary.csv", make=lambda: b"text\n" + bytes(range(256)) * 9, ends="failed", says="not a text file"),
]
