from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from verification.actions.releases import retry_release
from verification.models import Release

from .base import ShowOnly, do_each
from .borders import Borders, user_of


@admin.register(Release)
class ReleaseAdmin(ShowOnly):
    list_display = ("__str__", "state", "failure", "requested_at", "requested_by", "finished_at", "attempts")
    list_filter = ("state", Borders)
    actions = ("try_again",)
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

    @admin.action(description=_("Try again what failed"))
    def try_again(self, request: HttpRequest, rows: QuerySet[Any]) -> None:
        do_each(request, rows, lambda release: retry_release(release, by=user_of(request)))
