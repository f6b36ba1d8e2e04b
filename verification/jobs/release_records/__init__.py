"""From rows of the database to the records of a release: what is read, in which order, and what never is."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from typing import TypeVar

from django.db.models import Exists, F, Model, OuterRef, Prefetch, Q, QuerySet

from verification.formats import record
from verification.formats.record import known_moment
from verification.models import (
    Annotation,
    Article,
    Attribution,
    Bearing,
    Claim,
    ClaimLink,
    DismissedWarning,
    Evidence,
    Guideline,
    Judgement,
    LinkSnapshot,
    Membership,
    Publication,
    Question,
    Resolution,
    Search,
)
from verification.vocabulary import RetrievalState, Role

from .claims import article_reference, claim_record
from .reading import Reading

CLAIMS_AT_ONCE = 100  # each brings what was judged on it: more at once takes more memory and saves little time
ARTICLES_AT_ONCE = 20  # a text may have megabytes

Row = TypeVar("Row", bound=Model)


def claims(reading: Reading) -> Iterator[record.ClaimRecord]:
    """Every claim that is not hidden, in the order of its public id; in chunks, a fixed number of queries each.

    Judgements, and who has or had a place, come only with claims that stand resolved; skips also with those that
    enough skips dropped, unless somebody who may read the release has a place on the claim: until it is resolved it
    is an open one for them; never skips for a reason of the person's own. The queries see to it: what must stay blind
    is never read.
    """
    rows = (
        Claim.objects.filter(project=reading.project)
        .exclude(reading.hidden_claims())
        .select_related("article", "origin_run")
        .defer("article__text")
        .prefetch_related(*_with_everything(reading))
        .order_by("public_id", "id")
    )
    for number, row in enumerate(rows.iterator(chunk_size=CLAIMS_AT_ONCE), start=1):
        yield claim_record(row, reading)
        if number % CLAIMS_AT_ONCE == 0:
            # Rows and what was fetched with them point at each other: left to the collector, they pile up.
            gc.collect()


def articles(reading: Reading) -> Iterator[record.ArticleRecord]:
    """Every article that has been read and is not hidden, in the order of its SHA-256."""
    rows = (
        Article.objects.filter(project=reading.project, text__isnull=False)
        .exclude(reading.hidden_articles())
        .select_related("corrects")
        .defer("corrects__text")
        .prefetch_related(Prefetch("publications", Publication.objects.order_by("id")))
        .order_by("sha256")
    )
    for row in rows.iterator(chunk_size=ARTICLES_AT_ONCE):
        text = row.text or ""
        yield {
            **article_reference(row),
            "normaliser_version": row.normaliser_version or "",
            "characters": len(text),
            "licence": row.licence,
            "corrects": row.corrects.sha256 if row.corrects else None,
            "text": text if reading.texts else None,
        }


def guidelines(reading: Reading) -> Iterator[record.GuidelineRecord]:
    """Every version of the project's guideline, oldest first."""
    for row in Guideline.objects.filter(project=reading.project).order_by("version").iterator(chunk_size=20):
        yield {"version": row.version, "text": row.text, "created_at": known_moment(row.created_at)}


def _with_everything(reading: Reading) -> list[Prefetch[str]]:
    of_resolved = Exists(Resolution.objects.live().filter(claim=OuterRef("claim")))
    readers = Membership.objects.filter(
        user=OuterRef("person"), project=OuterRef("claim__project"), role__in=[Role.CURATOR, Role.RESEARCHER]
    )
    judged_by_a_reader = Annotation.objects.filter(Exists(readers), claim=OuterRef("claim"), skipped_at__isnull=True)
    of_dropped = Q(~Exists(judged_by_a_reader), claim__dropped_at__isnull=False, skipped_at__isnull=False)
    judgements = Judgement.objects.of_resolved_claims()
    return [
        Prefetch("article__publications", Publication.objects.order_by("id")),
        Prefetch("attributions", Attribution.objects.select_related("party").order_by("position")),
        Prefetch("bearings", _bearings(reading)),
        Prefetch("links", _links(reading, "other")),
        Prefetch("links_of_others", _links(reading, "claim")),
        Prefetch("annotations", Annotation.objects.told().filter(of_resolved | of_dropped).order_by("id")),
        Prefetch(
            "annotations__judgements",
            judgements.select_related("guideline").defer("guideline__text").order_by("revision"),
        ),
        Prefetch(
            "annotations__judgements__evidence",
            _with_article(Evidence.objects.select_related("party").order_by("position")),
        ),
        Prefetch("annotations__judgements__evidence__dismissed", DismissedWarning.objects.order_by("rule")),
        Prefetch("annotations__snapshots", LinkSnapshot.objects.filter(state=RetrievalState.DONE).order_by("id")),
        Prefetch("annotations__questions", Question.objects.only("annotation", "asked_at")),
        Prefetch("annotations__judgements__searches", Search.objects.order_by("position")),
        Prefetch("resolutions", Resolution.objects.filter(of_resolved).with_what_they_tell().order_by("id")),
        Prefetch("resolutions__judgements", judgements.select_related("annotation").order_by("id")),
        Prefetch("resolutions__evidence", Evidence.objects.only("id", "judgement", "position").order_by("position")),
    ]


def _bearings(reading: Reading) -> QuerySet[Bearing]:
    """The claim's own article's in the order of the text, then those of others, what bears on it most first."""
    # What matching says of a passage tells what is in it: none of an article that is held back.
    rows = Bearing.objects.exclude(reading.hidden_articles("article__"), score__isnull=False)
    return _with_article(rows.order_by(F("score").desc(nulls_first=True), "start", "end", "id"))


def _links(reading: Reading, end: str) -> QuerySet[ClaimLink]:
    """Links that stand, to claims that the release holds."""
    hidden = Claim.objects.filter(reading.hidden_claims(), pk=OuterRef(end))
    standing = ClaimLink.objects.standing().exclude(Exists(hidden))
    return standing.select_related(end).only(
        "claim", "other", "kind", "score", "reason", "matcher", "confirmed_at", f"{end}__public_id"
    )


def _with_article(rows: QuerySet[Row]) -> QuerySet[Row]:
    return rows.select_related("article").defer("article__text")
