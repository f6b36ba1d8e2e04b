"""Teams over the API, and claims that are given to them."""

from __future__ import annotations

import pytest
from pytest_django import DjangoAssertNumQueries

from tests.factories import member
from verification.actions.teams import make_team
from verification.models import Claim, Project, Team
from verification.vocabulary import Role

from .conftest import Speaker, is_refusal, speaker

pytestmark = pytest.mark.django_db


def test_a_curator_makes_changes_and_dissolves_a_team(project: Project, claim: Claim, curator: Speaker) -> None:
    ann, ben = speaker(project), speaker(project)
    body = {"project": project.slug, "name": "North", "people": [ann.user.username]}
    made = curator.say("post", "teams/", body)
    assert (made.status_code, made.json()["people"]) == (201, [ann.user.username])
    assert is_refusal(curator.say("post", "teams/", body), 400, "name")
    address = f"teams/{made.json()['id']}/"
    both = sorted([ann.user.username, ben.user.username])
    assert curator.say("patch", address, {"people": both}).json()["people"] == both
    assert curator.say("patch", address, {"name": "South"}).json()["name"] == "South"
    assert is_refusal(curator.say("patch", address, {"people": ["nobody"]}), 400, "people")
    given = {"teams": ["South"], "only_they": True}
    assert curator.say("post", f"claims/{claim.pk}/assign/", given).status_code == 200
    assert ann.say("post", f"projects/{project.slug}/next/").json()["claim"]["id"] == claim.pk
    assert is_refusal(curator.say("post", f"claims/{claim.pk}/unassign/", {"teams": ["North"]}), 400, "teams")
    assert curator.say("delete", address).status_code == 204
    assert not claim.assignments.exists()


def test_a_team_is_told_to_curators_and_its_name_to_whoever_is_in_it(project: Project, curator: Speaker) -> None:
    ann, other = speaker(project), speaker(project)
    team = make_team(project, name="North", people=[ann.user], by=curator.user)
    for who, is_told in ((curator, True), (ann, True), (other, False), (speaker(project, Role.ADJUDICATOR), False)):
        names = [ann.user.username] if who is curator else None
        told = [(one["name"], one["people"]) for one in who.say("get", "teams/").json()["results"]]
        assert told == [("North", names)] * is_told
        assert who.say("get", f"teams/{team.pk}/").status_code == (200 if is_told else 404)
    assert is_refusal(ann.say("patch", f"teams/{team.pk}/", {"people": []}), 403)
    assert is_refusal(ann.say("delete", f"teams/{team.pk}/"), 403)
    assert is_refusal(other.say("post", "teams/", {"project": project.slug, "name": "Mine"}), 403)
    assert Team.objects.get().members.count() == 1


def test_the_list_costs_as_many_queries_however_many_teams(
    project: Project, curator: Speaker, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for name in ("North", "South", "East"):
        make_team(project, name=name, people=[member(project), member(project)], by=curator.user)
    curator.say("get", "teams/")
    with django_assert_num_queries(3):
        curator.get("/api/v1/teams/")
