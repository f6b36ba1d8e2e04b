from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from tests import factories
from verification.models import Claim, Project
from verification.vocabulary import Role

from .conftest import DISPUTED, SUPPORTED, Speaker, is_refusal, speaker

pytestmark = pytest.mark.django_db


class TestShape:
    def test_of_a_claim(self, annotator: Speaker, claim: Claim) -> None:
        assert annotator.say("get", f"claims/{claim.pk}/").json() == {
            "id": claim.pk,
            "public_id": claim.public_id,
            "project": "harbour",
            "article": claim.article_id,
            "start": 0,
            "end": 34,
            "quote": "The harbour was reopened on Monday",
            "prefix": "",
            "suffix": claim.suffix,
            "statement": claim.statement,
            "target": "content",
            "claimant": "the port authority",
            "attributions": [
                {
                    "name": "the port authority",
                    "surface": "the port authority",
                    "cue": "said",
                    "speech": "indirect",
                    "rendering": "paraphrased",
                }
            ],
            "modality": "asserted",
            "check_worthiness": 0.8,
            "reasons": ["names a place and a day"],
            "topics": [],
            "numbers": [],
            "locations": [],
            "actors": [],
            "asserted": None,
            "event": None,
            "dispute": "none",
            "bearings": [
                {
                    "article": claim.article_id,
                    "start": 61,
                    "end": 132,
                    "quote": claim.article.text[61:132],
                    "reason": "denies it",
                }
            ],
            "stage": "open",
            "places": None,
            "resolution": None,
        }

    def test_names_the_innermost_speaker_and_nobody_for_the_articles_own_voice(
        self, annotator: Speaker, claim: Claim
    ) -> None:
        factories.AttributionFactory(claim=claim, position=1, name="the harbour master")
        own = factories.ClaimFactory(article=claim.article)
        told = {one["id"]: one for one in annotator.say("get", "claims/").json()["results"]}
        assert told[claim.pk]["claimant"] == "the harbour master"
        assert [one["name"] for one in told[claim.pk]["attributions"]] == ["the port authority", "the harbour master"]
        assert told[own.pk]["claimant"] is None

    def test_tells_how_places_stand_to_those_who_see_the_work(
        self, project: Project, claim: Claim, annotator: Speaker, curator: Speaker
    ) -> None:
        annotator.judge(project, SUPPORTED)
        other = speaker(project)
        other.say("post", f"projects/{project.slug}/next/")
        assert curator.say("get", f"claims/{claim.pk}/").json()["places"] == {"wanted": 2, "held": 2, "submitted": 1}
        assert other.say("get", f"claims/{claim.pk}/").json()["places"] is None

    def test_carries_the_resolution_once_it_stands(self, project: Project, claim: Claim, annotator: Speaker) -> None:
        annotator.judge(project, SUPPORTED)
        assert annotator.say("get", f"claims/{claim.pk}/").json()["resolution"] is None
        speaker(project).judge(project, SUPPORTED)
        told = annotator.say("get", f"claims/{claim.pk}/").json()
        assert told["stage"] == "resolved"
        assert (told["resolution"]["verdict"], told["resolution"]["reason"]) == ("supported", "fully")
        assert told["resolution"]["settled"] == "consensus"


class TestSuggestions:
    """Whoever judges unaided learns of no suggestion, until the claim is resolved."""

    def test_are_kept_from_whoever_was_given_the_claim_unaided(
        self, project: Project, claim: Claim, annotator: Speaker
    ) -> None:
        Project.objects.filter(pk=project.pk).update(unaided_share=1)
        assert annotator.say("get", "claims/").json()["results"][0]["bearings"] is None
        given = annotator.say("post", f"projects/{project.slug}/next/").json()
        assert [given["claim"][name] for name in ("bearings", "dispute", "reasons")] == [None, None, None]
        Project.objects.filter(pk=project.pk).update(unaided_share=0)
        assert annotator.say("get", "claims/").json()["results"][0]["bearings"] is None
        annotator.judge(project, SUPPORTED)
        assert annotator.say("get", f"claims/{claim.pk}/").json()["bearings"] is None
        speaker(project).judge(project, SUPPORTED)
        assert len(annotator.say("get", f"claims/{claim.pk}/").json()["bearings"]) == 1

    def test_are_shown_to_those_who_judge_nothing(self, project: Project, claim: Claim, curator: Speaker) -> None:
        Project.objects.filter(pk=project.pk).update(unaided_share=1)
        assert len(curator.say("get", f"claims/{claim.pk}/").json()["bearings"]) == 1

    def test_stay_with_whoever_was_given_the_claim_with_them(
        self, project: Project, claim: Claim, annotator: Speaker
    ) -> None:
        annotator.say("post", f"projects/{project.slug}/next/")
        Project.objects.filter(pk=project.pk).update(unaided_share=1)
        assert len(annotator.say("get", f"claims/{claim.pk}/").json()["bearings"]) == 1


