"""What the review page shows, and to whom."""

import re

import pytest
from django.test import Client

from tests.annotate.views.people import words
from tests.annotate.views.review.forms import disputed, url
from tests.factories import (
    AnnotationFactory,
    AttributionFactory,
    BearingFactory,
    ClaimFactory,
    ClaimLinkFactory,
    EvidenceFactory,
    JudgementFactory,
    PublicationFactory,
    UserFactory,
    member,
)
from verification.actions.projects import add_guideline
from verification.models import Annotation, Claim
from verification.vocabulary import Dispute, Modality, Round, Target, Verdict

pytestmark = pytest.mark.django_db


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
        assert "Undated when it happened when it was said the article" in page
        assert draft.annotation.why in page.replace("&quot;", '"')

    def test_a_time_without_a_year_is_told_as_the_claim_puts_it(self, client, draft):
        Claim.objects.update(statement="The docks are closed on May 1 and 2.")
        page = re.sub(r"<[^>]+>", "", words(client.get(url(draft))))
        assert "when it happened: “May 1 and 2”" in page

    @pytest.mark.parametrize(
        ("target", "modality", "told"),
        [
            (
                Target.CONTENT,
                Modality.DENIED,
                "whether it is so whether they are right to deny it, not whether they did",
            ),
            (Target.CONTENT, Modality.ALLEGED, "whether it is so not whether it was said"),
            (
                Target.ATTRIBUTION,
                Modality.DENIED,
                "whether they said it not whether it is so: what they deny is a claim of its own",
            ),
            (Target.ATTRIBUTION, Modality.ALLEGED, "whether they said it not whether it is so"),
        ],
    )
    def test_the_card_says_what_of_a_denial_is_to_be_judged(self, client, draft, target, modality, told):
        Claim.objects.update(target=target, modality=modality)
        page = re.sub(r"<[^>]+>", " ", words(client.get(url(draft))))
        assert f"Judge {told} " in " ".join(page.split())

    def test_what_its_own_article_says_again_bears_on_it_and_disputes_nothing(self, client, draft):
        claim = draft.annotation.claim
        link = ClaimLinkFactory(claim=claim, other=ClaimFactory(article=claim.article, statement="It was opened."))
        again = BearingFactory(claim=claim, article=claim.article, start=4, end=12, score=0.8, link=link)
        Claim.objects.update(dispute=Dispute.DENIED)
        Annotation.objects.update(shown_bearings=[again.pk])
        page = words(client.get(url(draft)))
        assert again.quote in page
        assert "speaks itself against something that is said there" in page

    def test_suggestions_are_shown_to_an_aided_person_alone(self, client, draft):
        bearing = BearingFactory(claim=draft.annotation.claim)
        Claim.objects.update(dispute=Dispute.DENIED)
        Annotation.objects.update(shown_bearings=[bearing.pk])
        assert f'value="take:{bearing.pk}"' in words(client.get(url(draft)))
        assert "denied in the article" in words(client.get(url(draft)))
        Annotation.objects.update(aided=False)
        assert "take:" not in words(client.get(url(draft)))
        assert "denied in the article" not in words(client.get(url(draft)))

    def test_the_card_says_of_a_claim_that_is_itself_a_denial_that_it_speaks_against_something(self, client, draft):
        bearing = BearingFactory(claim=draft.annotation.claim)
        Claim.objects.update(dispute=Dispute.DENIED)
        page = words(client.get(url(draft)))
        assert "speaks itself against something that is said there" in page
        assert "denied in the article" not in page
        Annotation.objects.update(shown_bearings=[bearing.pk])
        page = words(client.get(url(draft)))
        assert "denied in the article" in page
        assert "speaks itself against" not in page

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
        with django_assert_max_num_queries(11):
            client.get(url(draft))

    def test_saving_and_submitting_ask_few_questions(self, client, draft, django_assert_num_queries):
        claim = draft.annotation.claim
        elsewhere = ClaimFactory(article__project=claim.project)
        JudgementFactory(annotation__person=draft.annotation.person, annotation__claim=elsewhere)  # what comes next
        form = disputed(draft)
        # Each with the two that begin and end the transaction, and one for the passage that is cited.
        with django_assert_num_queries(14):
            client.post(url(draft), form | {"do": "save"})
        with django_assert_num_queries(11):
            assert client.post(url(draft), form).status_code == 302

    def test_what_an_article_says_is_never_run(self, client, draft):
        Claim.objects.update(statement="<script>alert(1)</script>")
        assert "<script>alert" not in words(client.get(url(draft)))


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


def test_ones_own_revisions_are_shown_and_nobody_elses(client, draft):
    other = JudgementFactory(annotation=AnnotationFactory(claim=draft.annotation.claim))
    colleague = Client()
    colleague.force_login(other.annotation.person)
    colleague.post(url(other), disputed(other, do="save", rationale="What the colleague thinks."))
    client.post(url(draft), disputed(draft, rationale="First thought."))
    client.post(url(draft), disputed(draft, revision=2, rationale="Second thought."))
    page = words(client.get(url(draft)))
    assert page.index("Second thought.") < page.index("First thought.")
    assert "2 revisions" in page
    assert "What the colleague thinks." not in page
