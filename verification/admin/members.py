from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from verification.actions.members import add_member, remove_member
from verification.models import Membership, Project, User
from verification.vocabulary import Role

from .base import ShowOnly, do_each
from .borders import Borders, user_of


@admin.register(Membership)
class MembershipAdmin(ShowOnly):
    list_display = ("user", "role", "project", "created_at")
    list_filter = ("role", Borders)
    list_select_related = ("user", "project")
    search_fields = ("user__username__istartswith",)
    search_help_text = _("The beginning of the user name.")
    actions = ("remove",)
    fields = ("project", "user", "role", "created_at")

    def visible(self, person: User, rows: QuerySet[Any]) -> QuerySet[Any]:
        return rows.filter(project__in=Project.objects.visible_to(person))

    def get_fields(self, request: HttpRequest, obj: Membership | None = None) -> tuple[str, ...]:
        return self.fields if obj else ("project", "user", "role")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return self.has_act_permission(request)

    def save_model(self, request: HttpRequest, obj: Membership, form: Any, change: bool) -> None:
        obj.pk = add_member(obj.project, user=obj.user, role=Role(obj.role), by=user_of(request)).pk

    @admin.action(description=_("Take these roles away: what the people did stays"), permissions=["act"])
    def remove(self, request: HttpRequest, rows: QuerySet[Membership]) -> None:
        do_each(request, rows, lambda membership: remove_member(membership, by=user_of(request)))
