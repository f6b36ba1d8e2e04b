"""What stands never changes, and no claim gets more places than it wants: refused by the database itself."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from tests import factories
from verification.models import (
    Annotation,
    Article,
    AuditEvent,
    Claim,
    Evidence,
    Guideline,
    Judgement,
    Original,
    Resolution,
    Search,
)
from verification.vocabulary import Reason, Settled, Stance, Verdict

pytestmark = pytest.mark.django_db


def submitted() -> Judgement:
    judgement = factories.JudgementFactory(verdict=Verdict.UNVERIFIED, reason=Reason.INSUFFICIENT_EVIDENCE)
    factories.EvidenceFactory(judgement=judgement)
    factories.SearchFactory(judgement=judgement)
    judgement.submitted_at = timezone.now()
    judgement.guideline = judgement.annotation.claim.project.guidelines.get()
    judgement.save()
    Annotation.objects.filter(pk=judgement.annotation_id).update(submitted_at=timezone.now())
    return judgement


def resolution(claim: Claim) -> Resolution:
    return Resolution.objects.create(
        claim=claim,
        settled=Settled.CONSENSUS,
        verdict=Verdict.UNVERIFIED,
        created_at=timezone.now(),
        valid_as_of=timezone.now().date(),
        evidence_cutoff=timezone.now().date(),
    )


def event() -> AuditEvent:
    return AuditEvent.objects.create(at=timezone.now(), kind="claim.added", subject="claim", subject_id=1)


def test_an_audit_event_is_not_changed() -> None:
    event()
    with pytest.raises(IntegrityError, match="audit event is append only"):
        AuditEvent.objects.update(kind="claim.removed")


def test_an_audit_event_is_not_removed() -> None:
    event()
    with pytest.raises(IntegrityError, match="audit event is append only"):
        AuditEvent.objects.all().delete()


def test_a_guideline_version_is_not_changed() -> None:
    factories.GuidelineFactory()
    with pytest.raises(IntegrityError, match="guideline version never changes"):
        Guideline.objects.update(text="Other rules.")


def test_an_original_file_is_not_changed() -> None:
    factories.OriginalFactory()
    with pytest.raises(IntegrityError, match="original file never changes"):
        Original.objects.update(content=b"other")


def test_an_articles_text_is_not_changed() -> None:
    factories.ArticleFactory()
    with pytest.raises(IntegrityError, match="article text never changes"):
        Article.objects.update(text="Other words.")


def test_an_articles_text_is_set_once_when_it_is_read() -> None:
    article = factories.ArticleFactory(text=None, state="received")
    Article.objects.filter(pk=article.pk).update(text="Words.", sha256="0" * 64, normaliser_version="1")
    article.refresh_from_db()
    assert article.text == "Words."


def test_an_articles_title_may_be_mended() -> None:
    article = factories.ArticleFactory()
    Article.objects.update(title="The harbour, again")
    article.refresh_from_db()
    assert article.title == "The harbour, again"


def test_a_judged_claim_keeps_its_words() -> None:
    submitted()
    with pytest.raises(IntegrityError, match="has been judged"):
        Claim.objects.update(statement="Something else.")


def test_a_claim_that_nobody_judged_may_be_mended() -> None:
    claim = factories.ClaimFactory()
    Claim.objects.update(statement="The harbour was reopened.")
    claim.refresh_from_db()
    assert claim.statement == "The harbour was reopened."


def test_a_submitted_judgement_is_not_changed() -> None:
    judgement = submitted()
    with pytest.raises(IntegrityError, match="judgement is frozen at submit"):
        Judgement.objects.filter(pk=judgement.pk).update(rationale="On second thoughts")


def test_a_submitted_judgement_is_not_taken_back_to_a_draft() -> None:
    judgement = submitted()
    with pytest.raises(IntegrityError, match="judgement is frozen at submit"):
        Judgement.objects.filter(pk=judgement.pk).update(submitted_at=None)


@pytest.mark.parametrize("model", [Evidence, Search])
def test_what_a_submitted_judgement_rests_on_is_not_removed(model: type[Evidence | Search]) -> None:
    judgement = submitted()
    with pytest.raises(IntegrityError, match="its judgement is submitted"):
        model.objects.filter(judgement=judgement).delete()


def test_evidence_of_a_submitted_judgement_is_not_changed() -> None:
    judgement = submitted()
    with pytest.raises(IntegrityError, match="its judgement is submitted"):
        Evidence.objects.filter(judgement=judgement).update(stance=Stance.CONTRADICTS)


def test_evidence_is_not_added_to_a_submitted_judgement() -> None:
    judgement = submitted()
    with pytest.raises(IntegrityError, match="its judgement is submitted"):
        factories.EvidenceFactory(judgement=judgement, position=7)


def test_evidence_of_another_project_is_refused() -> None:
    judgement = factories.JudgementFactory()
    with pytest.raises(IntegrityError, match="not of the claim's project"):
        factories.PassageFactory(judgement=judgement, article=factories.ArticleFactory())


def test_a_quote_that_does_not_stand_at_its_place_is_refused() -> None:
    judgement = factories.JudgementFactory()
    with pytest.raises(IntegrityError, match="not what stands at that place"):
        factories.PassageFactory(judgement=judgement, quote="The harbour never closed.")


@pytest.mark.parametrize("change", [{"verdict": Verdict.SUPPORTED}, {"disagreement": "other"}])
def test_a_resolution_is_not_edited(change: dict[str, str]) -> None:
    resolution(factories.ClaimFactory())
    with pytest.raises(IntegrityError, match="superseded never edited"):
        Resolution.objects.update(**change)


def test_a_resolution_is_not_removed() -> None:
    resolution(factories.ClaimFactory())
    with pytest.raises(IntegrityError, match="resolution is never removed"):
        Resolution.objects.all().delete()


def test_a_judgement_is_not_submitted_on_a_resolved_claim() -> None:
    judgement = factories.JudgementFactory(verdict=Verdict.UNVERIFIED, reason=Reason.INSUFFICIENT_EVIDENCE)
    factories.EvidenceFactory(judgement=judgement)
    resolution(judgement.annotation.claim)
    judgement.submitted_at = timezone.now()
    judgement.guideline = judgement.annotation.claim.project.guidelines.get()
    with pytest.raises(IntegrityError, match="the claim is resolved"):
        judgement.save()


def test_a_slot_above_the_places_of_the_claim_is_refused() -> None:
    claim = factories.ClaimFactory(places=2)
    with pytest.raises(IntegrityError, match="has no place 3"):
        factories.AnnotationFactory(claim=claim, slot=3)


def test_a_slot_that_somebody_holds_is_refused() -> None:
    claim = factories.ClaimFactory(places=2)
    factories.AnnotationFactory(claim=claim, slot=1)
    with pytest.raises(IntegrityError, match="annotation_slot_is_held_by_one_person"):
        factories.AnnotationFactory(claim=claim, slot=1)


def test_a_second_place_of_the_same_person_is_refused() -> None:
    claim = factories.ClaimFactory(places=2)
    first = factories.AnnotationFactory(claim=claim, slot=1)
    with pytest.raises(IntegrityError, match="annotation_is_one_per_person_claim_and_round"):
        factories.AnnotationFactory(claim=claim, slot=2, person=first.person)


def test_a_claim_says_itself_that_a_resolution_stands() -> None:
    claim = factories.ClaimFactory()
    made = resolution(claim)
    claim.refresh_from_db()
    assert claim.resolved_at == made.created_at
    made.superseded_at, made.superseded_by, made.superseded_why = timezone.now(), factories.UserFactory(), "Look again."
    made.save()
    claim.refresh_from_db()
    assert claim.resolved_at is None
    again = resolution(claim)
    claim.refresh_from_db()
    assert claim.resolved_at == again.created_at


def test_a_claim_says_nothing_else_than_what_stands() -> None:
    claim = factories.ClaimFactory()
    with pytest.raises(IntegrityError, match="resolved exactly while a resolution stands"), transaction.atomic():
        Claim.objects.filter(pk=claim.pk).update(resolved_at=timezone.now())
    with pytest.raises(IntegrityError, match="resolved exactly while a resolution stands"), transaction.atomic():
        factories.ClaimFactory(resolved_at=timezone.now())
    resolution(claim)
    with pytest.raises(IntegrityError, match="resolved exactly while a resolution stands"):
        claim.save()  # as it was read before it was resolved
