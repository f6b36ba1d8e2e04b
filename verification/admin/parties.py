from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from verification.models import Party, Project

from .base import Borders, ShowOnly, user_of


@admin.register(Party)
class PartyAdmin(ShowOnly):
    list_display = ("name", "kind", "side", "project")
    list_filter = ("kind", Borders)
    list_select_related = ("project",)
    search_fields = ("name__istartswith",)
    search_help_text = _("The beginning of the name.")
    fields = ("project", "name", "kind", "side", "interest")

    def visible(self, request: HttpRequest, rows: QuerySet[Any]) -> QuerySet[Any]:
        return rows.filter(project__in=Project.objects.visible_to(user_of(request)))
