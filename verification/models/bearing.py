from django.db import models
from django.db.models import CheckConstraint, F, Q, UniqueConstraint

from .article import Article
from .claim import Claim


class Bearing(models.Model):
    """A passage that bears on a claim, as an engine suggests it: with a reason, without a stance."""

    claim = models.ForeignKey(Claim, models.CASCADE, related_name="bearings")
    article = models.ForeignKey(Article, models.PROTECT, related_name="+")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    quote = models.TextField()
    reason = models.TextField()

    class Meta:
        ordering = ["claim", "id"]
        constraints = [
            UniqueConstraint(fields=["claim", "article", "start", "end"], name="bearing_passage_is_suggested_once"),
            CheckConstraint(condition=Q(start__lt=F("end")), name="bearing_passage_starts_before_it_ends"),
        ]

    def __str__(self) -> str:
        return self.quote
