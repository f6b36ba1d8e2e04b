"""The review page as a form: what it shows, keeps, refuses and leads to, without any script."""

import re

import pytest
from django.test import Client

from tests.factories import (
    AnnotationFactory,
    ArticleFactory,
    AttributionFactory,
    BearingFactory,
    ClaimFactory,
    EvidenceFactory,
    JudgementFactory,
    PublicationFactory,
    UserFactory,
    member,
)
from verification.actions.projects import add_guideline
from verification.models import Annotation, Claim, Judgement
from verification.vocabulary import Dispute, Round, Verdict

pytestmark = pytest.mark.django_db

PHRASE = "no ship had docked"


@pytest.fixture
def draft() -> Judgement:
    return JudgementFactory(annotation__claim=ClaimFactory(statement="The harbour was reopened."))


@pytest.fixture
def client(draft: Judgement) -> Client:
    client = Client()
    client.force_login(draft.annotation.person)
    return client


def url(draft: Judgement) -> str:
    return f"/review/{draft.annotation_id}/"


def passage(draft: Judgement, number: int = 0, **change: object) -> dict[str, object]:
    """The fields of a piece of evidence that stands in the claim's article."""
    article = draft.annotation.claim.article
    start = article.text.index(PHRASE)
    fields = {"kind": "passage", "article": article.pk, "start": start, "end": start + len(PHRASE)} | change
    return {f"evidence-{number}-{name}": value for name, value in fields.items()}


def disputed(draft: Judgement, **more: object) -> dict[str, object]:
    """A form that may be submitted."""
    return {
        "do": "submit",
        "revision": 1,
        "active_seconds": 40,
        "verdict": "disputed",
        "reason": "conflicting_sources",
        "rationale": "The dockers deny it.",
        "confidence": "fairly",
        **passage(draft, stance="contradicts", source_type="party"),
        **more,
    }


def words(answer) -> str:
    return answer.content.decode()


class TestShowing:
    def test_the_claim_comes_first_then_the_article_then_the_judgement(self, client, draft):
        page = words(client.get(url(draft)))
        at = [page.index(mark) for mark in ('<h1 id="statement"', 'id="this-claim"', 'id="judgement"')]
        assert at == sorted(at)

    def test_the_card_says_who_claims_it_what_is_to_be_judged_and_that_nothing_is_dated(self, client, draft):
        claim = draft.annotation.claim
        AttributionFactory(claim=claim, position=0, name="a broadcaster")
        AttributionFactory(claim=claim, position=1, name="the harbour master")
        PublicationFactory(article=claim.article)
        page = re.sub(r"<[^>]+>", " ", words(client.get(url(draft))))
        page = " ".join(page.split())
        assert "the harbour master" in page
        assert "as told by a broadcaster" in page
        assert "whether it is so" in page
        assert "article undated" in page
        assert draft.annotation.why in page.replace("&quot;", '"')

    def test_suggestions_are_shown_to_an_aided_person_alone(self, client, draft):
        bearing = BearingFactory(claim=draft.annotation.claim)
        Claim.objects.update(dispute=Dispute.DENIED)
        Annotation.objects.update(shown_bearings=[bearing.pk])
        assert f'value="take:{bearing.pk}"' in words(client.get(url(draft)))
        assert "denied in the article" in words(client.get(url(draft)))
        Annotation.objects.update(aided=False)
        assert "take:" not in words(client.get(url(draft)))
        assert "denied in the article" not in words(client.get(url(draft)))

    def test_a_suggestion_of_a_later_run_is_not_shown_to_whoever_began_before(self, client, draft):
        later = BearingFactory(claim=draft.annotation.claim)
        assert f"take:{later.pk}" not in words(client.get(url(draft)))

    def test_the_page_of_another_person_is_not_there(self, draft):
        other = Client()
        other.force_login(member(draft.annotation.claim.project))
        assert other.get(url(draft)).status_code == 404
        assert other.post(url(draft), disputed(draft)).status_code == 404
        assert draft.annotation.judgements.get().verdict is None

    def test_the_page_is_gone_for_whoever_left_the_project(self, client, draft):
        draft.annotation.person.memberships.all().delete()
        assert client.get(url(draft)).status_code == 404

    def test_a_resolved_claim_is_shown_and_takes_no_more_words(self, client, draft):
        claim = draft.annotation.claim
        client.post(url(draft), disputed(draft))
        second = JudgementFactory(annotation=AnnotationFactory(claim=claim))
        other = Client()
        other.force_login(second.annotation.person)
        other.post(url(second), disputed(second))
        page = words(client.get(url(draft)))
        assert "This claim is resolved" in page
        assert '<fieldset class="all" disabled>' in page

    def test_the_number_of_questions_to_the_database_does_not_grow_with_the_evidence(
        self, client, draft, django_assert_max_num_queries
    ):
        EvidenceFactory.create_batch(30, judgement=draft, quote=None)
        BearingFactory(claim=draft.annotation.claim)
        with django_assert_max_num_queries(12):
            client.get(url(draft))

    def test_saving_and_submitting_ask_few_questions(self, client, draft, django_assert_num_queries):
        claim = draft.annotation.claim
        elsewhere = ClaimFactory(article__project=claim.project)
        JudgementFactory(annotation__person=draft.annotation.person, annotation__claim=elsewhere)  # what comes next
        form = disputed(draft)
        # Each with the two that begin and end the transaction, and one for the passage that is cited.
        with django_assert_num_queries(14):
            client.post(url(draft), form | {"do": "save"})
        with django_assert_num_queries(14):
            assert client.post(url(draft), form).status_code == 302

    def test_what_an_article_says_is_never_run(self, client, draft):
        Claim.objects.update(statement="<script>alert(1)</script>")
        assert "<script>alert" not in words(client.get(url(draft)))


