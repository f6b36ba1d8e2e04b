from django.db import models
from django.db.models import F, Func, Q, UniqueConstraint

from verification.vocabulary import DateBasis, DatePrecision, Origin

from .article import Article
from .constraints import choices, one_of, together


class Publication(models.Model):
    """Where and when an article's text ran; one text may have run in several places."""

    article = models.ForeignKey(Article, models.PROTECT, related_name="publications")
    url = models.TextField(null=True, blank=True)
    outlet = models.TextField(null=True, blank=True)
    byline = models.TextField(null=True, blank=True)
    published_on = models.DateField(null=True, blank=True)
    published_precision = models.CharField(max_length=10, choices=choices(DatePrecision), null=True, blank=True)
    published_basis = models.CharField(
        max_length=10,
        choices=choices(DateBasis),
        default=DateBasis.UNKNOWN,
        help_text="How the date is known",
    )
    retrieved_at = models.DateTimeField(null=True, blank=True)
    origin = models.CharField(max_length=20, choices=choices(Origin), default=Origin.UNKNOWN)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            # Hashed, because an index row is limited and an address is not.
            UniqueConstraint(
                F("article"),
                Func(F("url"), function="MD5"),
                name="publication_address_is_listed_once_per_article",
            ),
            together("published_on", "published_precision", name="publication_date_comes_with_its_precision"),
            one_of("published_precision", DatePrecision, name="publication_precision_is_in_the_vocabulary"),
            one_of("published_basis", DateBasis, name="publication_basis_is_in_the_vocabulary"),
            one_of("origin", Origin, name="publication_origin_is_in_the_vocabulary"),
            models.CheckConstraint(
                condition=Q(published_on__isnull=False) | Q(published_basis=DateBasis.UNKNOWN),
                name="publication_without_date_has_an_unknown_basis",
            ),
        ]

    def __str__(self) -> str:
        return self.outlet or self.url or f"Publication {self.pk}"
