from __future__ import annotations

from django.contrib import admin
from django.utils.translation import gettext_lazy

from verification.models import Comment

from .base import ShowOnly
from .borders import Borders


@admin.register(Comment)
class CommentAdmin(ShowOnly):
    """Without the names of who wrote them: some of them judge the claim."""

    border = "project"
    list_display = ("text", "claim", "at", "resolved_at", "withdrawn_at")
    list_filter = (Borders,)
    list_select_related = ("claim",)
    search_fields = ("claim__public_id__exact",)
    search_help_text = gettext_lazy("The public id of a claim.")
    fields = ("claim", "text", "at", "reply_to", "resolved_at", "withdrawn_at")
