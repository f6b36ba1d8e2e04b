"""CSV: `annotations.csv`, a row per judgement (or per annotation without one), and `claims.csv`, a row per claim.

Cells are separated by commas and quoted where needed (RFC 4180), lines end with a newline, UTF-8 without BOM,
yes is `true`, no is `false`, not known is empty. Lists are joined with a semicolon.

A spreadsheet would run a text that begins like a formula. Such a cell gets an apostrophe before it, and so does
one that begins with an apostrophe: whoever reads the file takes one apostrophe from the head of any cell that
has one, and has the text as it was.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .record import AnnotationRecord, ClaimRecord, IntervalRecord, JudgementRecord

Cell = str | int | float | bool | None

DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "'")

LONG_COLUMNS = (
    "claim",
    "article_sha256",
    "statement",
    "annotator",
    "round",
    "slot",
    "started_at",
    "submitted_at",
    "skipped_at",
    "skip_reason",
    "lapsed_at",
    "aided",
    "shown_engine",
    "shown_bearings",
    "shown_evidence",
    "strategy",
    "inclusion_probability",
    "revision",
    "is_latest",
    "blind",
    "verdict",
    "reason",
    "confidence",
    "rationale",
    "guideline",
    "active_seconds",
    "judgement_started_at",
    "judgement_submitted_at",
    "evidence_supports",
    "evidence_contradicts",
    "evidence_unverifiable",
    "evidence_context",
    "searches",
)

WIDE_COLUMNS = (
    "claim",
    "stage",
    "withdrawn",
    "article_sha256",
    "article_title",
    "article_language",
    "start",
    "end",
    "quote",
    "statement",
    "target",
    "claimant",
    "modality",
    "topics",
    "numbers",
    "locations",
    "actors",
    "asserted_from",
    "asserted_until",
    "asserted_precision",
    "event_from",
    "event_until",
    "event_precision",
    "ambiguities",
    "check_worthiness",
    "worthiness_reasons",
    "dispute",
    "origin",
    "places",
    "skips",
    "judges",
    "supported",
    "disputed",
    "unverified",
    "entropy",
    "verdict",
    "reason",
    "settled",
    "rationale",
    "valid_as_of",
    "evidence_cutoff",
    "resolved_at",
    "disagreement",
)


def cell(value: Cell) -> str:
    """One value as it stands in a file; texts that a spreadsheet would run are made harmless."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return "'" + value if value.startswith(DANGEROUS) else value
    return repr(value)


def line(cells: Sequence[Cell]) -> str:
    """A row, ended by a newline; a cell is quoted where a comma, a quotation mark or a line end asks for it."""
    return ",".join(_quoted(cell(value)) for value in cells) + "\n"


def _quoted(text: str) -> str:
    # Not the standard library's writer: it leaves a lone carriage return bare, which readers take for a line end.
    if any(mark in text for mark in ',"\r\n'):
        return '"' + text.replace('"', '""') + '"'
    return text


def long_rows(claim: ClaimRecord) -> Iterator[list[Cell]]:
    """The rows of a claim for `annotations.csv`, in the order of LONG_COLUMNS."""
    article = claim["article"]
    head: list[Cell] = [claim["claim"], article["sha256"] if article else None, claim["statement"]]
    for annotation in claim["annotations"]:
        place = [*head, *_annotation_cells(annotation)]
        for judgement in annotation["judgements"]:
            yield [*place, *_judgement_cells(judgement, is_latest=judgement is annotation["judgements"][-1])]
        if not annotation["judgements"]:
            yield place + [None] * (len(LONG_COLUMNS) - len(place))


def _annotation_cells(annotation: AnnotationRecord) -> list[Cell]:
    return [
        annotation["annotator"],
        annotation["round"],
        annotation["slot"],
        annotation["started_at"],
        annotation["submitted_at"],
        annotation["skipped_at"],
        annotation["skip_reason"],
        annotation["lapsed_at"],
        annotation["shown"]["aided"],
        annotation["shown"]["engine"],
        len(annotation["shown"]["bearings"]),
        annotation["shown"]["evidence"],
        annotation["strategy"],
        annotation["inclusion_probability"],
    ]


def _judgement_cells(judgement: JudgementRecord, *, is_latest: bool) -> list[Cell]:
    stances = [item["stance"] for item in judgement["evidence"]]
    return [
        judgement["revision"],
        is_latest,
        judgement["blind"],
        judgement["verdict"],
        judgement["reason"],
        judgement["confidence"],
        judgement["rationale"],
        judgement["guideline"],
        judgement["active_seconds"],
        judgement["started_at"],
        judgement["submitted_at"],
        stances.count("supports"),
        stances.count("contradicts"),
        stances.count("unverifiable"),
        stances.count("context"),
        len(judgement["searches"]),
    ]


def interval(when: IntervalRecord | None) -> list[Cell]:
    """Start, end and precision of a time; empty where it is undated."""
    return [when["start"], when["until"], when["precision"]] if when else [None, None, None]


def wide_row(claim: ClaimRecord) -> list[Cell]:
    """The row of a claim for `claims.csv`, in the order of WIDE_COLUMNS."""
    article, span, spread, final = claim["article"], claim["span"], claim["distribution"], claim["resolution"]
    return [
        claim["claim"],
        claim["stage"],
        claim["withdrawn"] is not None,
        *((article["sha256"], article["title"], article["language"]) if article else (None, None, None)),
        *((span["start"], span["end"]) if span else (None, None)),
        claim["quote"],
        claim["statement"],
        claim["target"],
        claim["claimant"],
        claim["modality"],
        ";".join(claim["topics"]),
        ";".join(number["words"] for number in claim["numbers"]),
        ";".join(claim["locations"]),
        ";".join(claim["actors"]),
        *interval(claim["asserted"]),
        *interval(claim["event"]),
        ";".join(claim["ambiguities"]),
        claim["check_worthiness"],
        ";".join(claim["worthiness_reasons"]),
        claim["dispute"],
        next(kind for kind in ("run", "person", "dataset") if claim["origin"].get(kind) is not None),
        claim["places"],
        sum(annotation["skipped_at"] is not None for annotation in claim["annotations"]),
        sum(bool(annotation["judgements"]) for annotation in claim["annotations"]),
        *((spread["supported"], spread["disputed"], spread["unverified"], spread["entropy"]) if spread else [None] * 4),
        *(
            (
                final["verdict"],
                final["reason"],
                final["settled"],
                final["rationale"],
                final["valid_as_of"],
                final["evidence_cutoff"],
                final["created_at"],
                final["disagreement"],
            )
            if final
            else [None] * 8
        ),
    ]
