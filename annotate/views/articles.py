"""The articles of a project, how far each has come, and one with its claims marked."""

from __future__ import annotations

from django.contrib import messages
from django.db.models import F
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from django.views.decorators.vary import vary_on_headers
from django_htmx.http import HttpResponseClientRefresh

from annotate.article_forms import AddClaimForm, ArticleFilter
from annotate.paging import newest_first
from annotate.progress import stages_of, under_way, worker_answers
from annotate.templatetags.passage import Mark
from annotate.views.guard import SignedInRequest, signed_in
from verification.actions.articles import retry
from verification.actions.claims import add_claim
from verification.exceptions import Conflict, Invalid
from verification.models import Article, Claim, Project
from verification.models.article import UNFINISHED
from verification.policies import require, why_not_add_articles, why_not_add_claim, why_not_curate, why_not_retry
from verification.vocabulary import Stage, Target


@signed_in
@require_safe
@vary_on_headers("HX-Request")
def articles(request: SignedInRequest, slug: str) -> HttpResponse:
    """Newest first. While something is on its way the page asks for the table alone, every few seconds."""
    project = get_object_or_404(Project.objects.visible_to(request.user), slug=slug)
    found = Article.objects.visible_to(request.user).filter(project=project)
    chosen = ArticleFilter(request.GET)
    if chosen.is_valid() and (state := chosen.cleaned_data["state"]):
        found = found.filter(state=state)
    found = found.defer("text").annotate(file_name=F("original__name")).prefetch_related("publications")
    page = newest_first(found, before=request.GET.get("before"))
    stages = stages_of(page.rows, request.user)
    waiting = under_way(project)
    context = {
        "project": project,
        "rows": [(row, stages[row.pk]) for row in page.rows],
        "page": page,
        "filter": chosen,
        "why_not_add": why_not_add_articles(request.user, project),
        "why_not_retry": why_not_curate(request.user, project),
        "under_way": waiting,
        "worker_answers": not waiting or worker_answers(),
    }
    return render(request, "articles/table.html" if request.htmx else "articles/list.html", context)


@signed_in
@require_safe
@vary_on_headers("HX-Request")
def article(request: SignedInRequest, slug: str, pk: int) -> HttpResponse:
    """The text with its claims marked, each listed beside it at the stage that this person may know."""
    shown = _article(request, slug, pk)
    if request.htmx and shown.state not in UNFINISHED:
        return HttpResponseClientRefresh()
    return _show(request, shown, AddClaimForm(text=shown.text or ""))


@signed_in
@require_POST
def article_retry(request: SignedInRequest, slug: str, pk: int) -> HttpResponse:
    """Sends an article through again, and goes back to the page that the button stood on."""
    shown = _article(request, slug, pk)
    try:
        retry(shown, by=request.user)
    except Conflict as refusal:
        messages.warning(request, refusal.message)
    else:
        messages.success(request, _("“%(article)s” is on its way again.") % {"article": shown})
    return redirect("articles", slug) if "to_list" in request.POST else redirect("article", slug, pk)


@signed_in
@require_POST
def article_claim(request: SignedInRequest, slug: str, pk: int) -> HttpResponse:
    """Adds a claim that extraction missed; what was typed stays in the form where it cannot be added."""
    shown = _article(request, slug, pk)
    require(why_not_add_claim(request.user, shown))
    form = AddClaimForm(request.POST, text=shown.text or "")
    if form.is_valid():
        given = form.cleaned_data
        try:
            claim = add_claim(
                shown,
                start=given["start"],
                end=given["end"],
                statement=given["statement"],
                target=Target(given["target"]),
                by=request.user,
            )
        except (Invalid, Conflict) as refusal:
            form.add_error(None, refusal.message)
        else:
            messages.success(request, _("The claim is added. It waits in the queue with the others."))
            return redirect("claim", slug, claim.pk)
    return _show(request, shown, form, status=400)


def _article(request: SignedInRequest, slug: str, pk: int) -> Article:
    found = Article.objects.visible_to(request.user).filter(project__slug=slug).annotate(file_name=F("original__name"))
    return get_object_or_404(found.select_related("project", "same_as").defer("same_as__text"), pk=pk)


def _show(request: SignedInRequest, shown: Article, form: AddClaimForm, *, status: int = 200) -> HttpResponse:
    claims = list(
        Claim.objects.visible_to(request.user)
        .filter(article=shown)
        .with_stage_for(request.user)
        .prefetch_related("attributions")
        .order_by("start", "pk")
    )
    unfinished = shown.state in UNFINISHED
    context = {
        "project": shown.project,
        "article": shown,
        "publications": list(shown.publications.all()),
        "claims": claims,
        "marks": [_mark(claim) for claim in claims if claim.stage != Stage.WITHDRAWN],
        "form": form,
        "why_not_add_claim": why_not_add_claim(request.user, shown),
        "why_not_retry": why_not_curate(request.user, shown.project) or why_not_retry(shown),
        "unfinished": unfinished,
        "worker_answers": not unfinished or worker_answers(),
    }
    return render(request, "articles/state.html" if request.htmx else "articles/article.html", context, status=status)


def _mark(claim: Claim) -> Mark:
    return Mark(
        start=claim.start or 0, end=claim.end or 0, kind="other", note=claim.statement, anchor=f"claim-{claim.pk}"
    )
