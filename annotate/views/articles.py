"""The articles of a project, and how far each has come."""

from __future__ import annotations

from django.contrib import messages
from django.db.models import F, QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from django.views.decorators.vary import vary_on_headers

from annotate.article_forms import ArticleFilter
from annotate.filters import active
from annotate.paging import newest_first
from annotate.progress import stages_of, under_way
from annotate.views.article import article_of
from annotate.views.guard import SignedInRequest, project_of, signed_in
from verification.actions.articles import retry
from verification.exceptions import Conflict
from verification.jobs.heartbeat import worker_answers
from verification.models import Article, Upload, User
from verification.models.beside import Beside, beside
from verification.models.prepared import Prepared, among
from verification.models.prepared_for import PreparedFor
from verification.policies import why_not_add_articles

RECENT = 3  # uploads that the list of articles leads to


@signed_in
@require_safe
@vary_on_headers("HX-Request")
def articles(request: SignedInRequest, slug: str) -> HttpResponse:
    """Newest first. While something is on its way the page asks for the table alone, every few seconds."""
    project = project_of(request, slug)
    found = Article.objects.visible_to(request.user).filter(project=project)
    chosen = ArticleFilter(request.GET)
    asked = chosen.cleaned_data if chosen.is_valid() else {}
    if asked.get("state"):
        found = found.filter(state=asked["state"])
    found = found.saying(asked.get("q") or "")
    page = newest_first(found.only("pk"), before=request.GET.get("before"), after=request.GET.get("after"))
    rows = _shown.rows(articles=[article.pk for article in page.rows]) if page.rows else []
    # What has no text has no claims.
    stages = stages_of([row for row in rows if row.sha256], request.user)
    waiting = under_way(project)
    why_not_add = why_not_add_articles(request.user, project)
    context = {
        "project": project,
        "rows": [(row, stages.get(row.pk, [])) for row in rows],
        "page": page,
        "form": chosen,
        "active": active(chosen, request.GET),
        "why_not_add": why_not_add,
        # The role that adds articles is the one that tries them again; the button's action asks for itself.
        "may_retry": why_not_add is None,
        "uploads": [] if chosen.changed_data else _recent.rows(request.user, project=project.pk),
        "under_way": waiting,
        "worker_answers": not waiting or worker_answers(),
    }
    return render(request, "articles/table.html" if request.htmx else "articles/list.html", context)


@Prepared
def _shown(articles: list[int]) -> QuerySet[Article]:
    rows = Article.objects.filter(among("pk", articles)).defer("text").annotate(file_name=F("original__name"))
    return beside(rows.order_by("-pk"), Beside("publications"))


@PreparedFor
def _recent(user: User, project: int) -> QuerySet[Upload]:
    return Upload.objects.visible_to(user).filter(project=project).select_related("by")[:RECENT]


@signed_in
@require_POST
def article_retry(request: SignedInRequest, slug: str, pk: int) -> HttpResponse:
    """Sends an article through again, and goes back to the page that the button stood on."""
    shown = article_of(request, slug, pk)
    try:
        retry(shown, by=request.user)
    except Conflict as refusal:
        messages.warning(request, refusal.message)
    else:
        messages.success(request, _("“%(article)s” is on its way again.") % {"article": shown})
    if "to_upload" in request.POST and shown.upload_id:
        return redirect("upload", slug, shown.upload_id)
    return redirect("articles", slug) if "to_list" in request.POST else redirect("article", slug, pk)
