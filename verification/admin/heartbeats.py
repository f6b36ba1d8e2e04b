from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet

from verification.models import Heartbeat, User

from .base import ShowOnly


@admin.register(Heartbeat)
class HeartbeatAdmin(ShowOnly):
    list_display = ("name", "at")
    fields = ("name", "at")

    def visible(self, person: User, rows: QuerySet[Any]) -> QuerySet[Any]:
        return rows  # of the installation, not of a project
