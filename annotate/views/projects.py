"""A project itself: making one, and its settings."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from annotate.project_forms import NewProjectForm, SettingsForm
from annotate.views.guard import SignedInRequest, project_of, signed_in
from verification.actions.projects import change_project, create_project
from verification.actions.versions import version_of
from verification.exceptions import Conflict, Invalid
from verification.policies import require, why_not_create_projects, why_not_lead
from verification.vocabulary import Consensus


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def project_new(request: SignedInRequest) -> HttpResponse:
    require(why_not_create_projects(request.user))
    form = NewProjectForm(request.POST) if request.method == "POST" else NewProjectForm()
    if form.is_bound and form.is_valid():
        given = form.cleaned_data
        try:
            project = create_project(
                given["slug"],
                name=given["name"],
                by=request.user,
                language=given["language"],
                places=given["places"],
                consensus=Consensus(given["consensus"]),
                skip_limit=given["skip_limit"],
                guideline=given["guideline"],
            )
        except Invalid as refusal:
            form.add_error("slug" if "slug" in refusal.fields else None, refusal.message)
        else:
            words = _("“%(project)s” is made, and you are its curator. What comes next is below.")
            messages.success(request, words % {"project": project})
            return redirect("home")
    return render(request, "projects/new.html", {"form": form}, status=400 if form.errors else 200)


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def project_settings(request: SignedInRequest, slug: str) -> HttpResponse:
    """A change that would overwrite another curator's is shown beside it first."""
    project = project_of(request, slug)
    require(why_not_lead(request.user, project))
    form = SettingsForm(request.POST if request.method == "POST" else None, project=project)
    stored_now: list[tuple[object, object]] = []
    status = 200
    if form.is_bound and form.is_valid():
        try:
            change_project(project, change=form.change(), seen=request.POST.get("seen", ""), by=request.user)
        except Conflict as refusal:
            project.refresh_from_db()
            form = form.with_the_rest_from(project)
            form.is_valid()
            stored_now = form.differing_from(project)
            form.add_error(None, refusal.message)
            status = 409
        else:
            messages.success(request, _("The settings are saved."))
            return redirect("project_settings", slug)
    elif form.is_bound:
        status = 400
    context = {"project": project, "form": form, "seen": version_of(project), "stored_now": stored_now}
    if status == 400:
        context["seen"] = request.POST.get("seen", "")  # still what this person saw: a change meanwhile is told
    return render(request, "projects/settings.html", context, status=status)
