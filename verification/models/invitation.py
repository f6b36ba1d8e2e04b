from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import CheckConstraint, Exists, F, OuterRef, Q
from django.utils import timezone

from verification.vocabulary import Role

from .constraints import together
from .membership import Membership, in_projects_of
from .project import Project

if TYPE_CHECKING:
    from .user import User


class InvitationQuerySet(models.QuerySet["Invitation"]):
    def visible_to(self, user: User) -> InvitationQuerySet:
        """Those to projects that this person curates; those to no project for administrators."""
        within = Q(in_projects_of(user, Role.CURATOR))
        if user.is_superuser:
            within |= Q(project__isnull=True)
        return self.filter(within)

    def live(self) -> InvitationQuerySet:
        """Those that can still be taken up.

        None by somebody who could not make it any more: whoever was removed must not come back by their own link.
        """
        leads = Membership.objects.filter(project=OuterRef("project"), user=OuterRef("invited_by"), role=Role.CURATOR)
        may_invite = Q(project__isnull=True, invited_by__is_superuser=True) | Q(Exists(leads))
        by_whom = Q(invited_by__isnull=True) | Q(may_invite, invited_by__is_active=True)
        return self.filter(by_whom, used_at__isnull=True, revoked_at__isnull=True, expires_at__gt=timezone.now())


class Invitation(models.Model):
    """A link that lets one person in, once: into a project with its roles, or, without one, as administrator.

    Only the SHA-256 of the link's secret is stored: the link is shown once, when it is made.
    """

    digest = models.CharField(max_length=64, unique=True)
    project = models.ForeignKey(Project, models.PROTECT, null=True, blank=True, related_name="invitations")
    roles = ArrayField(models.CharField(max_length=20), default=list, blank=True)
    note = models.CharField(max_length=200, blank=True, help_text="For whom it is, in the words of who made it")
    created_at = models.DateTimeField(auto_now_add=True)
    invited_by = models.ForeignKey(
        "verification.User", models.PROTECT, null=True, blank=True, related_name="invitations_made"
    )
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)
    used_by = models.ForeignKey(
        "verification.User", models.PROTECT, null=True, blank=True, related_name="invitations_used"
    )
    revoked_at = models.DateTimeField(null=True, blank=True)
    revoked_by = models.ForeignKey(
        "verification.User", models.PROTECT, null=True, blank=True, related_name="invitations_revoked"
    )

    objects = InvitationQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        constraints = [
            CheckConstraint(
                condition=Q(roles__contained_by=[role.value for role in Role]),
                name="invitation_roles_are_in_the_vocabulary",
            ),
            CheckConstraint(
                condition=Q(project__isnull=False, roles__len__gt=0) | Q(project__isnull=True, roles__len=0),
                name="invitation_has_roles_exactly_when_it_has_a_project",
            ),
            CheckConstraint(condition=Q(expires_at__gt=F("created_at")), name="invitation_expires_after_it_was_made"),
            together("used_at", "used_by", name="invitation_used_at_and_by_are_set_together"),
            together("revoked_at", "revoked_by", name="invitation_revoked_at_and_by_are_set_together"),
            CheckConstraint(
                condition=Q(used_at__isnull=True) | Q(revoked_at__isnull=True),
                name="invitation_is_not_both_used_and_revoked",
            ),
        ]

    def __str__(self) -> str:
        return self.note or f"Invitation {self.pk}"
