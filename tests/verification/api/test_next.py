from __future__ import annotations

from typing import Any

import pytest

from tests import factories
from verification.actions.claims import withdraw
from verification.models import Claim, Project
from verification.vocabulary import Role

from .conftest import Speaker, is_refusal, speaker

pytestmark = pytest.mark.django_db


class TestNext:
    def test_gives_a_place_on_a_claim_and_says_why(self, annotator: Speaker, project: Project, claim: Claim) -> None:
        answer = annotator.say("post", "projects/harbour/next/")
        assert answer.status_code == 200
        told = answer.json()
        assert sorted(told) == ["annotation", "article", "claim", "why"]
        assert (told["claim"]["id"], told["claim"]["stage"]) == (claim.pk, "in_progress")
        assert told["why"]
        assert annotator.say("post", "projects/harbour/next/").json()["annotation"] == told["annotation"]

    @pytest.mark.parametrize("roles", [[], [Role.CURATOR, Role.ADJUDICATOR]], ids=str)
    @pytest.mark.parametrize("unaided_share", [0, 1])
    def test_tells_the_claim_as_its_own_address_does(
        self, annotator: Speaker, project: Project, claim: Claim, roles: list[Role], unaided_share: int
    ) -> None:
        for role in roles:
            factories.MembershipFactory(project=project, user=annotator.user, role=role)
        Project.objects.filter(pk=project.pk).update(unaided_share=unaided_share)
        for _turn in range(2):  # a new place, and the one that is begun
            told = annotator.say("post", "projects/harbour/next/").json()["claim"]
            assert told == annotator.say("get", f"claims/{claim.pk}/").json()
            assert told["attributions"]
            assert bool(told["bearings"]) is not bool(unaided_share)
        withdraw(claim, why="It is no claim.", by=factories.member(project, Role.CURATOR))
        assert annotator.say("post", "projects/harbour/next/").status_code == 204

    def test_brings_the_article_as_its_own_address_tells_it_where_that_is_asked_for(
        self, annotator: Speaker, project: Project, claim: Claim
    ) -> None:
        for _turn in range(2):  # a new place, and the one that is begun
            told = annotator.say("post", "projects/harbour/next/", {"with_article": True}).json()
            assert told["article"] == annotator.say("get", f"articles/{claim.article_id}/").json()
            assert told["article"]["text"]
            assert told["claim"] == annotator.say("get", f"claims/{claim.pk}/").json()
        told = annotator.say("post", "projects/harbour/next/", {"with_article": False}).json()
        assert told["article"] is None
        assert is_refusal(
            annotator.say("post", "projects/harbour/next/", {"with_article": "perhaps"}), 400, "with_article"
        )

    def test_brings_no_article_where_the_claim_has_none(self, annotator: Speaker, claim: Claim) -> None:
        Claim.objects.filter(pk=claim.pk).update(
            article=None,
            start=None,
            end=None,
            quote=None,
            prefix=None,
            suffix=None,
            origin_run=None,
            origin_import="a set",
        )
        told = annotator.say("post", "projects/harbour/next/", {"with_article": True}).json()
        assert told["article"] is None

    def test_asks_a_fixed_number_of_queries(
        self, annotator: Speaker, claim: Claim, django_assert_max_num_queries: Any
    ) -> None:
        with django_assert_max_num_queries(12):  # two of them a savepoint
            annotator.say("post", "projects/harbour/next/")

    def test_with_the_article_asks_one_question_more(
        self, annotator: Speaker, claim: Claim, django_assert_max_num_queries: Any
    ) -> None:
        with django_assert_max_num_queries(13):
            annotator.say("post", "projects/harbour/next/", {"with_article": True})

    def test_is_204_when_nothing_is_left(self, annotator: Speaker, project: Project) -> None:
        answer = annotator.say("post", "projects/harbour/next/")
        assert (answer.status_code, answer.content) == (204, b"")

    @pytest.mark.parametrize("role", [Role.CURATOR, Role.ADJUDICATOR, Role.RESEARCHER])
    def test_is_for_annotators(self, project: Project, claim: Claim, role: Role) -> None:
        assert is_refusal(speaker(project, role).say("post", "projects/harbour/next/"), 403)

    def test_of_a_project_of_others_is_404(self, stranger: Speaker, claim: Claim) -> None:
        assert is_refusal(stranger.say("post", "projects/harbour/next/"), 404)
        assert is_refusal(stranger.say("post", "projects/nowhere/next/"), 404)
