from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from verification.models import Article, ExtractionRun, User

from .base import ShowOnly
from .borders import borders


class StoodIn(admin.SimpleListFilter):
    """Runs of the rules in place of a language model that could not be used."""

    title = _("the rules standing in")
    parameter_name = "stood_in"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("yes", _("Yes")), ("no", _("No"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if self.value() not in ("yes", "no"):
            return queryset
        return queryset.filter(fell_back_because__isnull=self.value() == "no")


@admin.register(ExtractionRun)
class ExtractionRunAdmin(ShowOnly):
    list_display = ("engine", "model", "article", "finished_at", "cost", "fell_back_because", "error")
    list_filter = (borders("article__project"), StoodIn)
    list_select_related = ("article",)
    search_fields = ("article__sha256__exact",)
    search_help_text = _("The SHA-256 of an article's text.")
    fields = (
        "article",
        "engine",
        "version",
        "parameters",
        "parameters_hash",
        "model",
        "prompt_hash",
        "requests",
        "tokens_in",
        "tokens_out",
        "cost",
        "dropped_spans",
        "fell_back_because",
        "started_at",
        "finished_at",
        "error",
    )

    def visible(self, person: User, rows: QuerySet[Any]) -> QuerySet[Any]:
        return rows.filter(article__in=Article.objects.visible_to(person))

    def told(self, person: User, rows: QuerySet[Any]) -> QuerySet[Any]:
        return rows.defer("article__text")
