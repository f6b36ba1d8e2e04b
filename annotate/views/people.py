"""The people of a project: who they are, their roles, and inviting more. For its curators."""

from __future__ import annotations

from django.contrib import messages
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from annotate.paging import by_name, newest_first
from annotate.people_forms import AddPersonForm, InviteToProjectForm, RolesForm
from annotate.views.guard import SignedInRequest, project_of, signed_in
from annotate.views.invitations import show_link
from verification.actions.invitations import invite
from verification.actions.members import add_member, set_roles
from verification.exceptions import Conflict, Invalid
from verification.models import Invitation, Membership, Project, User
from verification.models.membership import keep_at_hand
from verification.policies import holds, require, why_not_end_role, why_not_lead
from verification.vocabulary import Role


@signed_in
@require_safe
def people(request: SignedInRequest, slug: str) -> HttpResponse:
    """By user name, each with their roles and when they signed in last; nothing of what they judged."""
    project = _led(request, slug)
    page = by_name(people_of(project), after=request.GET.get("after"))
    held: dict[int, list[str]] = {user.pk: [] for user in page.rows}
    roles = Membership.objects.filter(project=project, user__in=page.rows).order_by("id")
    for user, role in roles.values_list("user", "role"):
        held[user].append(role)
    invitations = Invitation.objects.live().filter(project=project).select_related("invited_by")
    context = {
        "project": project,
        "page": page,
        "people": [(user, held[user.pk]) for user in page.rows],
        "invitations": newest_first(invitations, before=request.GET.get("before")),
    }
    return render(request, "people/list.html", context)


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def person(request: SignedInRequest, slug: str, pk: int) -> HttpResponse:
    """One person's roles in the project, and removing them from it."""
    project = _led(request, slug)
    shown = get_object_or_404(people_of(project), pk=pk)
    memberships = list(Membership.objects.filter(project=project, user=shown))
    form = RolesForm(initial={"roles": [membership.role for membership in memberships]})
    if request.method == "POST":
        is_removed = request.POST.get("do") == "remove"
        form = RolesForm({"roles": []} if is_removed else request.POST)
        if is_removed or form.is_valid():
            try:
                set_roles(project, user=shown, roles=[] if is_removed else form.chosen(), by=request.user)
            except Conflict as refusal:
                messages.error(request, refusal.message)
                return redirect("person", slug, pk)
            keep_at_hand(request.user)  # they may have taken a role from themselves
            said = _("%(person)s is removed.") if is_removed else _("The roles of %(person)s are saved.")
            messages.success(request, said % {"person": shown.username})
            return redirect("people", slug) if holds(request.user, project, Role.CURATOR) else redirect("home")
    context = {
        "project": project,
        "person": shown,
        "form": form,
        "why_not_remove": next(filter(None, map(why_not_end_role, memberships)), None),
    }
    return render(request, "people/person.html", context, status=400 if form.errors else 200)


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def person_invite(request: SignedInRequest, slug: str) -> HttpResponse:
    """By a link that is shown once, or by the exact name of an account that is here."""
    project = _led(request, slug)
    # Two forms on one page: their fields need names that differ.
    link_form = InviteToProjectForm()
    account_form = AddPersonForm(prefix="account")
    if request.method == "POST" and request.POST.get("what") == "account":
        account_form = AddPersonForm(request.POST, prefix="account")
        if account_form.is_valid():
            user = account_form.cleaned_data["username"]
            for role in account_form.chosen():
                add_member(project, user=user, role=role, by=request.user)
            messages.success(request, _("%(person)s is in this project now.") % {"person": user.username})
            return redirect("people", slug)
    elif request.method == "POST":
        link_form = InviteToProjectForm(request.POST)
        if link_form.is_valid():
            try:
                invitation, secret = invite(
                    project,
                    roles=link_form.chosen(),
                    note=link_form.cleaned_data["note"],
                    lasts=link_form.lasts(),
                    by=request.user,
                )
            except Invalid as refusal:
                link_form.add_error(None, refusal.message)
            else:
                return show_link(request, invitation, secret)
    context = {"project": project, "link_form": link_form, "account_form": account_form}
    wrong = link_form.errors or account_form.errors
    return render(request, "people/invite.html", context, status=400 if wrong else 200)


def _led(request: SignedInRequest, slug: str) -> Project:
    """The project, for its curators."""
    project = project_of(request, slug)
    require(why_not_lead(request.user, project))
    return project


def people_of(project: Project) -> QuerySet[User]:
    return User.objects.filter(Exists(Membership.objects.filter(project=project, user=OuterRef("pk"))))
