from __future__ import annotations

from django.contrib import admin
from django.utils.translation import gettext_lazy

from verification.models import Question

from .base import ShowOnly
from .borders import Borders


@admin.register(Question)
class QuestionAdmin(ShowOnly):
    """Without the names of who asked and who was asked."""

    border = "project"
    list_display = ("text", "judgement", "asked_at", "answered_at")
    list_filter = (Borders,)
    list_select_related = ("judgement",)
    search_fields = ("judgement__annotation__claim__public_id__exact",)
    search_help_text = gettext_lazy("The public id of a claim.")
    fields = ("judgement", "text", "asked_at", "answer", "answered_at")
