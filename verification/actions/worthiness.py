"""A project's own weights of check-worthiness: adopting what was fitted to its annotators' decisions."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from verification.actions.audit import record
from verification.extraction.worth_model import WorthModel
from verification.models import Project, User, WorthinessModel
from verification.policies import require, why_not_lead


@transaction.atomic
def adopt_weights(
    project: Project, *, model: WorthModel, report: dict[str, Any], decisions: int, by: User | None
) -> WorthinessModel:
    """Articles of the project are read with these weights from now on; `by` is None for a command.

    `report` holds figures alone. Claims that are there already keep their scores.
    """
    # Locked, so that two at once take different numbers.
    project = Project.objects.select_for_update(no_key=True).get(pk=project.pk)
    if by is not None:
        require(why_not_lead(by, project))
    before = WorthinessModel.objects.in_use(project)
    adopted = WorthinessModel.objects.create(
        project=project,
        number=before.number + 1 if before else 1,
        weights=model.to_bytes(),
        report=report,
        decisions=decisions,
        by=by,
    )
    record("worthiness.adopted", by=by, subject=adopted, project=project, number=adopted.number, decisions=decisions)
    return adopted
