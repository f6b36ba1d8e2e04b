"""Who holds which role."""

from __future__ import annotations

from verification.models import Membership, Project, User
from verification.models.membership import at_hand
from verification.vocabulary import Role


def holds(user: User, project: Project, *roles: Role) -> bool:
    """Whether this person holds one of `roles` in the project."""
    kept = at_hand(user)
    if kept is not None:
        return any(held.project_id == project.pk and held.role in roles for held in kept)
    return Membership.objects.filter(user=user, project=project, role__in=roles).exists()
