from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from tests import factories
from verification.actions.annotations import submit
from verification.jobs.sweep import lapse_idle_places
from verification.models import Annotation, Claim, Evidence, Judgement, Project, Search
from verification.vocabulary import Role

from .conftest import AGAINST, DISPUTED, LINK, SEARCH, SUPPORTED, Speaker, is_refusal, speaker

pytestmark = pytest.mark.django_db


@pytest.fixture
def place(annotator: Speaker, claim: Claim) -> str:
    """The path of the annotator's annotation, just begun."""
    given = annotator.say("post", f"projects/{claim.project.slug}/next/").json()
    return f"annotations/{given['annotation']}/"


def idle(place: str) -> None:
    """Lets the place lapse."""
    Annotation.objects.filter(pk=place.split("/")[1]).update(active_at=timezone.now() - timedelta(days=1))
    assert lapse_idle_places() == 1


class TestReading:
    def test_a_new_one_is_an_empty_draft_that_says_what_is_missing(
        self, annotator: Speaker, claim: Claim, place: str
    ) -> None:
        told = annotator.say("get", place).json()
        assert told.pop("started_at")
        assert told.pop("missing") == [
            {
                "rule": "verdict_is_given",
                "field": "verdict",
                "message": "Choose a verdict: supported, disputed or unverified.",
            }
        ]
        assert told == {
            "id": int(place.split("/")[1]),
            "project": "harbour",
            "claim": claim.pk,
            "round": "independent",
            "submitted_at": None,
            "lapsed": False,
            "skipped": None,
            "revision": 1,
            "is_draft": True,
            "verdict": None,
            "reason": None,
            "rationale": "",
            "confidence": None,
            "evidence": [],
            "searches": [],
            "warnings": [],
            "offered": [],
        }

    def test_what_was_offered_comes_without_what_was_made_of_it_and_goes_when_its_claim_is_opened_again(
        self, annotator: Speaker, claim: Claim, place: str
    ) -> None:
        settled = factories.ClaimFactory(article=claim.article, places=1, statement="It is open.")
        judging = factories.JudgementFactory(annotation__claim=settled).annotation
        item = submit(judging, change=SUPPORTED | {"evidence": [LINK]}, by=judging.person).evidence.get()
        Annotation.objects.filter(pk=place.split("/")[1]).update(shown_evidence=[item.pk])
        [offered] = annotator.say("get", place).json()["offered"]
        assert (offered["claim"], offered["url"], offered["quote"]) == (settled.pk, item.url, item.quote)
        assert set(offered) & {"stance", "verdict", "outweighed", "party", "method"} == set()
        settled.resolutions.update(superseded_at=timezone.now(), superseded_by=judging.person, superseded_why="New.")
        assert annotator.say("get", place).json()["offered"] == []

    def test_what_is_read_can_be_written_back_unchanged(self, annotator: Speaker, claim: Claim, place: str) -> None:
        passage = {"kind": "passage", "article": claim.article_id, "start": 61, "end": 132}
        change = {
            "verdict": "disputed",
            "reason": "conflicting_sources",
            "rationale": "They differ.",
            "confidence": "fairly",
            "evidence": [
                passage | {"stance": "contradicts", "source_type": "party", "party": "the dockers", "set": 2},
                LINK
                | {
                    "published_on": "2026-11",
                    "against_interest": True,
                    "outweighed": "It was corrected.",
                    "method": "consultation",
                    "question": "Did it dock?",
                    "dismissed": {"date_unknown": "asked"},
                },
                {"kind": "medium", "stance": None, "file_sha256": "0" * 64, "region": "00:10"},
            ],
            "searches": [SEARCH | {"language": "en", "searched_at": "2026-11-20T10:00:00Z"}, SEARCH],
        }
        told = annotator.say("patch", place, change).json()
        assert told["evidence"][0]["quote"] == claim.article.text[61:132]
        assert [item["kind"] for item in told["evidence"]] == ["passage", "link", "medium"]
        assert told["evidence"][1]["published_on"] == "2026-11"
        assert ("url" in told["evidence"][0], "article" in told["evidence"][1]) == (False, False)
        for name in ("verdict", "reason", "rationale", "confidence"):
            assert told[name] == change[name]
        again = annotator.say("patch", place, {name: told[name] for name in change})
        assert again.json() == told == annotator.say("get", place).json()

    def test_after_submit_it_is_the_judgement_and_misses_nothing(
        self, annotator: Speaker, project: Project, claim: Claim
    ) -> None:
        place = annotator.judge(project, SUPPORTED)
        told = annotator.say("get", f"annotations/{place}/").json()
        assert (told["is_draft"], told["verdict"], told["missing"]) == (False, "supported", [])
        assert told["submitted_at"]

    def test_a_list_holds_ones_own_newest_first(self, annotator: Speaker, project: Project, claim: Claim) -> None:
        first = annotator.judge(project, SUPPORTED)
        speaker(project).judge(project, SUPPORTED)
        factories.ClaimFactory(article__project=project)
        second = annotator.say("post", "projects/harbour/next/").json()["annotation"]
        told = annotator.say("get", "annotations/?project=harbour").json()
        assert [(one["id"], one["is_draft"], one["verdict"]) for one in told["results"]] == [
            (second, True, None),
            (first, False, "supported"),
        ]
        assert annotator.say("get", "annotations/?project=nowhere").json()["results"] == []
        assert is_refusal(annotator.say("get", "annotations/?project=%00"), 400, "project")

    def test_takes_the_same_queries_however_many(
        self, annotator: Speaker, project: Project, django_assert_num_queries: DjangoAssertNumQueries
    ) -> None:
        for many in (1, 6):
            for claim in factories.ClaimFactory.create_batch(many, article__project=project):
                judgement = factories.JudgementFactory(
                    annotation=factories.AnnotationFactory(claim=claim, person=annotator.user)
                )
                factories.EvidenceFactory.create_batch(2, judgement=judgement)
            with django_assert_num_queries(3):  # token, annotations, judgements
                assert annotator.say("get", "annotations/").status_code == 200

    def test_of_much_evidence_takes_as_many_queries_as_of_little(
        self, annotator: Speaker, place: str, django_assert_num_queries: DjangoAssertNumQueries
    ) -> None:
        for many in (1, 9):
            items = [LINK | {"url": f"https://archive.example/{n}", "quote": None} for n in range(many)]
            annotator.say("patch", place, {"evidence": items})
            # token; annotation, judgement with its words; 2 of the soft rules; 1 of the hard
            with django_assert_num_queries(5):
                annotator.say("get", place)


