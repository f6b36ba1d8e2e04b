from __future__ import annotations

from django.db import models
from django.db.models import CheckConstraint, F, Q, UniqueConstraint

from verification.vocabulary import Succeeded

from .article import Article
from .claim import Claim
from .constraints import choices, one_of, together
from .project import Project
from .user import User

WAITS = Q(outcome=Succeeded.SAME, parted_at__isnull=True)


class SuccessionQuerySet(models.QuerySet["Succession"]):
    def visible_to(self, user: User) -> SuccessionQuerySet:
        """Those of the projects that this person is a member of: texts say them, and nothing of a judgement does."""
        return self.filter(project__in=Project.objects.visible_to(user))

    def waiting(self) -> SuccessionQuerySet:
        """Those whose successor has the verdict of the earlier claim, or waits for it."""
        return self.filter(WAITS)


class Succession(models.Model):
    """What became of a claim in the corrected version of its article.

    While it stands there in the same words, its verdict is the successor's too, which the queue gives to nobody unless
    it was begun before (a trigger sees to it, see `Claim.is_reserved`). `parted_at` is when a curator or adjudicator
    wanted the successor judged by itself, or took the earlier claim out.
    """

    # The claim's; the database fills it in.
    project = models.ForeignKey(Project, models.PROTECT, related_name="+", editable=False, db_index=False)
    claim = models.ForeignKey(Claim, models.PROTECT, related_name="successions", db_index=False)
    article = models.ForeignKey(Article, models.PROTECT, related_name="successions", help_text="The corrected version")
    successor = models.ForeignKey(Claim, models.PROTECT, null=True, blank=True, related_name="predecessions")
    outcome = models.CharField(max_length=10, choices=choices(Succeeded))
    created_at = models.DateTimeField(auto_now_add=True)
    parted_at = models.DateTimeField(null=True, blank=True)
    parted_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="successions_parted")

    objects = SuccessionQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        constraints = [
            UniqueConstraint(fields=["claim", "article"], name="succession_of_a_claim_in_an_article_is_told_once"),
            one_of("outcome", Succeeded, name="succession_outcome_is_in_the_vocabulary"),
            CheckConstraint(
                condition=Q(outcome=Succeeded.GONE, successor__isnull=True)
                | (~Q(outcome=Succeeded.GONE) & Q(successor__isnull=False)),
                name="succession_is_gone_exactly_when_it_has_no_successor",
            ),
            CheckConstraint(condition=~Q(claim=F("successor")), name="succession_is_between_two_claims"),
            CheckConstraint(
                condition=Q(outcome=Succeeded.SAME) | Q(parted_at__isnull=True),
                name="succession_is_parted_only_where_the_words_are_the_same",
            ),
            together("parted_at", "parted_by", name="succession_parted_at_and_by_are_set_together"),
        ]

    def __str__(self) -> str:
        return f"{self.claim_id} {self.outcome} {self.successor_id or ''}".strip()
