"""Resolved claims that are looked at again because the guideline changed: the lists, and what is on them."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from verification.models import RereadClaim, Rereading, User

from .base import ShowOnly
from .borders import Borders


@admin.register(Rereading)
class RereadingAdmin(ShowOnly):
    border = "project"
    list_display = ("project", "version", "begun_at", "begun_by", "is_cut")
    list_filter = (Borders,)
    list_select_related = ("project", "guideline", "begun_by")
    fields = (
        *("project", "version", "sections", "verdicts", "reasons", "topics", "begun_at", "begun_by"),
        "is_cut",
    )
    readonly_fields = ("version",)

    def told(self, person: User, rows: QuerySet[Any]) -> QuerySet[Any]:
        return rows.defer("guideline__text")

    @admin.display(description=_("version"))
    def version(self, listed: Rereading) -> int:
        return listed.guideline.version


@admin.register(RereadClaim)
class RereadClaimAdmin(ShowOnly):
    border = "project"
    list_display = ("claim", "rereading", "outcome", "at", "by")
    list_filter = ("outcome", Borders)
    list_select_related = ("claim", "rereading__guideline__project", "by")
    search_fields = ("claim__public_id__exact",)
    search_help_text = _("The public id of a claim.")
    fields = ("project", "rereading", "claim", "resolution", "outcome", "at", "by")

    def told(self, person: User, rows: QuerySet[Any]) -> QuerySet[Any]:
        return rows.defer("rereading__guideline__text")
