"""Looking again at what was decided, after the guideline changed."""

from __future__ import annotations

from django.utils.translation import gettext as _

from verification.models import Project, RereadClaim, User
from verification.models.rereading import REREADS
from verification.vocabulary import Role

from .roles import holds


def why_not_begin_rereading(user: User, project: Project) -> str | None:
    """Why not say which resolved claims are to be looked at again."""
    if holds(user, project, Role.CURATOR):
        return None
    return _("Only curators of this project say which claims are to be looked at again.")


def why_not_reread(user: User, project: Project) -> str | None:
    """Why not look at them."""
    if holds(user, project, *REREADS):
        return None
    return _("Only curators and adjudicators of this project look again at what was decided.")


def why_not_settle_rereading(listed: RereadClaim) -> str | None:
    """Why nothing is left to say of a claim of the list, whoever asks."""
    if listed.at is not None:
        return _("Somebody has looked at this claim meanwhile.")
    if listed.resolution.superseded_at is not None or listed.claim.withdrawn_at is not None:
        return _("This claim was opened again or withdrawn meanwhile.")
    return None
