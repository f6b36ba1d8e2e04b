"""How far work in the background has come, in what a page needs to say it."""

from __future__ import annotations

from collections import Counter
from typing import Any

from django.db.models import Count, Q, QuerySet

from verification.models import Article, Claim, Project, User
from verification.models.prepared import among
from verification.models.prepared_for import PreparedFor
from verification.vocabulary import ArticleState, Stage


def under_way(project: Project) -> dict[str, int]:
    """How many articles are `waiting` for a worker, `reading` and `extracting`; empty when all are finished."""
    unfinished = Article.objects.unfinished().filter(project=project)
    counts = unfinished.order_by().aggregate(
        waiting=Count("pk", filter=Q(lease_until__isnull=True)),
        reading=Count("pk", filter=Q(lease_until__isnull=False) & ~Q(state=ArticleState.EXTRACTING)),
        extracting=Count("pk", filter=Q(lease_until__isnull=False, state=ArticleState.EXTRACTING)),
    )
    return counts if any(counts.values()) else {}


def stages_of(articles: list[Article], user: User) -> dict[int, list[tuple[str, int]]]:
    """By article id: the stages of its claims and how many are in each, as far as this person may know them."""
    counts: dict[int, Counter[str]] = {article.pk: Counter() for article in articles}
    if not articles:
        return {}
    for article_id, stage, count in _staged.tuples(user, articles=list(counts)):
        counts[article_id][stage] = count
    return {pk: [(stage.value, of[stage]) for stage in Stage if of[stage]] for pk, of in counts.items()}


@PreparedFor
def _staged(user: User, articles: list[int]) -> QuerySet[Any, Any]:
    claims: QuerySet[Any] = Claim.objects.visible_to(user).with_stage_for(user).filter(among("article", articles))
    counted = claims.order_by().values("article", "stage").annotate(count=Count("pk"))
    return counted.values_list("article", "stage", "count")
