from __future__ import annotations

from django.db import models
from django.db.models import CheckConstraint, F, Index, Q, UniqueConstraint

from .article import Article
from .claim import Claim
from .claim_link import ClaimLink

MOST_SUGGESTED = 40  # passages that are shown beside one claim


class BearingQuerySet(models.QuerySet["Bearing"]):
    def by_rank(self) -> BearingQuerySet:
        """Those of the claim's own article first, as they stand there; then of others, what bears on it most first."""
        return self.order_by(F("score").desc(nulls_first=True), "id")

    def suggested(self) -> BearingQuerySet:
        """Without those that came with a link which was refused, or whose other claim was withdrawn."""
        return self.exclude(
            Q(link__refused_at__isnull=False)
            | Q(link__claim__withdrawn_at__isnull=False)
            | Q(link__other__withdrawn_at__isnull=False)
        )


class Bearing(models.Model):
    """A passage that bears on a claim, as a machine suggests it: with a reason, without a stance.

    Of the claim's own article, where extraction found a denial or doubt (`score` is null), or of this or another one,
    where matching found it; `link` where the passage is that of a claim which repeats or contradicts this one.
    """

    claim = models.ForeignKey(Claim, models.CASCADE, related_name="bearings")
    article = models.ForeignKey(Article, models.PROTECT, related_name="+")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    quote = models.TextField()
    reason = models.TextField()
    score = models.FloatField(
        null=True, blank=True, help_text="Of a passage of another article: how much it bears on it"
    )
    link = models.ForeignKey(ClaimLink, models.PROTECT, null=True, blank=True, related_name="bearings")

    objects = BearingQuerySet.as_manager()

    class Meta:
        ordering = ["claim", "id"]
        constraints = [
            UniqueConstraint(fields=["claim", "article", "start", "end"], name="bearing_passage_is_suggested_once"),
            CheckConstraint(condition=Q(start__lt=F("end")), name="bearing_passage_starts_before_it_ends"),
            CheckConstraint(condition=Q(score__range=(0, 1)), name="bearing_score_is_between_0_and_1"),
        ]
        indexes = [Index("claim", F("score").desc(nulls_first=True), "id", name="bearing_by_rank")]

    def __str__(self) -> str:
        return self.quote