class TestWriting:
    def test_leaves_what_is_not_given_and_clears_what_is_null(self, annotator: Speaker, place: str) -> None:
        annotator.say("patch", place, SUPPORTED | {"rationale": "Because.", "searches": [SEARCH]})
        told = annotator.say("patch", place, {"confidence": None, "rationale": None}).json()
        assert (told["confidence"], told["rationale"], told["verdict"]) == (None, "", "supported")
        assert (len(told["evidence"]), len(told["searches"])) == (1, 1)
        told = annotator.say("patch", place, {"evidence": [AGAINST], "searches": None}).json()
        assert [item["stance"] for item in told["evidence"]] == ["contradicts"]
        assert told["searches"] == []

    def test_answers_with_the_soft_warnings(self, annotator: Speaker, place: str) -> None:
        (warning,) = annotator.say("patch", place, {"evidence": [LINK | {"published_on": None}]}).json()["warnings"]
        assert (warning["evidence"], warning["rule"], warning["dismissed"]) == (0, "date_unknown", None)
        assert warning["message"]
        dismissed = LINK | {"published_on": None, "dismissed": {"date_unknown": "The page is undated."}}
        (warning,) = annotator.say("patch", place, {"evidence": [dismissed]}).json()["warnings"]
        assert warning["dismissed"] == "The page is undated."

    UNUSABLE = [
        ("verdict", "true"),
        ("verdict", 1),
        ("verdict", ["supported"]),
        ("verdict", {"supported": True}),
        ("verdict", "a\x00b"),
        ("reason", []),
        ("reason", "because"),
        ("confidence", "very"),
        ("rationale", 5),
        ("rationale", ["words"]),
        ("rationale", "x" * 20_001),
        ("active_seconds", "5"),
        ("active_seconds", -1),
        ("active_seconds", [1]),
        ("active_seconds", 10**30),
        ("active_seconds", True),
        ("revision", "1"),
        ("revision", {}),
        ("evidence", "a link"),
        ("evidence", {"kind": "link"}),
        ("evidence", ["a link"]),
        ("evidence", [None]),
        ("evidence", [[]]),
        ("evidence", [{}]),
        ("evidence", [LINK] * 101),
        ("evidence", [LINK | {"kind": ["link"]}]),
        ("evidence", [LINK | {"stance": "for"}]),
        ("evidence", [LINK | {"url": ["https://a.example"]}]),
        ("evidence", [LINK | {"published_on": "2026-02-31"}]),
        ("evidence", [LINK | {"published_on": 2026}]),
        ("evidence", [LINK | {"against_interest": "yes"}]),
        ("evidence", [LINK | {"set": "1"}]),
        ("evidence", [LINK | {"set": -1}]),
        ("evidence", [LINK | {"dismissed": ["date_unknown"]}]),
        ("evidence", [LINK | {"dismissed": {"none_such": "x"}}]),
        ("evidence", [LINK | {"sauce": "x"}]),
        ("evidence", [{"kind": "passage", "article": "1", "start": 0, "end": 1}]),
        ("evidence", [{"kind": "passage", "article": 10**30, "start": 0, "end": 1}]),
        ("evidence", [{"kind": "passage", "article": 99_999_999, "start": 0, "end": 1}]),
        ("evidence", [{"kind": "passage", "article": None}]),
        ("evidence", [{"kind": "medium", "file_sha256": 5}]),
        ("searches", {"where": "a"}),
        ("searches", "a"),
        ("searches", [5]),
        ("searches", [SEARCH | {"where": 5}]),
        ("searches", [SEARCH | {"searched_at": "2026-02-31T10:00:00Z"}]),
        ("searches", [SEARCH | {"searched_at": "0001-01-01T00:00:00+10:00"}]),
        ("searches", [SEARCH | {"searched_at": 5}]),
        ("searches", [SEARCH | {"when": "now"}]),
        ("submitted_at", "2026-11-20T10:00:00Z"),
        ("claim", 1),
    ]

    def test_of_an_unusable_field_is_refused_by_its_name(self, annotator: Speaker, place: str) -> None:
        before = annotator.say("get", place).json()
        for field, value in self.UNUSABLE:
            answer = annotator.say("patch", place, {field: value})
            assert is_refusal(answer, 400, field), (field, value)
            assert annotator.say("get", place).json() == before, (field, value)

    def test_names_the_item_and_the_unknown_field_in_it(self, annotator: Speaker, place: str) -> None:
        told = annotator.say("patch", place, {"evidence": [LINK, LINK | {"sauce": 1}]}).json()
        assert told["fields"]["evidence"][0].startswith("Item 2: there is no field “sauce”.")

    def test_drops_a_nul_from_a_free_text(self, annotator: Speaker, place: str) -> None:
        told = annotator.say("patch", place, {"rationale": "a\x00b", "searches": [SEARCH | {"query": "\x00"}]}).json()
        assert (told["rationale"], told["searches"][0]["query"]) == ("ab", "")

    def test_points_at_no_article_of_another_project(self, annotator: Speaker, place: str) -> None:
        elsewhere = factories.ArticleFactory()
        passage = {"kind": "passage", "article": elsewhere.pk, "start": 0, "end": 3}
        told = annotator.say("patch", place, {"evidence": [passage]})
        assert is_refusal(told, 400, "evidence")
        none = passage | {"article": 99_999_999}
        assert annotator.say("patch", place, {"evidence": [none]}).json() == told.json()

    def test_after_submit_begins_the_next_revision(self, annotator: Speaker, project: Project, claim: Claim) -> None:
        place = f"annotations/{annotator.judge(project, SUPPORTED)}/"
        told = annotator.say("patch", place, {"rationale": "On reflection.", "revision": 2}).json()
        assert (told["revision"], told["is_draft"], told["verdict"]) == (2, True, "supported")
        assert len(told["evidence"]) == 1

    def test_for_an_earlier_revision_is_409(self, annotator: Speaker, project: Project, claim: Claim) -> None:
        place = f"annotations/{annotator.judge(project, SUPPORTED)}/"
        assert is_refusal(annotator.say("patch", place, {"rationale": "Late.", "revision": 1}), 409)

    def test_once_resolved_is_409(self, annotator: Speaker, project: Project, claim: Claim) -> None:
        place = f"annotations/{annotator.judge(project, SUPPORTED)}/"
        speaker(project).judge(project, SUPPORTED)
        assert is_refusal(annotator.say("patch", place, {"rationale": "Late."}), 409)


