from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import OuterRef, QuerySet
from django.utils.translation import gettext_lazy

from verification.models import Judgement, Search, User
from verification.models.probes import any_of

from .base import ShowOnly
from .borders import Borders


@admin.register(Search)
class SearchAdmin(ShowOnly):
    border = "project"
    list_display = ("query", "where", "outcome", "judgement", "searched_at")
    list_filter = (Borders,)
    list_select_related = ("judgement",)
    search_fields = ("judgement__annotation__claim__public_id__exact",)
    search_help_text = gettext_lazy("The public id of a claim.")
    fields = ("judgement", "position", "where", "query", "language", "outcome", "searched_at")

    def visible(self, person: User, rows: QuerySet[Any]) -> QuerySet[Any]:
        return rows.filter(any_of(Judgement.objects.visible_to(person).filter(pk=OuterRef("judgement"))))
