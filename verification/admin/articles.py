from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.db.models.functions import Left
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from verification.actions.articles import retry
from verification.models import Article, ExtractionRun, Original, Publication, User

from .base import Rows, ShowOnly, do_each
from .borders import Borders, user_of
from .sought import Sought, is_hexadecimal, saying

OPENING = 1000  # code points of the text shown; all of it is on the article's page


def _of_sha256(articles: QuerySet[Any], sha256: str) -> QuerySet[Any]:
    return articles.filter(sha256=sha256)


class Publications(Rows):
    model = Publication
    fields = ("url", "outlet", "byline", "published_on", "published_precision", "published_basis", "origin")


class Runs(Rows):
    model = ExtractionRun
    fields = ("engine", "version", "model", "started_at", "finished_at", "cost", "fell_back_because", "error")


@admin.register(Article)
class ArticleAdmin(ShowOnly):
    border = "project"
    list_display = ("__str__", "project", "state", "failure", "language", "attempts", "received_at")
    list_filter = ("state", Borders)
    list_select_related = ("project",)
    search_fields = ("title",)
    search_help_text = _("Words of the title or the text, by their beginnings; or the SHA-256 of the text.")
    inlines = (Publications, Runs)
    actions = ("extract_again",)
    fields = (
        "project",
        "title",
        "language",
        "state",
        "failure",
        "attempts",
        "queued_at",
        "lease_until",
        "received_at",
        "file",
        "opening",
        "sha256",
        "normaliser_version",
        "same_as",
        "corrects",
        "licence",
        "embargo_until",
        "keep_until",
        "is_sensitive",
    )

    def told(self, person: User, rows: QuerySet[Any]) -> QuerySet[Any]:
        return rows.defer("text")

    def sought(self, words: str) -> Sought:
        return Sought(_of_sha256, words.lower()) if is_hexadecimal(words.lower(), 64) else saying(words)

    @admin.display(description=_("original file"), empty_value="-")
    def file(self, article: Article) -> str | None:
        return Original.objects.filter(article=article).values_list("name", flat=True).first()

    @admin.display(description=_("beginning of the text"), empty_value="-")
    def opening(self, article: Article) -> str | None:
        texts = Article.objects.filter(pk=article.pk, text__isnull=False).values_list(Left("text", OPENING), flat=True)
        return texts.first()

    @admin.action(description=_("Extract again, or try again what failed"))
    def extract_again(self, request: HttpRequest, rows: QuerySet[Article]) -> None:
        do_each(request, rows, lambda article: retry(article, by=user_of(request)))
