"""Links between claims: what matching proposed is confirmed or refused, and what it did not find is drawn."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from verification import spread
from verification.actions.audit import record
from verification.exceptions import Conflict, Invalid
from verification.models import Claim, ClaimLink, User
from verification.policies import require, why_not_link
from verification.vocabulary import LinkKind

LONGEST_REASON = 500


@transaction.atomic
def confirm_link(link: ClaimLink, *, by: User) -> ClaimLink:
    """Says that the link holds; takes back that it was refused."""
    return _decided(link, holds=True, by=by)


@transaction.atomic
def refuse_link(link: ClaimLink, *, by: User) -> ClaimLink:
    """Says that the claims do not belong together so; nobody is shown the link or its passages any more, and matching
    proposes it no second time. Who was shown them keeps that on record."""
    return _decided(link, holds=False, by=by)


def _decided(link: ClaimLink, *, holds: bool, by: User) -> ClaimLink:
    require(why_not_link(by, link.claim, link.other))
    link = ClaimLink.objects.select_for_update(of=("self",)).select_related("project").get(pk=link.pk)
    if (link.confirmed_at if holds else link.refused_at) is not None:
        raise Conflict(_("That was decided already. Look again."))
    waiting = spread.locked_waiting([link.claim_id, link.other_id])
    now = timezone.now()
    link.confirmed_at, link.confirmed_by = (now, by) if holds else (None, None)
    link.refused_at, link.refused_by = (None, None) if holds else (now, by)
    link.save(update_fields=["confirmed_at", "confirmed_by", "refused_at", "refused_by"])
    spread.move(waiting)
    kind = "link.confirmed" if holds else "link.refused"
    record(kind, by=by, subject=link, project=link.project, claim=link.claim_id, other=link.other_id)
    return link


@transaction.atomic
def draw_link(claim: Claim, *, other: Claim, kind: LinkKind, by: User, reason: str = "") -> ClaimLink:
    """Links two claims of a project: `claim` updates, corrects or is part of `other`, or they are the same."""
    require(why_not_link(by, claim, other))
    if claim.pk == other.pk or claim.project_id != other.project_id:
        raise Invalid(_("A link is between two different claims of one project."))
    if len(reason) > LONGEST_REASON:
        raise Invalid(_("Say why in at most %(longest)d characters.") % {"longest": LONGEST_REASON})
    # Both locked, the lower first: two people may draw it at once, from either end. Not against rows that name them,
    # which whoever judges one of them writes meanwhile.
    list(Claim.objects.select_for_update(of=("self",), no_key=True).filter(pk__in=[claim.pk, other.pk]).order_by("pk"))
    if ClaimLink.objects.between(claim, other).exists():
        raise Conflict(_("These two claims are linked already: confirm or refuse that link."))
    link = ClaimLink.objects.create(
        project=claim.project,
        claim=claim,
        other=other,
        kind=kind,
        score=1.0,
        reason=reason.strip() or "Drawn by a person.",
        drawn_by=by,
    )
    spread.move(Claim.objects.awaiting_adjudication().filter(pk__in=[claim.pk, other.pk]))
    facts = {"claim": claim.pk, "other": other.pk, "as_what": LinkKind(kind).value}
    record("link.drawn", by=by, subject=link, project=claim.project, **facts)
    return link