class TestKeeping:
    # With the savepoints of the actions; "submit" looks for a next claim too, everywhere, because none is left.
    @pytest.mark.parametrize(("do", "queries"), [("save", 18), ("submit", 42)])
    def test_saving_and_submitting_ask_as_little_with_many_links_as_with_one(
        self, client, draft, do, queries, django_assert_max_num_queries
    ):
        form = {"do": do, "revision": 1, "verdict": "supported", "reason": "fully", "rationale": "The log."}
        for number in range(20):
            form[f"evidence-{number}-kind"] = "link"
            form[f"evidence-{number}-stance"] = "supports"
            form[f"evidence-{number}-url"] = f"https://archive.example/{number}"
        with django_assert_max_num_queries(queries):
            client.post(url(draft), form)
        assert draft.annotation.judgements.get().evidence.count() == 20
        assert (draft.annotation.judgements.get().submitted_at is not None) == (do == "submit")

    def test_every_field_of_the_form_is_kept_in_the_draft_and_shown_again(self, client, draft):
        form = disputed(draft) | {
            "do": "draft",
            "evidence-4-kind": "link",
            "evidence-4-url": "https://archive.example/1",
            "evidence-4-quote": "A ship\r\ndocked.",
            "evidence-4-stance": "supports",
            "evidence-4-against_interest": "yes",
            "evidence-4-outlet": "The Pier",
            "evidence-4-published_on": "2026-11",
            "evidence-4-party": "the port",
            "evidence-4-method": "consultation",
            "evidence-4-question": "Did a ship dock?",
            "evidence-4-set": "2",
            "evidence-4-outweighed": "It was another harbour.",
            "evidence-4-dismissed-date_unknown": "The archive dates nothing.",
            "searches-0-where": "the register",
            "searches-0-query": "ship",
            "searches-0-outcome": "nothing",
            "searches-1-where": "",
        }
        assert client.post(url(draft), form).status_code == 302
        kept = draft.annotation.draft()
        assert (kept.verdict, kept.reason, kept.confidence) == ("disputed", "conflicting_sources", "fairly")
        assert kept.active_seconds == 40
        first, second = kept.evidence.all()
        assert (first.quote, first.stance, first.source_type) == (PHRASE, "contradicts", "party")
        assert (second.url, second.quote, second.party_words) == (
            "https://archive.example/1",
            "A ship\ndocked.",
            "the port",
        )
        assert (second.set_number, second.published_precision, second.against_interest) == (2, "month", True)
        assert second.dismissed.get().word == "The archive dates nothing."
        assert kept.searches.get().query == "ship"
        page = words(client.get(url(draft)))
        for said in ("The dockers deny it.", "It was another harbour.", 'value="2026-11"', "the register"):
            assert said in page

    def test_a_reason_of_another_verdict_was_not_chosen(self, client, draft):
        client.post(url(draft), {"do": "draft", "revision": 1, "verdict": "supported", "reason": "contradicted"})
        assert draft.annotation.draft().reason is None

    def test_autosave_answers_with_what_is_missing_and_what_to_ask(self, client, draft):
        form = disputed(draft) | {"do": "save", "reason": ""} | passage(draft, number=1, stance="")
        form |= {
            "evidence-2-kind": "link",
            "evidence-2-url": "https://archive.example/1",
            "evidence-2-stance": "context",
        }
        answer = client.post(url(draft), form).json()
        assert [missing["field"] for missing in answer["missing"]] == ["reason", "evidence"]
        assert [(asked["evidence"], asked["rule"]) for asked in answer["warnings"]] == [(2, "date_unknown")]
        assert answer["problems"] == {}
        assert answer["revision"] == 1

    def test_autosave_keeps_the_rest_where_one_field_cannot_be_kept(self, client, draft):
        form = disputed(draft) | {"do": "save", "evidence-0-start": "9", "evidence-0-end": "3"}
        answer = client.post(url(draft), form).json()
        assert list(answer["problems"]) == ["evidence"]
        assert draft.annotation.draft().rationale == "The dockers deny it."

    def test_a_sign_of_life_keeps_the_place_and_changes_no_word(self, client, draft):
        before = draft.annotation.active_at
        assert client.post(url(draft), {"do": "alive"}).status_code == 200
        draft.annotation.refresh_from_db()
        assert draft.annotation.active_at > before
        assert draft.annotation.judgements.count() == 1

    def test_autosave_after_signing_out_is_answered_401(self, client, draft):
        client.logout()
        assert client.post(url(draft), disputed(draft, do="save")).status_code == 401

    def test_a_late_autosave_of_a_submitted_revision_is_refused(self, client, draft):
        client.post(url(draft), disputed(draft))
        answer = client.post(url(draft), disputed(draft, do="save", rationale="Late."))
        assert answer.status_code == 409
        assert "earlier revision" in answer.json()["message"]


