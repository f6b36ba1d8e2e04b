from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from django.db import connection
from django.db.models import Model
from django.utils import timezone

from tests import factories
from tests.factories import member
from verification.actions.annotations import save_draft, skip, submit
from verification.actions.places import start_next
from verification.exceptions import Conflict, Invalid, NotStored, NotTheirs, PlaceTaken
from verification.jobs.sweep import lapse_idle_places
from verification.models import Annotation, AuditEvent, Claim, Judgement, Project, User
from verification.vocabulary import SkipReason

pytestmark = pytest.mark.django_db

LINK = {"kind": "link", "stance": "supports", "url": "https://archive.example/1", "quote": "The first ship docked."}
AGAINST = LINK | {"stance": "contradicts", "url": "https://archive.example/2"}
SUPPORTED = {"verdict": "supported", "reason": "fully", "evidence": [LINK], "confidence": "certain"}
DISPUTED = {"verdict": "disputed", "reason": "contradicted", "evidence": [AGAINST], "rationale": "No ship docked."}


@pytest.fixture
def project() -> Project:
    factories.ClaimFactory()  # noise: another project's claim
    return factories.ProjectFactory()


@pytest.fixture
def claim(project: Project) -> Claim:
    return factories.ClaimFactory(article__project=project)


def judge(claim: Claim, by: User, change: dict[str, Any]) -> Annotation:
    annotation = start_next(claim.project, by=by)
    assert annotation is not None
    save_draft(annotation, change=change, by=by)
    submit(annotation, by=by)
    annotation.refresh_from_db()
    return annotation


def idle(annotation: Annotation) -> None:
    Annotation.objects.filter(pk=annotation.pk).update(active_at=timezone.now() - timedelta(days=1))
    lapse_idle_places()
    annotation.refresh_from_db()
    assert annotation.lapsed_at is not None


def who_locks(*rows: Model) -> Iterator[str]:
    """By which transaction each of these rows was locked or changed last."""
    with connection.cursor() as cursor:
        for row in rows:
            cursor.execute(f"SELECT xmax::text FROM {row._meta.db_table} WHERE id = {row.pk}")  # noqa: S608 (our own)
            yield cursor.fetchone()[0]


