"""The releases of a project: asking for one, how far each has come, its files."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import FileResponse, Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django.views.decorators.vary import vary_on_headers
from django_htmx.http import HttpResponseClientRefresh

from annotate.paging import newest_first
from annotate.views.guard import SignedInRequest, project_of, signed_in
from verification.actions.releases import request_release, retry_release
from verification.exceptions import Conflict
from verification.jobs.heartbeat import worker_answers
from verification.jobs.release_files import BESIDE_THE_MANIFEST, archive_name, opened
from verification.models import Release
from verification.policies import require, why_not_release
from verification.vocabulary import ReleaseState

# What a manifest counts, in words.
COUNTS: dict[str, str | Promise] = {
    "claims": gettext_lazy("claims"),
    "claims_open": gettext_lazy("open claims, without their judgements"),
    "claims_resolved": gettext_lazy("resolved claims"),
    "claims_dropped": gettext_lazy("dropped claims"),
    "claims_withdrawn": gettext_lazy("withdrawn claims"),
    "articles": gettext_lazy("articles"),
    "annotators": gettext_lazy("annotators, under pseudonyms"),
    "annotations": gettext_lazy("annotations"),
    "judgements": gettext_lazy("judgements, every revision"),
    "evidence": gettext_lazy("pieces of evidence"),
    "searches": gettext_lazy("searches"),
    "resolutions": gettext_lazy("resolutions, superseded ones too"),
}


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
@vary_on_headers("HX-Request")
def releases(request: SignedInRequest, slug: str) -> HttpResponse:
    """Newest first; a POST asks for a new one."""
    project = project_of(request, slug)
    require(why_not_release(request.user, project))
    if request.method == "POST":
        release = request_release(project, by=request.user)
        messages.success(request, _("The release is requested. It appears here as soon as it is written."))
        return redirect("release", slug, release.pk)
    found = Release.objects.visible_to(request.user).filter(project=project).select_related("requested_by")
    page = newest_first(found, before=request.GET.get("before"))
    unfinished = found.unfinished().exists()
    context = {
        "project": project,
        "page": page,
        "unfinished": unfinished,
        "worker_answers": not unfinished or worker_answers(),
    }
    return render(request, "releases/table.html" if request.htmx else "releases/list.html", context)


@signed_in
@require_safe
@vary_on_headers("HX-Request")
def release(request: SignedInRequest, slug: str, pk: int) -> HttpResponse:
    """What is in it, what stays out and why, and its files with their sums."""
    shown = _release(request, slug, pk)
    unfinished = shown.state in (ReleaseState.REQUESTED, ReleaseState.WRITING)
    if request.htmx and not unfinished:
        return HttpResponseClientRefresh()
    manifest = shown.manifest or {}
    counts = manifest.get("counts", {})
    context = {
        "project": shown.project,
        "release": shown,
        "counts": [(words, counts[name]) for name, words in COUNTS.items() if name in counts],
        "held_back": manifest.get("held_back", []),
        "files": manifest.get("files", []),
        "archive": archive_name(shown),
        "bytes": sum(entry["bytes"] for entry in manifest.get("files", [])),
        "beside": BESIDE_THE_MANIFEST,
        "unfinished": unfinished,
        "worker_answers": not unfinished or worker_answers(),
    }
    return render(request, "releases/state.html" if request.htmx else "releases/release.html", context)


@signed_in
@require_POST
def release_retry(request: SignedInRequest, slug: str, pk: int) -> HttpResponse:
    """Has a failed release written once more."""
    shown = _release(request, slug, pk)
    try:
        retry_release(shown, by=request.user)
    except Conflict as refusal:
        messages.warning(request, refusal.message)
    else:
        messages.success(request, _("The release is on its way again."))
    return redirect("release", slug, pk)


@signed_in
@require_safe
def release_file(request: SignedInRequest, slug: str, pk: int, name: str) -> HttpResponseBase:
    """One file, or the archive of all, streamed."""
    try:
        content: Any = opened(_release(request, slug, pk), name)
    except FileNotFoundError:
        raise Http404 from None
    return FileResponse(content, as_attachment=True, filename=name)


def _release(request: SignedInRequest, slug: str, pk: int) -> Release:
    project = project_of(request, slug)
    require(why_not_release(request.user, project))
    found = Release.objects.visible_to(request.user).filter(project=project)
    return get_object_or_404(found.select_related("project", "requested_by"), pk=pk)
