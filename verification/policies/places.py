"""Places on claims, and what is judged there."""

from __future__ import annotations

from django.conf import settings
from django.utils.translation import gettext as _

from verification.models import Annotation, Claim, Project, User
from verification.vocabulary import Role

from .roles import holds


def why_not_judge(user: User, project: Project) -> str | None:
    if holds(user, project, Role.ANNOTATOR):
        return None
    return _("Only annotators of this project judge its claims. Ask a curator to make you one.")


def why_not_take_up(claim: Claim, place: Annotation | None = None) -> str | None:
    """Why a claim takes no judgement now, whoever asks; at this place of somebody, where one is meant."""
    if claim.withdrawn_at is not None:
        return _("This claim was withdrawn. Your draft is kept; there is nothing more to do here.")
    if claim.resolved_at is not None and not (place and place.is_open_repeat):
        return _("This claim is resolved. Your draft is kept; a curator can open the claim again.")
    return None


def why_not_free_place(user: User, annotation: Annotation) -> str | None:
    if not holds(user, annotation.claim.project, Role.CURATOR):
        return _("Only curators of this project free the places that others hold.")
    if not Annotation.objects.visible_to(user).filter(pk=annotation.pk).exists():
        return _("You judge this claim, or may yet: another curator frees the places on it.")
    return None


def why_not_retrieve() -> str | None:
    """Why no page is retrieved here, whoever asks."""
    return None if settings.RETRIEVAL else _("Retrieving pages is switched off on this installation.")


def why_not_check_link(user: User, annotation: Annotation) -> str | None:
    """Why not have a page retrieved that is named in the judgement of this place."""
    if annotation.person_id != user.pk:
        return _("This is another person's place.")
    return why_not_judge(user, annotation.claim.project)