class TestEvidence:
    def test_a_suggested_passage_is_taken_without_a_stance(self, client, draft):
        bearing = BearingFactory(claim=draft.annotation.claim)
        Annotation.objects.update(shown_bearings=[bearing.pk])
        answer = client.post(url(draft), {"do": f"take:{bearing.pk}", "revision": 1, "rationale": "So far."})
        assert answer.headers["Location"].endswith("#evidence-0")
        taken = draft.annotation.draft().evidence.get()
        assert (taken.quote, taken.stance) == (bearing.quote, None)
        assert draft.annotation.draft().rationale == "So far."

    def test_taking_a_passage_twice_takes_it_once(self, client, draft):
        bearing = BearingFactory(claim=draft.annotation.claim)
        Annotation.objects.update(shown_bearings=[bearing.pk])
        form = passage(draft, start=bearing.start, end=bearing.end) | {"do": f"take:{bearing.pk}", "revision": 1}
        client.post(url(draft), form)
        assert draft.annotation.draft().evidence.count() == 1

    def test_a_pasted_passage_is_found_by_its_words(self, client, draft):
        client.post(url(draft), {"do": "add-passage", "revision": 1, "new-quote": f" {PHRASE}\r\n"})
        found = draft.annotation.draft().evidence.get()
        assert (found.start, found.quote) == (draft.annotation.claim.article.text.index(PHRASE), PHRASE)

    def test_a_pasted_passage_that_is_not_there_stays_in_the_form_and_says_so(self, client, draft):
        answer = client.post(url(draft), {"do": "add-passage", "revision": 1, "new-quote": "Never written."})
        assert answer.status_code == 400
        assert "Never written." in words(answer)
        assert "These words do not stand in that article" in words(answer)

    def test_a_passage_of_another_article_is_added_to_what_the_draft_holds(self, client, draft):
        client.post(url(draft), disputed(draft, do="draft"))
        other = ArticleFactory(project=draft.annotation.claim.project, title="The register")
        form = {"do": "add-passage", "partial": "yes", "revision": 1, "new-article": other.pk, "new-quote": PHRASE}
        client.post(url(draft), form)
        kept = draft.annotation.draft()
        assert [item.article_id for item in kept.evidence.all()] == [draft.annotation.claim.article_id, other.pk]
        assert kept.rationale == "The dockers deny it."
        assert "The register" in words(client.get(url(draft)))

    def test_a_passage_of_another_project_is_not_there(self, client, draft):
        other = ArticleFactory()
        form = {"do": "add-passage", "partial": "yes", "revision": 1, "new-article": other.pk, "new-quote": PHRASE}
        assert client.post(url(draft), form).status_code == 400

    def test_the_title_of_another_projects_article_is_not_told_by_a_refused_form(self, client, draft):
        other = ArticleFactory(title="What the other project reads")
        answer = client.post(url(draft), passage(draft, article=other.pk) | {"do": "draft", "revision": 1})
        assert answer.status_code == 400
        assert other.title not in words(answer)

    @pytest.mark.parametrize("number", ["²", "9" * 5000, "-1", "one"])
    def test_what_is_no_number_is_refused_and_never_an_error_of_ours(self, client, draft, number):
        form = passage(draft, start=number) | {"do": "draft", "revision": 1}
        assert client.post(url(draft), form).status_code == 400
        form = passage(draft) | {"do": f"remove:{number}", "revision": 1}
        assert client.post(url(draft), form).status_code == 302
        assert draft.annotation.draft().evidence.count() == 1

    def test_a_piece_of_evidence_can_be_removed(self, client, draft):
        form = passage(draft) | {"do": "remove:0", "revision": 1}
        form |= {"evidence-1-kind": "link", "evidence-1-url": "https://archive.example/1"}
        client.post(url(draft), form)
        assert draft.annotation.draft().evidence.get().kind == "link"

    def test_articles_of_the_project_are_found_by_title_or_words(self, client, draft):
        project = draft.annotation.claim.project
        ArticleFactory(project=project, title="The lighthouse")
        ArticleFactory(title="The lighthouse elsewhere")
        page = words(client.get(f"{url(draft)}articles/", {"q": "lighthouse"}))
        assert "The lighthouse" in page
        assert "elsewhere" not in page
        assert "No article of this project" in words(client.get(f"{url(draft)}articles/", {"q": "zeppelin"}))

    def test_an_article_of_another_project_cannot_be_read_there(self, client, draft):
        assert client.get(f"{url(draft)}articles/{ArticleFactory().pk}/").status_code == 404


