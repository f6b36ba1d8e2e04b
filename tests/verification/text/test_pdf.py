"""The text of PDF files: printed lines become paragraphs again, and what is printed around them is left out."""

import pytest

from tests.files import pdf
from verification.text.documents import DocumentKind, Unreadable, read
from verification.text.visual_order import in_reading_order

FIRST = [
    "The Courier, Monday",
    "",
    "Bridge closed after cracks are found",
    "",
    "The council closed the bridge at Oldford on Tuesday, after its in-",
    "spectors had found deep cracks in two of the pillars. An engineer of a",
    "well-known firm said that the council was warned.",
    "A spokeswoman denied it.",
    "Traffic is sent round by Newford, where the old bridge is open to cars",
    "and lorries, and where the well-",
    "1",
]
SECOND = [
    "The Courier, Monday",
    "known ferry takes people across the water at any time of the day, and",
    "nobody has to wait.",
    "",
    "Repairs begin in May.",
    "2",
]
THIRD = ["The Courier, Monday", "The council will meet again.", "3"]


def test_printed_lines_become_paragraphs() -> None:
    document = read(pdf([FIRST, SECOND, THIRD], title="Bridge closed", author="City Desk"), "bridge.pdf")
    assert document.kind is DocumentKind.PDF
    assert document.text.split("\n\n") == [
        "Bridge closed after cracks are found",
        "The council closed the bridge at Oldford on Tuesday, after its inspectors had found deep cracks in two of the"
        " pillars. An engineer of a well-known firm said that the council was warned.",
        "A spokeswoman denied it.",
        "Traffic is sent round by Newford, where the old bridge is open to cars and lorries, and where the well-known"
        " ferry takes people across the water at any time of the day, and nobody has to wait.",
        "Repairs begin in May.",
        "The council will meet again.",
    ]
    assert (document.title, document.byline) == ("Bridge closed", "City Desk")
    assert document.facts == {"pages": 3, "running_lines_left_out": 6, "lines_joined": 5, "hyphens_mended": 1}


@pytest.mark.parametrize("title", ["", "Untitled", "Microsoft Word - bridge", "bridge-final.indd"])
def test_the_name_of_a_file_is_no_title(title: str) -> None:
    assert read(pdf([THIRD], title=title), "a.pdf").title is None


def test_a_pdf_file_is_known_by_its_beginning_whatever_its_name() -> None:
    assert read(pdf([THIRD]), "bridge.txt").kind is DocumentKind.PDF
    assert read(b"\n" + pdf([THIRD]), "bridge").kind is DocumentKind.PDF


@pytest.mark.parametrize(
    ("data", "words"),
    [(pdf([[], []]), "OCR"), (pdf([FIRST])[:300], "damaged"), (b"%PDF-1.7\n" + bytes(400), "damaged")],
    ids=["pictures", "cut off", "nothing"],
)
def test_a_pdf_file_without_a_text_says_what_to_do(data: bytes, words: str) -> None:
    with pytest.raises(Unreadable, match=words):
        read(data, "a.pdf")


def test_lines_that_come_from_left_to_right_are_put_into_reading_order() -> None:
    given = [[".گفت سخنگو یک در 12 مه 2024 Reuters به", "The Courier"]]
    assert in_reading_order(given) == (
        [["به 2024 Reuters مه 12 در یک سخنگو گفت.", "The Courier"]],
        1,
    )
    right = [["یک سخنگو گفت."]]
    assert in_reading_order(right) == (right, 0)
