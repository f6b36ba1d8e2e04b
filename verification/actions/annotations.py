from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db import transaction
from django.db.models import Count, Exists, OuterRef, QuerySet, Subquery
from django.db.models.functions import JSONObject
from django.utils import timezone
from django.utils.translation import gettext as _

from verification.actions import drafts
from verification.actions.audit import record, recording
from verification.actions.places import retake_place
from verification.actions.resolutions import latest_judgements, settle_by_consensus, weigh
from verification.actions.snapshots import checking, links_to_check
from verification.carrying import is_waited_for
from verification.exceptions import Conflict, Invalid, NotTheirs, PlaceTaken, Refusal
from verification.hard_rules import IS_COMPLETE, Missing, what_is_missing
from verification.jobs.parties import lock_parties
from verification.models import (
    Annotation,
    Claim,
    Guideline,
    Judgement,
    LinkSnapshot,
    Membership,
    Party,
    Question,
    User,
)
from verification.models.added import update
from verification.models.planned import Question as Asked
from verification.models.planned import ask_together, in_one_piece, leave
from verification.models.prepared import Prepared
from verification.models.prepared_for import PreparedFor
from verification.policies import require, require_state, why_not_judge, why_not_take_up
from verification.vocabulary import Role, Round, SkipReason

LONGEST_SITTING = 24 * 3600  # seconds; more than this between two saves is no work time


@dataclass(kw_only=True)
class _Place:
    """What is locked, and what was read under the locks."""

    claim: Claim
    annotation: Annotation
    newest: Judgement  # the draft, or else what was submitted last
    why_not: str | None  # why this person does nothing here
    locked: Any  # the newest as it was locked, with what is asked beside it

    @property
    def draft(self) -> Judgement | None:
        return self.newest if self.newest.is_draft else None


@transaction.atomic
def save_draft(annotation: Annotation, *, change: Mapping[str, Any], by: User) -> Judgement:
    """Writes `change` into the person's draft and counts as a sign of life.

    A change of a submitted judgement starts a new revision with the words of the last one. The draft of a lapsed
    place is kept all the same, and the place is taken again where one is free. `change` may name the `revision`
    that it was written against: a save that arrives after that revision was submitted is refused then.
    """
    place = _lock(annotation, by=by)
    require(place.why_not)
    _save(place, change)
    place.annotation.save(update_fields=["active_at"])
    return place.newest


def submit(
    annotation: Annotation,
    *,
    by: User,
    change: Mapping[str, Any] | None = None,
    besides: Callable[[Judgement], Sequence[Asked[Any]]] | None = None,
) -> Judgement:
    """Freezes the draft. Asking again for what is submitted already changes nothing and answers the same.

    A `change` is saved first, and stays saved whatever is refused afterwards. Raises Invalid with what is missing (the
    draft stays as it is), PlaceTaken where the place lapsed and others filled the claim, Conflict where the claim was
    resolved or withdrawn meanwhile. What the caller wants to know `besides` of what was submitted is asked with it.
    """
    refusal: Refusal | None = None
    with transaction.atomic(), in_one_piece():
        place = _lock(annotation, by=by, to_submit=True)
        require(place.why_not)
        if change is not None and not _is_sent_again(place, change):
            _save(place, change)
        try:
            _submit(place, by=by)
        except Refusal as refused:
            if change is None:
                raise
            refusal = refused  # nothing was written since the draft was: so much is kept
            place.annotation.save(update_fields=["active_at"])
        if besides is not None and refusal is None:
            leave(*besides(place.newest))
    if refusal is not None:
        raise refusal
    return place.newest


