from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy

from verification.models import LinkSnapshot, User

from .base import ShowOnly
from .borders import Borders


@admin.register(LinkSnapshot)
class LinkSnapshotAdmin(ShowOnly):
    border = "project"
    list_display = ("__str__", "state", "status", "published_on", "retrieved_at", "failure")
    list_filter = ("state", Borders)
    search_fields = ("annotation__claim__public_id__exact", "sha256__exact")
    search_help_text = gettext_lazy("The public id of a claim, or the SHA-256 of a page.")
    fields = (
        "annotation",
        "url",
        "final_url",
        "state",
        "failure",
        "status",
        "content_type",
        "title",
        "outlet",
        "published_on",
        "asked_at",
        "retrieved_at",
        "sha256",
        "bytes",
    )

    def visible(self, person: User, rows: QuerySet[Any]) -> QuerySet[Any]:
        return rows.filter(pk__in=LinkSnapshot.objects.visible_to(person).values("pk"))