class TestSaveDraft:
    def test_keeps_what_is_given_and_leaves_the_rest(self, claim: Claim) -> None:
        by = member(claim.project)
        annotation = start_next(claim.project, by=by)
        save_draft(annotation, change={"verdict": "disputed", "rationale": "hm"}, by=by)
        draft = save_draft(annotation, change={"confidence": "guess"}, by=by)
        draft.refresh_from_db()
        assert (draft.verdict, draft.rationale, draft.confidence) == ("disputed", "hm", "guess")

    def test_null_clears_a_field_and_a_list_replaces_the_stored_one(self, claim: Claim) -> None:
        by = member(claim.project)
        annotation = start_next(claim.project, by=by)
        save_draft(annotation, change=SUPPORTED, by=by)
        draft = save_draft(annotation, change={"verdict": None, "evidence": [AGAINST, LINK]}, by=by)
        draft.refresh_from_db()
        assert draft.verdict is None
        assert [item.stance for item in draft.evidence.all()] == ["contradicts", "supports"]

    def test_keeps_an_unfinished_draft_however_many_rules_it_breaks(self, claim: Claim) -> None:
        by = member(claim.project)
        annotation = start_next(claim.project, by=by)
        unfinished = {"reason": "contradicted", "evidence": [{"kind": "link", "url": ""}], "searches": [{}]}
        draft = save_draft(annotation, change=unfinished, by=by)
        assert draft.evidence.get().stance is None
        assert draft.searches.get().query == ""

    @pytest.mark.parametrize(
        ("change", "field", "words"),
        [
            ({"verdict": "true"}, "verdict", "not one of"),
            ({"verdict": ["supported"]}, "verdict", "not one of"),
            ({"rationale": 7}, "rationale", "Give a text"),
            ({"rationale": "x" * 20_001}, "rationale", "longer than"),
            ({"evidence": "none"}, "evidence", "Give a list"),
            ({"evidence": ["a link"]}, "evidence", "Item 1"),
            ({"evidence": [LINK, {"stance": "supports"}]}, "evidence", "Item 2: Say its kind"),
            ({"evidence": [LINK | {"published_on": "soon"}]}, "evidence", "no date"),
            ({"evidence": [LINK | {"against_interest": "yes"}]}, "evidence", "true or false"),
            ({"evidence": [{"kind": "passage", "article": 0, "start": 0, "end": 5}]}, "evidence", "no such article"),
            ({"evidence": [{"kind": "passage", "article": None}]}, "evidence", "whole number"),
            ({"evidence": [{"kind": "medium", "file_sha256": "x"}]}, "evidence", "SHA-256"),
            ({"searches": [["where"]]}, "searches", "Item 1"),
        ],
    )
    def test_names_what_cannot_be_kept_and_changes_nothing(
        self, claim: Claim, change: dict[str, Any], field: str, words: str
    ) -> None:
        by = member(claim.project)
        annotation = start_next(claim.project, by=by)
        save_draft(annotation, change=SUPPORTED, by=by)
        with pytest.raises(Invalid) as refusal:
            save_draft(annotation, change={"confidence": "guess"} | change, by=by)
        assert words in refusal.value.fields[field][0]
        draft = annotation.draft()
        assert draft is not None
        assert (draft.confidence, draft.evidence.count()) == ("certain", 1)

    def test_finds_a_pasted_passage(self, claim: Claim) -> None:
        by = member(claim.project)
        annotation = start_next(claim.project, by=by)
        pasted = {"kind": "passage", "article": claim.article_id, "quote": " no ship had docked ", "stance": "supports"}
        item = save_draft(annotation, change={"evidence": [pasted]}, by=by).evidence.get()
        assert claim.article.text[item.start : item.end] == item.quote == "no ship had docked"

    def test_refuses_words_that_do_not_stand_in_the_article(self, claim: Claim) -> None:
        by = member(claim.project)
        annotation = start_next(claim.project, by=by)
        pasted = {"kind": "passage", "article": claim.article_id, "quote": "The harbour never closed."}
        with pytest.raises(Invalid) as refusal:
            save_draft(annotation, change={"evidence": [pasted]}, by=by)
        assert "do not stand in that article" in refusal.value.fields["evidence"][0]

    def test_looks_for_a_quote_in_a_moment_where_the_article_says_the_same_over_and_over(self, claim: Claim) -> None:
        by = member(claim.project)
        annotation = start_next(claim.project, by=by)
        endless = factories.ArticleFactory(project=claim.project, text="a" * 1_000_000)
        began = time.monotonic()
        with pytest.raises(Invalid):
            save_draft(
                annotation,
                change={"evidence": [{"kind": "passage", "article": endless.pk, "quote": "b" + "a" * 19_000}]},
                by=by,
            )
        assert time.monotonic() - began < 5

    def test_refuses_a_passage_of_another_projects_article(self, claim: Claim) -> None:
        by = member(claim.project)
        annotation = start_next(claim.project, by=by)
        foreign = factories.ArticleFactory()
        with pytest.raises(Invalid) as refusal:
            save_draft(
                annotation,
                change={"evidence": [{"kind": "passage", "article": foreign.pk, "start": 0, "end": 5}]},
                by=by,
            )
        assert "no such article" in refusal.value.fields["evidence"][0]

    def test_leaves_alone_what_is_stored_already(self, claim: Claim) -> None:
        by = member(claim.project)
        annotation = start_next(claim.project, by=by)
        change = SUPPORTED | {"searches": [{"where": "an archive", "searched_at": "2026-11-01T10:00:00Z"}]}
        before = save_draft(annotation, change=change, by=by)
        kept = [row.pk for row in [*before.evidence.all(), *before.searches.all()]]
        again = save_draft(annotation, change=change | {"rationale": "One word more."}, by=by)
        assert [row.pk for row in [*again.evidence.all(), *again.searches.all()]] == kept
        dismissed = [{**SUPPORTED["evidence"][0], "dismissed": {"date_unknown": "It is on the wall."}}]
        save_draft(annotation, change={"evidence": dismissed}, by=by)
        assert annotation.draft().evidence.get().dismissed.get().word == "It is on the wall."

    def test_counts_the_time_at_work(self, claim: Claim) -> None:
        by = member(claim.project)
        annotation = start_next(claim.project, by=by)
        save_draft(annotation, change={"active_seconds": 20}, by=by)
        assert save_draft(annotation, change={"active_seconds": 22}, by=by).active_seconds == 42

    def test_is_refused_to_anybody_else(self, claim: Claim) -> None:
        by = member(claim.project)
        annotation = factories.JudgementFactory(annotation__claim=claim, annotation__person=by).annotation
        locked = [*who_locks(claim, annotation)]
        for write in (partial(save_draft, change=SUPPORTED), submit, partial(skip, reason=SkipReason.DUPLICATE)):
            with pytest.raises(NotTheirs):
                write(annotation, by=member(claim.project))
        assert [*who_locks(claim, annotation)] == locked  # a lock would tell, by how long it takes, who is at work
        save_draft(annotation, change=SUPPORTED, by=by)
        assert all(after != before for after, before in zip(who_locks(claim, annotation), locked, strict=True))

    def test_is_refused_where_there_is_no_such_place(self, claim: Claim) -> None:
        for pk in (0, 2**80):
            with pytest.raises(NotTheirs):
                submit(Annotation(pk=pk), change=SUPPORTED, by=member(claim.project))

    def test_is_refused_after_a_skip(self, claim: Claim) -> None:
        by = member(claim.project)
        annotation = start_next(claim.project, by=by)
        skip(annotation, reason=SkipReason.RATHER_NOT, by=by)
        with pytest.raises(Conflict):
            save_draft(annotation, change=SUPPORTED, by=by)

    def test_a_save_that_arrives_after_the_submit_starts_no_revision(self, claim: Claim) -> None:
        by = member(claim.project)
        annotation = judge(claim, by, SUPPORTED)
        with pytest.raises(Conflict):
            save_draft(annotation, change=SUPPORTED | {"revision": 1}, by=by)
        assert annotation.judgements.count() == 1


