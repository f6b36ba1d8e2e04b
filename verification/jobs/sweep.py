"""What nobody is waiting for any more: overdue work is given out again, idle places are freed."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from verification.jobs.heartbeat import beat
from verification.models import (
    AgreementReport,
    Annotation,
    Article,
    AuditEvent,
    Bundle,
    HostTurn,
    LinkSnapshot,
    Matching,
    Release,
    RequestCount,
)
from verification.vocabulary import ArticleState, BundleState, MatchingState, ReleaseState, ReportState, RetrievalState


@dataclass(kw_only=True)
class Swept:
    """What one sweep found: ids whose work the caller enqueues again, and how many were given up or lapsed."""

    to_read: list[int] = field(default_factory=list)
    to_extract: list[int] = field(default_factory=list)
    to_match: list[int] = field(default_factory=list)
    to_unpack: list[int] = field(default_factory=list)
    to_release: list[int] = field(default_factory=list)
    to_compute: list[int] = field(default_factory=list)
    to_retrieve: list[int] = field(default_factory=list)
    given_up: int = 0
    lapsed: int = 0


def run() -> Swept:
    """One pass. Whoever calls it enqueues what it returns."""
    swept = Swept()
    _articles(swept)
    _matchings(swept)
    _bundles(swept)
    _releases(swept)
    _agreement_reports(swept)
    _link_snapshots(swept)
    swept.lapsed = lapse_idle_places()
    RequestCount.objects.filter(ends_at__lt=timezone.now()).delete()
    HostTurn.objects.filter(free_at__lt=timezone.now()).delete()
    beat("sweep")
    return swept


def _overdue() -> Q:
    """Rows whose worker let its lease pass, or whose message got lost.

    A row without a lease is queued. Its message counts as lost only after a while in which no worker has had
    anything in hand: a long queue must not be doubled by every sweep.
    """
    now = timezone.now()
    expired = Q(lease_until__lt=now)
    waiting = Q(lease_until__isnull=True, queued_at__lt=now - timedelta(seconds=settings.REQUEUE_AFTER_SECONDS))
    at_work = (
        Article.objects.unfinished().filter(lease_until__gte=now).exists()
        or Matching.objects.unfinished().filter(lease_until__gte=now).exists()
        or Bundle.objects.unfinished().filter(lease_until__gte=now).exists()
        or Release.objects.unfinished().filter(lease_until__gte=now).exists()
        or AgreementReport.objects.unfinished().filter(lease_until__gte=now).exists()
        or LinkSnapshot.objects.unfinished().filter(lease_until__gte=now).exists()
    )
    return expired if at_work else expired | waiting


def _given_out_again(swept: Swept, unfinished: QuerySet[Any], *, failed: str, failure: str) -> list[int]:
    """Gives up what has had its attempts, and says so in `failure`; queues the rest anew, the oldest first."""
    overdue = unfinished.filter(_overdue())
    swept.given_up += overdue.filter(attempts__gte=settings.ATTEMPTS).update(
        state=failed, lease_until=None, failure=failure.format(attempts=settings.ATTEMPTS)
    )
    found = list(overdue.order_by("queued_at").values_list("pk", flat=True)[: settings.SWEEP_BATCH])
    unfinished.filter(pk__in=found).update(queued_at=timezone.now(), lease_until=None)
    return found


def _articles(swept: Swept) -> None:
    found = _given_out_again(
        swept,
        Article.objects.unfinished(),
        failed=ArticleState.FAILED,
        failure=(
            "Given up after {attempts} attempts: the worker ran out of time or died each time."
            " Try again; if it fails again, look at the worker's log."
        ),
    )
    for pk, state in Article.objects.filter(pk__in=found).values_list("pk", "state"):
        (swept.to_extract if state == ArticleState.EXTRACTING else swept.to_read).append(pk)


def _matchings(swept: Swept) -> None:
    swept.to_match = _given_out_again(
        swept,
        Matching.objects.unfinished(),
        failed=MatchingState.FAILED,
        failure=(
            "Comparing with other articles was given up after {attempts} attempts: the worker ran out of"
            " time or died each time. Extract again to try once more; look at the worker's log."
        ),
    )


def _bundles(swept: Swept) -> None:
    swept.to_unpack = _given_out_again(
        swept,
        Bundle.objects.unfinished(),
        failed=BundleState.FAILED,
        failure=(
            "Given up after {attempts} attempts: the worker ran out of time or died each time."
            " Try again, or send what is in it in smaller files."
        ),
    )


def _releases(swept: Swept) -> None:
    swept.to_release = _given_out_again(
        swept,
        Release.objects.unfinished(),
        failed=ReleaseState.FAILED,
        failure="Given up after {attempts} attempts. Try again, and look at the worker's log.",
    )


def _agreement_reports(swept: Swept) -> None:
    swept.to_compute = _given_out_again(
        swept,
        AgreementReport.objects.unfinished(),
        failed=ReportState.FAILED,
        failure="Given up after {attempts} attempts. Compute anew, and look at the worker's log.",
    )


def _link_snapshots(swept: Swept) -> None:
    swept.to_retrieve = _given_out_again(
        swept,
        LinkSnapshot.objects.unfinished(),
        failed=RetrievalState.FAILED,
        failure="Given up after {attempts} attempts. Try again, and look at the worker's log.",
    )


@transaction.atomic
def lapse_idle_places() -> int:
    """Frees the places of people who have gone quiet; their drafts stay. Returns how many."""
    now = timezone.now()
    idle = Annotation.objects.idle_since(now - timedelta(minutes=settings.PLACE_LAPSES_AFTER_MINUTES))
    # Locked and looked at again by the UPDATE below, because the person may come back at this moment.
    places = list(
        idle.select_for_update(skip_locked=True, of=("self",))
        .select_related("claim")
        .values_list("pk", "claim__project_id")[: settings.SWEEP_BATCH]
    )
    lapsed = idle.filter(pk__in=[pk for pk, _project in places]).update(lapsed_at=now)
    AuditEvent.objects.bulk_create(
        AuditEvent(at=now, kind="annotation.lapsed", project=project, subject="annotation", subject_id=pk)
        for pk, project in places
    )
    return lapsed
