"""What became of claims in corrected versions of their articles."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy

from verification.models import Succession, User

from .base import ShowOnly
from .borders import Borders


@admin.register(Succession)
class SuccessionAdmin(ShowOnly):
    border = "project"
    list_display = ("claim", "outcome", "successor", "article", "created_at", "parted_at")
    list_filter = ("outcome", Borders)
    list_select_related = ("claim", "successor", "article")
    search_fields = ("claim__public_id__exact", "successor__public_id__exact")
    search_help_text = gettext_lazy("The public id of a claim.")
    fields = ("project", "claim", "outcome", "successor", "article", "created_at", "parted_at", "parted_by")

    def told(self, person: User, rows: QuerySet[Any]) -> QuerySet[Any]:
        return rows.defer("article__text")
