"""The text of Word files, in its order, and without what was struck out."""

import io
import zipfile

import docx
import pytest
from docx.oxml import parse_xml

from tests.files import packed, word
from verification.text.documents import DocumentKind, Unreadable, read

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def test_paragraphs_lists_and_tables_come_in_their_order() -> None:
    document = docx.Document()
    document.core_properties.title, document.core_properties.author = "The bridge", "City  Desk"
    document.add_heading("Bridge closed")
    document.add_paragraph("The bridge was closed.")
    document.add_paragraph("Traffic is sent round.", style="List Bullet")
    table = document.add_table(2, 2)
    for at, words in enumerate(["Pillar", "Cracks", "North", "two"]):
        table.cell(at // 2, at % 2).text = words
    changed = (
        f"<w:p {W}><w:r><w:t>Repairs begin in </w:t></w:r><w:del><w:r><w:delText>April</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>May</w:t></w:r></w:ins><w:r><w:t>.</w:t></w:r></w:p>"
    )
    wrapped = f"<w:sdt {W}><w:sdtContent>{changed.replace('Repairs', 'Tests')}</w:sdtContent></w:sdt>"
    for xml in (changed, wrapped):
        document.element.body.insert(-1, parse_xml(xml))
    written = io.BytesIO()
    document.save(written)
    found = read(written.getvalue(), "bridge.docx")
    assert found.kind is DocumentKind.DOCX
    assert found.text.split("\n\n") == [
        "Bridge closed",
        "The bridge was closed.",
        "• Traffic is sent round.",
        "Pillar | Cracks",
        "North | two",
        "Repairs begin in May.",
        "Tests begin in May.",
    ]
    assert (found.title, found.byline) == ("The bridge", "City Desk")


def test_a_word_file_is_known_by_what_is_in_it() -> None:
    assert read(word(["The bridge was closed."]), "bridge.txt").kind is DocumentKind.DOCX


def bomb() -> bytes:
    """The main part alone unpacks to a hundred megabytes."""
    with zipfile.ZipFile(io.BytesIO(word(["x"]))) as good:
        parts = {name: good.read(name) for name in good.namelist()}
    return packed(parts | {"word/document.xml": b" " * 100_000_000})


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (word([]), "OCR"),
        (word(["The bridge was closed."])[:4000], "damaged"),
        (packed({"[Content_Types].xml": "", "word/document.xml": "<"}), "damaged"),
        (bomb(), "unpacks"),
    ],
    ids=["empty", "cut off", "no parts", "bomb"],
)
def test_a_word_file_without_a_text_says_what_to_do(data: bytes, words: str) -> None:
    with pytest.raises(Unreadable, match=words):
        read(data, "a.docx")
