"""Adding articles: the page to choose files on, a text by its words, a page by its address."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from annotate.article_forms import AddAddressForm, AddTextForm
from annotate.views.guard import SignedInRequest, project_of, signed_in
from verification.actions.articles import add_address, add_text
from verification.exceptions import Invalid
from verification.models import Project
from verification.policies import require, why_not_add_articles
from verification.text.kinds import BUNDLE_KINDS, KINDS
from verification.text.rows import COLUMNS


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def article_add(request: SignedInRequest, slug: str) -> HttpResponse:
    """A text or an address is taken here; files go to an upload, whose page tells what became of each."""
    project = project_of(request, slug)
    require(why_not_add_articles(request.user, project))
    form, by_address = AddTextForm(), AddAddressForm()
    if request.method == "POST" and "by-address" in request.POST:
        by_address = AddAddressForm(request.POST)
        if by_address.is_valid():
            article_by_address = add_address(project, url=by_address.cleaned_data["address"], by=request.user)
            messages.success(request, _("The page is being retrieved. Its claims appear here as soon as it is read."))
            return redirect("article", slug, article_by_address.pk)
    elif request.method == "POST":
        form = AddTextForm(request.POST)
        if form.is_valid() and (article := _add_text(request, project, form)):
            return redirect("article", slug, article)
    context = {
        "project": project,
        "form": form,
        "by_address": by_address,
        "may_retrieve": settings.RETRIEVAL,
        "suffixes": [*KINDS, *BUNDLE_KINDS],
        "file_limit": settings.UPLOAD_LIMIT_MB,
        "most_files": settings.DATA_UPLOAD_MAX_NUMBER_FILES,
        "most_parts": settings.PARTS_LIMIT,
        "columns": ", ".join(f"“{column}”" for column in COLUMNS if column != "text"),
        "most_bytes": settings.UPLOAD_LIMIT_MB * 1024 * 1024,
    }
    return render(request, "articles/add.html", context, status=400 if form.errors or by_address.errors else 200)


def _add_text(request: SignedInRequest, project: Project, form: AddTextForm) -> int | None:
    """The id of the article that has the text now; None where it was refused, and the form says why."""
    given = form.cleaned_data
    try:
        article, is_new = add_text(
            project,
            text=given["text"],
            title=given["title"],
            language=given["language"] or None,
            ran=form.ran(),
            by=request.user,
        )
    except Invalid as refusal:
        form.add_error("text" if "text" in refusal.fields else None, refusal.message)
        return None
    if is_new:
        messages.success(request, _("The article is added. Its claims appear here as soon as they are extracted."))
    else:
        messages.info(request, _("This text is known already: here it is. What you said of where it ran is added."))
    return article.pk