class TestSubmit:
    def test_freezes_the_draft_under_the_newest_guideline(self, claim: Claim) -> None:
        newest = factories.GuidelineFactory(project=claim.project, version=2)
        annotation = judge(claim, member(claim.project), SUPPORTED)
        judgement = annotation.judgements.get()
        assert judgement.submitted_at is not None
        assert judgement.guideline == newest
        assert AuditEvent.objects.filter(kind="judgement.submitted", subject_id=judgement.pk).count() == 1

    def test_says_what_is_missing_and_keeps_every_word(self, claim: Claim) -> None:
        by = member(claim.project)
        annotation = start_next(claim.project, by=by)
        save_draft(annotation, change={"verdict": "supported", "reason": "fully", "rationale": "sure"}, by=by)
        with pytest.raises(Invalid) as refusal:
            submit(annotation, by=by)
        assert "from outside this article" in refusal.value.fields["evidence"][0]
        assert annotation.draft().rationale == "sure"

    def test_keeps_what_comes_with_it_whatever_is_refused_then(self, claim: Claim) -> None:
        by = member(claim.project)
        annotation = start_next(claim.project, by=by)
        with pytest.raises(Invalid) as refusal:
            submit(annotation, change={"rationale": "sure", "active_seconds": 7}, by=by)
        assert "verdict" in refusal.value.fields
        kept = annotation.draft()
        assert (kept.rationale, kept.active_seconds) == ("sure", 7)
        with pytest.raises(NotStored):
            submit(annotation, change=SUPPORTED | {"verdict": "perhaps"}, by=by)
        assert annotation.draft().evidence.count() == 0
        submit(annotation, change=SUPPORTED, by=by)
        assert annotation.latest().verdict == "supported"

    def test_twice_is_once(self, claim: Claim) -> None:
        by = member(claim.project)
        annotation = judge(claim, by, SUPPORTED)
        assert submit(annotation, by=by) == annotation.judgements.get()
        assert AuditEvent.objects.filter(kind="judgement.submitted").count() == 1

    def test_makes_a_party_of_who_is_behind_the_evidence(self, claim: Claim) -> None:
        annotation = judge(
            claim, member(claim.project), SUPPORTED | {"evidence": [LINK | {"party": " The dockers' union "}]}
        )
        party = annotation.judgements.get().evidence.get().party
        assert (party.name, party.project) == ("The dockers' union", claim.project)

    def test_the_last_place_fills_the_claim(self, claim: Claim) -> None:
        judge(claim, member(claim.project), SUPPORTED)
        claim.refresh_from_db()
        assert claim.filled_at is None
        judge(claim, member(claim.project), DISPUTED)
        claim.refresh_from_db()
        assert claim.filled_at is not None
        assert Claim.objects.awaiting_adjudication().get() == claim

    def test_the_same_verdict_resolves_the_claim(self, claim: Claim) -> None:
        judge(claim, member(claim.project), SUPPORTED)
        judge(claim, member(claim.project), SUPPORTED | {"reason": "in_substance"})
        resolution = claim.resolutions.get()
        assert (resolution.verdict, resolution.reason, resolution.settled) == ("supported", None, "consensus")
        assert resolution.judgements.count() == 2

    def test_of_a_lapsed_place_that_is_still_free_counts(self, claim: Claim) -> None:
        by = member(claim.project)
        annotation = start_next(claim.project, by=by)
        save_draft(annotation, change=SUPPORTED, by=by)
        idle(annotation)
        submit(annotation, by=by)
        annotation.refresh_from_db()
        assert annotation.lapsed_at is None
        assert annotation.submitted_at is not None

    def test_of_a_lapsed_place_that_was_taken_is_refused_and_the_draft_kept(self, claim: Claim) -> None:
        late = member(claim.project)
        annotation = start_next(claim.project, by=late)
        save_draft(annotation, change=SUPPORTED, by=late)
        idle(annotation)
        for _place in range(2):
            judge(claim, member(claim.project), SUPPORTED if _place else DISPUTED)
        with pytest.raises(PlaceTaken):
            submit(annotation, by=late)
        assert annotation.draft().evidence.count() == 1
        assert Judgement.objects.submitted().filter(annotation__claim=claim).count() == 2

    def test_on_a_withdrawn_claim_is_refused(self, claim: Claim) -> None:
        by = member(claim.project)
        annotation = start_next(claim.project, by=by)
        save_draft(annotation, change=SUPPORTED, by=by)
        Claim.objects.filter(pk=claim.pk).update(
            withdrawn_at=timezone.now(), withdrawn_by=by, withdrawn_why="not a claim"
        )
        with pytest.raises(Conflict, match="withdrawn"):
            submit(annotation, by=by)


