from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db import connection, models
from django.db.models import CheckConstraint, Q, UniqueConstraint

from verification.vocabulary import Role

from .constraints import choices, one_of
from .prepared import Prepared
from .project import Project
from .user import User

MOST_TOLD = 101  # notices that are counted: one more than are told


class Membership(models.Model):
    """One role of one person in one project; a person may hold several."""

    project = models.ForeignKey(Project, models.PROTECT, related_name="memberships")
    user = models.ForeignKey(User, models.PROTECT, related_name="memberships")
    role = models.CharField(max_length=20, choices=choices(Role))
    created_at = models.DateTimeField(auto_now_add=True)
    calibrated_at = models.DateTimeField(
        null=True, blank=True, help_text="When this annotator went on from calibration to live claims"
    )
    let_through_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", help_text="Null: by judging as is known"
    )

    class Meta:
        constraints = [
            UniqueConstraint(fields=["user", "project", "role"], name="membership_role_is_held_once"),
            one_of("role", Role, name="membership_role_is_in_the_vocabulary"),
            CheckConstraint(
                condition=Q(let_through_by__isnull=True) | Q(calibrated_at__isnull=False),
                name="membership_that_is_let_through_is_calibrated",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user} · {self.role} · {self.project}"


@dataclass(kw_only=True)
class Kept:
    """What is kept of one person's memberships, and how many transactions were open when that began."""

    depth: int
    memberships: list[Membership] | None = None


def keep_at_hand(user: User) -> None:
    """From here on the memberships of this person are asked for once: by a page, which shows one moment."""
    user.kept_memberships = Kept(depth=len(connection.atomic_blocks))


def at_hand(user: User) -> list[Membership] | None:
    """What is kept of this person's memberships, each with its project; None where they are to be asked for anew.

    Nothing is kept for what begins a transaction later: an action asks what holds once it has its locks.
    """
    kept = user.kept_memberships
    if kept is None or len(connection.atomic_blocks) > kept.depth:
        return None
    if kept.memberships is None:
        kept.memberships = _held_by.rows(user=user.pk)
    return kept.memberships


def are_at_hand(user: User) -> bool:
    """Whether this person's memberships were asked for, and are kept."""
    return user.kept_memberships is not None and user.kept_memberships.memberships is not None


def memberships_of(user: User) -> list[Membership]:
    """This person's memberships, each with its project."""
    kept = at_hand(user)
    return _held_by.rows(user=user.pk) if kept is None else kept


def in_projects_of(user: User, *roles: Role) -> Q:
    """Rows of the projects in which the person holds one of `roles`, or any role where none is named.

    By their memberships where these are at hand already; a single question is no reason to ask for them.
    """
    kept = at_hand(user) if are_at_hand(user) else None
    if kept is None:
        return Q(project__in=Project.objects.with_role(user, *(roles or Role)))
    # A few ids, in the place of a subquery for each question that is asked of a row.
    held = {membership.project_id for membership in kept if not roles or membership.role in roles}
    return Q(project__in=sorted(held) or [0])


def unread_of(user: User) -> int:
    """How many notices this person has not read, MOST_TOLD at most; it comes with their memberships."""
    return max((len(getattr(membership, "unread", ())) for membership in memberships_of(user)), default=0)


@Prepared.of_few
def _held_by(user: int) -> models.QuerySet[Membership]:
    notices: Any = User._meta.get_field("notices").related_model
    # Looked up once for all rows, by an index that holds nothing that was read.
    projects = Membership.objects.filter(user=user).values("project")
    told = notices.objects.unread().filter(person=user, project__in=projects)
    unread = told.order_by("-pk").values("pk")[:MOST_TOLD]
    return Membership.objects.filter(user=user).select_related("project").annotate(unread=ArraySubquery(unread))
