"""An administrator at work."""

from __future__ import annotations

import pytest
from django.test import Client

from tests import factories
from verification.models import Claim, Project, User
from verification.vocabulary import Role


@pytest.fixture
def admin_user(claim: Claim) -> User:
    """A superuser who is a curator and a researcher of the claim's project."""
    user: User = factories.UserFactory(is_superuser=True, is_staff=True, username="the-administrator")
    for role in (Role.CURATOR, Role.RESEARCHER):
        factories.MembershipFactory(project=claim.project, user=user, role=role)
    return user


@pytest.fixture
def admin(admin_user: User, client: Client) -> Client:
    client.force_login(admin_user)
    return client


@pytest.fixture
def elsewhere(db: None) -> Project:
    """A project that the administrator is no member of."""
    return factories.ProjectFactory(name="Elsewhere", slug="elsewhere")
