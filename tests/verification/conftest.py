"""People at work, for tests of what follows from it."""

from __future__ import annotations

from typing import Any

import pytest

from tests import factories
from verification.actions.annotations import save_draft, submit
from verification.actions.places import start_next
from verification.models import Annotation, Claim, Project, User

LINK = {"kind": "link", "stance": "supports", "url": "https://archive.example/1", "quote": "The first ship docked."}
SUPPORTED = {"verdict": "supported", "reason": "fully", "evidence": [LINK], "rationale": "The archive shows it."}
DISPUTED = {
    "verdict": "disputed",
    "reason": "contradicted",
    "evidence": [LINK | {"stance": "contradicts", "url": "https://archive.example/2"}],
    "rationale": "No ship docked.",
}


@pytest.fixture
def project(db: None) -> Project:
    factories.ClaimFactory()  # noise: another project's claim
    return factories.ProjectFactory()


@pytest.fixture
def claim(project: Project) -> Claim:
    return factories.ClaimFactory(article__project=project)


def judge(claim: Claim, *, by: User, change: dict[str, Any]) -> Annotation:
    """The person takes the next claim of the project, which must be this one, and submits a judgement."""
    annotation = start_next(claim.project, by=by)
    assert annotation is not None
    assert annotation.claim == claim
    save_draft(annotation, change=change, by=by)
    submit(annotation, by=by)
    annotation.refresh_from_db()
    return annotation
