"""Resolved claims to look at again, because the guideline changed: which ones, and the list of them."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from annotate.article_forms import WhyForm
from annotate.guideline_sections import changed_sections
from annotate.paging import newest_first, whole
from annotate.rereading_forms import RereadingForm
from annotate.views.guard import SignedInRequest, project_of, signed_in
from verification.actions.rereadings import begin_rereading, reopen_reread, say_it_stands
from verification.exceptions import Conflict, Invalid
from verification.models import Guideline, RereadClaim, Rereading
from verification.policies import require, why_not_begin_rereading, why_not_reread
from verification.vocabulary import Reason, Topic, Verdict

MOST_LISTS = 20


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def rereadings(request: SignedInRequest, slug: str, version: int) -> HttpResponse:
    """The lists of one version of the guideline, and a form for another one."""
    project = project_of(request, slug)
    require(why_not_reread(request.user, project))
    guideline = get_object_or_404(project.guidelines.select_related("project"), version=version)
    before = project.guidelines.filter(version__lt=version).order_by("-version").first()
    sections = changed_sections(before.text, guideline.text) if before else []
    form = RereadingForm(request.POST if request.method == "POST" else None, sections=sections)
    if form.is_bound and form.is_valid():
        try:
            begun = _begin(guideline, form, request)
        except Invalid as refusal:
            form.add_error(None, refusal.message)
        else:
            return redirect("rereading", slug, begun.pk)
    lists = Rereading.objects.visible_to(request.user).filter(project=project, guideline=guideline)
    context = {
        "project": project,
        "guideline": guideline,
        "form": form,
        "why_not_begin": why_not_begin_rereading(request.user, project),
        "lists": lists.with_progress(request.user).select_related("begun_by").order_by("-pk")[:MOST_LISTS],
    }
    return render(request, "guideline/rereadings.html", context, status=400 if form.errors else 200)


def _begin(guideline: Guideline, form: RereadingForm, request: SignedInRequest) -> Rereading:
    given = form.cleaned_data
    return begin_rereading(
        guideline,
        sections=given.get("sections", []),
        verdicts=[Verdict(word) for word in given["verdicts"]],
        reasons=[Reason(word) for word in given["reasons"]],
        topics=[Topic(word) for word in given["topics"]],
        by=request.user,
    )


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def rereading(request: SignedInRequest, slug: str, pk: int) -> HttpResponse:
    """The claims of a list that nobody has looked at yet; a POST says of one that it stands, or opens it again."""
    project = project_of(request, slug)
    require(why_not_reread(request.user, project))
    lists = Rereading.objects.visible_to(request.user).filter(project=project)
    shown: Rereading = get_object_or_404(lists.with_progress(request.user).select_related("guideline"), pk=pk)
    listed = RereadClaim.objects.visible_to(request.user).filter(rereading=shown)
    refused, form = None, WhyForm()
    if request.method == "POST":
        one = get_object_or_404(
            listed.select_related("claim__project", "rereading__project"), pk=whole(request.POST.get("claim")) or 0
        )
        refused, form = _act(request, one)
        if not form.errors:
            return redirect(request.get_full_path())
    rows = listed.waiting().select_related("claim__article", "resolution").defer("claim__article__text")
    page = newest_first(rows, before=request.GET.get("before"), after=request.GET.get("after"))
    context = {"project": project, "rereading": shown, "page": page, "refused": refused, "form": form}
    return render(request, "guideline/rereading.html", context, status=400 if form.errors else 200)


def _act(request: SignedInRequest, one: RereadClaim) -> tuple[int | None, WhyForm]:
    """Does what the button says; a form with errors where a reason lacks."""
    if request.POST.get("do") != "reopen":
        try:
            say_it_stands(one, by=request.user)
            messages.success(request, _("It stands under this version, too."))
        except Conflict as refusal:
            messages.info(request, refusal.message)
        return None, WhyForm()
    form = WhyForm(request.POST)
    if form.is_valid():
        try:
            reopen_reread(one, why=form.cleaned_data["why"], by=request.user)
            messages.success(request, _("The claim is open again. The earlier resolution stays on record."))
        except Conflict as refusal:
            messages.info(request, refusal.message)
    return one.pk, form
