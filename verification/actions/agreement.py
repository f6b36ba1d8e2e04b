from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from verification import tasks
from verification.actions.audit import record
from verification.actions.enqueue import enqueue_on_commit
from verification.models import AgreementReport, Project, User
from verification.policies import require, scope_of_report, why_not_see_agreement
from verification.vocabulary import ReportState


@transaction.atomic
def request_agreement(project: Project, *, by: User) -> AgreementReport:
    """Asks a worker to compute the agreement and progress that this person may see; what is asked for already stays.

    The figures that there are stay until newer ones take their place.
    """
    require(why_not_see_agreement(by, project))
    now = timezone.now()
    report, made = AgreementReport.objects.get_or_create(
        project=project,
        scope=scope_of_report(by, project),
        defaults={"requested_at": now, "requested_by": by, "queued_at": now},
    )
    if not made:
        # Locked, because two people may ask at once: the second finds it asked for.
        report = AgreementReport.objects.select_for_update(of=("self",)).get(pk=report.pk)
        if report.state in (ReportState.REQUESTED, ReportState.COMPUTING):
            return report
        report.state = ReportState.REQUESTED
        report.requested_at = report.queued_at = now
        report.requested_by = by
        report.attempts = 0
        report.failure = None
        report.save(update_fields=["state", "requested_at", "queued_at", "requested_by", "attempts", "failure"])
    record("agreement.requested", by=by, subject=report, project=project, scope=report.scope)
    enqueue_on_commit(tasks.compute_agreement, report.pk)
    return report