class TestList:
    def test_filters_by_project_article_and_stage(self, annotator: Speaker, claim: Claim) -> None:
        withdrawn = factories.ClaimFactory(
            article__project=claim.project,
            withdrawn_at=timezone.now(),
            withdrawn_by=factories.UserFactory(),
            withdrawn_why="Twice.",
        )
        other = factories.MembershipFactory(user=annotator.user).project
        elsewhere = factories.ClaimFactory(article__project=other)

        def ids(query: str) -> list[int]:
            return [one["id"] for one in annotator.say("get", f"claims/?{query}").json()["results"]]

        assert ids("") == [elsewhere.pk, withdrawn.pk, claim.pk]
        assert ids("project=harbour") == [withdrawn.pk, claim.pk]
        assert ids("project=harbour&stage=open") == [claim.pk]
        assert ids("stage=withdrawn") == [withdrawn.pk]
        assert ids(f"article={claim.article_id}") == [claim.pk]
        assert ids("project=nowhere") == []
        assert ids("stage=open&article=99999999") == []

    @pytest.mark.parametrize("query", ["stage=half", "article=x", "article=0", f"article={'9' * 30}", "project=%00"])
    def test_refuses_a_filter_it_cannot_use(self, annotator: Speaker, query: str) -> None:
        assert is_refusal(annotator.say("get", f"claims/?{query}"), 400, query.split("=")[0])

    def test_takes_the_same_queries_however_long(
        self, project: Project, annotator: Speaker, curator: Speaker, django_assert_num_queries: DjangoAssertNumQueries
    ) -> None:
        for many in (1, 6):
            for claim in factories.ClaimFactory.create_batch(many, article__project=project):
                factories.AttributionFactory.create_batch(2, claim=claim)
                factories.BearingFactory(claim=claim)
            for who in (annotator, curator):
                with django_assert_num_queries(6):  # token, memberships, ids, claims, bearings, resolutions
                    assert who.say("get", "claims/").status_code == 200


class TestAdding:
    def body(self, claim: Claim, **other: object) -> dict[str, object]:
        start = claim.article.text.index("no ship")
        return {"article": claim.article_id, "start": start, "end": start + 18} | other

    def test_answers_201_with_the_claim(self, annotator: Speaker, claim: Claim) -> None:
        answer = annotator.say(
            "post",
            "claims/",
            self.body(claim, statement="No ship docked on Monday.", target="attribution", topics=["other", "other"]),
        )
        assert answer.status_code == 201
        told = answer.json()
        assert (told["quote"], told["statement"]) == ("no ship had docked", "No ship docked on Monday.")
        assert (told["target"], told["topics"], told["stage"]) == ("attribution", ["other"], "open")
        assert Claim.objects.get(pk=told["id"]).origin_person == annotator.user

    def test_twice_is_409(self, annotator: Speaker, claim: Claim) -> None:
        annotator.say("post", "claims/", self.body(claim))
        assert is_refusal(speaker(claim.project).say("post", "claims/", self.body(claim)), 409)

    UNUSABLE = [
        ("article", "1"),
        ("article", True),
        ("article", 10**30),
        ("article", None),
        ("article", [1]),
        ("start", "0"),
        ("start", -1),
        ("start", 1.5),
        ("start", True),
        ("start", 10**30),
        ("end", None),
        ("end", {}),
        ("statement", 5),
        ("statement", None),
        ("statement", ["a"]),
        ("statement", "nul \x00"),
        ("target", "both"),
        ("target", {}),
        ("topics", "other"),
        ("topics", {"0": "other"}),
        ("topics", None),
        ("verdict", "supported"),
    ]

    def test_with_an_unusable_field_is_refused_by_its_name(self, annotator: Speaker, claim: Claim) -> None:
        for field, value in self.UNUSABLE:
            answer = annotator.say("post", "claims/", self.body(claim, **{field: value}))
            assert is_refusal(answer, 400, field), (field, value)

    def test_with_an_unknown_topic_is_refused_by_its_place(self, annotator: Speaker, claim: Claim) -> None:
        answer = annotator.say("post", "claims/", self.body(claim, topics=["other", "weather", []]))
        assert is_refusal(answer, 400, "topics.1", "topics.2")

    def test_of_no_passage_is_refused(self, annotator: Speaker, claim: Claim) -> None:
        for start, end in ((5, 5), (9, 3), (0, 100_000)):
            assert is_refusal(annotator.say("post", "claims/", self.body(claim, start=start, end=end)), 400)

    def test_in_an_article_of_others_looks_like_none(self, stranger: Speaker, claim: Claim) -> None:
        theirs = stranger.say("post", "claims/", self.body(claim))
        none = stranger.say("post", "claims/", self.body(claim, article=99_999_999))
        assert is_refusal(theirs, 400, "article")
        assert theirs.json() == none.json()

    def test_is_not_for_researchers(self, researcher: Speaker, claim: Claim) -> None:
        assert is_refusal(researcher.say("post", "claims/", self.body(claim)), 403)


