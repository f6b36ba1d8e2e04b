"""What a person was told: the newest first, and where it leads."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from annotate.paging import newest_first, whole
from annotate.views.guard import SignedInRequest, signed_in
from verification.actions.notices import mark_all_read, mark_read
from verification.models import Notice
from verification.vocabulary import NoticeKind


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def notices(request: SignedInRequest) -> HttpResponse:
    """A POST marks all that the page showed as read."""
    if request.method == "POST":
        mark_all_read(request.user, until=whole(request.POST.get("until")) or 0, by=request.user)
        return redirect("notices")
    found = Notice.objects.to(request.user).select_related("claim__project", "claim__article")
    rows = found.defer("claim__article__text")
    page = newest_first(rows, before=request.GET.get("before"), after=request.GET.get("after"))
    unread = any(notice.read_at is None for notice in page.rows)
    return render(request, "notices.html", {"page": page, "unread": unread})


@signed_in
@require_POST
def notice(request: SignedInRequest, pk: int) -> HttpResponse:
    """Marks it read and leads to what it is about."""
    told: Notice = get_object_or_404(Notice.objects.to(request.user).select_related("claim__project"), pk=pk)
    mark_read(told, by=request.user)
    if told.kind == NoticeKind.SENT_BACK and told.question_id is not None:
        return redirect("question", told.question_id)
    if told.kind == NoticeKind.ANSWERED:
        return redirect("adjudicate", told.claim.project.slug, told.claim_id)
    if told.kind == NoticeKind.ASSIGNED:  # it may be of many
        return redirect(f"{reverse('claims', args=[told.claim.project.slug])}?q=assigned:me")
    answer = redirect("claim", told.claim.project.slug, told.claim_id)
    if told.comment_id is not None:
        answer["Location"] += f"#comment-{told.comment_id}"
    return answer
