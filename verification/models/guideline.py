from django.db import models
from django.db.models import UniqueConstraint

from .project import Project
from .user import User


class Guideline(models.Model):
    """One version of a project's written guideline (Markdown); a trigger keeps it from changing."""

    project = models.ForeignKey(Project, models.PROTECT, related_name="guidelines")
    version = models.PositiveIntegerField()
    text = models.TextField()
    note = models.CharField(max_length=300, blank=True, help_text="What this version changes, and why")
    author = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="guidelines_written", help_text="Null: a command"
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["project", "-version"]
        constraints = [
            UniqueConstraint(fields=["project", "version"], name="guideline_version_exists_once"),
        ]

    def __str__(self) -> str:
        return f"{self.project} v{self.version}"