class TestWithdrawingAndReopening:
    def test_a_curator_withdraws_and_opens_again(self, curator: Speaker, claim: Claim) -> None:
        told = curator.say("post", f"claims/{claim.pk}/withdraw/", {"why": "No claim."})
        assert (told.status_code, told.json()["stage"]) == (200, "withdrawn")
        assert is_refusal(curator.say("post", f"claims/{claim.pk}/withdraw/", {"why": "Again."}), 409)
        told = curator.say("post", f"claims/{claim.pk}/reopen/", {"why": "It is one."})
        assert (told.status_code, told.json()["stage"]) == (200, "open")
        assert is_refusal(curator.say("post", f"claims/{claim.pk}/reopen/", {"why": "Again."}), 409)

    def test_reopening_supersedes_the_resolution(
        self, project: Project, claim: Claim, annotator: Speaker, adjudicator: Speaker
    ) -> None:
        annotator.judge(project, SUPPORTED)
        speaker(project).judge(project, SUPPORTED)
        told = adjudicator.say("post", f"claims/{claim.pk}/reopen/", {"why": "New evidence."}).json()
        assert (told["stage"], told["resolution"]) == ("awaiting_adjudication", None)
        assert annotator.say("get", f"claims/{claim.pk}/").json()["stage"] == "in_progress"
        assert claim.resolutions.get().superseded_by == adjudicator.user

    @pytest.mark.parametrize("action", ["withdraw", "reopen"])
    @pytest.mark.parametrize("why", [None, "", "  ", 5, ["a"], "nul \x00"])
    def test_say_why(self, curator: Speaker, claim: Claim, action: str, why: object) -> None:
        assert is_refusal(curator.say("post", f"claims/{claim.pk}/{action}/", {"why": why}), 400, "why")
        assert is_refusal(curator.say("post", f"claims/{claim.pk}/{action}/", {}), 400, "why")

    @pytest.mark.parametrize(
        ("action", "roles"),
        [
            ("withdraw", [Role.ANNOTATOR, Role.ADJUDICATOR, Role.RESEARCHER]),
            ("reopen", [Role.ANNOTATOR, Role.RESEARCHER]),
        ],
    )
    def test_are_for_their_roles(self, project: Project, claim: Claim, action: str, roles: list[Role]) -> None:
        for role in roles:
            answer = speaker(project, role).say("post", f"claims/{claim.pk}/{action}/", {"why": "So."})
            assert is_refusal(answer, 403)


