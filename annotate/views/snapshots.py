"""Pages that are named as evidence: having one retrieved, how that goes, and the copy that was kept."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from annotate import snapshots
from annotate.views.article_original import as_download
from annotate.views.guard import SignedInRequest, project_of, signed_in
from annotate.views.review import own_annotation
from verification.actions.snapshots import check_link
from verification.exceptions import Refusal
from verification.models import LinkCopy, LinkSnapshot, Project
from verification.models.link_snapshot import LinkSnapshotQuerySet
from verification.text.segment import paragraphs


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def review_snapshots(request: HttpRequest, pk: int) -> HttpResponse:
    """The part of the review page that tells of the page at `url`; a POST has it retrieved first."""
    user: Any = request.user
    annotation = own_annotation(user, pk, text=False)
    url = (request.POST if request.method == "POST" else request.GET).get("url", "").replace("\x00", "")
    refusal = ""
    if request.method == "POST":
        try:
            check_link(annotation, url=url, by=user)
        except Refusal as refused:
            refusal = refused.message
    told = snapshots.context(annotation, snapshots.newest(annotation, url))
    return render(request, "review/snapshot.html", told | {"refusal": refusal}, status=400 if refusal else 200)


@require_safe
@signed_in
def snapshot(request: SignedInRequest, slug: str, pk: int) -> HttpResponse:
    """What was found at an address, and the text that was kept of it."""
    project = project_of(request, slug)
    shown = get_object_or_404(_seen(request, project).select_related("annotation"), pk=pk)
    text = LinkCopy.objects.filter(snapshot=shown).values_list("text", flat=True).first() or ""
    context = {
        "project": project,
        "snapshot": shown,
        "paragraphs": [span.slice(text) for span in paragraphs(text)],
        "claim": shown.annotation.claim_id,
        "is_mine": shown.annotation.person_id == request.user.pk,
    }
    return render(request, "claims/snapshot.html", context)


@require_safe
@signed_in
def snapshot_copy(request: SignedInRequest, slug: str, pk: int) -> HttpResponse:
    """The page byte for byte, to take away. Its name has an ending with which no browser runs what is in it."""
    project = project_of(request, slug)
    kept = get_object_or_404(LinkCopy.objects.select_related("snapshot"), snapshot__in=_seen(request, project), pk=pk)
    ending = ".pdf" if kept.snapshot.content_type == "application/pdf" else ".txt"
    return as_download(bytes(kept.content), f"{project.slug}-page-{kept.pk}{ending}")


def _seen(request: SignedInRequest, project: Project) -> LinkSnapshotQuerySet:
    return LinkSnapshot.objects.visible_to(request.user).filter(project=project)
