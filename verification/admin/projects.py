from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from verification.actions.projects import FIRST_GUIDELINE, change_project, create_project
from verification.actions.releases import request_release
from verification.actions.versions import version_of
from verification.models import Guideline, Membership, Project, WorthinessModel
from verification.vocabulary import Consensus, Engine

from .base import Rows, ShowOnly, do_each
from .borders import user_of
from .engine_figures import NEWEST, engine_figures

HOW_CLAIMS_COME = ("strategy", "random_share", "unaided_share", "shows_pace")
GIVEN = ("slug", "name", "language", "places", "consensus", "skip_limit")


class ProjectForm(forms.ModelForm):
    guideline = forms.CharField(
        widget=forms.Textarea, initial=FIRST_GUIDELINE, help_text=_("Markdown; the first version")
    )

    class Meta:
        model = Project
        fields = GIVEN


class Members(Rows):
    model = Membership
    fields = ("user", "role", "created_at")


class Guidelines(Rows):
    model = Guideline
    fields = ("version", "created_at")
    show_change_link = True


class Worthiness(Rows):
    model = WorthinessModel
    fields = ("number", "decisions", "created_at")


@admin.register(Project)
class ProjectAdmin(ShowOnly):
    """Whoever makes a project becomes its curator, and gives the other roles."""

    list_display = ("name", "slug", "language", "places", "consensus", "engine", "created_at")
    search_fields = ("slug__istartswith", "name__istartswith")
    inlines = (Members, Guidelines, Worthiness)
    actions = ("release", "use_rules", "use_language_model")
    fields = (*GIVEN, "engine", "engine_parameters", *HOW_CLAIMS_COME, "created_at")
    form = ProjectForm
    change_form_template = "admin/project.html"

    def get_fields(self, request: HttpRequest, obj: Project | None = None) -> tuple[str, ...]:
        return self.fields if obj else (*GIVEN, "guideline")

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        project = self.get_object(request, object_id)
        figures = engine_figures(project, user=user_of(request)) if project else []
        context = {"engine_figures": figures, "engine_figures_of": NEWEST, **(extra_context or {})}
        return super().change_view(request, object_id, form_url, context)

    def get_inlines(self, request: HttpRequest, obj: Project | None = None) -> tuple[type[Rows], ...]:
        return self.inlines if obj else ()

    def has_add_permission(self, request: HttpRequest) -> bool:
        return self.has_act_permission(request)

    def save_model(self, request: HttpRequest, obj: Project, form: Any, change: bool) -> None:
        given = form.cleaned_data
        made = create_project(
            given["slug"],
            name=given["name"],
            by=user_of(request),
            language=given["language"],
            places=given["places"],
            consensus=Consensus(given["consensus"]),
            skip_limit=given["skip_limit"],
            guideline=given["guideline"],
        )
        obj.pk = made.pk

    @admin.action(description=_("Request a release"))
    def release(self, request: HttpRequest, rows: QuerySet[Project]) -> None:
        do_each(request, rows, lambda project: request_release(project, by=user_of(request)))

    @admin.action(description=_("Look for claims with the built-in rules"))
    def use_rules(self, request: HttpRequest, rows: QuerySet[Project]) -> None:
        self._use(request, rows, Engine.RULES)

    @admin.action(description=_("Look for claims with the language model: texts are sent to its server"))
    def use_language_model(self, request: HttpRequest, rows: QuerySet[Project]) -> None:
        self._use(request, rows, Engine.LANGUAGE_MODEL)

    def _use(self, request: HttpRequest, rows: QuerySet[Project], engine: Engine) -> None:
        def use(project: Project) -> None:
            change_project(project, change={"engine": engine.value}, seen=version_of(project), by=user_of(request))

        do_each(request, rows, use)