class TestAdjudicating:
    @pytest.fixture
    def differing(self, project: Project, claim: Claim) -> Claim:
        speaker(project).judge(project, SUPPORTED)
        speaker(project).judge(project, DISPUTED)
        return claim

    def decision(self, who: Speaker, claim: Claim, **other: object) -> dict[str, object]:
        seen = who.say("get", f"claims/{claim.pk}/judgements/").json()["results"]
        against = next(one for one in seen if one["verdict"] == "disputed")
        return {
            "verdict": "disputed",
            "reason": "contradicted",
            "rationale": "The register is older.",
            "judgements": [against["id"]],
            "evidence": [item["id"] for item in against["evidence"]],
        } | other

    def test_settles_the_claim(self, differing: Claim, adjudicator: Speaker) -> None:
        body = self.decision(adjudicator, differing)
        answer = adjudicator.say("post", f"claims/{differing.pk}/adjudicate/", body)
        assert answer.status_code == 200
        told = answer.json()
        assert (told["stage"], told["resolution"]["settled"]) == ("resolved", "adjudication")
        assert told["resolution"]["rationale"] == "The register is older."
        resolution = differing.resolutions.get()
        assert [one.pk for one in resolution.judgements.all()] == body["judgements"]
        assert [one.pk for one in resolution.evidence.all()] == body["evidence"]
        assert is_refusal(adjudicator.say("post", f"claims/{differing.pk}/adjudicate/", body), 409)

    UNUSABLE = [
        ("verdict", "true"),
        ("verdict", None),
        ("reason", "fully"),
        ("reason", []),
        ("rationale", ""),
        ("rationale", 5),
        ("judgements", []),
        ("judgements", "1"),
        ("judgements", [99_999_999]),
        ("judgements", {}),
        ("evidence", [99_999_999]),
        ("evidence", None),
        ("by", "me"),
    ]

    def test_with_an_unusable_field_is_refused_by_its_name(self, differing: Claim, adjudicator: Speaker) -> None:
        for field, value in self.UNUSABLE:
            body = self.decision(adjudicator, differing, **{field: value})
            answer = adjudicator.say("post", f"claims/{differing.pk}/adjudicate/", body)
            assert is_refusal(answer, 400, field), (field, value)
            assert not differing.resolutions.exists(), (field, value)

    def test_cites_nothing_of_another_claim(self, differing: Claim, adjudicator: Speaker) -> None:
        other = factories.JudgementFactory(annotation__claim__article__project=differing.project)
        stray = factories.EvidenceFactory(judgement=other)
        body = self.decision(adjudicator, differing, judgements=[other.pk], evidence=[stray.pk])
        answer = adjudicator.say("post", f"claims/{differing.pk}/adjudicate/", body)
        assert is_refusal(answer, 400, "judgements")

    def test_is_not_for_whoever_judged_it(self, project: Project, claim: Claim) -> None:
        judge = speaker(project)
        factories.MembershipFactory(project=project, user=judge.user, role=Role.ADJUDICATOR)
        judge.judge(project, SUPPORTED)
        speaker(project).judge(project, DISPUTED)
        mine = judge.say("get", f"claims/{claim.pk}/judgements/").json()["results"]
        assert [one["mine"] for one in mine] == [True]
        body = {
            "verdict": "supported",
            "reason": "fully",
            "rationale": "Mine.",
            "judgements": [mine[0]["id"]],
        }
        assert is_refusal(judge.say("post", f"claims/{claim.pk}/adjudicate/", body), 403)

    @pytest.mark.parametrize("role", [Role.ANNOTATOR, Role.CURATOR, Role.RESEARCHER])
    def test_is_for_adjudicators(self, project: Project, differing: Claim, adjudicator: Speaker, role: Role) -> None:
        body = self.decision(adjudicator, differing, judgements=[], evidence=[])
        answer = speaker(project, role).say("post", f"claims/{differing.pk}/adjudicate/", body)
        assert is_refusal(answer, 403)


def test_lapsed_places_are_not_counted_as_held(project: Project, claim: Claim, curator: Speaker) -> None:
    factories.AnnotationFactory(claim=claim, lapsed_at=timezone.now() - timedelta(hours=1))
    assert curator.say("get", f"claims/{claim.pk}/").json()["places"] == {"wanted": 2, "held": 0, "submitted": 0}


def test_claims_are_found_by_what_they_speak_of(annotator: Speaker, claim: Claim) -> None:
    number = {"value": 14, "until": None, "bound": "exactly", "unit": "ships", "of": None}
    numbers = [number | {"words": "14 ships", "start": 0, "end": 8}]
    Claim.objects.filter(pk=claim.pk).update(locations=["Kabul"], numbers=numbers)
    factories.ClaimFactory(article=claim.article)
    for query in ("place=کابل", "place=Kabul&with_numbers=true"):
        assert [one["id"] for one in annotator.say("get", f"claims/?{query}").json()["results"]] == [claim.pk]
    assert annotator.say("get", "claims/?place=Herat").json()["results"] == []
    assert annotator.say("get", "claims/?since=yesterday").status_code == 400


def test_a_question_narrows_the_list_or_is_refused(annotator: Speaker, claim: Claim) -> None:
    found = annotator.say("get", "claims/?q=harb%20-verdict:disputed").json()["results"]
    assert [row["id"] for row in found] == [claim.pk]
    assert annotator.say("get", "claims/?q=stage:resolved").json()["results"] == []
    assert is_refusal(annotator.say("get", "claims/?q=verdikt:disputed"), 400, "q")
