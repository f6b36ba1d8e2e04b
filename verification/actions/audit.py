from collections.abc import Sequence
from typing import Any

from django.db.models import Model
from django.utils import timezone

from verification.models import AuditEvent, Project, User
from verification.models.added import adding
from verification.models.planned import Question


def record(kind: str, *, by: User | None, subject: Model, project: Project | None = None, **facts: Any) -> None:
    """Leaves an audit event in the caller's transaction. `facts` are ids and values, never names or texts."""
    recording(kind, by=by, subject=subject, project=project, **facts).ask()


def recording(
    kind: str, *, by: User | None, subject: Model, project: Project | None = None, **facts: Any
) -> Question[Sequence[AuditEvent]]:
    """The same, to be asked together with other questions."""
    event = AuditEvent(
        at=timezone.now(),
        kind=kind,
        actor=by.pk if by else None,
        project=project.pk if project else None,
        subject=subject._meta.model_name or "",
        subject_id=subject.pk,
        facts=facts,
    )
    return adding([event])
