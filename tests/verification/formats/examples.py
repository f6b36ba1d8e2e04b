"""A claim as a release tells it, to be changed by a test."""

from __future__ import annotations

from verification.formats.record import AnnotationRecord, ClaimRecord, EvidenceRecord, JudgementRecord


def evidence(stance: str = "supports") -> EvidenceRecord:
    return {
        "position": 0,
        "stance": stance,
        "kind": "link",
        "article": None,
        "start": None,
        "end": None,
        "url": "https://archive.example/1",
        "outlet": None,
        "published_on": None,
        "published_precision": None,
        "retrieved_at": None,
        "snapshot": None,
        "file_sha256": None,
        "region": None,
        "quote": "The first ship docked at noon.",
        "source_type": "unknown",
        "against_interest": False,
        "party": None,
        "method": "written_evidence",
        "question": None,
        "set": 1,
        "outweighed": None,
        "dismissed_warnings": {},
    }


def judgement(verdict: str = "supported", reason: str = "fully", *, revision: int = 1) -> JudgementRecord:
    return {
        "revision": revision,
        "blind": True,
        "verdict": verdict,
        "reason": reason,
        "confidence": "certain",
        "rationale": "The register lists the ship.",
        "guideline": 1,
        "active_seconds": 61,
        "started_at": "2026-11-02T10:00:00Z",
        "submitted_at": "2026-11-02T10:05:00Z",
        "evidence": [evidence(), evidence("context")],
        "searches": [],
    }


def annotation(annotator: str, *judgements: JudgementRecord, skip_reason: str | None = None) -> AnnotationRecord:
    return {
        "annotator": annotator,
        "round": "independent",
        "slot": 1,
        "started_at": "2026-11-02T10:00:00Z",
        "submitted_at": judgements[0]["submitted_at"] if judgements else None,
        "skipped_at": "2026-11-02T10:05:00Z" if skip_reason else None,
        "skip_reason": skip_reason,
        "lapsed_at": None,
        "shown": {"aided": True, "engine": "rules 1", "bearings": [0], "evidence": 0},
        "strategy": "check_worthiness",
        "inclusion_probability": None,
        "judgements": list(judgements),
    }


def claim(*annotations: AnnotationRecord) -> ClaimRecord:
    return {
        "claim": "0123456789abcdef0123456789abcdef",
        "article": {"sha256": "f" * 64, "title": "The harbour", "language": "en", "publications": []},
        "span": {"start": 0, "end": 34},
        "quote": "The harbour was reopened on Monday",
        "prefix": "",
        "suffix": ", the port authority said.",
        "statement": "The harbour was reopened on Monday.",
        "target": "content",
        "claimant": "the port authority",
        "chain": [],
        "modality": "asserted",
        "topics": ["governance", "other"],
        "numbers": [
            {
                "value": 14,
                "until": None,
                "bound": "at_least",
                "unit": "ships",
                "of": None,
                "words": "at least 14 ships",
                "start": 3,
                "end": 20,
            }
        ],
        "locations": ["Aldmouth", "Aldland"],
        "actors": ["Rosa Lind"],
        "asserted": None,
        "event": {"start": "2026-10-26T00:00:00Z", "until": "2026-10-26T23:59:59Z", "precision": "day"},
        "ambiguities": [],
        "check_worthiness": 0.8,
        "worthiness_reasons": ["names a place and a day"],
        "dispute": "denied",
        "bearings": [],
        "origin": {"run": None, "person": "p-aaaaaaaaaaaaaaaa", "dataset": None},
        "created_at": "2026-11-02T09:00:00Z",
        "places": 2,
        "stage": "resolved",
        "withdrawn": None,
        "annotations": list(annotations),
        "distribution": {"supported": 1, "disputed": 1, "unverified": 0, "entropy": 1.0},
        "resolution": {
            "settled": "adjudication",
            "verdict": "supported",
            "reason": "fully",
            "rationale": "=SUM(1) is how a formula would begin.",
            "disagreement": "guideline_gap",
            "adjudicator": "p-bbbbbbbbbbbbbbbb",
            "created_at": "2026-11-03T10:00:00Z",
            "valid_as_of": "2026-11-03",
            "evidence_cutoff": "2026-11-03",
            "rests_on": [],
            "superseded_at": None,
            "superseded_by": None,
            "superseded_why": None,
        },
        "superseded": [],
    }
