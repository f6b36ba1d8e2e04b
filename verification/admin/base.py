"""What all pages of the administration have in common: they show, within borders, and change nothing by themselves."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, cast

from django.contrib import admin, messages
from django.contrib.admin import ShowFacets
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.views.main import ChangeList
from django.core.exceptions import BadRequest
from django.db.models import Model, Q, QuerySet, Value
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import get_resolver
from django.utils.functional import SimpleLazyObject
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from verification.exceptions import Refusal
from verification.models import Project, User
from verification.models.membership import keep_at_hand, memberships_of

from .borders import user_of
from .newest import NewestRows, Questions
from .sought import EVERYTHING, Sought

MOST_AT_ONCE = 500  # rows that one action changes


class ShowOnly(admin.ModelAdmin):
    """A list and a page per row, of what `visible` leaves; nothing is added, changed or deleted."""

    # The path to the project of a row, for the lists of what lies in projects; None for others.
    border: str | None = None
    # Whether there are rows within borders that lie in no project.
    shows_what_is_in_no_project = False
    list_per_page = 25
    show_full_result_count = False
    show_facets = ShowFacets.NEVER
    ordering = ("-pk",)
    # To sort by another column PostgreSQL would have to read every row there is.
    sortable_by = ()

    def __init__(self, model: type[Any], admin_site: admin.AdminSite) -> None:
        super().__init__(model, admin_site)
        self.questions = Questions(self)

    def visible(self, person: User, rows: QuerySet[Any]) -> QuerySet[Any]:
        """Those of `rows` that the person may see."""
        shown: QuerySet[Any] = rows.visible_to(person)  # type: ignore[attr-defined]
        return shown

    def told(self, person: User, rows: QuerySet[Any]) -> QuerySet[Any]:
        """`rows` with what is looked up for the person besides, and without columns that nobody is shown."""
        return rows

    def sought(self, words: str) -> Sought:
        """What these words, of which there are some, ask for."""
        return Sought(self._by_any_search_field, words)

    def _by_any_search_field(self, rows: QuerySet[Any], words: str) -> QuerySet[Any]:
        fits = Q()
        for field in self.search_fields:
            fits |= Q(**{field: Value(words)})
        return rows.filter(fits)

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        sought = self.asked_for(search_term)
        return sought.way(queryset, sought.words), False

    def asked_for(self, words: str) -> Sought:
        return self.sought(words.strip()) if words.strip() else EVERYTHING

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        # Put together when it is first asked for something: most lists ask what is prepared, and never this.
        return cast("QuerySet[Any]", SimpleLazyObject(lambda: self._put_together(request)))

    def _put_together(self, request: HttpRequest) -> QuerySet[Any]:
        rows, person = super().get_queryset(request), user_of(request)
        return self.told(person, self.visible(person, rows))

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest) -> bool:
        # By hand one could ask the address for any column, and so find out what the page does not show.
        offered = {name if isinstance(name, str) else getattr(name, "parameter_name", "") for name in self.list_filter}
        return lookup.split("__")[0] in offered

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        return NewestRows

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        if any("\x00" in value for values in request.GET.lists() for value in (values[0], *values[1])):
            # No text in the database holds it, and PostgreSQL refuses to look.
            refuse: Callable[..., HttpResponse] = get_resolver().resolve_error_handler(400)
            return refuse(request, exception=BadRequest())
        if request.method == "GET":
            keep_at_hand(user_of(request))
            memberships_of(user_of(request))  # asked for once: what is shown of each row goes by them
        return super().changelist_view(request, extra_context)

    @admin.display(description=mark_safe('<input type="checkbox" id="action-toggle">'))
    def action_checkbox(self, obj: Model) -> SafeString:
        # Django's own renders three templates for each row: a fifth of the time that a list takes.
        label = _("Select this object for an action - {}").format(obj)
        box = '<input type="checkbox" name="{}" value="{}" class="action-select" aria-label="{}">'
        return format_html(box, ACTION_CHECKBOX_NAME, obj.pk, label)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_act_permission(self, request: HttpRequest) -> bool:
        """Who sees the buttons of what has no role in a project: administrators."""
        return bool(user_of(request).is_active and user_of(request).is_superuser)

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        widget = getattr(field, "widget", None)
        for button in ("can_add_related", "can_change_related", "can_delete_related", "can_view_related"):
            if hasattr(widget, button):
                setattr(widget, button, False)
        return field

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.related_model is Project:
            kwargs["queryset"] = Project.objects.visible_to(user_of(request))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


class Rows(admin.TabularInline):
    """Rows that belong to the one shown."""

    template = "admin/rows.html"
    extra = 0
    can_delete = False

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return self.fields

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


def do_each(request: HttpRequest, rows: QuerySet[Any], do: Callable[[Any], object]) -> None:
    """Does it to each of the chosen rows and tells what came of it; what is refused is told row by row."""
    chosen = list(rows[: MOST_AT_ONCE + 1])
    if len(chosen) > MOST_AT_ONCE:
        too_many = _("Choose at most %(most)d at once.") % {"most": MOST_AT_ONCE}
        messages.error(request, too_many)
        return
    done = sum(_did(request, row, do) for row in chosen)
    if done:
        messages.success(request, ngettext("Done with %(count)d.", "Done with %(count)d.", done) % {"count": done})


def _did(request: HttpRequest, row: Model, do: Callable[[Any], object]) -> bool:
    try:
        do(row)
    except Refusal as why:
        messages.error(request, f"{row}: {why}")
        return False
    return True


def because(
    request: HttpRequest, rows: QuerySet[Any], *, action: str, title: str, do: Callable[[Any, str], object]
) -> TemplateResponse | None:
    """Asks for a reason on a page between; does it to each once the reason is given."""
    why = request.POST.get("why", "").strip()
    if why:
        do_each(request, rows, lambda row: do(row, why))
        return None
    chosen: Iterable[Any] = rows[:MOST_AT_ONCE]
    context = {
        **admin.site.each_context(request),
        "title": title,
        "opts": rows.model._meta,
        "rows": chosen,
        "action": action,
        "checkbox": ACTION_CHECKBOX_NAME,
        "is_missing": "why" in request.POST,
    }
    return TemplateResponse(request, "admin/why.html", context)
