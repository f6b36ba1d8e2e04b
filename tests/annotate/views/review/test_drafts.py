"""What the review page keeps, submits and skips, without any script."""

import re

import pytest
from django.test import Client

from tests.annotate.views.people import words
from tests.annotate.views.review.forms import PHRASE, disputed, passage, url
from tests.factories import (
    AnnotationFactory,
    ClaimFactory,
    JudgementFactory,
)
from verification.models import Annotation

pytestmark = pytest.mark.django_db


class TestKeeping:
    # With the savepoints of the actions; "submit" looks for a next claim too, everywhere, because
    # none is left, and has the pages retrieved.
    @pytest.mark.parametrize(("do", "queries"), [("save", 11), ("submit", 29)])
    def test_saving_and_submitting_ask_as_little_with_many_links_as_with_one(
        self, client, draft, do, queries, django_assert_max_num_queries, settings
    ):
        settings.RETRIEVAL = True  # asked for only: no worker runs
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


class TestByScript:
    """What the page's script sends, with words that may arrive late and more than once."""

    HEADERS = {"Accept": "application/json"}

    def test_a_judgement_that_is_sent_again_and_again_is_one_and_answered_alike(self, client, draft):
        following = ClaimFactory(article=draft.annotation.claim.article, check_worthiness=0.1)
        answers = [client.post(url(draft), disputed(draft), headers=self.HEADERS) for _time in range(3)]
        assert [answer.status_code for answer in answers] == [200, 200, 200]
        assert {answer.json()["next"]["url"] for answer in answers} == {
            f"/review/{Annotation.objects.get(claim=following).pk}/"
        }
        assert draft.annotation.judgements.count() == 1

    def test_other_words_for_a_revision_that_is_frozen_are_refused(self, client, draft):
        client.post(url(draft), disputed(draft), headers=self.HEADERS)
        answer = client.post(url(draft), disputed(draft, rationale="Other words."), headers=self.HEADERS)
        assert answer.status_code == 409
        assert draft.annotation.latest().rationale == "The dockers deny it."

    def test_what_is_missing_is_said_and_the_words_are_kept_as_a_draft(self, client, draft):
        form = disputed(draft, reason="contradicted", rationale="Only they.")
        answer = client.post(url(draft), form, headers=self.HEADERS)
        assert answer.status_code == 400
        assert "evidence" in answer.json()["fields"]
        assert draft.annotation.draft().rationale == "Only they."

    def test_a_skip_that_is_sent_twice_is_one(self, client, draft):
        for _time in range(2):
            answer = client.post(f"{url(draft)}skip/", {"reason": "rather_not"}, headers=self.HEADERS)
            assert answer.json()["back"] is None
        draft.annotation.refresh_from_db()
        assert draft.annotation.skip_reason == "rather_not"

    def test_the_places_ahead_are_named_with_when_they_were_saved(self, client, draft):
        following = ClaimFactory(article=draft.annotation.claim.article, check_worthiness=0.1)
        held = client.post(f"{url(draft)}ahead/").json()["places"]
        place = Annotation.objects.get(claim=following)
        assert held == [{"url": f"/review/{place.pk}/", "saved_at": place.draft().saved_at.isoformat()}]
