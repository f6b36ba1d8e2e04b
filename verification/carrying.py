"""How a verdict is carried over to the same words in a corrected version of the article, and taken back.

Nobody judges such a claim: it has the verdict of the earlier one while that stands, and the queue gives it to nobody
meanwhile. The caller is in a transaction and holds the earlier claim's lock.
"""

from __future__ import annotations

from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from verification.models import Annotation, AuditEvent, Claim, Resolution, Succession, User
from verification.models.prepared import Prepared
from verification.vocabulary import Round, Settled, Succeeded


def is_waited_for(claim: str) -> Exists:
    """Whether anything may succeed in the same words the claim that a row names as `claim`."""
    return Exists(Succession.objects.waiting().filter(claim=OuterRef(claim)))


def carry_over(claim: Claim, resolution: Resolution) -> None:
    """Gives the claim's standing resolution to those that succeed it in the same words and have no work of their own.

    `carried_from` is the resolution that people came to, through however many corrections.
    """
    waiting = _waiting.rows(claim=claim.pk)
    successors = [succession.successor_id for succession in waiting if succession.successor_id is not None]
    if not successors:
        return
    _end_second_looks(claim)
    unbegun = Claim.objects.unfilled().filter(pk__in=successors, begun_at__isnull=True).order_by("pk")
    for successor in unbegun.select_for_update(of=("self",)):
        carried = Resolution.objects.create(
            claim=successor,
            settled=Settled.CARRIED_OVER,
            verdict=resolution.verdict,
            reason=resolution.reason,
            carried_from_id=resolution.carried_from_id or resolution.pk,
            created_at=timezone.now(),
            valid_as_of=resolution.valid_as_of,
            evidence_cutoff=resolution.evidence_cutoff,
        )
        _record("claim.carried_over", successor, resolution=carried.pk)
        carry_over(successor, carried)


@Prepared
def _waiting(claim: int) -> QuerySet[Succession]:
    return Succession.objects.waiting().filter(claim=claim).order_by("successor_id")


def take_back(claim: Claim, *, why: str, by: User) -> None:
    """Ends the verdicts that were carried over from this claim, which is open again: they would tell of its own."""
    same = Succession.objects.filter(claim=claim, outcome=Succeeded.SAME).order_by("successor_id")
    for succession in same.select_related("successor"):
        live = Resolution.objects.live().filter(claim=succession.successor_id, settled=Settled.CARRIED_OVER)
        ended = live.order_by().update(superseded_at=timezone.now(), superseded_by=by, superseded_why=why)
        if ended and succession.successor is not None:
            _record("claim.reopened", succession.successor, by=by)
            take_back(succession.successor, why=why, by=by)


def part(by: User, **which: Claim) -> int:
    """Lets claims be judged by themselves: `claim=` the earlier one, or `successor=` the later. How many there were."""
    return Succession.objects.waiting().filter(**which).update(parted_at=timezone.now(), parted_by=by)


def _end_second_looks(claim: Claim) -> None:
    """Whoever looks at the claim a second time just now must not read in the corrected version how it was resolved."""
    again = Annotation.objects.unfinished().filter(claim=claim, round=Round.REPEAT)
    for annotation in again.select_for_update(of=("self",)):
        Annotation.objects.filter(pk=annotation.pk).update(lapsed_at=timezone.now())
        _record("annotation.lapsed", annotation, project=claim.project_id)


def _record(
    kind: str, subject: Claim | Annotation, *, by: User | None = None, project: int | None = None, **facts: int
) -> None:
    AuditEvent.objects.create(
        at=timezone.now(),
        kind=kind,
        actor=by.pk if by else None,
        project=project or subject.project_id,
        subject=subject._meta.model_name or "",
        subject_id=subject.pk,
        facts=facts,
    )
