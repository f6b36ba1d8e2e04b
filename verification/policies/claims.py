"""Claims and the filters of their list."""

from __future__ import annotations

from django.utils.translation import gettext as _

from verification.models import Annotation, Article, Claim, Project, SavedFilter, User
from verification.vocabulary import Role

from .roles import holds


def why_not_add_claim(user: User, article: Article) -> str | None:
    if not holds(user, article.project, Role.ANNOTATOR, Role.CURATOR, Role.ADJUDICATOR):
        return _("Only annotators, adjudicators and curators of this project add claims.")
    if article.text is None:
        return _("This article has no text yet. Wait until it is read.")
    return None


def why_not_curate(user: User, project: Project) -> str | None:
    if holds(user, project, Role.CURATOR):
        return None
    return _("Only curators of this project withdraw claims and send articles through again.")


def why_not_reopen(user: User, claim: Claim) -> str | None:
    if not holds(user, claim.project, Role.CURATOR, Role.ADJUDICATOR):
        return _("Only curators and adjudicators of this project open a claim again.")
    settled = claim.withdrawn_at is not None or claim.resolutions.live().exists()
    if not settled and Annotation.objects.filter(claim=claim, person=user).exists():
        # Whether there is anything to open again would tell them that others skipped it.
        return _("You have had a place on this claim yourself: another curator or adjudicator opens it again.")
    return None


def why_not_save_filter(user: User, project: Project, *, shared: bool) -> str | None:
    """Why not keep a filter of the list of claims under a name, for oneself or for everybody in the project."""
    if shared and not holds(user, project, Role.CURATOR):
        return _("Only curators of this project share filters. Save it for yourself.")
    return None if holds(user, project, *Role) else _("Only members of this project save filters of its claims.")


def why_not_forget_filter(user: User, saved: SavedFilter) -> str | None:
    """Why not delete a saved filter: one's own, and of those that are shared each curator."""
    if holds(user, saved.project, *Role) and saved.owner_id == user.pk:
        return None
    if saved.is_shared and holds(user, saved.project, Role.CURATOR):
        return None
    return _("Whoever saved a filter deletes it, and curators those that are shared.")
