from __future__ import annotations

from django.contrib import admin
from django.utils.translation import gettext_lazy

from verification.models import Resolution

from .base import ShowOnly
from .borders import Borders


@admin.register(Resolution)
class ResolutionAdmin(ShowOnly):
    border = "project"
    list_display = ("claim", "verdict", "reason", "settled", "adjudicator", "created_at", "superseded_at")
    list_filter = ("verdict", "settled", "disagreement", Borders)
    list_select_related = ("claim", "adjudicator")
    search_fields = ("claim__public_id__exact",)
    search_help_text = gettext_lazy("The public id of a claim.")
    fields = (
        "claim",
        "settled",
        "verdict",
        "reason",
        "rationale",
        "disagreement",
        "adjudicator",
        "carried_from",
        "created_at",
        "valid_as_of",
        "evidence_cutoff",
        "judgements",
        "evidence",
        "superseded_at",
        "superseded_by",
        "superseded_why",
    )
