"""The hard rules on evidence, refused by the database itself: every test writes past the actions."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from tests import factories
from verification.hard_rules import RULES, what_is_missing
from verification.models import Annotation, Evidence, Judgement
from verification.vocabulary import Reason, SourceType, Stance, Target

pytestmark = pytest.mark.django_db

SUPPORTS, CONTRADICTS = Stance.SUPPORTS, Stance.CONTRADICTS
INSIDE: dict[str, Any] = {"inside": True}


def draft(reason: Reason, *, target: Target = Target.CONTENT, speakers: int = 0, rationale: str = "") -> Judgement:
    claim = factories.ClaimFactory(target=target)
    for _speaker in range(speakers):
        factories.AttributionFactory(claim=claim)
    return factories.JudgementFactory(
        annotation__claim=claim, verdict=reason.verdict, reason=reason, rationale=rationale
    )


def add(judgement: Judgement, stance: Stance, *, inside: bool = False, **fields: Any) -> Evidence:
    make = factories.PassageFactory if inside else factories.EvidenceFactory
    return make(judgement=judgement, stance=stance, **fields)


def freeze(judgement: Judgement) -> None:
    """Submits with a bare UPDATE, as somebody with a database shell would."""
    with transaction.atomic():
        judgement.annotation.submitted_at = timezone.now()
        judgement.annotation.save()
        Judgement.objects.filter(pk=judgement.pk).update(
            submitted_at=timezone.now(), guideline=judgement.annotation.claim.project.guidelines.get()
        )
        # What a commit would do with the deferred trigger, without committing the test's rows.
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def refused(judgement: Judgement) -> str:
    """The rule with which the database refuses the submit; the transaction is rolled back."""
    with pytest.raises(IntegrityError) as refusal:
        freeze(judgement)
    judgement.refresh_from_db()
    assert judgement.submitted_at is None
    rule = refusal.value.__cause__.diag.constraint_name  # type: ignore[union-attr]
    assert rule in [missing.rule for missing in what_is_missing(judgement)]
    return rule


def accepted(judgement: Judgement) -> None:
    assert what_is_missing(judgement) == []
    freeze(judgement)
    judgement.refresh_from_db()
    assert judgement.submitted_at is not None


class TestSupported:
    RULE = "supported_rests_on_independent_support"

    def test_without_evidence_is_refused(self) -> None:
        assert refused(draft(Reason.FULLY)) == self.RULE

    def test_with_support_from_outside_is_accepted(self) -> None:
        judgement = draft(Reason.FULLY)
        add(judgement, SUPPORTS)
        accepted(judgement)

    def test_with_the_claims_own_article_alone_is_refused(self) -> None:
        judgement = draft(Reason.IN_SUBSTANCE)
        add(judgement, SUPPORTS, inside=True)
        assert refused(judgement) == self.RULE

    def test_with_a_link_to_where_the_article_ran_is_refused(self) -> None:
        judgement = draft(Reason.FULLY)
        factories.PublicationFactory(
            article=judgement.annotation.claim.article, url="https://www.harbour-news.example/a/?utm_source=x#top"
        )
        add(judgement, SUPPORTS, url="http://harbour-news.example/a")
        assert refused(judgement) == self.RULE

    def test_with_a_correction_of_the_article_is_refused(self) -> None:
        judgement = draft(Reason.FULLY)
        claim = judgement.annotation.claim
        correction = factories.ArticleFactory(project=claim.project, corrects=claim.article)
        add(judgement, SUPPORTS, inside=True, article=correction)
        assert refused(judgement) == self.RULE

    def test_with_another_article_of_the_project_is_accepted(self) -> None:
        judgement = draft(Reason.FULLY)
        other = factories.ArticleFactory(project=judgement.annotation.claim.project)
        add(judgement, SUPPORTS, inside=True, article=other)
        accepted(judgement)

    def test_with_the_claimants_side_alone_is_refused(self) -> None:
        judgement = draft(Reason.FULLY)
        add(judgement, SUPPORTS, source_type=SourceType.CLAIMANT_SIDE)
        assert refused(judgement) == self.RULE

    def test_with_the_claimants_side_against_its_interest_is_accepted(self) -> None:
        judgement = draft(Reason.FULLY)
        add(judgement, SUPPORTS, source_type=SourceType.CLAIMANT_SIDE, against_interest=True)
        accepted(judgement)

    def test_with_outweighed_support_alone_is_refused(self) -> None:
        judgement = draft(Reason.FULLY)
        add(judgement, SUPPORTS, outweighed="superseded by a later count")
        assert refused(judgement) == self.RULE

    def test_with_a_contradiction_left_standing_is_refused(self) -> None:
        judgement = draft(Reason.FULLY)
        add(judgement, SUPPORTS)
        add(judgement, CONTRADICTS, inside=True)
        assert refused(judgement) == "supported_says_why_contradictions_are_outweighed"

    def test_with_a_contradiction_outweighed_for_a_reason_is_accepted(self) -> None:
        judgement = draft(Reason.FULLY)
        add(judgement, SUPPORTS)
        add(judgement, CONTRADICTS, inside=True, outweighed="a ritual denial; the register shows the ship")
        accepted(judgement)

    def test_attribution_by_its_only_speaker_is_supported_by_the_own_article(self) -> None:
        judgement = draft(Reason.FULLY, target=Target.ATTRIBUTION, speakers=1)
        add(judgement, SUPPORTS, inside=True)
        accepted(judgement)

    def test_attribution_passed_on_by_another_is_not_supported_by_the_own_article(self) -> None:
        judgement = draft(Reason.FULLY, target=Target.ATTRIBUTION, speakers=2)
        add(judgement, SUPPORTS, inside=True)
        assert refused(judgement) == self.RULE


class TestContradicted:
    RULE = "contradicted_rests_on_an_independent_contradiction"

    def test_with_an_independent_contradiction_is_accepted(self) -> None:
        judgement = draft(Reason.CONTRADICTED)
        add(judgement, CONTRADICTS)
        accepted(judgement)

    def test_with_support_alone_is_refused(self) -> None:
        judgement = draft(Reason.CONTRADICTED)
        add(judgement, SUPPORTS)
        assert refused(judgement) == self.RULE

    def test_with_the_own_article_alone_is_refused(self) -> None:
        judgement = draft(Reason.CONTRADICTED)
        add(judgement, CONTRADICTS, inside=True)
        assert refused(judgement) == self.RULE

    @pytest.mark.parametrize("side", [SourceType.PARTY, SourceType.CLAIMANT_SIDE])
    def test_with_a_partys_denial_alone_is_refused(self, side: SourceType) -> None:
        judgement = draft(Reason.CONTRADICTED)
        add(judgement, CONTRADICTS, source_type=side)
        assert refused(judgement) == self.RULE

    @pytest.mark.parametrize("side", [SourceType.PARTY, SourceType.CLAIMANT_SIDE])
    def test_with_a_partys_word_against_its_interest_is_accepted(self, side: SourceType) -> None:
        judgement = draft(Reason.CONTRADICTED)
        add(judgement, CONTRADICTS, source_type=side, against_interest=True)
        accepted(judgement)

    def test_with_an_outweighed_contradiction_alone_is_refused(self) -> None:
        judgement = draft(Reason.CONTRADICTED)
        add(judgement, CONTRADICTS, outweighed="retracted since")
        assert refused(judgement) == self.RULE


class TestConflictingSources:
    def test_with_the_own_articles_contradiction_is_accepted(self) -> None:
        judgement = draft(Reason.CONFLICTING_SOURCES)
        add(judgement, CONTRADICTS, inside=True, source_type=SourceType.PARTY)
        accepted(judgement)

    def test_without_a_contradiction_is_refused(self) -> None:
        judgement = draft(Reason.CONFLICTING_SOURCES)
        add(judgement, SUPPORTS)
        assert refused(judgement) == "conflicting_sources_names_a_contradiction"


class TestMisleadingContext:
    @pytest.mark.parametrize("stance", [CONTRADICTS, Stance.CONTEXT])
    def test_with_a_contradiction_or_context_is_accepted(self, stance: Stance) -> None:
        judgement = draft(Reason.MISLEADING_CONTEXT)
        add(judgement, stance, inside=True)
        accepted(judgement)

    def test_with_neither_is_refused(self) -> None:
        judgement = draft(Reason.MISLEADING_CONTEXT)
        add(judgement, SUPPORTS)
        assert refused(judgement) == "misleading_context_names_a_contradiction_or_context"


class TestAttributionDenied:
    def test_of_an_attribution_claim_with_the_denial_is_accepted(self) -> None:
        judgement = draft(Reason.ATTRIBUTION_DENIED, target=Target.ATTRIBUTION, speakers=1)
        add(judgement, CONTRADICTS, source_type=SourceType.CLAIMANT_SIDE)
        accepted(judgement)

    def test_without_the_denial_is_refused(self) -> None:
        judgement = draft(Reason.ATTRIBUTION_DENIED, target=Target.ATTRIBUTION, speakers=1)
        assert refused(judgement) == "attribution_denied_names_the_denial"

    def test_of_a_content_claim_is_refused(self) -> None:
        judgement = draft(Reason.ATTRIBUTION_DENIED)
        add(judgement, CONTRADICTS)
        assert refused(judgement) == "attribution_denied_is_of_an_attribution_claim"


class TestUnverified:
    def test_no_evidence_found_without_a_search_is_refused(self) -> None:
        assert refused(draft(Reason.NO_EVIDENCE_FOUND)) == "no_evidence_found_names_a_search"

    @pytest.mark.parametrize("blank", ["where", "query", "outcome"])
    def test_no_evidence_found_with_half_a_search_is_refused(self, blank: str) -> None:
        judgement = draft(Reason.NO_EVIDENCE_FOUND)
        factories.SearchFactory(judgement=judgement, **{blank: " "})
        assert refused(judgement) == "no_evidence_found_names_a_search"

    @pytest.mark.parametrize(
        ("blank", "said"),
        [("where", "where you looked"), ("query", "for what you looked"), ("outcome", "what came of")],
    )
    def test_what_a_search_lacks_is_named_with_its_number(self, blank: str, said: str) -> None:
        judgement = draft(Reason.NO_EVIDENCE_FOUND)
        known = {"where": "The port's register", "query": "reopened", "outcome": "nothing"}
        judgement.searches.create(position=0, **{**known, blank: " "})
        [missing] = what_is_missing(judgement)
        assert (missing.rule, missing.field) == ("no_evidence_found_names_a_search", "searches")
        assert said in str(missing.message)
        assert "search 1." in str(missing.message)

    def test_no_evidence_found_with_a_search_is_accepted(self) -> None:
        judgement = draft(Reason.NO_EVIDENCE_FOUND)
        factories.SearchFactory(judgement=judgement)
        add(judgement, Stance.CONTEXT)
        accepted(judgement)

    @pytest.mark.parametrize("stance", [SUPPORTS, CONTRADICTS])
    def test_no_evidence_found_with_evidence_is_refused(self, stance: Stance) -> None:
        judgement = draft(Reason.NO_EVIDENCE_FOUND)
        factories.SearchFactory(judgement=judgement)
        add(judgement, stance)
        assert refused(judgement) == "no_evidence_found_has_no_support_or_contradiction"

    def test_insufficient_evidence_without_an_item_is_refused(self) -> None:
        assert refused(draft(Reason.INSUFFICIENT_EVIDENCE)) == "insufficient_evidence_shows_an_item"

    def test_insufficient_evidence_with_an_item_is_accepted(self) -> None:
        judgement = draft(Reason.INSUFFICIENT_EVIDENCE)
        add(judgement, SUPPORTS, inside=True)
        accepted(judgement)

    def test_source_says_unverifiable_without_that_source_is_refused(self) -> None:
        judgement = draft(Reason.SOURCE_SAYS_UNVERIFIABLE)
        add(judgement, CONTRADICTS, inside=True)
        assert refused(judgement) == "source_says_unverifiable_shows_that_source"

    def test_source_says_unverifiable_with_that_source_is_accepted(self) -> None:
        judgement = draft(Reason.SOURCE_SAYS_UNVERIFIABLE)
        add(judgement, Stance.UNVERIFIABLE, inside=True)
        accepted(judgement)

    def test_ambiguous_claim_without_a_rationale_is_refused(self) -> None:
        assert refused(draft(Reason.AMBIGUOUS_CLAIM, rationale="  ")) == "ambiguous_claim_says_what_is_ambiguous"

    def test_ambiguous_claim_with_a_rationale_is_accepted(self) -> None:
        accepted(draft(Reason.AMBIGUOUS_CLAIM, rationale="Which of the two harbours is meant?"))


class TestEveryJudgement:
    def test_evidence_without_a_stance_is_refused(self) -> None:
        judgement = draft(Reason.INSUFFICIENT_EVIDENCE)
        factories.EvidenceFactory(judgement=judgement, stance=None)
        assert refused(judgement) == "evidence_has_a_stance"

    @pytest.mark.parametrize("url", ["", "harbour", "javascript:alert(1)", "https://"])
    def test_a_link_without_a_usable_address_is_refused(self, url: str) -> None:
        judgement = draft(Reason.INSUFFICIENT_EVIDENCE)
        add(judgement, SUPPORTS, url=url)
        assert refused(judgement) == "links_have_an_address"

    @pytest.mark.django_db(transaction=True)
    def test_is_refused_at_commit_and_leaves_no_trace(self) -> None:
        judgement = draft(Reason.FULLY)
        annotation = judgement.annotation
        annotation.submitted_at = timezone.now()
        annotation.save()
        judgement.submitted_at = timezone.now()
        judgement.guideline = annotation.claim.project.guidelines.get()
        with pytest.raises(IntegrityError, match="may not be submitted"):
            judgement.save()
        judgement.refresh_from_db()
        assert judgement.submitted_at is None

    def test_submitted_it_is_noted_on_its_annotation_and_not_without(self) -> None:
        judgement = draft(Reason.INSUFFICIENT_EVIDENCE)
        add(judgement, SUPPORTS)
        judgement.submitted_at = timezone.now()
        judgement.guideline = judgement.annotation.claim.project.guidelines.get()
        judgement.save()
        place = Annotation.objects.filter(pk=judgement.annotation_id)
        assert place.get().submitted_at == place.get().active_at == judgement.submitted_at
        place.update(submitted_at=None)
        with pytest.raises(IntegrityError, match="its annotation is not"), connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")

    def test_each_rule_has_a_sentence_and_each_sentence_a_rule(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT prosrc FROM pg_proc WHERE proname = 'attest_judgement_refusals'")
            (source,) = cursor.fetchone()
        assert set(re.findall(r"refusals \|\| '(\w+)'::text", source)) == set(RULES)