class TestSubmitting:
    def test_freezes_the_draft_once_however_often_it_is_asked(
        self, annotator: Speaker, claim: Claim, place: str
    ) -> None:
        annotator.say("patch", place, SUPPORTED)
        first = annotator.say("post", f"{place}submit/")
        assert first.status_code == 200
        assert (first.json()["is_draft"], first.json()["verdict"]) == (False, "supported")
        assert annotator.say("post", f"{place}submit/").json() == first.json()
        assert Judgement.objects.submitted().filter(annotation__claim=claim).count() == 1

    def test_that_a_rule_refuses_says_what_is_missing_and_keeps_every_word(
        self, annotator: Speaker, place: str
    ) -> None:
        annotator.say("patch", place, {"verdict": "unverified", "reason": "no_evidence_found", "rationale": "Hm."})
        assert is_refusal(annotator.say("post", f"{place}submit/"), 400, "searches")
        told = annotator.say("get", place).json()
        assert (told["rationale"], told["is_draft"]) == ("Hm.", True)
        assert [rule["rule"] for rule in told["missing"]] == ["no_evidence_found_names_a_search"]

    def test_after_the_place_was_lost_is_409_and_keeps_the_draft(
        self, annotator: Speaker, project: Project, claim: Claim, place: str
    ) -> None:
        annotator.say("patch", place, SUPPORTED | {"rationale": "Mine."})
        idle(place)
        speaker(project).judge(project, DISPUTED)
        speaker(project).judge(project, SUPPORTED)
        assert is_refusal(annotator.say("post", f"{place}submit/"), 409)
        told = annotator.say("get", place).json()
        assert (told["lapsed"], told["rationale"], told["is_draft"]) == (True, "Mine.", True)
        assert Judgement.objects.submitted().filter(annotation__claim=claim).count() == 2

    def test_after_a_lapse_takes_a_place_that_is_free_again(self, annotator: Speaker, claim: Claim, place: str) -> None:
        annotator.say("patch", place, SUPPORTED)
        idle(place)
        told = annotator.say("post", f"{place}submit/")
        assert (told.status_code, told.json()["lapsed"]) == (200, False)

    def test_saves_the_words_that_it_carries_and_changes_nothing_when_sent_again(
        self, annotator: Speaker, claim: Claim, place: str
    ) -> None:
        words = SUPPORTED | {"evidence": [LINK | {"party": "The port", "dismissed": {"date_unknown": "asked"}}]}
        first = annotator.say("post", f"{place}submit/", words)
        assert first.status_code == 200
        assert (first.json()["is_draft"], first.json()["revision"]) == (False, 1)
        assert first.json()["evidence"][0]["quote"] == LINK["quote"]
        assert first.json() == annotator.say("get", place).json()
        assert annotator.say("post", f"{place}submit/", words).json() == first.json()
        assert Judgement.objects.filter(annotation__claim=claim).count() == 1
        changed = annotator.say("post", f"{place}submit/", {"rationale": "On reflection."})
        assert (changed.json()["revision"], changed.json()["rationale"]) == (2, "On reflection.")

    def test_keeps_the_words_that_it_carries_where_a_rule_refuses(self, annotator: Speaker, place: str) -> None:
        words = {"verdict": "supported", "reason": "fully", "rationale": "Hm."}
        assert is_refusal(annotator.say("post", f"{place}submit/", words), 400, "evidence")
        assert annotator.say("get", place).json()["rationale"] == "Hm."
        assert is_refusal(annotator.say("post", f"{place}submit/", {"sauce": 1}), 400, "sauce")

    def test_with_its_words_asks_a_fixed_number_of_queries(
        self, annotator: Speaker, place: str, django_assert_num_queries: DjangoAssertNumQueries
    ) -> None:
        # token; claim and judgement under their locks; draft, evidence; rules, judgement, audit; copies
        with django_assert_num_queries(11):
            annotator.say("post", f"{place}submit/", SUPPORTED)


