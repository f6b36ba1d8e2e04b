"""Check-worthiness by project: the weights its articles are read with, and the decisions that new ones learn from."""

from __future__ import annotations

from itertools import groupby

from django.db.models import Count, Q

from verification.extraction.engine import ENGLISH, primary_language
from verification.extraction.training.decisions import Decided, Decision
from verification.extraction.worth_features import FEATURES
from verification.extraction.worth_model import UnknownWeights, WorthModel, from_bytes, shipped
from verification.models import Article, Claim, Project, WorthinessModel
from verification.vocabulary import SkipReason

PARAMETER = "worthiness_model"
MOST_ARTICLES = 3_000  # the newest: reading them again takes some minutes


def weights_of(project: Project) -> tuple[WorthModel | None, dict[str, int]]:
    """The project's own weights with what a run says of them; None and nothing where those that ship are used.

    Weights of another version of the engine, which looks at other signs, are as good as none.
    """
    stored = WorthinessModel.objects.in_use(project)
    if stored is None:
        return None, {}
    try:
        return from_bytes(bytes(stored.weights), FEATURES), {PARAMETER: stored.number}
    except UnknownWeights:
        return None, {}


def weights_before(project: Project) -> WorthModel:
    """What new weights of the project are held against."""
    return weights_of(project)[0] or shipped(FEATURES)


def decided_articles(project: Project) -> list[Decided]:
    """The English articles of this project alone, with what was decided about their claims; the newest, in order."""
    of_people = (
        Claim.objects.filter(project=project, article__isnull=False, start__isnull=False, withdrawn_at__isnull=True)
        .annotate(
            judged=Count("annotations", filter=Q(annotations__submitted_at__isnull=False)),
            refused=Count("annotations", filter=Q(annotations__skip_reason=SkipReason.NOT_A_CLAIM)),
        )
        .filter(Q(judged__gt=0) | Q(refused__gt=0) | Q(origin_person__isnull=False))
        .order_by("-article", "start", "pk")
        .values_list("article", "start", "end", "judged", "refused", "origin_person")
    )
    by_article = {
        article: [
            Decision(start, end, judged + (person is not None), refused, added=person is not None)
            for _, start, end, judged, refused, person in rows
            if start is not None and end is not None
        ]
        for article, rows in groupby(of_people, key=lambda row: row[0])
    }
    newest = sorted(by_article, reverse=True)[:MOST_ARTICLES]
    texts = Article.objects.filter(pk__in=newest).order_by("pk").values_list("pk", "text", "language")
    return [
        Decided(text, by_article[pk])
        for pk, text, language in texts.iterator(chunk_size=100)
        if text and primary_language(text, language) == ENGLISH
    ]
