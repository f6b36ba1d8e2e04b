from django.db import models
from django.db.models import UniqueConstraint

from .project import Project


class ModelAnswer(models.Model):
    """What a language model answered to one request, kept so that the same request is never paid twice.

    `key` is a hash of all that shapes the answer: server, model, prompt, parameters and the piece of text.
    """

    project = models.ForeignKey(Project, models.PROTECT, related_name="+", db_index=False)
    key = models.CharField(max_length=64)
    body = models.JSONField()
    tokens_in = models.PositiveIntegerField()
    tokens_out = models.PositiveIntegerField()
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-id"]
        constraints = [UniqueConstraint(fields=["project", "key"], name="model_answer_is_kept_once_per_project")]

    def __str__(self) -> str:
        return self.key
