"""Adding articles: files, several at once, or a text by its words."""

from __future__ import annotations

from pathlib import PurePath
from typing import TypedDict

from django.conf import settings
from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from annotate.article_forms import AddTextForm
from annotate.views.guard import SignedInRequest, signed_in
from verification.actions.articles import add_file, add_text
from verification.exceptions import Invalid, Refusal
from verification.models import Project, User
from verification.policies import require, why_not_add_articles

SUFFIXES = (".txt", ".md", ".html", ".htm")


class Result(TypedDict):
    """What became of one file: the article it is now, or why it was refused."""

    name: str
    article: int | None
    why_not: str


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def article_add(request: SignedInRequest, slug: str) -> HttpResponse:
    """What became of each file is listed on the page that follows."""
    project = get_object_or_404(Project.objects.visible_to(request.user), slug=slug)
    require(why_not_add_articles(request.user, project))
    results = f"added-to-{project.pk}"
    form = AddTextForm()
    if request.method == "POST" and "files" in request.POST.getlist("what"):
        files = request.FILES.getlist("files")
        request.session[results] = [_add_file(project, file, by=request.user) for file in files]
        if not files:
            messages.warning(request, _("No file was chosen. Choose one or more, then add them."))
        return redirect("article_add", slug)
    if request.method == "POST":
        form = AddTextForm(request.POST)
        if form.is_valid() and (article := _add_text(request, project, form)):
            return redirect("article", slug, article)
    context = {
        "project": project,
        "form": form,
        "results": request.session.pop(results, None),
        "suffixes": SUFFIXES,
        "file_limit": settings.UPLOAD_LIMIT_MB,
        "most_files": settings.DATA_UPLOAD_MAX_NUMBER_FILES,
    }
    return render(request, "articles/add.html", context, status=400 if form.errors else 200)


def _add_file(project: Project, file: UploadedFile, *, by: User) -> Result:
    name = file.name or _("a file without a name")
    if PurePath(name).suffix.lower() not in SUFFIXES:
        known = ", ".join(SUFFIXES)
        return Result(name=name, article=None, why_not=_("Not one of %(known)s. Convert it first.") % {"known": known})
    try:
        # One byte more than the limit is enough to be refused; the rest of a huge file stays on the disk.
        content = file.read(settings.UPLOAD_LIMIT_MB * 1024 * 1024 + 1)
        return Result(name=name, article=add_file(project, name=name, content=content, by=by).pk, why_not="")
    except Refusal as refusal:
        return Result(name=name, article=None, why_not=refusal.message)


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
