from __future__ import annotations

from django.contrib import admin

from verification.models import AgreementReport

from .base import ShowOnly
from .borders import Borders


@admin.register(AgreementReport)
class AgreementReportAdmin(ShowOnly):
    """Where the work stands; the figures are on the project's page."""

    border = "project"
    list_display = ("__str__", "state", "failure", "requested_at", "requested_by", "computed_at", "attempts")
    list_filter = ("state", Borders)
    list_select_related = ("project", "requested_by")
    fields = (
        "project",
        "scope",
        "state",
        "failure",
        "attempts",
        "requested_at",
        "requested_by",
        "queued_at",
        "lease_until",
        "computed_at",
    )
