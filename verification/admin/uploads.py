from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from verification.actions.uploads import retry_bundle
from verification.models import Bundle, Upload, User

from .base import Rows, ShowOnly, do_each
from .borders import Borders, borders, user_of


class Bundles(Rows):
    model = Bundle
    fields = ("name", "state", "failure", "parts", "attempts")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).defer("content")


@admin.register(Upload)
class UploadAdmin(ShowOnly):
    list_display = ("__str__", "project", "by", "created_at")
    list_filter = (Borders,)
    list_select_related = ("project", "by")
    inlines = (Bundles,)
    fields = ("project", "by", "created_at", "refused")


@admin.register(Bundle)
class BundleAdmin(ShowOnly):
    list_display = ("name", "project", "state", "failure", "parts", "attempts", "received_at")
    list_filter = ("state", borders("upload__project"))
    list_select_related = ("upload__project",)
    actions = ("try_again",)
    fields = (
        "upload",
        "name",
        "sha256",
        "state",
        "failure",
        "parts",
        "attempts",
        "queued_at",
        "lease_until",
        "received_at",
    )

    def told(self, person: User, rows: QuerySet[Any]) -> QuerySet[Any]:
        return rows.defer("content")

    @admin.display(description=_("project"))
    def project(self, bundle: Bundle) -> str:
        return str(bundle.upload.project)

    @admin.action(description=_("Try again what failed"))
    def try_again(self, request: HttpRequest, rows: QuerySet[Bundle]) -> None:
        do_each(request, rows, lambda bundle: retry_bundle(bundle, by=user_of(request)))
