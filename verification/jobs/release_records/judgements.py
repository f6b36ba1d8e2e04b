"""What people decided, as records."""

from __future__ import annotations

from datetime import datetime

from verification.formats import record
from verification.formats.record import known_moment
from verification.models import Annotation, Evidence, Judgement, LinkSnapshot, Resolution, Search
from verification.vocabulary import EvidenceKind

from .reading import Reading


def annotation_record(
    row: Annotation, reading: Reading, *, shown: dict[int, int], blind_until: datetime | None
) -> record.AnnotationRecord:
    return {
        "annotator": reading.name_of(row.person_id),
        "round": row.round,
        "slot": row.slot,
        "started_at": known_moment(row.started_at),
        "submitted_at": record.moment(row.submitted_at),
        "skipped_at": record.moment(row.skipped_at),
        "skip_reason": row.skip_reason,
        "lapsed_at": record.moment(row.lapsed_at),
        "shown": {
            "aided": row.aided,
            "engine": row.shown_engine,
            "bearings": [shown[pk] for pk in row.shown_bearings if pk in shown],
            "evidence": len(row.shown_evidence),
        },
        "strategy": row.strategy,
        "inclusion_probability": row.inclusion_probability,
        "judgements": [
            _judgement(judgement, reading, blind_until=_before(blind_until, row), pages=_pages(row))
            for judgement in row.judgements.all()
        ],
    }


def _pages(row: Annotation) -> dict[str, LinkSnapshot]:
    """The pages that this person had retrieved, by their addresses: the newest of each."""
    return {snapshot.url: snapshot for snapshot in row.snapshots.all()}


def _before(blind_until: datetime | None, row: Annotation) -> datetime | None:
    """Until when this person's judgements are blind: until the claim was resolved, or they were asked about theirs."""
    asked = [question.asked_at for question in row.questions.all()]
    return min([*asked, *([blind_until] if blind_until else [])], default=None)


def _judgement(
    row: Judgement, reading: Reading, *, blind_until: datetime | None, pages: dict[str, LinkSnapshot]
) -> record.JudgementRecord:
    if row.submitted_at is None or row.verdict is None or row.reason is None or row.guideline is None:
        raise AssertionError(f"judgement {row.pk} is a draft: drafts are never released")
    return {
        "revision": row.revision,
        "blind": blind_until is None or row.submitted_at <= blind_until,
        "verdict": row.verdict,
        "reason": row.reason,
        "confidence": row.confidence,
        "rationale": row.rationale,
        "guideline": row.guideline.version,
        "active_seconds": row.active_seconds if reading.project.shows_pace else None,
        "started_at": known_moment(row.started_at),
        "submitted_at": known_moment(row.submitted_at),
        "evidence": [_evidence(item, reading, pages.get(item.url or "")) for item in row.evidence.all()],
        "searches": [_search(search) for search in row.searches.all()],
    }


def _evidence(row: Evidence, reading: Reading, page: LinkSnapshot | None) -> record.EvidenceRecord:
    is_passage = row.kind == EvidenceKind.PASSAGE
    return {
        "position": row.position,
        "stance": row.stance,
        "kind": row.kind,
        "article": row.article.sha256 if row.article else None,
        "start": row.start,
        "end": row.end,
        "url": row.url,
        "outlet": row.outlet,
        "published_on": record.day(row.published_on),
        "published_precision": row.published_precision,
        "retrieved_at": record.moment(row.retrieved_at),
        "snapshot": _snapshot(page) if page is not None else None,
        "file_sha256": row.file_sha256,
        "region": row.region,
        "quote": reading.quote(row.quote, row.article) if is_passage else row.quote,
        "source_type": row.source_type,
        "against_interest": row.against_interest,
        "party": row.party.name if row.party else row.party_words,
        "method": row.method,
        "question": row.question,
        "set": row.set_number,
        "outweighed": row.outweighed,
        "dismissed_warnings": {warning.rule: warning.word for warning in row.dismissed.all()},
    }


def _snapshot(page: LinkSnapshot) -> record.SnapshotRecord:
    if page.retrieved_at is None or page.sha256 is None:
        raise AssertionError(f"snapshot {page.pk} is not done: only those that are are released")
    return {
        "retrieved_at": known_moment(page.retrieved_at),
        "final_url": page.final_url or page.url,
        "sha256": page.sha256,
        "title": page.title,
        "published_on": record.day(page.published_on),
    }


def _search(row: Search) -> record.SearchRecord:
    return {
        "position": row.position,
        "where": row.where,
        "query": row.query,
        "language": row.language,
        "outcome": row.outcome,
        "searched_at": record.moment(row.searched_at),
    }


def resolution_record(row: Resolution, reading: Reading) -> record.ResolutionRecord:
    cited = list(row.evidence.all())
    return {
        "settled": row.settled,
        "verdict": row.verdict,
        "reason": row.reason,
        "rationale": row.rationale,
        "disagreement": row.disagreement,
        "adjudicator": reading.person(row.adjudicator_id),
        "created_at": known_moment(row.created_at),
        "valid_as_of": row.valid_as_of.isoformat(),
        "evidence_cutoff": row.evidence_cutoff.isoformat(),
        "rests_on": [
            {
                "annotator": reading.name_of(judgement.annotation.person_id),
                "round": judgement.annotation.round,
                "revision": judgement.revision,
                "evidence": [item.position for item in cited if item.judgement_id == judgement.pk],
            }
            for judgement in row.judgements.all()
        ],
        "superseded_at": record.moment(row.superseded_at),
        "superseded_by": reading.person(row.superseded_by_id),
        "superseded_why": row.superseded_why,
    }
