from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from verification.actions.projects import add_guideline
from verification.models import Guideline, Project, User

from .base import ShowOnly
from .borders import Borders, user_of


@admin.register(Guideline)
class GuidelineAdmin(ShowOnly):
    """Adding one makes the project's next version; no version ever changes."""

    list_display = ("__str__", "project", "version", "created_at")
    list_filter = (Borders,)
    list_select_related = ("project",)
    fields = ("project", "version", "text", "created_at")

    def visible(self, person: User, rows: QuerySet[Any]) -> QuerySet[Any]:
        return rows.filter(project__in=Project.objects.visible_to(person))

    def get_fields(self, request: HttpRequest, obj: Guideline | None = None) -> tuple[str, ...]:
        return self.fields if obj else ("project", "text")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return self.has_act_permission(request)

    def save_model(self, request: HttpRequest, obj: Guideline, form: Any, change: bool) -> None:
        added = add_guideline(obj.project, text=obj.text, by=user_of(request))
        obj.pk, obj.version = added.pk, added.version