@transaction.atomic
def skip(annotation: Annotation, *, reason: SkipReason, by: User) -> Annotation:
    """Gives the claim back without a verdict and frees the place. Skipping twice changes nothing."""
    place = _lock(annotation, by=by)
    require(place.why_not)
    claim, annotation = place.claim, place.annotation
    if annotation.skipped_at is not None:
        return annotation
    if annotation.submitted_at is not None:
        raise Conflict(_("You have judged this claim. Change your judgement instead of skipping it."))
    annotation.skipped_at = timezone.now()
    annotation.skip_reason = reason
    annotation.lapsed_at = None
    annotation.save(update_fields=["skipped_at", "skip_reason", "lapsed_at"])
    # Without the reason: some are the person's own affair, and are then not told by being left out.
    record("annotation.skipped", by=by, subject=annotation, project=claim.project)
    counts = annotation.round == Round.INDEPENDENT and reason.is_about_the_claim
    if counts and claim.dropped_at is None and claim.filled_at is None:
        alike = Annotation.objects.filter(claim=claim, round=Round.INDEPENDENT, skip_reason=reason).count()
        if alike >= claim.project.skip_limit:
            claim.dropped_at = timezone.now()
            claim.save(update_fields=["dropped_at"])
            record("claim.dropped", by=None, subject=claim, project=claim.project, reason=reason, skips=alike)
    return annotation


def _lock(annotation: Annotation, *, by: User, to_submit: bool = False) -> _Place:
    """Locks the claim, then the annotation, always in this order; both as they are now. Of what is given only the id is
    looked at. Raises NotTheirs where it is no place that this person may be told of; nobody else's row is locked then.

    The race: two people submit the last two places at once, and each would count one place less. What is read with
    the annotation changes under the claim's lock alone, or is a role: it is as it stands now, too.
    """
    newest: Any
    asked = (_to_submit if to_submit else _newest).asking(annotation=annotation.pk, user=by.pk)
    claims, judgements = ask_together(_locked_claim.asking(by, annotation=annotation.pk), asked)
    if not claims:
        raise NotTheirs(_("This is another person's place."))
    (claim,), (newest,) = claims, judgements
    newest.annotation.claim = claim
    why_not = None if newest.is_judge else why_not_judge(by, claim.project)
    return _Place(claim=claim, annotation=newest.annotation, newest=newest, why_not=why_not, locked=newest)


@PreparedFor
def _locked_claim(user: User, annotation: int) -> QuerySet[Claim]:
    theirs = Annotation.objects.own_of(user).filter(pk=annotation)
    claims = Claim.objects.filter(pk=Subquery(theirs.order_by().values("claim")))
    return claims.select_for_update(of=("self",)).select_related("project")


@Prepared
def _newest(annotation: int, user: int) -> QuerySet[Judgement]:
    """The draft, which an annotation has from its start, or else what was submitted last."""
    judges = Membership.objects.filter(user=user, project=OuterRef("project"), role=Role.ANNOTATOR)
    of_it = Judgement.objects.filter(annotation=annotation, annotation__person=user).with_words()
    of_it = of_it.annotate(is_judge=Exists(judges))
    return of_it.select_for_update(of=("annotation",)).select_related("annotation").order_by("-revision")[:1]


@Prepared
def _to_submit(annotation: int, user: int) -> QuerySet[Judgement]:
    """With the `newest_guideline`, how many have `judged` the claim before, the pages that were `retrieved`, and
    whether claims wait for its verdict (`is_succeeded`).
    """
    guideline = Guideline.objects.filter(project=OuterRef("project")).order_by("-version").values("pk")[:1]
    judged = Annotation.objects.filter(
        claim=OuterRef("annotation__claim"), round=Round.INDEPENDENT, submitted_at__isnull=False
    )
    counted = judged.order_by().values("claim").annotate(number=Count("pk")).values("number")
    retrieved = LinkSnapshot.objects.filter(annotation=annotation).values(json=JSONObject(url="url", state="state"))
    return _newest.build(annotation, user).annotate(
        newest_guideline=Subquery(guideline),
        judged=Subquery(counted),
        retrieved=ArraySubquery(retrieved),
        is_succeeded=is_waited_for("annotation__claim"),
    )


def _is_sent_again(place: _Place, change: Mapping[str, Any]) -> bool:
    """Whether these words are what was submitted last, from somebody who did not hear the answer."""
    newest = place.newest
    return not newest.is_draft and change.get("revision") in (None, newest.revision) and drafts.is_said(newest, change)


def _save(place: _Place, change: Mapping[str, Any]) -> None:
    """Writes the draft; the caller writes down when the person was last active."""
    annotation = place.annotation
    require_state(why_not_take_up(place.claim, annotation))
    _refuse_late(place.newest, change)
    if annotation.skipped_at is not None:
        raise Conflict(_("You skipped this claim. There is nothing more to save here."))
    if change and place.draft is None:
        place.newest = _start_revision(annotation, last=place.newest)
    now = timezone.now()
    if (draft := place.draft) is not None:
        draft.saved_at = now
        draft.active_seconds += min(max(int(change.get("active_seconds") or 0), 0), LONGEST_SITTING)
        drafts.write(draft, change)
    annotation.active_at = now
    if annotation.lapsed_at is not None:
        retake_place(annotation, place.claim)


