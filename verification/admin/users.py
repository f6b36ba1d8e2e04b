from __future__ import annotations

from typing import Any, cast

from django import forms
from django.contrib import admin
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.debug import sensitive_variables

from verification.actions.members import add_member
from verification.actions.users import create_user, let_in, recover, shut_out, take_off_two_factor
from verification.models import Membership, Project, User
from verification.vocabulary import Role

from .base import Rows, ShowOnly, do_each
from .borders import user_of


class UserForm(forms.ModelForm):
    project = forms.ModelChoiceField(Project.objects.none(), required=False)
    roles = forms.MultipleChoiceField(
        choices=[(role.value, gettext_lazy(role.value)) for role in Role],
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=gettext_lazy("In that project. More can be given under memberships."),
    )

    class Meta:
        model = User
        fields = ("username", "is_superuser")
        labels = {"is_superuser": gettext_lazy("Administrator")}
        help_texts = {
            "is_superuser": gettext_lazy(
                "May use this administration, within the projects that they are a member of, and make accounts."
            )
        }

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        if given.get("roles") and not given.get("project"):
            self.add_error("project", _("Choose the project in which they hold these roles."))
        return given


class Memberships(Rows):
    """The roles in projects of which the administrator is a member too."""

    model = Membership
    fk_name = "user"
    fields = ("project", "role", "created_at")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).filter(project__in=Project.objects.visible_to(user_of(request)))


@admin.register(User)
class UserAdmin(ShowOnly):
    """Nobody but the person knows their password: they choose it by a link, shown once to whoever makes it."""

    list_display = ("username", "is_active", "is_superuser", "last_login", "date_joined")
    list_filter = ("is_active", "is_superuser")
    search_fields = ("username__istartswith",)
    inlines = (Memberships,)
    actions = ("recovery_links", "take_off_two_factor", "shut_out", "let_in")
    fields = ("username", "is_active", "is_superuser", "last_login", "date_joined")
    form = UserForm

    def visible(self, person: User, rows: QuerySet[Any]) -> QuerySet[Any]:
        return rows if person.is_superuser else rows.filter(pk=person.pk)

    def get_fields(self, request: HttpRequest, obj: User | None = None) -> tuple[str, ...]:
        return self.fields if obj else ("username", "is_superuser", "project", "roles")

    def get_inlines(self, request: HttpRequest, obj: User | None = None) -> tuple[type[Rows], ...]:
        return self.inlines if obj else ()

    def get_form(self, request: HttpRequest, obj: User | None = None, change: bool = False, **kwargs: Any) -> Any:
        form = super().get_form(request, obj, change, **kwargs)
        if obj is None:
            project = cast(forms.ModelChoiceField, form.base_fields["project"])
            project.queryset = Project.objects.visible_to(user_of(request))
        return form

    def has_add_permission(self, request: HttpRequest) -> bool:
        return self.has_act_permission(request)

    @sensitive_variables("link")
    def save_model(self, request: HttpRequest, obj: User, form: Any, change: bool) -> None:
        given = form.cleaned_data
        made, link = create_user(given["username"], by=user_of(request), is_superuser=given["is_superuser"])
        for role in given["roles"]:
            add_member(given["project"], user=made, role=Role(role), by=user_of(request))
        obj.pk = made.pk
        obj.recovery_link = link  # type: ignore[attr-defined]

    def response_add(self, request: HttpRequest, obj: User, post_url_continue: str | None = None) -> HttpResponse:
        return _show_once(request, [(obj.username, obj.recovery_link)])  # type: ignore[attr-defined]

    @admin.action(
        description=gettext_lazy("Give recovery links: their passwords and sessions end"), permissions=["act"]
    )
    def recovery_links(self, request: HttpRequest, rows: QuerySet[User]) -> HttpResponse | None:
        made: list[tuple[str, str]] = []
        with transaction.atomic():
            do_each(request, rows, lambda user: made.append((user.username, recover(user, by=user_of(request)))))
        return _show_once(request, made) if made else None

    @admin.action(
        description=gettext_lazy("Take two-factor and passkeys off: they lost their device"), permissions=["act"]
    )
    def take_off_two_factor(self, request: HttpRequest, rows: QuerySet[User]) -> None:
        do_each(request, rows, lambda user: take_off_two_factor(user, by=user_of(request)))

    @admin.action(description=gettext_lazy("Shut out: they may not sign in any more"), permissions=["act"])
    def shut_out(self, request: HttpRequest, rows: QuerySet[User]) -> None:
        do_each(request, rows, lambda user: shut_out(user, by=user_of(request)))

    @admin.action(description=gettext_lazy("Let in again"), permissions=["act"])
    def let_in(self, request: HttpRequest, rows: QuerySet[User]) -> None:
        do_each(request, rows, lambda user: let_in(user, by=user_of(request)))


def _show_once(request: HttpRequest, secrets: list[tuple[str, str]]) -> TemplateResponse:
    """The only page that ever shows a link; not through a message, which would travel in a cookie."""
    context = {
        **admin.site.each_context(request),
        "title": _("Recovery links"),
        "opts": User._meta,
        "secrets": secrets,
    }
    return TemplateResponse(request, "admin/secret.html", context)
