"""Files sent in one go: sending them, one by one with a script or all at once without, and what became of each."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django.views.decorators.vary import vary_on_headers

from annotate.paging import newest_first
from annotate.upload_page import OUTCOMES, bundles_of, counts_of, rows_of
from annotate.views.guard import SignedInRequest, project_of, signed_in
from verification.actions.uploads import add_to_upload, retry_bundle, start_upload
from verification.api.errors import status_of
from verification.exceptions import Conflict, NotAllowed, Refusal
from verification.jobs.heartbeat import worker_answers
from verification.models import Bundle, Upload, User
from verification.policies import require, why_not_add_articles


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def uploads(request: SignedInRequest, slug: str) -> HttpResponse:
    """The uploads of the project, newest first. A POST begins one: with its files, or for a script to fill."""
    project = project_of(request, slug)
    require(why_not_add_articles(request.user, project))
    if request.method != "POST":
        found = Upload.objects.visible_to(request.user).filter(project=project).select_related("by")
        page = newest_first(found, before=request.GET.get("before"))
        return render(request, "uploads/list.html", {"project": project, "page": page})
    files = request.FILES.getlist("files")
    if not files and "begin" not in request.POST:
        messages.warning(request, _("No file was chosen. Choose one or more, then add them."))
        return redirect("article_add", slug)
    upload = start_upload(project, by=request.user)
    if not files:
        address = reverse("upload", args=[slug, upload.pk])
        return JsonResponse({"page": address, "files": reverse("upload_file", args=[slug, upload.pk])}, status=201)
    for file in files:
        _take(upload, file, by=request.user)
    return redirect("upload", slug, upload.pk)


@signed_in
@require_POST
def upload_file(request: SignedInRequest, slug: str, pk: int) -> JsonResponse:
    """Takes one file; the page's script sends them so, several at a time."""
    upload = _upload(request, slug, pk)
    file = request.FILES.get("file")
    if file is None:
        return JsonResponse({"message": _("No file came with this. Send it again.")}, status=400)
    refusal = _take(upload, file, by=request.user)
    if refusal is not None:
        return JsonResponse({"message": refusal.message}, status=status_of(refusal))
    return JsonResponse({}, status=201)


@signed_in
@require_safe
@vary_on_headers("HX-Request")
def upload(request: SignedInRequest, slug: str, pk: int) -> HttpResponse:
    """Each file and what became of it. While anything is on its way the page asks for news, every few seconds."""
    shown = _upload(request, slug, pk)
    outcome = request.GET.get("outcome", "")
    counts = counts_of(shown)
    bundles = bundles_of(shown)
    unfinished = bool(counts["unfinished"]) or any(bundle.failure is None for bundle in bundles)
    context = {
        "project": shown.project,
        "upload": shown,
        "outcome": outcome,
        "outcomes": [(name, words, counts[name]) for name, (words, _states) in OUTCOMES.items() if counts[name]],
        "in_all": counts.total() + len(shown.refused),
        "page": rows_of(shown, outcome=outcome, after=request.GET.get("after")),
        "bundles": bundles,
        "refused": shown.refused if outcome in ("", "refused") and "after" not in request.GET else [],
        "unfinished": unfinished,
        "worker_answers": not unfinished or worker_answers(),
    }
    return render(request, "uploads/state.html" if request.htmx else "uploads/upload.html", context)


@signed_in
@require_POST
def bundle_retry(request: SignedInRequest, slug: str, pk: int, bundle: int) -> HttpResponse:
    """Takes a failed bundle apart once more, and goes back to its upload."""
    shown = _upload(request, slug, pk)
    try:
        retry_bundle(get_object_or_404(Bundle, upload=shown, pk=bundle), by=request.user)
    except Conflict as refusal:
        messages.warning(request, refusal.message)
    return redirect("upload", slug, pk)


def _upload(request: SignedInRequest, slug: str, pk: int) -> Upload:
    found = Upload.objects.visible_to(request.user).filter(project__slug=slug).select_related("project", "by")
    return get_object_or_404(found, pk=pk)


def _take(upload: Upload, file: UploadedFile, *, by: User) -> Refusal | None:
    """Adds one file; a refusal is given back, so that it stops no other, and stands in the upload's list."""
    # One byte more than the limit is enough to be refused; the rest of a huge file stays on the disk.
    content = file.read(settings.UPLOAD_LIMIT_MB * 1024 * 1024 + 1)
    try:
        add_to_upload(upload, name=file.name or _("a file without a name"), content=content, by=by)
    except NotAllowed:
        raise
    except Refusal as refusal:
        return refusal
    return None
