"""Claims and their articles, as records."""

from __future__ import annotations

from datetime import datetime

from verification.formats import record
from verification.formats.record import known_moment
from verification.models import Article, Attribution, Bearing, Claim, Resolution
from verification.vocabulary import LinkKind, Stage

from .judgements import annotation_record, resolution_record
from .reading import Reading


def claim_record(row: Claim, reading: Reading) -> record.ClaimRecord:
    resolutions = list(row.resolutions.all())
    live = next((resolution for resolution in resolutions if resolution.superseded_at is None), None)
    told = [resolution for resolution in resolutions if resolution is live or _is_told(resolution)]
    blind_until = min((resolution.created_at for resolution in told), default=None)
    shown = {bearing.pk: index for index, bearing in enumerate(row.bearings.all())}
    annotations = [
        annotation_record(place, reading, shown=shown, blind_until=blind_until) for place in row.annotations.all()
    ]
    chain = row.chain()
    return {
        "claim": row.public_id,
        "article": article_reference(row.article) if row.article else None,
        "span": {"start": row.start, "end": row.end} if row.start is not None and row.end is not None else None,
        "quote": reading.quote(row.quote),
        "prefix": reading.quote(row.prefix),
        "suffix": reading.quote(row.suffix),
        "statement": row.statement,
        "target": row.target,
        "claimant": chain[-1].name if chain else None,
        "chain": [_speaker(speaker) for speaker in chain],
        "modality": row.modality,
        "topics": row.topics,
        "numbers": row.numbers,
        "locations": row.locations,
        "actors": row.actors,
        "asserted": _interval(row.asserted_from, row.asserted_until, row.asserted_precision),
        "event": _interval(row.event_from, row.event_until, row.event_precision),
        "ambiguities": row.ambiguities,
        "check_worthiness": row.check_worthiness,
        "worthiness_reasons": row.worthiness_reasons,
        "dispute": row.dispute,
        "bearings": [_bearing(bearing, reading) for bearing in row.bearings.all()],
        "links": _links(row),
        "origin": _origin(row, reading),
        "created_at": known_moment(row.created_at),
        # Of a claim that is not resolved: as many as before an adjudicator asked for more.
        "places": row.places if live else row.places - row.further_places,
        "stage": _stage(row, is_resolved=live is not None),
        "withdrawn": _withdrawal(row, reading),
        "annotations": annotations,
        "distribution": record.distribution(record.first_verdicts(annotations)) if live else None,
        "resolution": resolution_record(live, reading) if live else None,
        "superseded": [resolution_record(old, reading) for old in told if old is not live],
    }


def _is_told(old: Resolution) -> bool:
    """Of resolutions that do not stand: not what tells how an earlier claim was resolved that is open again."""
    return old.superseded_at is not None and not old.is_of_one_opened_again


def _stage(row: Claim, *, is_resolved: bool) -> str:
    """The stage as a release may tell it: what is not settled yet is open, whoever is at work on it.

    A dropped claim whose skips are not told is open too.
    """
    if row.withdrawn_at is not None:
        return Stage.WITHDRAWN.value
    if is_resolved:
        return Stage.RESOLVED.value
    return Stage.DROPPED.value if row.dropped_at is not None and row.annotations.all() else Stage.OPEN.value


def _withdrawal(row: Claim, reading: Reading) -> record.WithdrawalRecord | None:
    if row.withdrawn_at is None:
        return None
    by = reading.person(row.withdrawn_by_id)
    return {"at": known_moment(row.withdrawn_at), "by": by, "why": row.withdrawn_why or ""}


def _interval(start: datetime | None, until: datetime | None, precision: str | None) -> record.IntervalRecord | None:
    if start is None or until is None or precision is None:
        return None
    return {"start": known_moment(start), "until": known_moment(until), "precision": precision}


def article_reference(row: Article) -> record.ArticleReference:
    return {
        "sha256": row.sha256 or "",
        "title": row.title,
        "language": row.language,
        "publications": [
            {
                "url": ran.url,
                "outlet": ran.outlet,
                "byline": ran.byline,
                "published_on": record.day(ran.published_on),
                "published_precision": ran.published_precision,
                "published_basis": ran.published_basis,
                "retrieved_at": record.moment(ran.retrieved_at),
                "origin": ran.origin,
            }
            for ran in row.publications.all()
        ],
    }


def _speaker(row: Attribution) -> record.SpeakerRecord:
    return {
        "name": row.name,
        "surface": row.surface,
        "cue": row.cue,
        "party": row.party.name if row.party else None,
        "speech": row.speech,
        "rendering": row.rendering,
    }


def _bearing(row: Bearing, reading: Reading) -> record.BearingRecord:
    return {
        "article": row.article.sha256 or "",
        "start": row.start,
        "end": row.end,
        "quote": reading.quote(row.quote, row.article),
        "reason": row.reason,
    }


def _links(row: Claim) -> list[record.LinkRecord]:
    """Of both ends, by kind and the other's public id."""
    ends = [(link, link.other, False) for link in row.links.all()]
    ends += [(link, link.claim, True) for link in row.links_of_others.all()]
    ends.sort(key=lambda end: (end[0].kind, end[1].public_id))
    return [
        {
            "claim": other.public_id,
            "kind": link.kind,
            "of_the_other": turned and link.kind not in (LinkKind.SAME, LinkKind.CONTRADICTS),
            "score": link.score,
            "reason": link.reason,
            "matcher": link.matcher,
            "confirmed": link.confirmed_at is not None,
        }
        for link, other, turned in ends
    ]


def _origin(row: Claim, reading: Reading) -> record.OriginRecord:
    run = row.origin_run
    return {
        "run": {
            "engine": run.engine,
            "version": run.version,
            "model": run.model,
            "prompt_sha256": run.prompt_hash,
            "parameters_sha256": run.parameters_hash,
            "started_at": known_moment(run.started_at),
            "finished_at": known_moment(run.finished_at),
        }
        if run
        else None,
        "person": reading.person(row.origin_person_id),
        "dataset": row.origin_import,
    }
