from django.db import models
from django.db.models import Q, UniqueConstraint

from .article import Article


class ExtractionRun(models.Model):
    """One pass of an engine over an article; written when it ends, well or not."""

    article = models.ForeignKey(Article, models.PROTECT, related_name="runs")
    engine = models.CharField(max_length=64)
    version = models.CharField(max_length=64)
    parameters_hash = models.CharField(max_length=64)
    parameters = models.JSONField(default=dict, blank=True, help_text="What the hash was made of")
    model = models.TextField(null=True, blank=True, help_text="Which language model answered")
    prompt_hash = models.CharField(max_length=64, null=True, blank=True)
    requests = models.PositiveIntegerField(default=0, help_text="Requests to the language model")
    tokens_in = models.PositiveIntegerField(default=0)
    tokens_out = models.PositiveIntegerField(default=0)
    cost = models.DecimalField(max_digits=12, decimal_places=6, null=True, blank=True, help_text="By the price set")
    dropped_spans = models.PositiveIntegerField(
        default=0, help_text="Proposals whose words were not found in the article"
    )
    fell_back_because = models.TextField(
        null=True, blank=True, help_text="Why the built-in engine ran in place of the project's"
    )
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
