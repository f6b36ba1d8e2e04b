"""Each check and unique constraint, refused once; and rules that every model follows, new ones too."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.apps import apps
from django.db import IntegrityError
from django.db.models import CheckConstraint, UniqueConstraint
from django.utils import timezone

from tests import factories as make
from verification import models

NOW = timezone.now
TODAY = NOW().date()


def resolution(claim: models.Claim | None = None, **fields: Any) -> models.Resolution:
    wanted = {
        "settled": "consensus",
        "verdict": "supported",
        "created_at": NOW(),
        "valid_as_of": TODAY,
        "evidence_cutoff": TODAY,
    }
    return models.Resolution.objects.create(claim=claim or make.ClaimFactory(), **(wanted | fields))


def release(**fields: Any) -> models.Release:
    return models.Release.objects.create(
        project=make.ProjectFactory(), requested_at=NOW(), requested_by=make.UserFactory(), **fields
    )


def agreement_report(times: int = 1, **fields: Any) -> None:
    project = make.ProjectFactory()
    for _time in range(times):
        models.AgreementReport.objects.create(
            **({"project": project, "scope": "all", "requested_at": NOW(), "requested_by": make.UserFactory()} | fields)
        )


def merged_into_itself() -> None:
    dossier = make.DossierFactory()
    models.Dossier.objects.filter(pk=dossier.pk).update(
        merged_into=dossier, merged_at=NOW(), merged_by=dossier.opened_by
    )


def moved(**fields: Any) -> models.DossierMove:
    """Claims that moved between two dossiers; `target=None` is the one they come from."""
    source = make.DossierFactory()
    wanted = {"kind": "split", "target": make.DossierFactory(project=source.project), "claims": []} | fields
    target = wanted.pop("target") or source
    return models.DossierMove.objects.create(source=source, target=target, at=NOW(), by=source.opened_by, **wanted)


def dismissed(times: int = 1, **fields: Any) -> None:
    evidence = make.EvidenceFactory()
    for _time in range(times):
        models.DismissedWarning.objects.create(
            evidence=evidence, **({"rule": "date_unknown", "word": "an archive"} | fields)
        )


def twice(factory: Any, *same: str, **fields: Any) -> None:
    first = factory(**fields)
    factory(**fields | {name: getattr(first, name) for name in same})


def link_to_itself() -> None:
    claim = make.ClaimFactory()
    make.ClaimLinkFactory(claim=claim, other=claim)


def reread_claim(claim: models.Claim | None = None, **fields: Any) -> models.RereadClaim:
    claim = claim or resolution().claim
    return make.RereadClaimFactory(claim=claim, **fields)


def succeeds_itself() -> None:
    claim = make.ClaimFactory()
    make.SuccessionFactory(claim=claim, successor=claim)


def linked_both_ways() -> None:
    link = make.ClaimLinkFactory()
    make.ClaimLinkFactory(claim=link.other, other=link.claim)


REFUSED: dict[str, Callable[[], Any]] = {
    "project_places_are_between_1_and_9": lambda: make.ProjectFactory(places=10),
    "project_skip_limit_is_between_1_and_9": lambda: make.ProjectFactory(skip_limit=0),
    "project_unaided_share_is_between_0_and_1": lambda: make.ProjectFactory(unaided_share=1.5),
    "exclusion_names_one_of_topic_outlet_and_party": lambda: make.ExclusionFactory(topic="violence"),
    "exclusion_topic_is_in_the_vocabulary": lambda: make.ExclusionFactory(topic="weather", outlet=None),
    "exclusion_is_said_once": lambda: twice(make.ExclusionFactory, "project", "person"),
    "project_calibration_pass_is_above_0_up_to_1": lambda: make.ProjectFactory(calibration_pass=0),
    "project_check_share_is_at_most_half": lambda: make.ProjectFactory(check_share=0.6),
    "project_repeat_share_is_at_most_half": lambda: make.ProjectFactory(repeat_share=0.6),
    "project_repeats_after_a_day_or_more": lambda: make.ProjectFactory(repeat_after_days=0),
    "membership_that_is_let_through_is_calibrated": lambda: make.MembershipFactory(let_through_by=make.UserFactory()),
    "known_answer_verdict_is_in_the_vocabulary": lambda: make.KnownAnswerFactory(verdict="maybe"),
    "known_answer_reason_is_in_the_vocabulary": lambda: make.KnownAnswerFactory(reason="because"),
    "known_answer_reason_fits_its_verdict": lambda: make.KnownAnswerFactory(reason="fully"),
    "known_answer_is_asked_in_calibration_or_as_a_check": lambda: make.KnownAnswerFactory(round="repeat"),
    "known_answer_says_why": lambda: make.KnownAnswerFactory(note=""),
    "project_random_share_is_between_0_and_1": lambda: make.ProjectFactory(random_share=-0.1),
    "project_strategy_is_one_that_orders_the_queue": lambda: make.ProjectFactory(strategy="chosen"),
    "project_consensus_is_in_the_vocabulary": lambda: make.ProjectFactory(consensus="loudest"),
    "membership_role_is_held_once": lambda: twice(make.MembershipFactory, "user", "project"),
    "membership_role_is_in_the_vocabulary": lambda: make.MembershipFactory(role="king"),
    "guideline_version_exists_once": lambda: twice(make.GuidelineFactory, "project"),
    "bundle_state_is_in_the_vocabulary": lambda: make.BundleFactory(state="lost"),
    "bundle_has_failed_exactly_when_it_says_why": lambda: make.BundleFactory(state="failed"),
    "article_of_a_bundle_names_its_part": lambda: make.ArticleFactory(bundle=make.BundleFactory()),
    "article_is_made_of_a_part_once": lambda: twice(make.ArticleFactory, bundle=make.BundleFactory(), part="1"),
    "invitation_roles_are_in_the_vocabulary": lambda: make.InvitationFactory(roles=["king"]),
    "invitation_has_roles_exactly_when_it_has_a_project": lambda: make.InvitationFactory(roles=[]),
    "invitation_expires_after_it_was_made": lambda: make.InvitationFactory(expires_at=NOW() - timedelta(days=1)),
    "invitation_used_at_and_by_are_set_together": lambda: make.InvitationFactory(used_at=NOW()),
    "invitation_revoked_at_and_by_are_set_together": lambda: make.InvitationFactory(revoked_at=NOW()),
    "invitation_is_not_both_used_and_revoked": lambda: make.InvitationFactory(
        used_at=NOW(), used_by=make.UserFactory(), revoked_at=NOW(), revoked_by=make.UserFactory()
    ),
    "link_snapshot_state_is_in_the_vocabulary": lambda: make.LinkSnapshotFactory(state="lost"),
    "link_snapshot_has_a_hash_exactly_when_it_is_done": lambda: make.LinkSnapshotFactory(sha256="a", bytes=1),
    "link_snapshot_says_when_it_was_retrieved_once_it_was": lambda: make.LinkSnapshotFactory(retrieved_at=NOW()),
    "link_snapshot_has_failed_exactly_when_it_says_why": lambda: make.LinkSnapshotFactory(failure="No such page."),
    "link_snapshot_is_asked_for_one_at_a_time": lambda: twice(make.LinkSnapshotFactory, "annotation", "url"),
    "article_text_is_in_a_project_once": lambda: twice(make.ArticleFactory, "project", text="The same."),
    "article_text_comes_with_its_hash_and_normaliser": lambda: make.ArticleFactory(sha256=None),
    "article_state_is_in_the_vocabulary": lambda: make.ArticleFactory(state="lost"),
    "article_is_merged_exactly_when_it_names_the_first": lambda: make.ArticleFactory(same_as=make.ArticleFactory()),
    "article_has_failed_exactly_when_it_says_why": lambda: make.ArticleFactory(state="failed"),
    "article_is_extracted_only_with_a_text": lambda: make.ArticleFactory(text=None, state="done"),
    "publication_address_is_listed_once_per_article": lambda: twice(make.PublicationFactory, "article", "url"),
    "publication_date_comes_with_its_precision": lambda: make.PublicationFactory(published_on=TODAY),
    "publication_precision_is_in_the_vocabulary": lambda: make.PublicationFactory(
        published_on=TODAY, published_precision="hour"
    ),
    "publication_basis_is_in_the_vocabulary": lambda: make.PublicationFactory(
        published_on=TODAY, published_precision="day", published_basis="a guess"
    ),
    "publication_origin_is_in_the_vocabulary": lambda: make.PublicationFactory(origin="the moon"),
    "publication_without_date_has_an_unknown_basis": lambda: make.PublicationFactory(published_basis="dateline"),
    "extraction_run_succeeds_once_per_engine_version_and_parameters": lambda: twice(
        make.ExtractionRunFactory, "article"
    ),
    "party_name_is_in_a_project_once": lambda: [
        models.Party.objects.create(project=project, name="The port authority")
        for project in [make.ProjectFactory()] * 2
    ],
    "party_kind_is_in_the_vocabulary": lambda: models.Party.objects.create(
        project=make.ProjectFactory(), name="The port authority", kind="ship"
    ),
    "claim_span_is_whole_or_absent": lambda: make.ClaimFactory(quote=None),
    "claim_span_starts_before_it_ends": lambda: make.ClaimFactory(start=5, end=5),
    "claim_check_worthiness_is_between_0_and_1": lambda: make.ClaimFactory(check_worthiness=1.01),
    "claim_has_exactly_one_origin": lambda: make.ClaimFactory(origin_import="a dataset"),
    "claim_places_are_between_1_and_9": lambda: make.ClaimFactory(places=0),
    "claim_topics_are_in_the_vocabulary": lambda: make.ClaimFactory(topics=["weather"]),
    "claim_priority_is_a_place_in_the_vocabulary": lambda: make.ClaimFactory(priority=3),
    "assignment_is_one_per_claim_and_person_and_team": lambda: twice(make.AssignmentFactory, "claim", "person"),
    "team_name_is_a_projects_once": lambda: twice(make.TeamFactory, "project", name="North"),
    "team_has_a_name": lambda: make.TeamFactory(name=""),
    "team_member_is_in_it_once": lambda: twice(make.TeamMemberFactory, "team", "person"),
    "team_assignment_is_one_per_claim_and_team": lambda: twice(make.TeamAssignmentFactory, "claim", "team"),
    "bulk_change_kind_is_in_the_vocabulary": lambda: make.BulkChangeFactory(kind="dance"),
    "bulk_change_is_of_some_claims_and_not_too_many": lambda: make.BulkChangeFactory(claims=[]),
    "bulk_change_priority_is_a_place_in_the_vocabulary": lambda: make.BulkChangeFactory(priority=3),
    "bulk_change_is_finished_once_every_claim_is_seen_to": lambda: make.BulkChangeFactory(finished_at=NOW()),
    "saved_filter_name_is_a_persons_once": lambda: twice(make.SavedFilterFactory, "owner", "project"),
    "saved_filter_has_a_name_and_asks_something": lambda: make.SavedFilterFactory(name=""),
    "claim_target_is_in_the_vocabulary": lambda: make.ClaimFactory(target="tone"),
    "claim_modality_is_in_the_vocabulary": lambda: make.ClaimFactory(modality="sung"),
    "claim_dispute_is_in_the_vocabulary": lambda: make.ClaimFactory(dispute="a bit"),
    "claim_asserted_time_is_an_interval_with_precision": lambda: make.ClaimFactory(asserted_from=NOW()),
    "claim_event_time_is_an_interval_with_precision": lambda: make.ClaimFactory(event_precision="day"),
    "claim_asserted_time_runs_forward": lambda: make.ClaimFactory(
        asserted_from=NOW(), asserted_until=NOW() - timezone.timedelta(days=1), asserted_precision="day"
    ),
    "claim_event_time_runs_forward": lambda: make.ClaimFactory(
        event_from=NOW(), event_until=NOW() - timezone.timedelta(days=1), event_precision="day"
    ),
    "claim_withdrawn_at_by_and_why_are_set_together": lambda: make.ClaimFactory(withdrawn_at=NOW()),
    "claim_content_is_live_once": lambda: twice(make.ClaimFactory, "article", "public_id"),
    "attribution_position_is_taken_once_per_claim": lambda: twice(make.AttributionFactory, "claim", position=0),
    "attribution_speech_is_in_the_vocabulary": lambda: make.AttributionFactory(speech="mimed"),
    "attribution_rendering_is_in_the_vocabulary": lambda: make.AttributionFactory(rendering="invented"),
    "bearing_passage_is_suggested_once": lambda: twice(make.BearingFactory, "claim"),
    "bearing_passage_starts_before_it_ends": lambda: make.BearingFactory(start=9, end=9),
    "bearing_score_is_between_0_and_1": lambda: make.BearingFactory(score=1.01),
    "dossier_asks_a_question": lambda: make.DossierFactory(question=""),
    "dossier_is_not_merged_into_itself": lambda: merged_into_itself(),
    "dossier_merged_into_at_and_by_are_set_together": lambda: make.DossierFactory(merged_at=NOW()),
    "dossier_claim_is_in_one_dossier": lambda: [make.dossier_of(claim) for claim in [make.ClaimFactory()] * 2],
    "dossier_claim_removed_at_and_by_are_set_together": lambda: make.dossier_of(make.ClaimFactory()).members.update(
        removed_at=NOW()
    ),
    "dossier_move_kind_is_in_the_vocabulary": lambda: moved(kind="lent"),
    "dossier_move_is_between_two_dossiers": lambda: moved(target=None),
    "dossier_move_undone_at_and_by_are_set_together": lambda: moved(undone_at=NOW()),
    "claim_link_is_between_two_claims": lambda: link_to_itself(),
    "claim_link_of_a_pair_exists_once": lambda: linked_both_ways(),
    "claim_link_score_is_between_0_and_1": lambda: make.ClaimLinkFactory(score=-0.1),
    "claim_link_kind_is_in_the_vocabulary": lambda: make.ClaimLinkFactory(kind="cousin"),
    "claim_link_is_proposed_or_drawn": lambda: make.ClaimLinkFactory(matcher=None),
    "claim_link_confirmed_at_and_by_are_set_together": lambda: make.ClaimLinkFactory(confirmed_at=NOW()),
    "claim_link_refused_at_and_by_are_set_together": lambda: make.ClaimLinkFactory(refused_at=NOW()),
    "claim_link_is_not_both_confirmed_and_refused": lambda: make.ClaimLinkFactory(
        confirmed_at=NOW(), confirmed_by=make.UserFactory(), refused_at=NOW(), refused_by=make.UserFactory()
    ),
    "matching_state_is_in_the_vocabulary": lambda: make.MatchingFactory(state="asleep"),
    "matching_is_done_exactly_when_it_has_finished": lambda: make.MatchingFactory(state="done"),
    "matching_has_failed_exactly_when_it_says_why": lambda: make.MatchingFactory(state="failed"),
    "annotation_is_one_per_person_claim_and_round": lambda: twice(
        make.AnnotationFactory, "claim", "person", lapsed_at=NOW()
    ),
    "annotation_slot_is_held_by_one_person": lambda: twice(make.AnnotationFactory, "claim", slot=1),
    "annotation_slot_is_between_1_and_99": lambda: make.AnnotationFactory(slot=0),
    "annotation_is_skipped_with_a_reason": lambda: make.AnnotationFactory(skipped_at=NOW()),
    "annotation_once_submitted_neither_lapses_nor_is_skipped": lambda: make.AnnotationFactory(
        submitted_at=NOW(), lapsed_at=NOW()
    ),
    "annotation_does_not_lapse_once_skipped": lambda: make.AnnotationFactory(
        skipped_at=NOW(), skip_reason="duplicate", lapsed_at=NOW()
    ),
    "annotation_inclusion_probability_is_above_0_up_to_1": lambda: make.AnnotationFactory(inclusion_probability=0),
    "annotation_round_is_in_the_vocabulary": lambda: make.AnnotationFactory(round="final"),
    "annotation_skip_reason_is_in_the_vocabulary": lambda: make.AnnotationFactory(
        skipped_at=NOW(), skip_reason="bored"
    ),
    "annotation_strategy_is_in_the_vocabulary": lambda: make.AnnotationFactory(strategy="dice"),
    "judgement_revision_exists_once": lambda: twice(make.JudgementFactory, "annotation", revision=1),
    "judgement_draft_is_one_per_annotation": lambda: twice(make.JudgementFactory, "annotation"),
    "judgement_is_submitted_with_verdict_reason_and_guideline": lambda: make.JudgementFactory(submitted_at=NOW()),
    "judgement_reason_fits_its_verdict": lambda: make.JudgementFactory(
        submitted_at=NOW(), verdict="supported", reason="contradicted", guideline=make.GuidelineFactory()
    ),
    "judgement_verdict_is_in_the_vocabulary": lambda: make.JudgementFactory(verdict="true"),
    "judgement_reason_is_in_the_vocabulary": lambda: make.JudgementFactory(reason="because"),
    "judgement_confidence_is_in_the_vocabulary": lambda: make.JudgementFactory(confidence="high"),
    "evidence_position_is_taken_once": lambda: twice(make.EvidenceFactory, "judgement", position=0),
    "evidence_passage_has_article_start_and_end": lambda: make.EvidenceFactory(start=0, end=3),
    "evidence_is_a_passage_or_a_link_or_a_medium": lambda: make.EvidenceFactory(url=None),
    "evidence_passage_starts_before_it_ends": lambda: make.PassageFactory(start=3, end=3, quote=""),
    "evidence_is_outweighed_for_a_reason": lambda: make.EvidenceFactory(outweighed=""),
    "evidence_date_comes_with_its_precision": lambda: make.EvidenceFactory(published_on=TODAY),
    "evidence_precision_is_in_the_vocabulary": lambda: make.EvidenceFactory(
        published_on=TODAY, published_precision="hour"
    ),
    "evidence_stance_is_in_the_vocabulary": lambda: make.EvidenceFactory(stance="agrees"),
    "evidence_kind_is_in_the_vocabulary": lambda: make.EvidenceFactory(kind="rumour"),
    "evidence_source_type_is_in_the_vocabulary": lambda: make.EvidenceFactory(source_type="a friend"),
    "evidence_method_is_in_the_vocabulary": lambda: make.EvidenceFactory(method="tea leaves"),
    "warning_is_dismissed_once_per_evidence": lambda: dismissed(times=2),
    "warning_is_dismissed_with_a_word": lambda: dismissed(word=""),
    "dismissed_warning_rule_is_in_the_vocabulary": lambda: dismissed(rule="spelling"),
    "search_position_is_taken_once": lambda: twice(make.SearchFactory, "judgement", position=0),
    "claim_further_places_are_among_its_places": lambda: make.ClaimFactory(places=2, further_places=3),
    "user_avoided_topics_are_in_the_vocabulary": lambda: make.UserFactory(avoided_topics=["gossip"]),
    "user_most_violent_in_a_row_is_between_1_and_9": lambda: make.UserFactory(most_violent_in_a_row=10),
    "user_theme_is_in_the_vocabulary": lambda: make.UserFactory(theme="pink"),
    "user_key_map_is_in_the_vocabulary": lambda: make.UserFactory(key_map="dvorak"),
    "comment_resolved_at_and_by_are_set_together": lambda: make.CommentFactory(resolved_at=NOW()),
    "comment_has_words_until_it_is_withdrawn": lambda: make.CommentFactory(text=""),
    "comment_that_answers_another_is_not_closed_itself": lambda: make.CommentFactory(
        reply_to=make.CommentFactory(), resolved_at=NOW(), resolved_by=make.UserFactory()
    ),
    "notice_kind_is_in_the_vocabulary": lambda: make.NoticeFactory(kind="gossip"),
    "notice_is_about_a_question_or_a_comment": lambda: make.NoticeFactory(
        question=make.QuestionFactory(), comment=make.CommentFactory()
    ),
    "question_is_asked_in_words": lambda: make.QuestionFactory(text=""),
    "question_answer_has_its_time": lambda: make.QuestionFactory(answer="The blue one."),
    "question_is_asked_one_at_a_time": lambda: twice(make.QuestionFactory, "judgement"),
    "resolution_stands_alone_on_its_claim": lambda: twice(resolution, "claim"),
    "resolution_by_adjudication_names_a_person_and_a_rationale": lambda: resolution(settled="adjudication"),
    "resolution_reason_fits_its_verdict": lambda: resolution(reason="contradicted"),
    "resolution_disagreement_is_said_by_an_adjudicator": lambda: resolution(disagreement="other"),
    "resolution_disagreement_is_in_the_vocabulary": lambda: resolution(
        settled="adjudication", adjudicator=make.UserFactory(), rationale="So.", disagreement="because"
    ),
    "resolution_is_carried_over_exactly_when_it_names_the_first": lambda: resolution(settled="carried_over"),
    "resolution_superseded_at_by_and_why_are_set_together": lambda: resolution(superseded_at=NOW()),
    "resolution_settled_is_in_the_vocabulary": lambda: resolution(settled="by lot"),
    "resolution_verdict_is_in_the_vocabulary": lambda: resolution(verdict="true"),
    "resolution_reason_is_in_the_vocabulary": lambda: resolution(reason="because"),
    "reread_claim_is_in_a_list_once": lambda: twice(reread_claim, "rereading", "claim"),
    "reread_claim_outcome_is_in_the_vocabulary": lambda: reread_claim(
        outcome="perhaps", at=NOW(), by=make.UserFactory()
    ),
    "reread_claim_outcome_at_and_by_are_set_together": lambda: reread_claim(at=NOW()),
    "succession_of_a_claim_in_an_article_is_told_once": lambda: twice(make.SuccessionFactory, "claim", "article"),
    "succession_outcome_is_in_the_vocabulary": lambda: make.SuccessionFactory(outcome="lost"),
    "succession_is_gone_exactly_when_it_has_no_successor": lambda: make.SuccessionFactory(successor=None),
    "succession_is_between_two_claims": lambda: succeeds_itself(),
    "succession_is_parted_only_where_the_words_are_the_same": lambda: make.SuccessionFactory(
        outcome="changed", parted_at=NOW(), parted_by=make.UserFactory()
    ),
    "succession_parted_at_and_by_are_set_together": lambda: make.SuccessionFactory(parted_at=NOW()),
    "reopening_keeps_a_withdrawal_whole_or_none": lambda: models.Reopening.objects.create(
        claim=make.ClaimFactory(), at=NOW(), by=make.UserFactory(), why="It is one.", withdrawn_why="It is none."
    ),
    "alias_means_one_party_in_a_project": lambda: [
        make.AliasFactory(party=party, key="port authority") for party in [make.PartyFactory()] * 2
    ],
    "model_answer_is_kept_once_per_project": lambda: twice(make.ModelAnswerFactory, "project", "key"),
    "worthiness_model_number_is_taken_once_per_project": lambda: twice(make.WorthinessModelFactory, "project"),
    "agreement_report_is_one_per_project_and_scope": lambda: agreement_report(2),
    "agreement_report_scope_is_in_the_vocabulary": lambda: agreement_report(scope="some"),
    "agreement_report_state_is_in_the_vocabulary": lambda: agreement_report(state="lost"),
    "agreement_report_has_its_figures_once_it_is_done": lambda: agreement_report(state="done"),
    "agreement_report_has_failed_exactly_when_it_says_why": lambda: agreement_report(state="failed"),
    "agreement_report_is_computed_before_it_is_looked_at_again": lambda: agreement_report(
        figures={}, computed_at=NOW(), counted_at=NOW() - timedelta(days=1)
    ),
    "release_state_is_in_the_vocabulary": lambda: release(state="lost"),
    "release_is_done_exactly_when_it_has_a_manifest": lambda: release(state="done"),
    "release_has_failed_exactly_when_it_says_why": lambda: release(state="failed"),
}


@pytest.mark.django_db
@pytest.mark.parametrize("name", sorted(REFUSED))
def test_the_database_refuses_what_breaks(name: str) -> None:
    with pytest.raises(IntegrityError) as refusal:
        REFUSED[name]()
    # A value outside the vocabulary may break a second rule that names the same words.
    broken = refusal.value.__cause__.diag.constraint_name  # type: ignore[union-attr]
    assert broken == name or (name.endswith("_is_in_the_vocabulary") and broken.split("_")[0] == name.split("_")[0])


def own_models() -> list[Any]:
    return list(apps.get_app_config("verification").get_models())


def test_every_constraint_is_tried() -> None:
    names = {constraint.name for model in own_models() for constraint in model._meta.constraints}
    assert names == set(REFUSED)


def test_constraint_names_read_as_sentences() -> None:
    for model in own_models():
        for constraint in model._meta.constraints:
            assert isinstance(constraint, CheckConstraint | UniqueConstraint)
            assert len(constraint.name.split("_")) >= 4, constraint.name
            assert len(constraint.name) <= 63, f"{constraint.name} is cut short by PostgreSQL"


def test_who_and_when_are_set_together() -> None:
    """Every pair x_at and x_by has its constraint, in every model, new ones too."""
    for model in own_models():
        names = {field.name for field in model._meta.fields}
        for name in names:
            if name.endswith("_at") and f"{name[:-3]}_by" in names:
                when, who = model._meta.get_field(name), model._meta.get_field(f"{name[:-3]}_by")
                if not when.null and not who.null:
                    continue
                held = [c for c in model._meta.constraints if {name, f"{name[:-3]}_by"} <= _fields_of(c)]
                assert held, f"{model.__name__}: {name} and its person may be set apart"


def _fields_of(constraint: Any) -> set[str]:
    if not isinstance(constraint, CheckConstraint):
        return set()
    found: set[str] = set()

    def walk(condition: Any) -> None:
        for child in condition.children:
            if isinstance(child, tuple):
                found.add(child[0].split("__")[0])
            else:
                walk(child)

    walk(constraint.condition)
    return found
