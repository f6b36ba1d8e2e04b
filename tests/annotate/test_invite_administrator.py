"""The first person of an installation comes in by a link that a command prints."""

from __future__ import annotations

import re
from io import StringIO

import pytest
from django.core.management import call_command
from django.test import Client

from tests.factories import PASSWORD, UserFactory
from verification.models import Invitation, User

pytestmark = pytest.mark.django_db


def said(*arguments: str) -> str:
    out = StringIO()
    call_command("invite_administrator", *arguments, stdout=out)
    return out.getvalue()


def test_the_link_makes_an_administrator_who_may_create_projects(client: Client, settings) -> None:
    settings.SITE_URL = "https://attest.example.org"
    link = re.search(r"https://attest\.example\.org(/invitation/[\w-]+/)", said("--if-none")).group(1)
    client.post(link, {"username": "first", "password": PASSWORD, "again": PASSWORD})
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
