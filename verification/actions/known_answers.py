"""Claims whose answer is known: making them, correcting the answer, taking them out of use."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from verification.actions.audit import record
from verification.exceptions import Conflict, Invalid
from verification.models import Annotation, Claim, KnownAnswer, Project, User
from verification.policies import require, require_state, why_not_know_answers, why_not_set_aside
from verification.vocabulary import Reason, Round, Verdict

MOST = 300  # of a project, out of use or not: people are compared with all of them at once
LONGEST_NOTE = 5000  # code points


@transaction.atomic
def add_known_answer(
    claim: Claim, *, round: Round, verdict: Verdict, reason: Reason | None, note: str, by: User
) -> KnownAnswer:
    """Takes a claim that nobody has begun out of live work, to measure people by it."""
    require(why_not_know_answers(by, claim.project))
    note = _checked(verdict, reason, note)
    # Locked, because somebody may be beginning it at this moment.
    project = Project.objects.select_for_update(no_key=True).get(pk=claim.project_id)
    claim = Claim.objects.select_for_update(of=("self",)).get(pk=claim.pk)
    require_state(why_not_set_aside(claim))
    if KnownAnswer.objects.filter(project=project).count() >= MOST:
        raise Conflict(_("A project keeps at most %(most)d known answers.") % {"most": MOST})
    known = KnownAnswer.objects.create(
        claim=claim, project=project, round=round, verdict=verdict, reason=reason, note=note, set_by=by
    )
    claim.set_aside_at = timezone.now()
    claim.save(update_fields=["set_aside_at"])
    # Without the claim: who reads the trail may be somebody who is to judge it.
    record("known_answer.added", by=by, subject=known, project=project)
    return known


@transaction.atomic
def change_known_answer(
    known: KnownAnswer, *, verdict: Verdict, reason: Reason | None, note: str, by: User
) -> KnownAnswer:
    """Corrects the answer: what people said is compared with the new one from now on."""
    known = KnownAnswer.objects.select_for_update(of=("self",)).select_related("project").get(pk=known.pk)
    require(why_not_know_answers(by, known.project))
    known.verdict, known.reason, known.note = verdict, reason, _checked(verdict, reason, note)
    known.save(update_fields=["verdict", "reason", "note"])
    record("known_answer.changed", by=by, subject=known, project=known.project)
    return known


@transaction.atomic
def end_known_answer(known: KnownAnswer, *, by: User) -> bool:
    """Takes a known answer out of use; True where nobody has had its claim, which is live work again then."""
    claim = Claim.objects.select_for_update(of=("self",)).get(pk=known.claim_id)
    known = KnownAnswer.objects.select_for_update(of=("self",)).select_related("project").get(pk=known.pk)
    require(why_not_know_answers(by, known.project))
    if known.ended_at is not None:
        return False
    record("known_answer.ended", by=by, subject=known, project=known.project)
    if Annotation.objects.filter(claim=claim).exists():
        known.ended_at = timezone.now()
        known.save(update_fields=["ended_at"])
        return False
    known.delete()
    claim.set_aside_at = None
    claim.save(update_fields=["set_aside_at"])
    return True


def _checked(verdict: Verdict, reason: Reason | None, note: str) -> str:
    note = note.strip()
    fields: dict[str, list[str]] = {}
    if reason is not None and reason.verdict != verdict:
        fields["reason"] = [_("Choose a reason that belongs to the verdict.")]
    if not note:
        fields["note"] = [_("Say why: whoever judges it otherwise learns from this.")]
    if len(note) > LONGEST_NOTE:
        fields["note"] = [_("At most %(most)s characters.") % {"most": f"{LONGEST_NOTE:,}"}]
    if fields:
        raise Invalid(_("The answer is not complete."), fields=fields)
    return note
