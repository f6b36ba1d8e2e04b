from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from verification.actions.places import free_place
from verification.models import Annotation, User

from .base import ShowOnly, do_each
from .borders import Borders, user_of


class ByState(admin.SimpleListFilter):
    """By how far a place has come, as far as the person may know of it at all."""

    title = gettext_lazy("state")
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("unfinished", gettext_lazy("unfinished")), ("lapsed", gettext_lazy("lapsed"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if self.value() not in ("unfinished", "lapsed"):
            return queryset
        found: QuerySet[Any] = getattr(queryset, self.value() or "")()
        return found


@admin.register(Annotation)
class AnnotationAdmin(ShowOnly):
    """Who is at work, who skipped, who has judged; never what. Names of those who have judged wait until the claim is
    resolved: an adjudicator decides without them. So does what brought them the claim: that it was assigned would tell
    their name to whoever knows to whom.
    """

    border = "project"
    list_display = (
        "__str__",
        "who",
        "claim",
        "told_round",
        "slot",
        "started_at",
        "active_at",
        "submitted_at",
        "skip_reason",
    )
    # Not by round: it would tell somebody which of their own places measure them.
    list_filter = (ByState, "skip_reason", Borders)
    list_select_related = ("claim", "person")
    actions = ("free",)
    search_fields = ("claim__public_id__exact",)
    search_help_text = gettext_lazy("The public id of a claim.")
    fields = (
        "who",
        "claim",
        "told_round",
        "slot",
        "started_at",
        "active_at",
        "submitted_at",
        "lapsed_at",
        "skipped_at",
        "skip_reason",
        "aided",
        "shown_engine",
        "drawn_by",
        "drawn_with",
    )

    def told(self, person: User, rows: QuerySet[Any]) -> QuerySet[Any]:
        named = Q(person=person) | Q(submitted_at__isnull=True) | Q(claim__resolved_at__isnull=False)
        return rows.annotate(is_named=named)

    @admin.action(description=gettext_lazy("Free these places: the drafts are kept"))
    def free(self, request: HttpRequest, rows: QuerySet[Annotation]) -> None:
        do_each(request, rows, lambda annotation: free_place(annotation, by=user_of(request)))

    @admin.display(description=gettext_lazy("round"))
    def told_round(self, annotation: Annotation) -> str:
        return annotation.told_round.value

    @admin.display(description=gettext_lazy("person"))
    def who(self, annotation: Annotation) -> str:
        named: bool = annotation.is_named  # type: ignore[attr-defined]
        return annotation.person.username if named else _("told when the claim is resolved")

    @admin.display(description=gettext_lazy("strategy"))
    def drawn_by(self, annotation: Annotation) -> str:
        named: bool = annotation.is_named  # type: ignore[attr-defined]
        return str(annotation.get_strategy_display()) if named else _("told when the claim is resolved")

    @admin.display(description=gettext_lazy("inclusion probability"))
    def drawn_with(self, annotation: Annotation) -> float | None:
        named: bool = annotation.is_named  # type: ignore[attr-defined]
        return annotation.inclusion_probability if named else None
