from __future__ import annotations

import pytest
from pytest_django import DjangoAssertNumQueries

from tests import factories
from verification.models import Project
from verification.vocabulary import Role

from .conftest import Speaker

pytestmark = pytest.mark.django_db


def test_ones_own_projects_are_listed_with_ones_roles(annotator: Speaker, curator: Speaker, project: Project) -> None:
    factories.MembershipFactory(project=project, user=annotator.user, role=Role.ADJUDICATOR)
    assert annotator.say("get", "projects/").json() == {
        "results": [
            {
                "id": project.pk,
                "slug": "harbour",
                "name": project.name,
                "language": "en",
                "places": 2,
                "consensus": "unanimous",
                "skip_limit": 2,
                "strategy": "check_worthiness",
                "random_share": 0.0,
                "roles": ["adjudicator", "annotator"],
            }
        ],
        "next": None,
    }
    assert curator.say("get", "projects/").json()["results"][0]["roles"] == ["curator"]


def test_strangers_see_no_other_project(stranger: Speaker, project: Project) -> None:
    assert "harbour" not in [one["slug"] for one in stranger.say("get", "projects/").json()["results"]]


def test_many_projects_take_as_many_queries_as_few(
    annotator: Speaker, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for many in (1, 5):
        for _project in range(many):
            factories.MembershipFactory(user=annotator.user)
        with django_assert_num_queries(3):  # token, projects, roles
            annotator.say("get", "projects/")
