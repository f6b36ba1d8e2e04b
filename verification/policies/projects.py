"""Projects and who is in them."""

from __future__ import annotations

from django.conf import settings
from django.utils.translation import gettext as _

from verification.models import Exclusion, Invitation, Membership, Project, User
from verification.vocabulary import Engine, Role

from .roles import holds


def why_not_create_projects(user: User) -> str | None:
    if user.is_superuser:
        return None
    return _("Only administrators create projects. Ask one, or ask a curator to invite you to theirs.")


def why_not_lead(user: User, project: Project) -> str | None:
    """Why not change a project's settings, its guideline and its people."""
    if holds(user, project, Role.CURATOR):
        return None
    return _("Only curators of this project change its settings, its guideline and its people.")


def why_not_use_engine(engine: str) -> str | None:
    """Why no project can choose this engine now, whoever asks."""
    if engine not in list(Engine):
        return _("There is no engine of this name. Choose one of the list.")
    if engine == Engine.LANGUAGE_MODEL and not settings.LANGUAGE_MODEL_URL:
        return _("No language model is set up on this installation. An administrator sets LANGUAGE_MODEL_URL.")
    return None


def why_not_invite(user: User, project: Project | None) -> str | None:
    """Why not invite into a project; without a project, as an administrator."""
    if project is not None:
        return why_not_lead(user, project)
    return None if user.is_superuser else _("Only administrators invite administrators.")


def why_not_accept(user: User, invitation: Invitation) -> str | None:
    """Why this person gains nothing by an invitation: whoever made it may be trying their own link."""
    if invitation.project_id is None:
        held = user.is_superuser
    else:
        roles = Membership.objects.filter(user=user, project=invitation.project_id).values_list("role", flat=True)
        held = set(invitation.roles) <= set(roles)
    if held:
        return _("You have all that this link gives. Pass it on to the person it is for: it works once.")
    return None


def why_not_end_role(membership: Membership) -> str | None:
    """Why a role cannot be taken away now, whoever asks."""
    if membership.role != Role.CURATOR:
        return None
    curators = Membership.objects.filter(project=membership.project_id, role=Role.CURATOR, user__is_active=True)
    if curators.exclude(pk=membership.pk).exists():
        return None
    return _("This is the only curator of the project. Make somebody else curator first.")


def why_not_keep_from(user: User, project: Project, person: User | None) -> str | None:
    """Why not say which claims `person` is kept from; None asks about anybody."""
    if holds(user, project, Role.CURATOR):
        return None
    if person is not None and user.pk == person.pk and holds(user, project, Role.ANNOTATOR):
        return None
    return _("Only curators say which claims somebody is kept from, and annotators of themselves.")


def why_not_let_have(user: User, exclusion: Exclusion) -> str | None:
    """Why not take back that somebody is kept from claims."""
    if (why_not := why_not_keep_from(user, exclusion.project, exclusion.person)) is not None:
        return why_not
    if exclusion.set_by_id != user.pk and not holds(user, exclusion.project, Role.CURATOR):
        return _("A curator said this. Ask one to take it back.")
    return None
