"""Questions, discussions and notices over the API: what the pages do, under the same rules."""

from __future__ import annotations

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from tests import factories
from verification.models import Claim, Comment, Judgement, Notice, Project

from .conftest import DISPUTED, SUPPORTED, Speaker, is_refusal, speaker

pytestmark = pytest.mark.django_db


@pytest.fixture
def other(project: Project) -> Speaker:
    return speaker(project)


@pytest.fixture
def differing(claim: Claim, annotator: Speaker, other: Speaker) -> Claim:
    annotator.judge(claim.project, SUPPORTED)
    other.judge(claim.project, DISPUTED)
    return claim


def rows(of: Speaker, path: str) -> list[dict[str, object]]:
    found: list[dict[str, object]] = of.say("get", path).json()["results"]
    return found


def test_a_question_reaches_its_author_alone_and_the_answer_whoever_may_decide(
    differing: Claim, annotator: Speaker, other: Speaker, adjudicator: Speaker, curator: Speaker, stranger: Speaker
) -> None:
    judgement = Judgement.objects.get(annotation__person=annotator.user)
    asked = adjudicator.say("post", "questions/", {"judgement": judgement.pk, "text": "Which archive?"})
    assert asked.status_code == 201
    number = asked.json()["id"]
    assert [row["mine"] for row in rows(annotator, "questions/?mine=true&answered=false")] == [True]
    assert rows(other, "questions/") == rows(curator, "questions/") == rows(stranger, "questions/") == []
    for person in (other, curator, stranger):
        assert is_refusal(person.say("post", f"questions/{number}/answer/", {"text": "The old one."}), 404)
    assert is_refusal(adjudicator.say("post", f"questions/{number}/answer/", {"text": "The old one."}), 403)
    assert is_refusal(annotator.say("post", f"questions/{number}/answer/", {"text": " "}), 400, "text")
    told = annotator.say("post", f"questions/{number}/answer/", {"text": "The old one."}).json()
    assert told["answer"] == "The old one."
    assert [row["answer"] for row in rows(adjudicator, "questions/?mine=false&answered=true")] == ["The old one."]
    assert is_refusal(annotator.say("post", f"questions/{number}/answer/", {"text": "Again."}), 409)
    assert [row["kind"] for row in rows(annotator, "notices/")] == ["sent_back"]
    assert [row["kind"] for row in rows(adjudicator, "notices/?unread=true")] == ["answered"]


def test_who_may_not_see_a_judgement_learns_by_no_question_that_there_is_one(
    differing: Claim, annotator: Speaker, other: Speaker
) -> None:
    judgement = Judgement.objects.get(annotation__person=annotator.user)
    there = other.say("post", "questions/", {"judgement": judgement.pk, "text": "Why?"})
    nowhere = other.say("post", "questions/", {"judgement": 10**9, "text": "Why?"})
    assert is_refusal(there, 400, "judgement")
    assert there.json() == nowhere.json()


def test_a_further_annotator_is_asked_for_and_the_place_taken_back(
    differing: Claim, adjudicator: Speaker, curator: Speaker, annotator: Speaker
) -> None:
    path = f"claims/{differing.pk}/further/"
    assert is_refusal(adjudicator.say("post", path), 403)  # nobody is left to ask
    factories.member(differing.project)
    for person in (curator, annotator):
        assert is_refusal(person.say("post", path), 403)
    assert adjudicator.say("post", path).json()["places"]["wanted"] == 3
    assert is_refusal(adjudicator.say("post", path), 409)
    assert adjudicator.say("delete", path).json()["stage"] == "awaiting_adjudication"
    assert is_refusal(adjudicator.say("delete", path), 409)


def test_a_discussion_is_read_and_closed_by_those_whom_it_concerns(
    claim: Claim, annotator: Speaker, other: Speaker, curator: Speaker, researcher: Speaker
) -> None:
    annotator.say("post", f"projects/{claim.project.slug}/next/")
    words = f"One claim or two, @{curator.user.username} and @{other.user.username}?"
    begun = annotator.say("post", "comments/", {"claim": claim.pk, "text": words})
    assert (begun.status_code, begun.json()["who"], begun.json()["writer"]) == (201, "place", None)
    number = begun.json()["id"]
    assert [row["id"] for row in rows(curator, f"comments/?claim={claim.pk}&open=true")] == [number]
    assert rows(other, "comments/") == rows(researcher, "comments/") == rows(other, "notices/") == []
    assert [row["comment"] for row in rows(curator, "notices/")] == [number]
    answered = curator.say("post", "comments/", {"claim": claim.pk, "text": "One.", "reply_to": number})
    assert answered.json()["reply_to"] == number
    assert [row["kind"] for row in rows(annotator, "notices/")] == ["replied"]
    for path in ("close/", "open/", "withdraw/"):
        assert is_refusal(other.say("post", f"comments/{number}/{path}"), 404)
    refused = {"claim": claim.pk, "text": "Two.", "reply_to": number}
    assert is_refusal(other.say("post", "comments/", refused), 400, "reply_to")
    assert curator.say("post", f"comments/{number}/close/").json()["closed_at"] is not None
    assert is_refusal(curator.say("post", f"comments/{number}/close/"), 409)
    assert rows(curator, "comments/?open=true") == []
    assert annotator.say("post", f"comments/{number}/open/").json()["closed_at"] is None
    assert is_refusal(curator.say("post", f"comments/{number}/withdraw/"), 403)
    assert annotator.say("post", f"comments/{number}/withdraw/").json()["text"] == ""
    assert Comment.objects.get(pk=number).text == ""


def test_writers_are_named_once_the_claim_is_resolved_unless_they_had_a_place(
    claim: Claim, annotator: Speaker, other: Speaker, curator: Speaker, researcher: Speaker
) -> None:
    for person in (annotator, curator):
        person.say("post", "comments/", {"claim": claim.pk, "text": "Look at the register."})
    for person in (annotator, other):
        person.judge(claim.project, SUPPORTED)
    assert [(row["who"], row["writer"]) for row in rows(researcher, "comments/")] == [
        ("cares", curator.user.username),
        ("place", None),
    ]


def test_notices_are_marked_as_read_up_to_what_was_seen(claim: Claim, annotator: Speaker, other: Speaker) -> None:
    first, second = (factories.NoticeFactory(claim=claim, person=annotator.user) for _notice in range(2))
    foreign = factories.NoticeFactory(claim=claim, person=other.user)
    assert is_refusal(annotator.say("post", f"notices/{foreign.pk}/read/"), 404)
    assert annotator.say("post", "notices/read/", {"until": first.pk}).status_code == 204
    assert [row["id"] for row in rows(annotator, "notices/?unread=true")] == [second.pk]
    assert annotator.say("post", f"notices/{second.pk}/read/").json()["read_at"] is not None
    assert Notice.objects.unread().get() == foreign


@pytest.mark.parametrize("path", ["questions/", "comments/", "notices/"])
def test_a_list_asks_as_often_for_many_as_for_few(
    differing: Claim, adjudicator: Speaker, path: str, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for _round in range(2):
        for judgement in Judgement.objects.all():
            factories.QuestionFactory(judgement=judgement, answered_at=timezone.now(), answer="So.")
        factories.CommentFactory(claim=differing)
        factories.NoticeFactory(claim=differing, person=adjudicator.user)
        adjudicator.say("get", path)
        with django_assert_max_num_queries(3):
            assert rows(adjudicator, path)
