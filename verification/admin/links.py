from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import OuterRef, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy

from verification.actions.links import confirm_link, refuse_link
from verification.models import Claim, ClaimLink, User
from verification.models.probes import any_of

from .base import ShowOnly, do_each
from .borders import Borders, user_of


@admin.register(ClaimLink)
class ClaimLinkAdmin(ShowOnly):
    border = "project"
    list_display = ("claim", "kind", "other", "score", "reason", "confirmed_at", "refused_at")
    list_filter = ("kind", Borders)
    list_select_related = ("claim", "other")
    actions = ("confirm", "refuse")
    fields = (
        "project",
        "claim",
        "kind",
        "other",
        "score",
        "reason",
        "matcher",
        "drawn_by",
        "created_at",
        "confirmed_at",
        "confirmed_by",
        "refused_at",
        "refused_by",
    )

    def visible(self, person: User, rows: QuerySet[Any]) -> QuerySet[Any]:
        """Links are suggestions: none of a claim that the person judges without them."""
        judged: QuerySet[Any] = Claim.objects.with_suggestions_for(person)
        hidden = judged.filter(shows_suggestions=False)
        of_hidden = any_of(hidden.filter(pk=OuterRef("claim"))) | any_of(hidden.filter(pk=OuterRef("other")))
        return super().visible(person, rows).filter(~of_hidden)

    @admin.action(description=gettext_lazy("Confirm"))
    def confirm(self, request: HttpRequest, rows: QuerySet[Any]) -> None:
        do_each(request, rows, lambda link: confirm_link(link, by=user_of(request)))

    @admin.action(description=gettext_lazy("Refuse"))
    def refuse(self, request: HttpRequest, rows: QuerySet[Any]) -> None:
        do_each(request, rows, lambda link: refuse_link(link, by=user_of(request)))
