"""What all pages of the administration have in common: they show, within borders, and change nothing by themselves."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, cast

from django.contrib import admin, messages
from django.contrib.admin import ShowFacets
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.views.main import PAGE_VAR, ChangeList
from django.contrib.postgres.expressions import ArraySubquery
from django.core.exceptions import BadRequest
from django.core.paginator import InvalidPage, Paginator
from django.db.models import Model, OuterRef, QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import get_resolver
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from verification.exceptions import Refusal
from verification.models import AuditEvent, Project, User
from verification.models.membership import keep_at_hand, memberships_of

MOST_COUNTED = 200  # rows that a list numbers in pages; what is older begins a list of its own
BEFORE = "before"
MOST_AT_ONCE = 500  # rows that one action changes


def user_of(request: HttpRequest) -> User:
    """Who is signed in; the administration lets nobody else come this far."""
    return cast(User, request.user)


class NewestRows(ChangeList):
    """The newest rows in numbered pages, and a link to those that are older: nothing is counted, nothing is skipped.

    The ids come first, project by project, so that no project is slower for what its neighbours hold; then what a row
    shows for the ids of one page: PostgreSQL would otherwise work that out for every row of the project.
    """

    def get_filters_params(self, params: Any = None) -> Any:
        asked = super().get_filters_params(params)
        asked.pop(BEFORE, None)
        return asked

    def get_results(self, request: HttpRequest) -> None:
        rows = self.queryset
        before = request.GET.get(BEFORE, "")
        if before.isascii() and before.isdigit() and len(before) < 19:
            rows = rows.filter(pk__lt=int(before))
        keys = self._newest(request, rows)
        self.older = keys[MOST_COUNTED - 1] if len(keys) > MOST_COUNTED else None
        self.paginator = Paginator(keys[:MOST_COUNTED], self.list_per_page)
        try:
            page = self.paginator.page(self.page_num)
        except InvalidPage as wrong:
            raise IncorrectLookupParameters from wrong
        self.result_list = self.queryset.filter(pk__in=list(page.object_list))
        self.result_count = self.paginator.count
        self.multi_page = self.paginator.num_pages > 1
        self.full_result_count = None
        self.show_full_result_count = self.can_show_all = False
        self.show_admin_actions = True

    def _newest(self, request: HttpRequest, rows: QuerySet[Any]) -> list[int]:
        """The ids of the newest of `rows`, one more than are numbered, falling."""
        border = cast(ShowOnly, self.model_admin).border
        if border is None:
            return list(rows.order_by("-pk").values_list("pk", flat=True)[: MOST_COUNTED + 1])
        within = rows.filter(**{border: OuterRef("pk")}).order_by("-pk").values("pk")[: MOST_COUNTED + 1]
        projects = Project.objects.filter(pk__in={held.project_id for held in memberships_of(user_of(request))})
        if asked := self.params.get(Borders.parameter_name):
            projects = projects.filter(slug=asked)
        found = [*projects.order_by().values_list(ArraySubquery(within), flat=True)]
        if self.model is AuditEvent and user_of(request).is_superuser:  # some are of no project, and theirs to see
            beyond = rows.filter(project__isnull=True).order_by("-pk").values_list("pk", flat=True)
            found.append(list(beyond[: MOST_COUNTED + 1]))
        return sorted((key for keys in found for key in keys or []), reverse=True)[: MOST_COUNTED + 1]

    def url_of_older(self) -> str | None:
        """Where the list goes on; None where this is all there is."""
        return self.get_query_string({BEFORE: self.older}, [PAGE_VAR]) if self.older else None

    def url_of_newest(self) -> str | None:
        """Back to the beginning; None where this is the beginning."""
        return self.get_query_string(remove=[BEFORE, PAGE_VAR]) if BEFORE in self.params else None


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


class ShowOnly(admin.ModelAdmin):
    """A list and a page per row, of what `visible` leaves; nothing is added, changed or deleted."""

    # The path to the project of a row, for the lists of what lies in projects; None for others.
    border: str | None = None
    list_per_page = 25
    show_full_result_count = False
    show_facets = ShowFacets.NEVER
    ordering = ("-pk",)
    # To sort by another column PostgreSQL would have to read every row there is.
    sortable_by = ()

    def visible(self, request: HttpRequest, rows: QuerySet[Any]) -> QuerySet[Any]:
        """Those of `rows` that the person may see."""
        shown: QuerySet[Any] = rows.visible_to(user_of(request))  # type: ignore[attr-defined]
        return shown

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return self.visible(request, super().get_queryset(request))

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
