from __future__ import annotations

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from verification.actions.invitations import revoke_invitation
from verification.models import Invitation

from .base import ShowOnly, do_each
from .borders import Borders, user_of


@admin.register(Invitation)
class InvitationAdmin(ShowOnly):
    """Links that let people in: by whom, until when, taken up by whom. What is stored of the secret is never shown."""

    list_display = ("__str__", "project", "roles", "invited_by", "expires_at", "used_at", "used_by", "revoked_at")
    list_filter = (Borders,)
    list_select_related = ("project", "invited_by", "used_by")
    actions = ("revoke",)
    fields = (
        "note",
        "project",
        "roles",
        "invited_by",
        "created_at",
        "expires_at",
        "used_at",
        "used_by",
        "revoked_at",
        "revoked_by",
    )

    @admin.action(description=_("Revoke: their links open nothing any more"), permissions=["act"])
    def revoke(self, request: HttpRequest, rows: QuerySet[Invitation]) -> None:
        do_each(request, rows, lambda invitation: revoke_invitation(invitation, by=user_of(request)))
