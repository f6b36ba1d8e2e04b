"""Assigning claims and putting them first."""

from __future__ import annotations

import pytest

from tests import factories
from verification.models import Assignment, Claim, Project
from verification.vocabulary import Role

from .conftest import Speaker, is_refusal, speaker

pytestmark = pytest.mark.django_db


def test_a_claim_is_assigned_by_user_names_and_put_first(project: Project, claim: Claim, curator: Speaker) -> None:
    ann, ben = speaker(project).user, speaker(project).user
    named = {"people": [ann.username, ben.username], "only_they": True}
    assert curator.say("post", f"claims/{claim.pk}/assign/", named).status_code == 200
    assert set(claim.assignments.values_list("person", "keeps")) == {(ann.pk, True), (ben.pk, True)}
    assert curator.say("post", f"claims/{claim.pk}/unassign/", {"people": [ann.username]}).status_code == 200
    assert [assignment.person for assignment in claim.assignments.all()] == [ben]
    assert curator.say("post", f"claims/{claim.pk}/priority/", {"priority": "highest"}).status_code == 200
    claim.refresh_from_db()
    assert claim.priority == 2


def test_names_that_are_not_of_the_project_are_refused(project: Project, claim: Claim, curator: Speaker) -> None:
    stranger = factories.UserFactory()
    answer = curator.say("post", f"claims/{claim.pk}/assign/", {"people": [stranger.username]})
    assert is_refusal(answer, 400, "people")
    researcher = speaker(project, Role.RESEARCHER).user
    assert is_refusal(curator.say("post", f"claims/{claim.pk}/assign/", {"people": [researcher.username]}), 409)
    assert not Assignment.objects.exists()
