"""Blindness, as the API keeps it: who learns what of the judgements of others, and when."""

from __future__ import annotations

import json

import pytest
from pytest_django import DjangoAssertNumQueries

from tests import factories
from verification.models import Claim, Project
from verification.vocabulary import Role

from .conftest import AGAINST, DISPUTED, SUPPORTED, Speaker, is_refusal, speaker

pytestmark = pytest.mark.django_db

SECRET = "The register of arrivals has no such ship."


@pytest.fixture
def first(project: Project, claim: Claim) -> Speaker:
    """Somebody who has judged the claim, in words that no other answer may hold."""
    judge = speaker(project)
    judge.judge(project, DISPUTED | {"rationale": SECRET, "evidence": [AGAINST | {"quote": SECRET}]})
    return judge


def everything(who: Speaker, claim: Claim) -> str:
    """All that the API tells this person, as one text."""
    paths = [
        "projects/",
        "articles/",
        f"articles/{claim.article_id}/",
        "claims/",
        "claims/?stage=open",
        "claims/?stage=in_progress",
        "claims/?stage=awaiting_adjudication",
        f"claims/{claim.pk}/",
        f"claims/{claim.pk}/judgements/",
        "annotations/",
        "releases/",
    ]
    return json.dumps([who.say("get", path).json() for path in paths])


def test_the_second_annotator_learns_nothing_of_the_first(project: Project, claim: Claim, first: Speaker) -> None:
    untouched = factories.ClaimFactory(article=claim.article, check_worthiness=0.1)
    second = speaker(project)
    before = second.say("get", "claims/").json()["results"]
    assert {one["id"]: one["stage"] for one in before} == {claim.pk: "open", untouched.pk: "open"}
    taken = second.say("post", "projects/harbour/next/").json()
    assert taken["claim"]["id"] == claim.pk
    assert (taken["claim"]["stage"], taken["claim"]["places"]) == ("in_progress", None)
    told = everything(second, claim)
    assert SECRET not in told
    assert first.user.username not in told
    assert second.say("get", f"claims/{claim.pk}/judgements/").json() == {"results": [], "next": None}


def test_why_a_claim_came_is_worded_alike_for_first_and_second_places(
    project: Project, claim: Claim, first: Speaker
) -> None:
    other = factories.ClaimFactory(article=claim.article, check_worthiness=claim.check_worthiness)
    second = speaker(project)
    whys = []
    for _turn in range(2):
        taken = second.say("post", "projects/harbour/next/").json()
        whys.append(taken["why"])
        second.say("post", f"annotations/{taken['annotation']}/skip/", {"reason": "rather_not"})
    assert whys[0] == whys[1]
    assert other.annotations.exists()


def test_who_disagreed_sees_the_claim_in_progress_and_only_the_own_judgement(
    project: Project, claim: Claim, first: Speaker
) -> None:
    second = speaker(project)
    second.judge(project, SUPPORTED)
    for who, verdict in ((first, "disputed"), (second, "supported")):
        assert who.say("get", f"claims/{claim.pk}/").json()["stage"] == "in_progress"
        (own,) = who.say("get", f"claims/{claim.pk}/judgements/").json()["results"]
        # Whoever came second must not read from the label that somebody came before.
        assert (own["label"], own["mine"], own["verdict"]) == ("A", True, verdict)
    assert SECRET not in everything(second, claim)


def test_an_annotator_without_a_place_sees_an_open_claim(project: Project, claim: Claim, first: Speaker) -> None:
    speaker(project).judge(project, SUPPORTED)
    third = speaker(project)
    told = third.say("get", f"claims/{claim.pk}/").json()
    assert (told["stage"], told["places"], told["resolution"]) == ("open", None, None)
    assert third.say("get", f"claims/{claim.pk}/judgements/").json()["results"] == []
    assert third.say("get", "claims/?stage=awaiting_adjudication").json()["results"] == []
    assert SECRET not in everything(third, claim)


@pytest.mark.parametrize("role", [Role.CURATOR, Role.RESEARCHER, Role.ADJUDICATOR])
def test_nobody_sees_a_judgement_before_the_places_are_filled(
    project: Project, claim: Claim, first: Speaker, role: Role
) -> None:
    assert SECRET not in everything(speaker(project, role), claim)


def test_the_adjudicator_sees_them_side_by_side_without_names(
    project: Project, claim: Claim, first: Speaker, adjudicator: Speaker
) -> None:
    second = speaker(project)
    second.judge(project, SUPPORTED)
    drafted = first.say("get", "annotations/").json()["results"][0]["id"]
    first.say("patch", f"annotations/{drafted}/", {"rationale": "A draft that is nobody's business."})
    assert adjudicator.say("get", f"claims/{claim.pk}/").json()["stage"] == "awaiting_adjudication"
    told = adjudicator.say("get", f"claims/{claim.pk}/judgements/").json()
    assert [(one["label"], one["verdict"], one["mine"]) for one in told["results"]] == [
        ("A", "disputed", False),
        ("B", "supported", False),
    ]
    assert told["results"][0]["rationale"] == SECRET
    assert told["results"][0]["evidence"][0]["quote"] == SECRET
    assert told["results"][0]["evidence"][0]["id"]
    everywhere = everything(adjudicator, claim)
    assert "nobody's business" not in everywhere
    for judge in (first, second):
        assert judge.user.username not in everywhere
    for role in (Role.CURATOR, Role.RESEARCHER):
        assert SECRET not in everything(speaker(project, role), claim)


def test_once_resolved_every_member_sees_them_without_names(
    project: Project, claim: Claim, first: Speaker, researcher: Speaker
) -> None:
    second = speaker(project)
    second.judge(project, DISPUTED)
    for who in (first, second, researcher, speaker(project)):
        told = who.say("get", f"claims/{claim.pk}/judgements/").json()["results"]
        assert [one["label"] for one in told] == ["A", "B"]
        assert told[0]["rationale"] == SECRET
        assert first.user.username not in everything(who, claim)


def test_strangers_find_no_claim_and_no_judgements(claim: Claim, first: Speaker, stranger: Speaker) -> None:
    for path in ("", "judgements/"):
        assert is_refusal(stranger.say("get", f"claims/{claim.pk}/{path}"), 404)
    for action, body in (
        ("adjudicate", {}),
        ("reopen", {"why": "So."}),
        ("withdraw", {"why": "So."}),
    ):
        assert is_refusal(stranger.say("post", f"claims/{claim.pk}/{action}/", body), 404)
    assert stranger.say("get", "claims/?project=harbour").json()["results"] == []
    assert claim.statement not in json.dumps(stranger.say("get", "claims/").json())


def test_many_judgements_take_as_many_queries_as_few(
    project: Project, adjudicator: Speaker, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for places in (1, 4):
        Project.objects.filter(pk=project.pk).update(places=places, consensus="always_adjudicate")
        claim = factories.ClaimFactory(article__project=Project.objects.get(pk=project.pk))
        for _place in range(places):
            speaker(project).judge(project, DISPUTED)
        # token; memberships; claim, bearings, resolution; judgements with their words; pages
        with django_assert_num_queries(7):
            told = adjudicator.say("get", f"claims/{claim.pk}/judgements/").json()["results"]
        assert len(told) == places
