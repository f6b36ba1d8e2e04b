from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from verification.models import Claim, Evidence, Judgement, Search, User

from .base import Rows, ShowOnly
from .borders import Borders


class Items(Rows):
    model = Evidence
    fields = ("stance", "kind", "quote", "url", "outlet", "published_on", "source_type", "outweighed")


class Searches(Rows):
    model = Search
    fields = ("where", "query", "language", "outcome", "searched_at")


@admin.register(Judgement)
class JudgementAdmin(ShowOnly):
    """Judgements that are blind to nobody any more, and one's own. Names wait until the claim is resolved."""

    border = "project"
    list_display = ("__str__", "claim", "who", "reason", "confidence", "submitted_at", "time_at_work")
    list_filter = ("verdict", Borders)
    list_select_related = ("annotation__claim", "annotation__person")
    search_fields = ("annotation__claim__public_id__exact",)
    search_help_text = gettext_lazy("The public id of a claim.")
    inlines = (Items, Searches)
    fields = (
        "claim",
        "who",
        "revision",
        "verdict",
        "reason",
        "confidence",
        "rationale",
        "guideline",
        "time_at_work",
        "started_at",
        "saved_at",
        "submitted_at",
    )

    def told(self, person: User, rows: QuerySet[Any]) -> QuerySet[Any]:
        named = Q(annotation__person=person) | Q(annotation__claim__resolved_at__isnull=False)
        told = Q(annotation__person=person) | Q(project__shows_pace=True)
        return rows.annotate(is_named=named, tells_pace=told)

    @admin.display(description=gettext_lazy("claim"))
    def claim(self, judgement: Judgement) -> Claim:
        return judgement.annotation.claim

    @admin.display(description=gettext_lazy("person"))
    def who(self, judgement: Judgement) -> str:
        named: bool = judgement.is_named  # type: ignore[attr-defined]
        return judgement.annotation.person.username if named else _("told when the claim is resolved")

    @admin.display(description=gettext_lazy("active seconds"))
    def time_at_work(self, judgement: Judgement) -> int | None:
        # One's pace is one's own, unless the project says otherwise.
        return judgement.active_seconds if judgement.tells_pace else None  # type: ignore[attr-defined]
