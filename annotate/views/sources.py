"""The project's other articles, from which a person takes passages as evidence for a claim."""

from typing import Any

from django.db.models.functions import Left
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from annotate.desk import revision_to_write
from annotate.templatetags.passage import Mark
from annotate.views.guard import signed_in
from annotate.views.review import current, own_annotation
from verification.models import Article
from verification.models.full_text import HEAD
from verification.text.hits import excerpt, hits

SHOWN = 20


@never_cache
@require_safe
@signed_in
def search(request: HttpRequest, pk: int) -> HttpResponse:
    """Articles of the claim's project whose title or text holds all of the words, newest first."""
    user: Any = request.user
    annotation = own_annotation(user, pk)
    query = _query(request)
    found = (
        Article.objects.visible_to(user)
        .filter(project=annotation.claim.project, text__isnull=False)
        .prefetch_related("publications")
        .defer("text")
        .annotate(head=Left("text", HEAD if query else 1))  # what the search looks into, for the words around a hit
        .order_by("-pk")
    )
    articles: list[Any] = list(found.saying(query)[: SHOWN + 1])
    words = {
        "annotation": annotation,
        "project": annotation.claim.project,
        "query": query,
        "articles": [(shown, excerpt(shown.head, hits(shown.head, query))) for shown in articles[:SHOWN]],
        "more": len(articles) > SHOWN,
    }
    return render(request, "review/search.html", words)


@never_cache
@require_safe
@signed_in
def article(request: HttpRequest, pk: int, article: int) -> HttpResponse:
    """One article to read, with a form that takes a passage of it; the words that were searched for are marked."""
    user: Any = request.user
    annotation = own_annotation(user, pk)
    readable = Article.objects.visible_to(user).filter(project=annotation.claim.project, text__isnull=False)
    shown = get_object_or_404(readable.prefetch_related("publications"), pk=article)
    words = {
        "annotation": annotation,
        "project": annotation.claim.project,
        "article": shown,
        "query": (query := _query(request)),
        "marks": _marks(shown.text or "", query),
        "revision": revision_to_write(current(annotation)),
    }
    return render(request, "review/source.html", words)


def _query(request: HttpRequest) -> str:
    return request.GET.get("q", "").replace("\x00", "").strip()


def _marks(text: str, query: str) -> list[Mark]:
    """The hits, of which the first has a place to lead to."""
    found = hits(text, query)
    return [
        Mark(start=hit.start, end=hit.end, kind="found", anchor="" if number else "found-first")
        for number, hit in enumerate(found)
    ]
