"""A project's guideline: its versions, what changed between any two, and writing the next."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from annotate.differences import differences
from annotate.paging import newest_first, whole
from annotate.project_forms import GuidelineForm
from annotate.views.guard import SignedInRequest, project_of, signed_in
from verification.actions.projects import add_guideline
from verification.exceptions import Conflict, Invalid
from verification.models import Guideline, Project
from verification.policies import require, why_not_lead, why_not_reread


@signed_in
@require_safe
def guideline(request: SignedInRequest, slug: str, version: int | None = None) -> HttpResponse:
    """One version, the newest where none is named, and the list of all."""
    project = project_of(request, slug)
    versions = project.guidelines.defer("text").select_related("author")
    newest = _newest(project)
    shown = newest if version is None else get_object_or_404(project.guidelines, version=version)
    context = {
        "project": project,
        "guideline": shown,
        "newest": newest,
        "page": newest_first(versions, before=request.GET.get("before")),
        "why_not_write": why_not_lead(request.user, project),
        "why_not_reread": why_not_reread(request.user, project),
    }
    return render(request, "guideline/guideline.html", context)


@signed_in
@require_safe
def guideline_compare(request: SignedInRequest, slug: str) -> HttpResponse:
    """What changed from version `from` to version `to`."""
    project = project_of(request, slug)
    newest = _newest(project)
    after = _version(project, request.GET.get("to"), newest.version)
    before = _version(project, request.GET.get("from"), max(after.version - 1, 1))
    context = {
        "project": project,
        "before": before,
        "after": after,
        "newest": newest,
        "lines": differences(before.text, after.text),
    }
    return render(request, "guideline/compare.html", context)


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def guideline_write(request: SignedInRequest, slug: str) -> HttpResponse:
    """The next version: looked at first, then added."""
    project = project_of(request, slug)
    require(why_not_lead(request.user, project))
    newest = _newest(project)
    if request.method != "POST":
        return _write(request, project, GuidelineForm(initial={"text": newest.text, "based_on": newest.version}))
    form = GuidelineForm(request.POST)
    if not form.is_valid():
        return _write(request, project, form, status=400)
    given = form.cleaned_data
    text = given["text"].replace("\r\n", "\n")
    if request.POST.get("do") == "preview":
        return _write(request, project, form, preview=text)
    based_on = given["based_on"] or newest.version
    try:
        added = add_guideline(project, text=text, note=given["note"], based_on=based_on, by=request.user)
    except Conflict as refusal:
        form.add_error(None, refusal.message)
        return _write(request, project, form, status=409)
    except Invalid as refusal:
        form.add_error("text", refusal.message)
        return _write(request, project, form, status=400)
    words = _("Version %(version)d is what annotators go by from now on.")
    messages.success(request, words % {"version": added.version})
    return redirect("guideline", slug)


def _write(
    request: SignedInRequest, project: Project, form: GuidelineForm, *, preview: str | None = None, status: int = 200
) -> HttpResponse:
    newest = _newest(project)
    is_outdated = status == 409
    written = form["text"].value().replace("\r\n", "\n") if is_outdated else preview
    context = {
        "project": project,
        "newest": newest,
        "form": form,
        # After a conflict the next attempt is made knowing of the version that came between.
        "based_on": newest.version if is_outdated else form["based_on"].value(),
        "preview": preview,
        "lines": differences(newest.text, written) if written is not None else [],
        "is_outdated": is_outdated,
    }
    return render(request, "guideline/write.html", context, status=status)


def _newest(project: Project) -> Guideline:
    newest = project.guidelines.select_related("author").order_by("-version").first()
    if newest is None:
        raise Http404  # a project made by hand in a shell
    return newest


def _version(project: Project, named: str | None, default: int) -> Guideline:
    """The version that the address names; the usual one where it names none."""
    number = whole(named)
    versions = project.guidelines.select_related("author")
    return get_object_or_404(versions, version=default if number is None else number)
