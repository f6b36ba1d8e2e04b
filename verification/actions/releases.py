from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from verification import tasks
from verification.actions.audit import record
from verification.actions.enqueue import enqueue_on_commit
from verification.models import Project, Release, User
from verification.policies import require, require_state, why_not_release, why_not_retry_release
from verification.vocabulary import ReleaseState


@transaction.atomic
def request_release(project: Project, *, by: User) -> Release:
    """Asks a worker to write the project's dataset as it stands now."""
    require(why_not_release(by, project))
    now = timezone.now()
    release = Release.objects.create(project=project, requested_at=now, requested_by=by, queued_at=now)
    record("release.requested", by=by, subject=release, project=project)
    enqueue_on_commit(tasks.write_release, release.pk)
    return release


@transaction.atomic
def retry_release(release: Release, *, by: User) -> Release:
    """Has a release that failed written once more, with what the project holds by then."""
    require(why_not_release(by, release.project))
    # Locked, because two people may press the button at once: the second finds it on its way.
    release = Release.objects.select_for_update(of=("self",)).select_related("project").get(pk=release.pk)
    require_state(why_not_retry_release(release))
    release.state = ReleaseState.REQUESTED
    release.failure = None
    release.attempts = 0
    release.queued_at = timezone.now()
    release.save(update_fields=["state", "failure", "attempts", "queued_at"])
    record("release.retried", by=by, subject=release, project=release.project)
    enqueue_on_commit(tasks.write_release, release.pk)
    return release
