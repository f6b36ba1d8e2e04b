"""How claims stand to each other: links and dossiers."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import Q
from django.utils.translation import gettext as _

from verification.models import Annotation, Claim, Dossier, DossierClaim, DossierMove, Project, User
from verification.vocabulary import DossierMoveKind, Role

from .roles import holds


def why_not_link(user: User, *claims: Claim) -> str | None:
    """Why not confirm, refuse or draw a link between these claims."""
    if any(not holds(user, claim.project, Role.CURATOR) for claim in claims):
        return _("Only curators of this project say how its claims stand to each other.")
    unresolved = [claim.pk for claim in claims if claim.resolved_at is None]
    if Annotation.objects.filter(claim__in=unresolved, person=user).exists():
        # What stands beside a claim must not depend on what somebody thinks who judges it.
        return _("You have had a place on one of these claims yourself: another curator says how they stand.")
    return None


def why_not_gather(
    user: User, project: Project, *, dossiers: Sequence[Dossier] = (), claim: Claim | None = None
) -> str | None:
    """Why not open a dossier of the project with this claim, or change these dossiers."""
    if not holds(user, project, Role.CURATOR):
        return _("Only curators of this project lead its dossiers.")
    held = Q(memberships__in=DossierClaim.objects.live().filter(dossier__in=[dossier.pk for dossier in dossiers]))
    meant = Claim.objects.filter(held | Q(pk=claim.pk) if claim else held)
    if Annotation.objects.filter(claim__in=meant, claim__resolved_at__isnull=True, person=user).exists():
        # What stands beside a claim must not depend on what somebody thinks who judges it.
        return _("You have had a place on one of these claims yourself: another curator leads their dossier.")
    return None


def why_not_undo(move: DossierMove) -> str | None:
    """Why a merging or splitting of dossiers cannot be taken back now, whoever asks."""
    if move.undone_at is not None:
        return _("That was taken back already.")
    merged = move.kind == DossierMoveKind.MERGED
    if move.target.merged_into_id is not None or (move.source.merged_into_id is not None and not merged):
        return _("One of the two was merged into another since: take that back first.")
    return None
