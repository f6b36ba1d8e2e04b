from __future__ import annotations

from tests.verification.formats import examples
from verification.formats.card import card
from verification.formats.csv import LONG_COLUMNS, WIDE_COLUMNS
from verification.formats.hashed_file import FileEntry
from verification.formats.manifest import Counts, ProjectEntry, manifest, sums

PROJECT: ProjectEntry = {
    "slug": "harbour",
    "name": "The harbour\n# of lies",
    "language": "en",
    "places": 2,
    "consensus": "always_adjudicate",
    "skip_limit": 2,
}
FILES: list[FileEntry] = [{"name": "claims.jsonl", "bytes": 3, "rows": 1, "sha256": "a" * 64}]


def test_counts_follow_what_is_written() -> None:
    counts = Counts()
    counts.add_claim(
        examples.claim(
            examples.annotation("p-one", examples.judgement(), examples.judgement(revision=2)),
            examples.annotation("p-two", skip_reason="duplicate"),
        )
    )
    counts.add_claim(examples.claim(examples.annotation("p-one", examples.judgement())))
    counts.add_article()
    assert counts.as_dict() == {
        "claims": 2,
        "annotations": 3,
        "judgements": 3,
        "evidence": 6,
        "searches": 0,
        "resolutions": 2,
        "articles": 1,
        "claims_open": 0,
        "claims_resolved": 2,
        "claims_dropped": 0,
        "claims_withdrawn": 0,
        "annotators": 2,
    }


def test_the_manifest_names_only_what_is_held_back_indeed() -> None:
    written = manifest(
        project=PROJECT,
        text="offsets",
        created_at="2026-11-02T12:00:00Z",
        last_event=None,
        counts={},
        held_back=[
            {"what": "claims", "count": 0, "why": "sensitive"},
            {"what": "judgements", "count": 4, "why": "blind"},
        ],
        files=FILES,
    )
    assert written["held_back"] == [{"what": "judgements", "count": 4, "why": "blind"}]
    assert "Offsets mode" in written["licence"]


def test_the_sums_are_what_sha256sum_reads() -> None:
    assert sums(FILES) == f"{'a' * 64}  claims.jsonl\n"


def test_the_card_names_every_column_and_keeps_the_title_on_its_line() -> None:
    text = card(project=PROJECT, text="full", counts={"claims": 1}, held_back=[], files=FILES)
    assert text.startswith("# The harbour # of lies\n")
    assert all(f"`{column}`" in text for column in (*LONG_COLUMNS, *WIDE_COLUMNS))
    assert f"`{'a' * 64}`" in text
    assert "## Left out\n\nNothing.\n" in text
