from __future__ import annotations

import pytest
from django.utils import timezone
from rest_framework.test import APIClient

from tests import factories
from verification.actions.tokens import issue_token, revoke_token
from verification.models import Token, User

from .conftest import is_refusal

pytestmark = pytest.mark.django_db

PROJECTS = "/api/v1/projects/"


@pytest.fixture
def user() -> User:
    issue_token(factories.UserFactory(), name="noise", by=None)
    return factories.UserFactory()


def asking_with(header: str | None) -> APIClient:
    client = APIClient()
    if header is not None:
        client.credentials(HTTP_AUTHORIZATION=header)
    return client


def test_a_token_speaks_for_its_person(user: User) -> None:
    project = factories.MembershipFactory(user=user).project
    _token, secret = issue_token(user, name="laptop", by=user)
    answer = asking_with(f"Token {secret}").get(PROJECTS)
    assert [one["slug"] for one in answer.json()["results"]] == [project.slug]


def test_only_the_digest_of_a_token_is_stored(user: User) -> None:
    token, secret = issue_token(user, name="laptop", by=user)
    assert secret not in str(Token.objects.filter(pk=token.pk).values())


@pytest.mark.parametrize(
    "header", [None, "Token", "Token x", "Token a b", "Token \xe9", "Bearer x", "Basic x", "Token \x00"]
)
def test_nobody_known_is_401(user: User, header: str | None) -> None:
    answer = asking_with(header).get(PROJECTS)
    assert is_refusal(answer, 401)
    assert answer["WWW-Authenticate"] == "Token"


def test_the_stored_digest_is_no_token(user: User) -> None:
    token, _secret = issue_token(user, name="laptop", by=user)
    assert is_refusal(asking_with(f"Token {token.digest}").get(PROJECTS), 401)


def test_a_revoked_token_is_refused(user: User) -> None:
    token, secret = issue_token(user, name="laptop", by=user)
    revoke_token(token, by=user)
    assert is_refusal(asking_with(f"Token {secret}").get(PROJECTS), 401)
    assert token.revoked_at is not None
    assert token.revoked_at <= timezone.now()


def test_an_inactive_person_is_refused(user: User) -> None:
    _token, secret = issue_token(user, name="laptop", by=user)
    User.objects.filter(pk=user.pk).update(is_active=False)
    assert is_refusal(asking_with(f"Token {secret}").get(PROJECTS), 401)


def test_a_session_reads_and_needs_the_csrf_token_to_write(user: User) -> None:
    project = factories.MembershipFactory(user=user).project
    client = APIClient(enforce_csrf_checks=True)
    client.force_login(user)
    assert client.get(PROJECTS).status_code == 200
    assert is_refusal(client.post(f"/api/v1/projects/{project.slug}/next/"), 403)
