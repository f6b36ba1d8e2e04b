from __future__ import annotations

from typing import Any

from django.apps import apps
from django.contrib import admin
from django.db.models import BigIntegerField, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Cast
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from verification.models import AuditEvent, Project, User

from .base import ShowOnly
from .borders import Borders
from .sought import Sought

SUBJECTS = (
    "annotation",
    "article",
    "claim",
    "guideline",
    "judgement",
    "project",
    "publication",
    "release",
    "token",
    "user",
)

NOTHING = "0"  # the number of no row


def _done_to(events: QuerySet[Any], number: str) -> QuerySet[Any]:
    # The index begins with the subject: without these names every event of a project would be looked at.
    subjects = [model._meta.model_name for model in apps.get_app_config("verification").get_models()]
    return events.filter(subject__in=subjects, subject_id=Cast(Value(number), BigIntegerField()))


class BySubject(admin.SimpleListFilter):
    """By what it was done to: a list that is known, because asking the table which there are would read it all."""

    title = _("subject")
    parameter_name = "subject"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [(subject, subject) for subject in SUBJECTS]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return queryset if self.value() is None else queryset.filter(subject=self.value())


@admin.register(AuditEvent)
class AuditEventAdmin(ShowOnly):
    """What was done, by whom, to what. Events hold ids alone; names are looked up while they are known."""

    border = "project"
    shows_what_is_in_no_project = True
    list_display = ("at", "kind", "who", "of", "subject", "subject_id", "facts")
    list_filter = (BySubject, Borders)
    search_fields = ("subject_id__exact",)
    search_help_text = _("The number of what it was done to.")
    fields = ("at", "kind", "who", "of", "subject", "subject_id", "facts")

    def told(self, person: User, rows: QuerySet[Any]) -> QuerySet[Any]:
        return rows.annotate(
            username=Subquery(User.objects.filter(pk=OuterRef("actor")).values("username")),
            slug=Subquery(Project.objects.filter(pk=OuterRef("project")).values("slug")),
        )

    def sought(self, words: str) -> Sought:
        is_number = words.isascii() and words.isdigit() and len(words) <= 18
        return Sought(_done_to, words if is_number else NOTHING)

    @admin.display(description=_("by"), empty_value="-")
    def who(self, event: AuditEvent) -> str | None:
        name: str | None = event.username  # type: ignore[attr-defined]
        return name

    @admin.display(description=_("project"), empty_value="-")
    def of(self, event: AuditEvent) -> str | None:
        slug: str | None = event.slug  # type: ignore[attr-defined]
        return slug
