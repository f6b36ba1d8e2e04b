from django.db import models
from django.db.models import Q, UniqueConstraint

from .article import Article


class ExtractionRun(models.Model):
    """One pass of an engine over an article; written when it ends, well or not."""

    article = models.ForeignKey(Article, models.PROTECT, related_name="runs")
    engine = models.CharField(max_length=64)
    version = models.CharField(max_length=64)
    parameters_hash = models.CharField(max_length=64)
    started_at = models.DateTimeField()
    finished_at = models.DateTimeField()
    error = models.TextField(null=True, blank=True)

    class Meta:
        ordering = ["-id"]
        constraints = [
            UniqueConstraint(
                fields=["article", "engine", "version", "parameters_hash"],
                condition=Q(error__isnull=True),
                name="extraction_run_succeeds_once_per_engine_version_and_parameters",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.engine} {self.version} on {self.article_id}"
