"""The pages of teams, and assigning to people found among many."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from tests import factories
from tests.factories import member
from verification.actions.teams import make_team
from verification.models import Claim, Project, Team, TeamAssignment, User
from verification.vocabulary import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def project() -> Project:
    return factories.ProjectFactory(places=1)


@pytest.fixture
def curator(project: Project, client: Client) -> User:
    user = member(project, Role.CURATOR, username="cleo")
    client.force_login(user)
    return user


@pytest.fixture
def ann(project: Project) -> User:
    return member(project, username="ann")


def test_a_curator_makes_fills_renames_and_dissolves_a_team(client, project, curator, ann) -> None:
    address = reverse("teams", args=[project.slug])
    assert "There are no teams yet." in client.get(address).content.decode()
    page = client.post(address, {"name": "North"}, follow=True).content.decode()
    assert "Say who is in it." in page
    assert ">ann</bdi>" in page
    taken = client.post(address, {"name": "north"})
    assert (taken.status_code, "Another team of this project has this name." in taken.content.decode()) == (400, True)
    team = Team.objects.get()
    of_team = reverse("team", args=[project.slug, team.pk])
    client.post(of_team, {"do": "people", "people": [ann.pk]})
    assert [one.person for one in team.members.all()] == [ann]
    assert "1 person" in client.get(address).content.decode()
    client.post(of_team, {"do": "rename", "name": "South"})
    stranger = factories.UserFactory()
    assert client.post(of_team, {"do": "people", "people": [stranger.pk]}).status_code == 400
    assert "South is dissolved" in client.post(of_team, {"do": "dissolve"}, follow=True).content.decode()
    assert not Team.objects.exists()


def test_whoever_is_in_a_team_reads_its_name_and_not_who_else_is(client, project, curator, ann) -> None:
    make_team(project, name="North", people=[ann, member(project, username="ben")], by=curator)
    make_team(project, name="South", people=[], by=curator)
    client.force_login(ann)
    page = client.get(reverse("teams", args=[project.slug])).content.decode()
    assert "North" in page
    assert "ben" not in page
    assert "South" not in page
    assert "Make the team" not in page


def test_claims_are_assigned_to_a_team_and_its_page_says_so(client, project, curator, ann) -> None:
    claim: Claim = factories.ClaimFactory(article__project=project)
    team = make_team(project, name="North", people=[ann], by=curator)
    address = f"{reverse('steer', args=[project.slug])}?do=assign&claim={claim.pk}"
    assert "To which teams" in client.get(address).content.decode()
    planned = client.post(address, {"teams": [team.pk], "keeps": "yes"}, follow=True)
    assert "North" in planned.content.decode()
    client.post(planned.redirect_chain[-1][0])
    assert TeamAssignment.objects.get().keeps
    page = client.get(reverse("claim", args=[project.slug, claim.pk])).content.decode()
    assert "<bdi>North</bdi>" in page
    assert "<bdi>ann</bdi>" not in page
    back = client.get(address.replace("assign", "unassign")).content.decode()
    assert "From which teams" in back


def test_people_are_found_among_many_by_a_part_of_the_name_and_whoever_is_ticked_stays(
    client, project, curator, ann, monkeypatch, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    monkeypatch.setattr("annotate.people_field.MOST_NAMES", 3)
    monkeypatch.setattr("annotate.people_field.FEW", 1)
    people = [member(project, username=f"person-{letter}") for letter in "abcde"]
    claim = factories.ClaimFactory(article__project=project)
    address = f"{reverse('steer', args=[project.slug])}?do=assign&claim={claim.pk}"
    first = client.get(address).content.decode()
    assert "3 are shown" in first
    assert ">person-d<" not in first
    looked = {"look": "yes", "named": "SON-D", "people": [ann.pk], "keeps": "yes"}
    with django_assert_num_queries(8):
        found = client.post(address, looked)
    page = found.content.decode()
    assert found.status_code == 200
    assert ">person-d<" in page
    assert ">person-a<" not in page
    assert page.count("checked") == 2, "who was ticked, and who gets them"
    done = client.post(address, {"people": [ann.pk, people[3].pk], "named": "SON-D", "keeps": ""}, follow=True)
    assert "<bdi>ann</bdi>, <bdi>person-d</bdi>" in done.content.decode()
