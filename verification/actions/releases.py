from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from verification import tasks
from verification.actions.audit import record
from verification.actions.enqueue import enqueue_on_commit
from verification.models import Project, Release, User
from verification.policies import require, why_not_release


@transaction.atomic
def request_release(project: Project, *, by: User) -> Release:
    """Asks a worker to write the project's dataset as it stands now."""
    require(why_not_release(by, project))
    now = timezone.now()
    release = Release.objects.create(project=project, requested_at=now, requested_by=by, queued_at=now)
    record("release.requested", by=by, subject=release, project=project)
    enqueue_on_commit(tasks.write_release, release.pk)
    return release
