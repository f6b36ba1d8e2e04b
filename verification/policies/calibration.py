"""Claims whose answer is known, which people are compared with."""

from __future__ import annotations

from django.utils.translation import gettext as _

from verification.models import Claim, Project, User
from verification.models.known_answer import KNOWS_THE_ANSWERS
from verification.vocabulary import Role

from .roles import holds


def why_not_see_known_answers(user: User, project: Project) -> str | None:
    """Why not see the claims whose answer is known, and how people judge them."""
    if holds(user, project, *KNOWS_THE_ANSWERS):
        return None
    return _("Only curators and adjudicators of this project know the answers that people are compared with.")


def why_not_know_answers(user: User, project: Project) -> str | None:
    """Why not say what is the answer to a claim that people are compared with."""
    if holds(user, project, Role.CURATOR):
        return None
    return _("Only curators of this project say which answers are known.")


def why_not_set_aside(claim: Claim) -> str | None:
    """Why a claim cannot be taken out of live work to compare people with its answer, whoever asks."""
    if claim.set_aside_at is not None:
        return _("The answer of this claim is known already.")
    if claim.withdrawn_at is not None or claim.resolved_at is not None or claim.begun_at is not None:
        return _("Somebody has had this claim, or it is settled. Choose one that nobody has begun.")
    return None
