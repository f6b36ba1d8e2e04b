from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import OuterRef, QuerySet
from django.utils.translation import gettext_lazy as _

from verification.models import Attribution, Evidence, Judgement, Party, Project, User
from verification.models.probes import any_of

from .base import ShowOnly
from .borders import Borders


@admin.register(Party)
class PartyAdmin(ShowOnly):
    """A party that only judgements name which are blind to the person would tell what was found there."""

    border = "project"
    list_display = ("name", "kind", "side", "project")
    list_filter = ("kind", Borders)
    list_select_related = ("project",)
    search_fields = ("name__istartswith",)
    search_help_text = _("The beginning of the name.")
    fields = ("project", "name", "kind", "side", "interest")

    def visible(self, person: User, rows: QuerySet[Any]) -> QuerySet[Any]:
        named = Evidence.objects.filter(party=OuterRef("pk"))
        shown = named.filter(any_of(Judgement.objects.visible_to(person).filter(pk=OuterRef("judgement"))))
        speaks = Attribution.objects.filter(party=OuterRef("pk"))
        return rows.filter(
            any_of(speaks) | any_of(shown) | ~any_of(named), project__in=Project.objects.visible_to(person)
        )
