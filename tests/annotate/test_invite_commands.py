"""The first person of an installation, and of a project without a curator, comes in by a link of a command."""

from __future__ import annotations

import re
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from tests.factories import PASSWORD, ProjectFactory, UserFactory
from verification.models import Invitation, User

pytestmark = pytest.mark.django_db


def said(*arguments: str, command: str = "invite_administrator") -> str:
    out = StringIO()
    call_command(command, *arguments, stdout=out)
    return out.getvalue()


def test_the_link_makes_an_administrator_who_may_create_projects(client: Client, settings) -> None:
    settings.SITE_URL = "https://attest.example.org"
    link = re.search(r"https://attest\.example\.org(/invitation/[\w-]+/)", said("--if-none")).group(1)
    client.post(link, {"username": "first", "password": PASSWORD, "password_again": PASSWORD})
    assert User.objects.get(username="first").is_superuser
    assert client.get("/projects/new/").status_code == 200
    assert client.get(link).status_code == 404


def test_where_there_is_one_it_makes_a_link_only_when_asked_outright() -> None:
    UserFactory(is_superuser=True)
    assert "no link is made" in said("--if-none")
    assert not Invitation.objects.exists()
    assert "/invitation/" in said()


def test_an_administrator_who_was_shut_out_is_none() -> None:
    UserFactory(is_superuser=True, is_active=False)
    assert "/invitation/" in said("--if-none")


def test_a_project_without_a_curator_gets_one(client: Client) -> None:
    project = ProjectFactory(slug="coast")
    link = re.search(r"(/invitation/[\w-]+/)", said("coast", command="invite_curator")).group(1)
    client.post(link, {"username": "first", "password": PASSWORD, "password_again": PASSWORD})
    assert User.objects.get(username="first").memberships.get().role == "curator"
    assert client.get(f"/p/{project.slug}/people/").status_code == 200


def test_a_project_that_is_not_there_is_said() -> None:
    with pytest.raises(CommandError, match="no project “coast”"):
        said("coast", command="invite_curator")
