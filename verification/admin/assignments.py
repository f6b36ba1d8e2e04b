"""Who was given what: by name, by a team, or many claims at once. Whether somebody has begun it is not shown here."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from verification.models import Assignment, BulkChange, Project, Team, TeamAssignment, TeamMember, User
from verification.vocabulary import Role

from .base import Rows, ShowOnly
from .borders import Borders, borders


class Members(Rows):
    model = TeamMember
    verbose_name_plural = _("who is in it")
    fields = ("person", "joined_at", "added_by")

    def get_queryset(self, request: HttpRequest) -> QuerySet[TeamMember]:
        return super().get_queryset(request).select_related("person", "added_by")


@admin.register(Team)
class TeamAdmin(ShowOnly):
    border = "project"
    list_display = ("name", "project", "made_at", "made_by")
    list_filter = (Borders,)
    list_select_related = ("project", "made_by")
    inlines = (Members,)
    fields = ("project", "name", "made_at", "made_by")

    def visible(self, person: User, rows: QuerySet[Any]) -> QuerySet[Any]:
        # Who is in a team is for curators to know.
        return rows.filter(project__in=Project.objects.with_role(person, Role.CURATOR))


@admin.register(TeamAssignment)
class TeamAssignmentAdmin(ShowOnly):
    border = "team__project"
    list_display = ("claim", "team", "keeps", "assigned_at", "assigned_by")
    list_filter = (borders("team__project"),)
    list_select_related = ("claim", "team", "assigned_by")
    fields = ("claim", "team", "keeps", "assigned_at", "assigned_by")


@admin.register(Assignment)
class AssignmentAdmin(ShowOnly):
    border = "project"
    list_display = ("claim", "person", "team", "keeps", "assigned_at", "assigned_by")
    list_filter = (Borders,)
    list_select_related = ("claim", "person", "team", "assigned_by")
    fields = ("project", "claim", "person", "team", "keeps", "assigned_at", "assigned_by")


@admin.register(BulkChange)
class BulkChangeAdmin(ShowOnly):
    border = "project"
    list_display = ("kind", "number", "project", "planned_at", "planned_by", "finished_at")
    list_filter = (Borders,)
    list_select_related = ("project", "planned_by")
    fields = (
        *("project", "kind", "number", "to_people", "to_teams", "keeps", "put_first", "why"),
        *("planned_at", "planned_by", "begun_at", "finished_at", "done"),
    )
    readonly_fields = ("number", "to_people", "to_teams", "put_first")

    def visible(self, person: User, rows: QuerySet[Any]) -> QuerySet[Any]:
        return rows.filter(project__in=Project.objects.with_role(person, Role.CURATOR))

    def told(self, person: User, rows: QuerySet[Any]) -> QuerySet[Any]:
        # What was refused and why is left out: it is worded for whoever planned it.
        return rows.defer("refused")

    @admin.display(description=_("number of claims"))
    def number(self, change: BulkChange) -> int:
        return len(change.claims)

    @admin.display(description=_("people"))
    def to_people(self, change: BulkChange) -> str:
        return ", ".join(User.objects.filter(pk__in=change.people).values_list("username", flat=True))

    @admin.display(description=_("teams"))
    def to_teams(self, change: BulkChange) -> str:
        return ", ".join(Team.objects.filter(pk__in=change.teams).values_list("name", flat=True))

    @admin.display(description=_("priority"))
    def put_first(self, change: BulkChange) -> str:
        return str(change.put_first)
