"""The project's other articles, from which a person takes passages as evidence for a claim."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from annotate.desk import revision_to_write
from annotate.views.guard import signed_in
from annotate.views.review import current, own_annotation
from verification.models import Article

SHOWN = 20


@never_cache
@require_safe
@signed_in
def search(request: HttpRequest, pk: int) -> HttpResponse:
    """Articles of the claim's project whose title or text holds all of the words, newest first."""
    user: Any = request.user
    annotation = own_annotation(user, pk)
    query = request.GET.get("q", "").replace("\x00", "").strip()
    found = (
        Article.objects.visible_to(user)
        .filter(project=annotation.claim.project, text__isnull=False)
        .prefetch_related("publications")
        .defer("text")
        .order_by("-pk")
    )
    articles = list(found.saying(query)[: SHOWN + 1])
    words = {
        "annotation": annotation,
        "project": annotation.claim.project,
        "query": query,
        "articles": articles[:SHOWN],
        "more": len(articles) > SHOWN,
    }
    return render(request, "review/search.html", words)


@never_cache
@require_safe
@signed_in
def article(request: HttpRequest, pk: int, article: int) -> HttpResponse:
    """One article to read, with a form that takes a passage of it."""
    user: Any = request.user
    annotation = own_annotation(user, pk)
    readable = Article.objects.visible_to(user).filter(project=annotation.claim.project, text__isnull=False)
    shown = get_object_or_404(readable.prefetch_related("publications"), pk=article)
    words = {
        "annotation": annotation,
        "project": annotation.claim.project,
        "article": shown,
        "revision": revision_to_write(current(annotation)),
    }
    return render(request, "review/source.html", words)
