from __future__ import annotations

import csv as standard
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.verification.formats import examples
from verification.formats import csv

TEXTS = st.text(alphabet=st.characters(exclude_characters="\x00", exclude_categories=["Cs"]))


def read(text: str) -> list[list[str]]:
    return list(standard.reader(io.StringIO(text, newline="")))


def as_it_was(cell: str) -> str:
    return cell[1:] if cell.startswith("'") else cell


@given(st.lists(TEXTS, min_size=2, max_size=4))
def test_a_row_is_read_again_as_it_was_once_the_apostrophe_is_taken_off(cells: list[str]) -> None:
    (row,) = read(csv.line(cells))
    assert [as_it_was(cell) for cell in row] == cells


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@cmd", "\t=1", "\r=1", "\n=1", "＝1", "'=1"])
def test_no_text_begins_like_a_formula(text: str) -> None:
    assert csv.cell(text) == "'" + text


def test_numbers_yes_no_and_nothing_stand_as_they_are() -> None:
    assert [csv.cell(value) for value in (-1, 0.25, True, False, None, "a - b")] == [
        "-1",
        "0.25",
        "true",
        "false",
        "",
        "a - b",
    ]


def test_the_long_file_has_a_row_per_judgement_and_one_for_a_place_without_any() -> None:
    changed = examples.annotation(
        "p-one", examples.judgement(), examples.judgement("disputed", "contradicted", revision=2)
    )
    skipped = examples.annotation("p-two", skip_reason="duplicate")
    rows = [dict(zip(csv.LONG_COLUMNS, row, strict=True)) for row in csv.long_rows(examples.claim(changed, skipped))]
    assert [(row["annotator"], row["revision"], row["is_latest"], row["verdict"]) for row in rows] == [
        ("p-one", 1, False, "supported"),
        ("p-one", 2, True, "disputed"),
        ("p-two", None, None, None),
    ]
    assert (rows[0]["evidence_supports"], rows[0]["evidence_context"], rows[0]["searches"]) == (1, 1, 0)
    assert rows[2]["skip_reason"] == "duplicate"


def test_the_wide_file_has_a_row_per_claim() -> None:
    claim = examples.claim(
        examples.annotation("p-one", examples.judgement()),
        examples.annotation("p-two", examples.judgement("disputed", "contradicted")),
        examples.annotation("p-three", skip_reason="duplicate"),
    )
    row = dict(zip(csv.WIDE_COLUMNS, csv.wide_row(claim), strict=True))
    assert (row["judges"], row["skips"], row["supported"], row["disputed"], row["entropy"]) == (2, 1, 1, 1, 1.0)
    assert (row["verdict"], row["settled"], row["origin"]) == ("supported", "adjudication", "person")
    assert row["topics"] == "governance;other"
    assert (row["numbers"], row["locations"], row["actors"]) == ("at least 14 ships", "Aldmouth;Aldland", "Rosa Lind")
    assert (row["asserted_from"], row["event_from"], row["event_precision"]) == (None, "2026-10-26T00:00:00Z", "day")


def test_a_claim_without_article_span_and_resolution_leaves_its_cells_empty() -> None:
    claim = examples.claim()
    claim.update(article=None, span=None, quote=None, resolution=None, distribution=None, stage="open")
    claim["origin"] = {"run": None, "person": None, "dataset": "an older dataset"}
    row = dict(zip(csv.WIDE_COLUMNS, csv.wide_row(claim), strict=True))
    assert (row["article_sha256"], row["start"], row["verdict"], row["entropy"]) == (None, None, None, None)
    assert row["origin"] == "dataset"
