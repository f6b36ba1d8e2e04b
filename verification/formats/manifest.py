"""The manifest: what a release holds, what it leaves out and why, and the sums to check its files by."""

from __future__ import annotations

import json
from typing import TypedDict

from .hashed_file import FileEntry
from .record import SCHEMA_VERSION, ClaimRecord

PSEUDONYMS = (
    "Each person is named by 'p-' and 16 characters: HMAC-SHA256 of the project and the person, cut to 80 bits, "
    "with a key that only the installation knows. The same person has the same pseudonym in every release of "
    "this project, and another one in each other project."
)
LICENCE = (
    "Article texts, and what is quoted from them and from linked pages, belong to their publishers; `licence` of "
    "an article says what is known. No licence is recorded for the annotations: ask the project before you pass "
    "them on."
)
OFFSETS = (
    "Offsets mode: article texts and the quotes from them (quote, prefix and suffix of claims, quotes of passages) "
    "are left out. Take the article from its publication, normalise it, compare its SHA-256, and cut the span."
)


class ProjectEntry(TypedDict):
    slug: str
    name: str
    language: str
    places: int  # judgements wanted per claim
    consensus: str
    skip_limit: int


class StateEntry(TypedDict):
    """The state that was released: the last event of the project's audit trail, None where there is none."""

    last_event: int | None


class HeldBack(TypedDict):
    """Rows that are in the database and not in the release."""

    what: str
    count: int
    why: str


class Manifest(TypedDict):
    """`manifest.json`. The same state gives the same manifest but for `created_at`."""

    schema_version: str
    project: ProjectEntry
    text: str  # full or offsets
    created_at: str
    state: StateEntry
    counts: dict[str, int]
    held_back: list[HeldBack]
    files: list[FileEntry]
    pseudonyms: str
    licence: str


def manifest(
    *,
    project: ProjectEntry,
    text: str,
    created_at: str,
    last_event: int | None,
    counts: dict[str, int],
    held_back: list[HeldBack],
    files: list[FileEntry],
) -> Manifest:
    return {
        "schema_version": SCHEMA_VERSION,
        "project": project,
        "text": text,
        "created_at": created_at,
        "state": {"last_event": last_event},
        "counts": counts,
        "held_back": [entry for entry in held_back if entry["count"]],
        "files": files,
        "pseudonyms": PSEUDONYMS,
        "licence": f"{LICENCE} {OFFSETS}" if text == "offsets" else LICENCE,
    }


def as_json(written: Manifest) -> str:
    return json.dumps(written, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def sums(files: list[FileEntry]) -> str:
    """The content of SHA256SUMS, for `sha256sum -c`."""
    return "".join(f"{entry['sha256']}  {entry['name']}\n" for entry in files)


class Counts:
    """Counts what is written, claim by claim."""

    def __init__(self) -> None:
        self._counts = dict.fromkeys(
            ["claims", "annotations", "judgements", "evidence", "searches", "resolutions", "articles"], 0
        )
        self._stages = dict.fromkeys(["open", "resolved", "dropped", "withdrawn"], 0)
        self._annotators: set[str] = set()

    def add_claim(self, claim: ClaimRecord) -> None:
        self._counts["claims"] += 1
        self._stages[claim["stage"]] += 1
        self._counts["resolutions"] += len(claim["superseded"]) + (claim["resolution"] is not None)
        for annotation in claim["annotations"]:
            self._annotators.add(annotation["annotator"])
            self._counts["annotations"] += 1
            self._counts["judgements"] += len(annotation["judgements"])
            for judgement in annotation["judgements"]:
                self._counts["evidence"] += len(judgement["evidence"])
                self._counts["searches"] += len(judgement["searches"])

    def add_article(self) -> None:
        self._counts["articles"] += 1

    def as_dict(self) -> dict[str, int]:
        stages = {f"claims_{stage}": count for stage, count in self._stages.items()}
        return self._counts | stages | {"annotators": len(self._annotators)}
