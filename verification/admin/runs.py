from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from verification.models import Article, ExtractionRun

from .base import ShowOnly, borders, user_of


@admin.register(ExtractionRun)
class ExtractionRunAdmin(ShowOnly):
    list_display = ("engine", "version", "article", "started_at", "finished_at", "error")
    list_filter = (borders("article__project"),)
    list_select_related = ("article",)
    search_fields = ("article__sha256__exact",)
    search_help_text = _("The SHA-256 of an article's text.")
    fields = ("article", "engine", "version", "parameters_hash", "started_at", "finished_at", "error")

    def visible(self, request: HttpRequest, rows: QuerySet[Any]) -> QuerySet[Any]:
        return rows.filter(article__in=Article.objects.visible_to(user_of(request))).defer("article__text")
