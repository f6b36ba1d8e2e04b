from django.db import models
from django.db.models import UniqueConstraint

from .project import Project
from .user import User


class WorthinessModelQuerySet(models.QuerySet["WorthinessModel"]):
    def in_use(self, project: Project) -> "WorthinessModel | None":
        """The project's newest; None where it has none of its own."""
        return self.filter(project=project).order_by("-number").first()


class WorthinessModel(models.Model):
    """Check-worthiness as a project's annotators decided it: weights fitted to their decisions, with the figures.

    Never changed once stored: what is fitted anew has the next number, and runs say which they used.
    """

    project = models.ForeignKey(Project, models.PROTECT, related_name="worthiness_models", db_index=False)
    number = models.PositiveIntegerField()
    weights = models.BinaryField()
    report = models.JSONField(help_text="Figures before and after, on articles that were held aside")
    decisions = models.PositiveIntegerField(help_text="How many decisions it was fitted to")
    created_at = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")

    objects = WorthinessModelQuerySet.as_manager()

    class Meta:
        ordering = ["project", "-number"]
        constraints = [
            UniqueConstraint(fields=["project", "number"], name="worthiness_model_number_is_taken_once_per_project")
        ]

    def __str__(self) -> str:
        return f"{self.project_id}: {self.number}"
