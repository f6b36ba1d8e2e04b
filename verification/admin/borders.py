"""Whose request it is, and the filter by the projects of which they are a member."""

from __future__ import annotations

from typing import Any, cast

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy

from verification.models import Project, User
from verification.models.membership import memberships_of


def user_of(request: HttpRequest) -> User:
    """Who is signed in; the administration lets nobody else come this far."""
    return cast(User, request.user)


class Borders(admin.SimpleListFilter):
    """Filters by project; offers those alone that the person is a member of."""

    title = gettext_lazy("project")
    parameter_name = "of"
    path = "project"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        projects = {membership.project for membership in memberships_of(user_of(request))}
        return sorted((project.slug, project.name) for project in projects)

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if self.value() is None:
            return queryset
        project = Project.objects.visible_to(user_of(request)).filter(slug=self.value()).values("pk")
        return queryset.filter(**{f"{self.path}__in": project})


def borders(path: str) -> type[Borders]:
    """The filter by project for rows whose project is found along `path`."""
    return type("Borders", (Borders,), {"path": path})