def _submit(place: _Place, *, by: User) -> None:
    claim, annotation, draft = place.claim, place.annotation, place.draft
    if draft is None:
        return
    require_state(why_not_take_up(claim, annotation))
    if annotation.skipped_at is not None:
        raise Conflict(_("You skipped this claim. There is nothing to submit."))
    if annotation.lapsed_at is not None and not retake_place(annotation, claim):
        raise PlaceTaken(
            _("Your place on this claim lapsed and somebody else took it. Your draft is kept, not counted.")
        )
    is_one_more = annotation.submitted_at is None
    _freeze(draft, annotation, guideline=place.locked.newest_guideline)
    links = links_to_check(draft, retrieved=place.locked.retrieved)
    event = recording(
        "judgement.submitted",
        by=by,
        subject=draft,
        project=claim.project,
        annotation=annotation.pk,
        revision=draft.revision,
        **({"links": len(links)} if links else {}),
    )
    leave(*([checking(links)] if links else []), event)
    if draft.revision > 1:  # who changes what they were asked about has answered
        Question.objects.filter(annotation=annotation, answered_at__isnull=True).update(answered_at=timezone.now())
    if annotation.round == Round.INDEPENDENT:  # any other measures the person, and settles nothing
        _settle(claim, draft, place.locked, is_one_more=is_one_more)


def _settle(claim: Claim, draft: Judgement, locked: Any, *, is_one_more: bool) -> None:
    judged = locked.judged or 0
    just_filled = claim.filled_at is None and judged + is_one_more >= claim.places
    if just_filled:
        claim.filled_at = timezone.now()  # by this, its last place; never again
    if claim.filled_at is None:
        return
    latest = latest_judgements(claim) if judged else [draft]
    if just_filled and settle_by_consensus(claim, latest, is_succeeded=locked.is_succeeded) is not None:
        return
    weigh(claim, latest)  # it waits for an adjudicator, and is weighed anew by each change


def _refuse_incomplete(missing: list[Missing]) -> None:
    fields: dict[str, list[str]] = {}
    for rule in missing:
        fields.setdefault(rule.field, []).append(str(rule.message))
    if fields:
        raise Invalid(_("Not yet: see what is missing. Every word is kept."), fields=fields)


def _refuse_late(newest: Judgement, change: Mapping[str, Any]) -> None:
    revision = change.get("revision")
    if revision is not None and revision != (newest.revision if newest.is_draft else newest.revision + 1):
        raise Conflict(_("This was written for an earlier revision, which is submitted. Open the claim again."))


def _start_revision(annotation: Annotation, *, last: Judgement) -> Judgement:
    now = timezone.now()
    draft = Judgement.objects.create(
        annotation=annotation,
        revision=last.revision + 1,
        started_at=now,
        saved_at=now,
        verdict=last.verdict,
        reason=last.reason,
        confidence=last.confidence,
        rationale=last.rationale,
    )
    drafts.copy(last, to=draft)
    return draft


def _freeze(draft: Judgement, annotation: Annotation, *, guideline: int) -> None:
    now = timezone.now()
    named = [item for item in draft.evidence.all() if item.party_id is None and item.party_words is not None]
    if named:
        _refuse_incomplete(what_is_missing(draft))
        lock_parties(annotation.claim.project_id)
    for item in named:
        name = (item.party_words or "").strip()[:300]
        item.party, _created = Party.objects.get_or_create(project=annotation.claim.project, name=name)
        item.save(update_fields=["party"])
    draft.submitted_at, draft.guideline_id = now, guideline
    if not update(draft, "submitted_at", "guideline", only_if=IS_COMPLETE):
        _refuse_incomplete(what_is_missing(draft))
        raise AssertionError("what is refused has a name")
    # The database writes both down on the place, with the judgement.
    annotation.active_at = now
    annotation.submitted_at = annotation.submitted_at or now
