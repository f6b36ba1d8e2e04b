"""What is counted of a project, and written out."""

from __future__ import annotations

from django.utils.translation import gettext as _

from verification.models import Annotation, Project, Release, User
from verification.vocabulary import ReleaseState, ReportScope, Role

from .roles import holds


def why_not_release(user: User, project: Project) -> str | None:
    if holds(user, project, Role.RESEARCHER, Role.CURATOR):
        return None
    return _("Only researchers and curators of this project export it.")


def why_not_retry_release(release: Release) -> str | None:
    if release.state == ReleaseState.FAILED:
        return None
    return _("This release is written already, or still on its way.")


def why_not_see_agreement(user: User, project: Project) -> str | None:
    if holds(user, project, Role.RESEARCHER, Role.CURATOR):
        return None
    return _("Only researchers and curators of this project see how far its people agree.")


def scope_of_report(user: User, project: Project) -> ReportScope:
    """Which claims the agreement counts that this person sees: of unresolved ones whoever judges learns nothing."""
    own = Annotation.objects.filter(person=user, project=project, claim__resolved_at__isnull=True)
    judges = holds(user, project, Role.ANNOTATOR) or own.exists()
    return ReportScope.RESOLVED if judges else ReportScope.ALL


def why_not_see_progress(user: User, project: Project) -> str | None:
    """Annotators see their own pace there, and nothing of anybody else's."""
    if holds(user, project, Role.ANNOTATOR, Role.RESEARCHER, Role.CURATOR):
        return None
    return _("Only annotators, researchers and curators of this project see its progress.")
