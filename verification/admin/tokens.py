from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from verification.actions.tokens import revoke_token
from verification.models import Token, User

from .base import ShowOnly, do_each
from .borders import user_of


@admin.register(Token)
class TokenAdmin(ShowOnly):
    """Keys to the API: whose, since when, until when. What is stored of the secret is never shown."""

    list_display = ("name", "user", "created_at", "revoked_at")
    list_select_related = ("user",)
    search_fields = ("user__username__istartswith",)
    search_help_text = _("The beginning of the user name.")
    actions = ("revoke",)
    fields = ("name", "user", "created_at", "revoked_at")

    def visible(self, person: User, rows: QuerySet[Any]) -> QuerySet[Any]:
        return rows if person.is_superuser else rows.filter(user=person)

    @admin.action(description=_("Revoke: they open nothing any more"), permissions=["act"])
    def revoke(self, request: HttpRequest, rows: QuerySet[Token]) -> None:
        do_each(request, rows.filter(revoked_at__isnull=True), lambda token: revoke_token(token, by=user_of(request)))
