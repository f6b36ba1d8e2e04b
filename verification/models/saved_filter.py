from __future__ import annotations

from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint

from .membership import in_projects_of
from .project import Project
from .user import User


class SavedFilterQuerySet(models.QuerySet["SavedFilter"]):
    def visible_to(self, user: User) -> SavedFilterQuerySet:
        """One's own and those that are shared, in one's projects."""
        return self.filter(Q(owner=user) | Q(is_shared=True), in_projects_of(user))


class SavedFilter(models.Model):
    """A filter of the list of claims under a name. What it finds depends on who asks, as for any filter."""

    project = models.ForeignKey(Project, models.PROTECT, related_name="saved_filters")
    owner = models.ForeignKey(User, models.PROTECT, related_name="saved_filters", db_index=False)
    name = models.CharField(max_length=80)
    query = models.TextField(help_text="As the address of the list has it, without the question mark")
    is_shared = models.BooleanField(default=False, help_text="For everybody in the project")
    created_at = models.DateTimeField(auto_now_add=True)

    objects = SavedFilterQuerySet.as_manager()

    class Meta:
        ordering = ["name", "id"]
        constraints = [
            UniqueConstraint(fields=["owner", "project", "name"], name="saved_filter_name_is_a_persons_once"),
            CheckConstraint(condition=~Q(name="") & ~Q(query=""), name="saved_filter_has_a_name_and_asks_something"),
        ]

    def __str__(self) -> str:
        return self.name
