from __future__ import annotations

from functools import partial

from django.db import transaction
from django.utils import timezone

from verification import tasks
from verification.actions.audit import record
from verification.models import Project, Release, User
from verification.policies import require, why_not_release


@transaction.atomic
def request_release(project: Project, *, by: User) -> Release:
    """Asks a worker to write the project's dataset as it stands now."""
    require(why_not_release(by, project))
    now = timezone.now()
    release = Release.objects.create(project=project, requested_at=now, requested_by=by, queued_at=now)
    record("release.requested", by=by, subject=release, project=project)
    transaction.on_commit(partial(tasks.write_release.delay, release.pk), robust=True)
    return release