class TestRevise:
    def test_a_change_is_a_new_revision_with_the_words_of_the_last(self, claim: Claim) -> None:
        by = member(claim.project)
        dismissal = {"dismissed": {"date_unknown": "an archive"}}
        annotation = judge(claim, by, SUPPORTED | {"evidence": [LINK | dismissal]})
        save_draft(annotation, change={"rationale": "The register shows it."}, by=by)
        submit(annotation, by=by)
        first, second = annotation.judgements.order_by("revision")
        assert (first.rationale, second.rationale) == ("", "The register shows it.")
        assert second.evidence.get().url == LINK["url"]
        assert second.evidence.get().dismissed.get().word == "an archive"

    def test_a_mind_changed_before_the_last_judgement_counts_for_consensus(self, claim: Claim) -> None:
        by = member(claim.project)
        annotation = judge(claim, by, SUPPORTED)
        save_draft(annotation, change=DISPUTED, by=by)
        submit(annotation, by=by)
        judge(claim, member(claim.project), DISPUTED)
        assert claim.resolutions.get().verdict == "disputed"

    def test_nobody_finds_out_what_others_said_by_trying_verdicts(self, claim: Claim) -> None:
        by = member(claim.project)
        annotation = judge(claim, by, SUPPORTED)
        judge(claim, member(claim.project), DISPUTED)
        save_draft(annotation, change=DISPUTED, by=by)
        submit(annotation, by=by)
        assert not claim.resolutions.exists()
        assert Claim.objects.awaiting_adjudication().get() == claim

    def test_is_refused_once_the_claim_is_resolved(self, claim: Claim) -> None:
        by = member(claim.project)
        annotation = judge(claim, by, SUPPORTED)
        judge(claim, member(claim.project), SUPPORTED)
        with pytest.raises(Conflict, match="resolved"):
            save_draft(annotation, change=DISPUTED, by=by)


class TestSkip:
    def test_frees_the_place(self, claim: Claim) -> None:
        by = member(claim.project)
        skip(start_next(claim.project, by=by), reason=SkipReason.CONFLICT_OF_INTEREST, by=by)
        assert start_next(claim.project, by=by) is None
        judge(claim, member(claim.project), SUPPORTED)
        judge(claim, member(claim.project), SUPPORTED)
        assert claim.resolutions.exists()

    def test_enough_equal_skips_take_the_claim_out_of_the_queue(self, claim: Claim) -> None:
        for _person in range(2):
            by = member(claim.project)
            skip(start_next(claim.project, by=by), reason=SkipReason.NOT_A_CLAIM, by=by)
        assert Claim.objects.dropped().get() == claim
        assert start_next(claim.project, by=member(claim.project)) is None

    def test_skips_for_different_or_personal_reasons_do_not(self, claim: Claim) -> None:
        reasons = [SkipReason.NOT_A_CLAIM, SkipReason.DUPLICATE, SkipReason.RATHER_NOT, SkipReason.RATHER_NOT]
        for reason in reasons:
            by = member(claim.project)
            skip(start_next(claim.project, by=by), reason=reason, by=by)
        assert Claim.objects.open().filter(pk=claim.pk).exists()

    def test_of_a_submitted_judgement_is_refused(self, claim: Claim) -> None:
        by = member(claim.project)
        annotation = judge(claim, by, SUPPORTED)
        with pytest.raises(Conflict):
            skip(annotation, reason=SkipReason.DUPLICATE, by=by)

    def test_twice_is_once(self, claim: Claim) -> None:
        by = member(claim.project)
        annotation = start_next(claim.project, by=by)
        skip(annotation, reason=SkipReason.DUPLICATE, by=by)
        skip(annotation, reason=SkipReason.RATHER_NOT, by=by)
        annotation.refresh_from_db()
        assert annotation.skip_reason == SkipReason.DUPLICATE