class TestSkipping:
    def test_gives_the_claim_back_with_a_reason(self, annotator: Speaker, place: str) -> None:
        answer = annotator.say("post", f"{place}skip/", {"reason": "not_a_claim"})
        assert (answer.status_code, answer.json()["skipped"]) == (200, "not_a_claim")
        assert annotator.say("post", f"{place}skip/", {"reason": "not_a_claim"}).status_code == 200
        assert annotator.say("post", "projects/harbour/next/").status_code == 204

    @pytest.mark.parametrize("reason", [None, "", "bored", 5, ["duplicate"], {}])
    def test_needs_a_reason_of_the_vocabulary(self, annotator: Speaker, place: str, reason: object) -> None:
        assert is_refusal(annotator.say("post", f"{place}skip/", {"reason": reason}), 400, "reason")
        assert is_refusal(annotator.say("post", f"{place}skip/", {}), 400, "reason")

    def test_after_submit_is_409(self, annotator: Speaker, project: Project, claim: Claim) -> None:
        place = annotator.judge(project, SUPPORTED)
        assert is_refusal(annotator.say("post", f"annotations/{place}/skip/", {"reason": "duplicate"}), 409)


@pytest.mark.parametrize("role", [None, *Role])
def test_the_annotation_of_another_does_not_exist(project: Project, place: str, role: Role | None) -> None:
    other = speaker(project if role else factories.ProjectFactory(), role or Role.CURATOR)
    for method, path, body in (
        ("get", place, None),
        ("patch", place, SUPPORTED),
        ("post", f"{place}submit/", None),
        ("post", f"{place}skip/", {"reason": "duplicate"}),
    ):
        assert is_refusal(other.say(method, path, body), 404)
    assert other.say("get", "annotations/").json()["results"] == []
    assert not Evidence.objects.filter(judgement__annotation__claim__project=project).exists()
    assert not Search.objects.exists()


def test_who_left_the_project_sees_nothing_of_it_any_more(annotator: Speaker, project: Project, place: str) -> None:
    project.memberships.filter(user=annotator.user).delete()
    assert is_refusal(annotator.say("get", place), 404)
    assert is_refusal(annotator.say("post", f"{place}submit/", SUPPORTED), 404)
    assert annotator.say("get", "annotations/").json()["results"] == []


def test_who_is_no_annotator_any_more_reads_and_writes_nothing(
    annotator: Speaker, project: Project, place: str
) -> None:
    project.memberships.filter(user=annotator.user).update(role=Role.RESEARCHER)
    assert annotator.say("get", place).status_code == 200
    assert is_refusal(annotator.say("patch", place, SUPPORTED), 403)
    assert is_refusal(annotator.say("post", f"{place}submit/"), 403)
    assert is_refusal(annotator.say("post", f"{place}skip/", {"reason": "duplicate"}), 403)
