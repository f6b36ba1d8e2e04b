from django.db import models
from django.db.models import UniqueConstraint

from verification.vocabulary import Role

from .constraints import choices, one_of
from .project import Project
from .user import User


class Membership(models.Model):
    """One role of one person in one project; a person may hold several."""

    project = models.ForeignKey(Project, models.PROTECT, related_name="memberships")
    user = models.ForeignKey(User, models.PROTECT, related_name="memberships")
    role = models.CharField(max_length=20, choices=choices(Role))
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            UniqueConstraint(fields=["user", "project", "role"], name="membership_role_is_held_once"),
            one_of("role", Role, name="membership_role_is_in_the_vocabulary"),
        ]

    def __str__(self) -> str:
        return f"{self.user} · {self.role} · {self.project}"
