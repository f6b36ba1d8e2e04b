"""The guideline over the API, and what is looked at again under a new version."""

from __future__ import annotations

from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from tests.annotate.views.people import judged_alike
from verification.models import Claim, Project
from verification.vocabulary import Role

from .conftest import Speaker, is_refusal, speaker

pytestmark = pytest.mark.django_db


def test_a_curator_adds_a_version_unless_there_is_a_newer_one(project: Project, curator: Speaker) -> None:
    address = f"projects/{project.slug}/guidelines/"
    newest = curator.say("get", address).json()["results"][0]["version"]
    body = {"text": "Look twice.", "note": "Twice.", "based_on": newest}
    added = curator.say("post", address, body)
    assert added.status_code == 201
    told = added.json()
    assert (told["version"], told["text"], told["author"]) == (newest + 1, "Look twice.", curator.user.username)
    assert is_refusal(curator.say("post", address, body | {"text": "Look."}), 409)
    assert is_refusal(curator.say("post", address, body | {"based_on": newest + 1}), 400, "text")
    versions = speaker(project).say("get", address).json()["results"]
    assert [version["version"] for version in versions][:2] == [newest + 1, newest]


def begun(project: Project, curator: Speaker) -> dict[str, Any]:
    """A list of two claims that were decided before the guideline changed."""
    for name in ("ferry", "barge"):
        judged_alike(project, statement=f"The {name} sank.")
    newest = project.guidelines.latest("version").version
    address = f"projects/{project.slug}/guidelines/"
    curator.say("post", address, {"text": "Look twice.", "based_on": newest})
    body = {"project": project.slug, "guideline": newest + 1, "sections": ["Boats"]}
    assert is_refusal(curator.say("post", "rereadings/", body | {"topics": ["casualties"]}), 400)
    listed = curator.say("post", "rereadings/", body)
    assert listed.status_code == 201
    told: dict[str, Any] = listed.json()
    return told


def test_claims_decided_under_an_earlier_version_are_listed_and_settled(project: Project, curator: Speaker) -> None:
    adjudicator, shown = speaker(project, Role.ADJUDICATOR), begun(project, curator)
    assert (shown["claims"], shown["looked_at"], shown["sections"]) == (2, 0, ["Boats"])
    address = f"rereadings/{shown['id']}/"
    listed = adjudicator.say("get", f"{address}claims/").json()["results"]
    assert [row["statement"] for row in listed] == ["The barge sank.", "The ferry sank."]
    barge, ferry = (f"reread-claims/{row['id']}/" for row in listed)
    assert adjudicator.say("post", f"{ferry}stands/").json()["outcome"] == "stands"
    assert is_refusal(curator.say("post", f"{ferry}reopen/", {"why": "Look."}), 409)
    opened = curator.say("post", f"{barge}reopen/", {"why": "The section is new."})
    assert opened.json()["outcome"] == "reopened"
    assert Claim.objects.get(statement="The barge sank.").resolved_at is None
    assert curator.say("get", f"{address}claims/").json()["results"] == []
    assert curator.say("get", address).json()["looked_at"] == 2
    assert curator.say("get", "rereadings/").json()["results"] == [curator.say("get", address).json()]


def test_a_list_of_what_was_never_written_is_refused_in_words(project: Project, curator: Speaker) -> None:
    body = {"project": project.slug, "guideline": 900}
    assert is_refusal(curator.say("post", "rereadings/", body), 400, "guideline")
    assert is_refusal(curator.say("post", "rereadings/", body | {"verdicts": ["true"]}), 400, "verdicts.0")
    assert is_refusal(speaker(project).say("post", "rereadings/", body), 403)


def test_the_lists_cost_a_fixed_number_of_queries(
    project: Project, curator: Speaker, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    shown = begun(project, curator)
    for path, number in (("rereadings/", 2), (f"rereadings/{shown['id']}/claims/", 3)):
        curator.say("get", path)
        with django_assert_num_queries(number):
            curator.get(f"/api/v1/{path}")
