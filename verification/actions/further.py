"""One more annotator for a claim that waits for a decision."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from verification.actions.audit import record
from verification.exceptions import Conflict
from verification.models import Annotation, Claim, User
from verification.policies import require, why_not_adjudicate, why_not_ask_further
from verification.vocabulary import Round


@transaction.atomic
def ask_further(claim: Claim, *, by: User) -> Claim:
    """Adds a place to a claim that waits for a decision: it is in the queue again, for one more person."""
    require(why_not_ask_further(by, claim))
    # Locked, because two adjudicators may ask at once, or one of them decides.
    claim = Claim.objects.select_for_update().get(pk=claim.pk)
    if not Claim.objects.awaiting_adjudication().filter(pk=claim.pk).exists():
        raise Conflict(_("This claim is not waiting for adjudication any more. Go back to the list."))
    require(why_not_ask_further(by, claim))
    claim.places += 1
    claim.further_places += 1
    claim.filled_at = None
    claim.save(update_fields=["places", "further_places", "filled_at"])
    record("claim.place_added", by=by, subject=claim, project=claim.project, places=claim.places)
    return claim


@transaction.atomic
def take_place_back(claim: Claim, *, by: User) -> Claim:
    """Takes the place back that was asked for and that nobody took: the claim waits for a decision again."""
    require(why_not_adjudicate(by, claim))
    claim = Claim.objects.select_for_update().get(pk=claim.pk)
    if not Claim.objects.asked_further().filter(pk=claim.pk).exists():
        raise Conflict(_("This claim is not waiting for a further judgement any more. Look again."))
    if Annotation.objects.unfinished().filter(claim=claim, round=Round.INDEPENDENT).exists():
        raise Conflict(
            _("Somebody is at work on this claim. Wait for their judgement, or have a curator free the place.")
        )
    claim.places -= 1
    claim.further_places -= 1
    claim.filled_at = timezone.now()
    claim.save(update_fields=["places", "further_places", "filled_at"])
    record("claim.place_taken_back", by=by, subject=claim, project=claim.project, places=claim.places)
    return claim
