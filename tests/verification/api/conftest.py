"""People who speak to the API, each with a token of their own."""

from __future__ import annotations

from typing import Any

import pytest
from pytest_django import Settings
from rest_framework.response import Response
from rest_framework.test import APIClient

from tests import factories
from verification.actions.tokens import issue_token
from verification.api.throttles import counter
from verification.models import Claim, Project, User
from verification.vocabulary import Role

from .conformity import assert_conforms

LINK = {
    "kind": "link",
    "stance": "supports",
    "url": "https://archive.example/1",
    "quote": "The first ship docked at noon.",
    "outlet": "The Archive",
    "published_on": "2026-11-02",
}
AGAINST = LINK | {"stance": "contradicts", "url": "https://archive.example/2", "quote": "No ship docked."}
SEARCH = {"where": "the port's register", "query": "arrivals on Monday", "outcome": "no entry"}
SUPPORTED = {"verdict": "supported", "reason": "fully", "evidence": [LINK], "confidence": "certain"}
DISPUTED = {"verdict": "disputed", "reason": "contradicted", "evidence": [AGAINST], "rationale": "No ship docked."}


class Speaker(APIClient):
    """A person's client, or nobody's. It speaks JSON; a body that is a text or bytes is sent as it is."""

    user: User

    def __init__(self, user: User | None = None) -> None:
        super().__init__(raise_request_exception=False)
        if user is not None:
            self.user = user
            _token, secret = issue_token(user, name="test", by=None)
            self.credentials(HTTP_AUTHORIZATION=f"Token {secret}")

    def say(self, method: str, path: str, body: Any = None, **extra: Any) -> Response:
        """Sends a request; its answer must be one that the schema describes."""
        address = path if path.startswith("http") else f"/api/v1/{path}"
        if isinstance(body, str | bytes):
            answer = self.generic(method.upper(), address, body, content_type="application/json", **extra)
        else:
            answer = getattr(self, method)(address, body, format="json", **extra)
        assert_conforms(method, address, answer)
        return answer

    def judge(self, project: Project, change: dict[str, Any]) -> int:
        """Takes the next claim, writes and submits; returns the annotation's id."""
        taken = self.say("post", f"projects/{project.slug}/next/")
        assert taken.status_code == 200, taken.content
        annotation = taken.json()["annotation"]
        saved = self.say("patch", f"annotations/{annotation}/", change)
        assert saved.status_code == 200, saved.content
        submitted = self.say("post", f"annotations/{annotation}/submit/")
        assert submitted.status_code == 200, submitted.content
        return annotation


def speaker(project: Project, role: Role = Role.ANNOTATOR) -> Speaker:
    """A new member of the project."""
    return Speaker(factories.member(project, role))


def is_refusal(answer: Response, status: int, *fields: str) -> bool:
    """Whether an error has the one shape, this status, and sentences for exactly these fields."""
    told = answer.json()
    assert answer.status_code == status, (answer.status_code, told)
    assert set(told) == {"message", "fields"}
    assert isinstance(told["message"], str)
    assert told["message"]
    assert sorted(told["fields"]) == sorted(fields), told
    assert all(isinstance(line, str) and line for lines in told["fields"].values() for line in lines)
    return True


@pytest.fixture(autouse=True)
def no_limits(settings: Settings) -> None:
    """Counting requests has its own tests; elsewhere it would add a query to the first of each person."""
    settings.THROTTLES = {scope: (0, seconds) for scope, (_limit, seconds) in settings.THROTTLES.items()}
    counter.held.clear()


@pytest.fixture
def project(db: None) -> Project:
    noise = factories.BearingFactory()  # another project's claim, with a place taken on it
    factories.JudgementFactory(annotation__claim=noise.claim)
    return factories.ProjectFactory(slug="harbour")


@pytest.fixture
def claim(project: Project) -> Claim:
    claim = factories.ClaimFactory(article__project=project)
    factories.AttributionFactory(claim=claim)
    factories.BearingFactory(claim=claim)
    factories.PublicationFactory(article=claim.article)
    return claim


@pytest.fixture
def annotator(project: Project) -> Speaker:
    return speaker(project)


@pytest.fixture
def curator(project: Project) -> Speaker:
    return speaker(project, Role.CURATOR)


@pytest.fixture
def adjudicator(project: Project) -> Speaker:
    return speaker(project, Role.ADJUDICATOR)


@pytest.fixture
def researcher(project: Project) -> Speaker:
    return speaker(project, Role.RESEARCHER)


@pytest.fixture
def stranger(db: None) -> Speaker:
    """A member of another project, in every role."""
    elsewhere = factories.ProjectFactory()
    found = speaker(elsewhere)
    for role in (Role.CURATOR, Role.ADJUDICATOR, Role.RESEARCHER):
        factories.MembershipFactory(project=elsewhere, user=found.user, role=role)
    return found
