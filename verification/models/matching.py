from __future__ import annotations

from django.db import models
from django.db.models import CheckConstraint, Index, Q
from django.utils import timezone

from verification.vocabulary import MatchingState

from .article import Article
from .constraints import choices, one_of
from .leased import Leased


class MatchingQuerySet(models.QuerySet["Matching"]):
    def unfinished(self) -> MatchingQuerySet:
        """Articles whose claims a worker still has to compare."""
        return self.filter(state=MatchingState.WAITING)

    def want(self, article: Article) -> None:
        """Writes down that the article's claims are to be compared (again); the caller enqueues, or the sweep does."""
        wanted = {"state": MatchingState.WAITING, "queued_at": timezone.now(), "lease_until": None, "attempts": 0}
        self.update_or_create(article=article, defaults={**wanted, "failure": None, "finished_at": None})


class Matching(Leased):
    """That the claims of an article are compared with those of other articles, and how far that has come.

    A row of its own, not columns of the article: an article is done, and its claims are in the queue, without it; and
    a change to an article's row has PostgreSQL index its whole text again.
    """

    article = models.OneToOneField(Article, models.CASCADE, primary_key=True, related_name="matching")
    state = models.CharField(max_length=20, choices=choices(MatchingState), default=MatchingState.WAITING)
    matcher = models.CharField(max_length=20, null=True, blank=True, help_text="Version that finished it")
    finished_at = models.DateTimeField(null=True, blank=True)

    objects = MatchingQuerySet.as_manager()

    class Meta:
        constraints = [
            one_of("state", MatchingState, name="matching_state_is_in_the_vocabulary"),
            CheckConstraint(
                condition=Q(state=MatchingState.DONE, finished_at__isnull=False)
                | (~Q(state=MatchingState.DONE) & Q(finished_at__isnull=True)),
                name="matching_is_done_exactly_when_it_has_finished",
            ),
            CheckConstraint(
                condition=Q(state=MatchingState.FAILED, failure__isnull=False)
                | (~Q(state=MatchingState.FAILED) & Q(failure__isnull=True)),
                name="matching_has_failed_exactly_when_it_says_why",
            ),
        ]
        indexes = [
            Index(fields=["queued_at"], condition=Q(state=MatchingState.WAITING), name="matching_unfinished"),
        ]

    def __str__(self) -> str:
        return f"matching of article {self.article_id}"
