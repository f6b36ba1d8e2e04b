"""What nobody is waiting for any more: overdue work is given out again, idle places are freed."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from verification.jobs.heartbeat import beat
from verification.models import Annotation, Article, AuditEvent, Bundle, Matching, Release, RequestCount
from verification.vocabulary import ArticleState, BundleState, MatchingState, ReleaseState


@dataclass(kw_only=True)
class Swept:
    """What one sweep found: ids whose work the caller enqueues again, and how many were given up or lapsed."""

    to_read: list[int] = field(default_factory=list)
    to_extract: list[int] = field(default_factory=list)
    to_match: list[int] = field(default_factory=list)
    to_unpack: list[int] = field(default_factory=list)
    to_release: list[int] = field(default_factory=list)
    given_up: int = 0
    lapsed: int = 0


def run() -> Swept:
    """One pass. Whoever calls it enqueues what it returns."""
    swept = Swept()
    _articles(swept)
    _matchings(swept)
    _bundles(swept)
    _releases(swept)
    swept.lapsed = lapse_idle_places()
    RequestCount.objects.filter(ends_at__lt=timezone.now()).delete()
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
    )
    return expired if at_work else expired | waiting


def _articles(swept: Swept) -> None:
    overdue = Article.objects.unfinished().filter(_overdue())
    swept.given_up += overdue.filter(attempts__gte=settings.ATTEMPTS).update(
        state=ArticleState.FAILED,
        lease_until=None,
        failure=(
            f"Given up after {settings.ATTEMPTS} attempts: the worker ran out of time or died each time."
            " Try again; if it fails again, look at the worker's log."
        ),
    )
    for pk, state in overdue.values_list("pk", "state")[: settings.SWEEP_BATCH]:
        (swept.to_extract if state == ArticleState.EXTRACTING else swept.to_read).append(pk)
    Article.objects.filter(pk__in=swept.to_read + swept.to_extract).update(queued_at=timezone.now(), lease_until=None)


def _matchings(swept: Swept) -> None:
    overdue = Matching.objects.unfinished().filter(_overdue())
    swept.given_up += overdue.filter(attempts__gte=settings.ATTEMPTS).update(
        state=MatchingState.FAILED,
        lease_until=None,
        failure=(
            f"Comparing with other articles was given up after {settings.ATTEMPTS} attempts: the worker ran out of"
            " time or died each time. Extract again to try once more; look at the worker's log."
        ),
    )
    swept.to_match = list(overdue.order_by("queued_at").values_list("pk", flat=True)[: settings.SWEEP_BATCH])
    Matching.objects.filter(pk__in=swept.to_match).update(queued_at=timezone.now(), lease_until=None)


def _bundles(swept: Swept) -> None:
    overdue = Bundle.objects.unfinished().filter(_overdue())
    swept.given_up += overdue.filter(attempts__gte=settings.ATTEMPTS).update(
        state=BundleState.FAILED,
        lease_until=None,
        failure=(
            f"Given up after {settings.ATTEMPTS} attempts: the worker ran out of time or died each time."
            " Try again, or send what is in it in smaller files."
        ),
    )
    swept.to_unpack = list(overdue.values_list("pk", flat=True)[: settings.SWEEP_BATCH])
    Bundle.objects.filter(pk__in=swept.to_unpack).update(queued_at=timezone.now(), lease_until=None)


def _releases(swept: Swept) -> None:
    overdue = Release.objects.unfinished().filter(_overdue())
    swept.given_up += overdue.filter(attempts__gte=settings.ATTEMPTS).update(
        state=ReleaseState.FAILED,
        lease_until=None,
        failure=f"Given up after {settings.ATTEMPTS} attempts. Request it again, and look at the worker's log.",
    )
    swept.to_release = list(overdue.values_list("pk", flat=True)[: settings.SWEEP_BATCH])
    Release.objects.filter(pk__in=swept.to_release).update(queued_at=timezone.now(), lease_until=None)


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
