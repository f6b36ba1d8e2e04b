from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models

from verification.vocabulary import Role

from .membership import in_projects_of
from .project import Project

if TYPE_CHECKING:
    from .user import User


class UploadQuerySet(models.QuerySet["Upload"]):
    def visible_to(self, user: User) -> UploadQuerySet:
        """What was sent to the projects in which this person adds articles."""
        return self.filter(in_projects_of(user, Role.CURATOR))


class Upload(models.Model):
    """Files that were sent in one go, so that whoever sent them can follow what becomes of each.

    `refused` lists those that were not even kept, as `{"name": ..., "why": ...}`: no table row stands for them.
    """

    project = models.ForeignKey(Project, models.PROTECT, related_name="uploads")
    by = models.ForeignKey(
        "verification.User", models.PROTECT, null=True, blank=True, related_name="uploads", help_text="Null: a command"
    )
    refused = models.JSONField(default=list, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = UploadQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        indexes = [models.Index(fields=["project", "-id"], name="upload_newest")]

    def __str__(self) -> str:
        return f"Upload {self.pk}"
