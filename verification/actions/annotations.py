from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from verification.actions import drafts
from verification.actions.audit import record
from verification.actions.places import retake_place
from verification.actions.resolutions import settle_by_consensus
from verification.exceptions import Conflict, Invalid, PlaceTaken
from verification.hard_rules import what_is_missing
from verification.models import Annotation, Claim, Judgement, Party, User
from verification.policies import require, require_state, why_not_judge, why_not_take_up
from verification.vocabulary import Round, SkipReason

LONGEST_SITTING = 24 * 3600  # seconds; more than this between two saves is no work time


@transaction.atomic
def save_draft(annotation: Annotation, *, change: Mapping[str, Any], by: User) -> Judgement:
    """Writes `change` into the person's draft and counts as a sign of life.

    A change of a submitted judgement starts a new revision with the words of the last one. The draft of a lapsed
    place is kept all the same, and the place is taken again where one is free. `change` may name the `revision`
    that it was written against: a save that arrives after that revision was submitted is refused then.
    """
    claim, annotation = _lock(annotation)
    require(_why_not_own(annotation, by))
    require_state(why_not_take_up(claim))
    draft = annotation.draft()
    _refuse_late(annotation, draft, change)
    if annotation.skipped_at is not None:
        raise Conflict(_("You skipped this claim. There is nothing more to save here."))
    if not change:
        draft = draft or annotation.latest()
        if draft is None:
            raise AssertionError("an annotation has a draft from its start")
    elif draft is None:
        draft = _start_revision(annotation)
    now = timezone.now()
    if draft.is_draft:
        draft.saved_at = now
        draft.active_seconds += min(max(int(change.get("active_seconds") or 0), 0), LONGEST_SITTING)
        drafts.write(draft, change)
    annotation.active_at = now
    annotation.save(update_fields=["active_at"])
    if annotation.lapsed_at is not None:
        retake_place(annotation, claim)
    return draft


@transaction.atomic
def submit(annotation: Annotation, *, by: User) -> Judgement:
    """Freezes the draft. Asking again for what is submitted already changes nothing and answers the same.

    Raises Invalid with what is missing (the draft stays as it is), PlaceTaken where the place lapsed and others
    filled the claim, Conflict where the claim was resolved or withdrawn meanwhile.
    """
    claim, annotation = _lock(annotation)
    require(_why_not_own(annotation, by))
    draft = annotation.draft()
    if draft is None and (latest := annotation.latest()) is not None:
        return latest
    require_state(why_not_take_up(claim))
    if draft is None or annotation.skipped_at is not None:
        raise Conflict(_("You skipped this claim. There is nothing to submit."))
    if annotation.lapsed_at is not None and not retake_place(annotation, claim):
        raise PlaceTaken(
            _("Your place on this claim lapsed and somebody else took it. Your draft is kept, not counted.")
        )
    missing = what_is_missing(draft)
    if missing:
        fields: dict[str, list[str]] = {}
        for rule in missing:
            fields.setdefault(rule.field, []).append(str(rule.message))
        raise Invalid(_("Not yet: see what is missing. Every word is kept."), fields=fields)
    _freeze(draft, annotation, claim)
    record(
        "judgement.submitted",
        by=by,
        subject=draft,
        project=claim.project,
        annotation=annotation.pk,
        revision=draft.revision,
    )
    if _fill(claim):
        settle_by_consensus(claim)
    return draft


@transaction.atomic
def skip(annotation: Annotation, *, reason: SkipReason, by: User) -> Annotation:
    """Gives the claim back without a verdict and frees the place. Skipping twice changes nothing."""
    claim, annotation = _lock(annotation)
    require(_why_not_own(annotation, by))
    if annotation.skipped_at is not None:
        return annotation
    if annotation.submitted_at is not None:
        raise Conflict(_("You have judged this claim. Change your judgement instead of skipping it."))
    annotation.skipped_at = timezone.now()
    annotation.skip_reason = reason
    annotation.lapsed_at = None
    annotation.save(update_fields=["skipped_at", "skip_reason", "lapsed_at"])
    record("annotation.skipped", by=by, subject=annotation, project=claim.project, reason=reason)
    if reason.is_about_the_claim and claim.dropped_at is None and claim.filled_at is None:
        alike = Annotation.objects.filter(claim=claim, round=Round.INDEPENDENT, skip_reason=reason).count()
        if alike >= claim.project.skip_limit:
            claim.dropped_at = timezone.now()
            claim.save(update_fields=["dropped_at"])
            record("claim.dropped", by=None, subject=claim, project=claim.project, reason=reason, skips=alike)
    return annotation


def _lock(annotation: Annotation) -> tuple[Claim, Annotation]:
    """Locks the claim, then the annotation, always in this order; both as they are now.

    The race: two people submit the last two places at once, and each would count one place less.
    """
    claim = Claim.objects.select_for_update(of=("self",)).select_related("project").get(pk=annotation.claim_id)
    annotation = Annotation.objects.select_for_update().get(pk=annotation.pk)
    annotation.claim = claim
    return claim, annotation


def _why_not_own(annotation: Annotation, by: User) -> str | None:
    if annotation.person_id != by.pk:
        return _("This is another person's place.")
    return why_not_judge(by, annotation.claim.project)


def _refuse_late(annotation: Annotation, draft: Judgement | None, change: Mapping[str, Any]) -> None:
    revision = change.get("revision")
    if revision is None:
        return
    last = None if draft else annotation.latest()
    expected = draft.revision if draft else (last.revision + 1 if last else 1)
    if revision != expected:
        raise Conflict(_("This was written for an earlier revision, which is submitted. Open the claim again."))


def _start_revision(annotation: Annotation) -> Judgement:
    last = annotation.latest()
    now = timezone.now()
    draft = Judgement.objects.create(
        annotation=annotation,
        revision=last.revision + 1 if last else 1,
        started_at=now,
        saved_at=now,
        verdict=last.verdict if last else None,
        reason=last.reason if last else None,
        confidence=last.confidence if last else None,
        rationale=last.rationale if last else "",
    )
    if last:
        drafts.copy(last, to=draft)
    return draft


def _freeze(draft: Judgement, annotation: Annotation, claim: Claim) -> None:
    now = timezone.now()
    for item in draft.evidence.filter(party__isnull=True, party_words__isnull=False):
        name = (item.party_words or "").strip()[:300]
        item.party, _created = Party.objects.get_or_create(project=claim.project, name=name)
        item.save(update_fields=["party"])
    draft.submitted_at = now
    draft.guideline = claim.project.guidelines.order_by("-version").first()
    draft.save(update_fields=["submitted_at", "guideline"])
    annotation.active_at = now
    if annotation.submitted_at is None:
        annotation.submitted_at = now
    annotation.save(update_fields=["submitted_at", "active_at"])


def _fill(claim: Claim) -> bool:
    """Marks the claim filled where this was its last place; True then, and never again for this claim."""
    if claim.filled_at is not None:
        return False
    judged = Annotation.objects.filter(claim=claim, round=Round.INDEPENDENT, submitted_at__isnull=False).count()
    if judged < claim.places:
        return False
    claim.filled_at = timezone.now()
    claim.save(update_fields=["filled_at"])
    return True