class TestSubmitting:
    def test_a_submitted_judgement_is_frozen_and_leads_to_the_next_claim(self, client, draft):
        following = ClaimFactory(article=draft.annotation.claim.article, check_worthiness=0.1)
        answer = client.post(url(draft), disputed(draft))
        frozen = draft.annotation.latest()
        assert (frozen.verdict, frozen.rationale) == ("disputed", "The dockers deny it.")
        assert answer.headers["Location"] == f"/review/{Annotation.objects.get(claim=following).pk}/"

    def test_a_repeated_submit_doubles_nothing_and_leads_on(self, client, draft):
        for _time in range(2):
            assert client.post(url(draft), disputed(draft)).headers["Location"] == "/"
        assert draft.annotation.judgements.count() == 1

    def test_a_refused_submit_keeps_every_word_and_says_what_is_missing_where(self, client, draft):
        form = disputed(draft, reason="contradicted", rationale="Only <them>.")
        answer = client.post(url(draft), form)
        page = words(answer)
        assert answer.status_code == 400
        assert "Contradicted needs evidence against the claim" in page
        assert 'aria-describedby="evidence-error"' in page
        assert "Only &lt;them&gt;." in page
        assert re.search(r'value="contradicted" checked', page)
        assert re.search(r'stance" value="contradicts" checked', page)
        assert draft.annotation.latest() is None

    def test_a_change_is_a_new_revision_with_the_words_of_the_last(self, client, draft):
        client.post(url(draft), disputed(draft))
        page = words(client.get(url(draft)))
        assert 'name="revision" value="2"' in page
        assert "The dockers deny it." in page
        client.post(url(draft), disputed(draft, revision=2, rationale="Second thoughts."))
        assert [judgement.rationale for judgement in draft.annotation.judgements.order_by("revision")] == [
            "The dockers deny it.",
            "Second thoughts.",
        ]

    def test_other_words_for_a_submitted_revision_are_kept_and_offered_as_a_change(self, client, draft):
        client.post(url(draft), disputed(draft))
        answer = client.post(url(draft), disputed(draft, rationale="From the other tab."))
        assert answer.status_code == 409
        assert "From the other tab." in words(answer)
        assert 'name="revision" value="2"' in words(answer)
        assert draft.annotation.latest().rationale == "The dockers deny it."

    def test_a_submit_into_a_lost_place_keeps_the_words(self, client, draft):
        claim = draft.annotation.claim
        Annotation.objects.update(lapsed_at=draft.started_at)
        for _place in range(claim.places):
            other = JudgementFactory(annotation=AnnotationFactory(claim=claim))
            colleague = Client()
            colleague.force_login(other.annotation.person)
            assert colleague.post(url(other), disputed(other)).status_code == 302
        answer = client.post(url(draft), disputed(draft))
        assert answer.status_code == 409
        assert "The dockers deny it." in words(answer)

    def test_a_submit_after_signing_out_is_not_lost_in_a_redirect(self, client, draft):
        client.logout()
        assert client.post(url(draft), disputed(draft)).status_code == 401


