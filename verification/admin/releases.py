from __future__ import annotations

from django.contrib import admin

from verification.models import Release

from .base import Borders, ShowOnly


@admin.register(Release)
class ReleaseAdmin(ShowOnly):
    list_display = ("__str__", "state", "failure", "requested_at", "requested_by", "finished_at", "attempts")
    list_filter = ("state", Borders)
    list_select_related = ("project", "requested_by")
    fields = (
        "project",
        "state",
        "failure",
        "attempts",
        "requested_at",
        "requested_by",
        "queued_at",
        "lease_until",
        "finished_at",
        "manifest",
    )
