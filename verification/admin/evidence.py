from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import OuterRef, QuerySet
from django.utils.translation import gettext_lazy

from verification.models import DismissedWarning, Evidence, Judgement, User
from verification.models.probes import any_of

from .base import Rows, ShowOnly
from .borders import Borders


class Dismissed(Rows):
    model = DismissedWarning
    fields = ("rule", "word")


@admin.register(Evidence)
class EvidenceAdmin(ShowOnly):
    border = "project"
    list_display = ("__str__", "stance", "kind", "judgement", "source_type", "published_on")
    list_filter = ("stance", "kind", Borders)
    list_select_related = ("judgement",)
    search_fields = ("judgement__annotation__claim__public_id__exact",)
    search_help_text = gettext_lazy("The public id of a claim.")
    inlines = (Dismissed,)
    fields = (
        "judgement",
        "position",
        "stance",
        "kind",
        "quote",
        "article",
        "start",
        "end",
        "url",
        "outlet",
        "published_on",
        "published_precision",
        "retrieved_at",
        "file_sha256",
        "region",
        "source_type",
        "against_interest",
        "party",
        "method",
        "question",
        "set_number",
        "outweighed",
    )

    def visible(self, person: User, rows: QuerySet[Any]) -> QuerySet[Any]:
        return rows.filter(any_of(Judgement.objects.visible_to(person).filter(pk=OuterRef("judgement"))))