class TestSkippingAndAdding:
    def test_a_skip_needs_a_reason_and_leads_on(self, client, draft):
        assert client.post(f"{url(draft)}skip/").headers["Location"].endswith("#skip")
        client.post(f"{url(draft)}skip/", {"reason": "not_a_claim"})
        draft.annotation.refresh_from_db()
        assert draft.annotation.skip_reason == "not_a_claim"
        assert client.get(url(draft)).headers["Location"] == "/"

    def test_a_missed_claim_is_added_by_its_pasted_words(self, client, draft):
        client.post(f"{url(draft)}claims/", {"quote": PHRASE, "statement": "No ship docked on Monday."})
        added = Claim.objects.get(statement="No ship docked on Monday.")
        assert added.quote == PHRASE
        assert added.origin_person == draft.annotation.person

    def test_a_missed_claim_with_an_unknown_target_is_refused(self, client, draft):
        form = {"quote": PHRASE, "target": "nobody-knows"}
        assert client.post(f"{url(draft)}claims/", form).status_code == 400

    def test_a_missed_claim_that_cannot_be_found_keeps_its_words(self, client, draft):
        answer = client.post(f"{url(draft)}claims/", {"quote": "Never written.", "statement": "Something."})
        assert answer.status_code == 400
        assert "Never written." in words(answer)
        assert "Something." in words(answer)
        assert Claim.objects.count() == 1


def test_nothing_of_what_others_judged_is_on_the_page(client, draft):
    colleague = member(draft.annotation.claim.project, username="colleague-of-mine")
    other = AnnotationFactory(claim=draft.annotation.claim, person=colleague, round=Round.INDEPENDENT)
    JudgementFactory(annotation=other, verdict=Verdict.SUPPORTED, rationale="The tide tables say so.")
    page = words(client.get(url(draft)))
    assert "The tide tables say so." not in page
    assert "colleague-of-mine" not in page


def test_a_visitor_is_sent_to_sign_in(draft):
    assert Client().get(url(draft)).headers["Location"].startswith("/accounts/login/")
    assert UserFactory().annotations.count() == 0


def test_the_page_links_the_guideline_and_says_when_a_newer_version_came(client, draft):
    project = draft.annotation.claim.project
    assert f"/p/{project.slug}/guideline/1/" in client.get(url(draft)).content.decode()
    assert "newer version" not in client.get(url(draft)).content.decode()
    add_guideline(project, text="Look twice.", by=None)
    page = client.get(url(draft)).content.decode()
    assert "The guideline has a newer version since you began." in page
    assert f"/p/{project.slug}/guideline/compare/" in page
