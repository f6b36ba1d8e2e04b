"""What people say about claims: on a claim's page, and the list of what is open."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from annotate.adjudication_forms import WordsForm
from annotate.discussion import who
from annotate.paging import newest_first, whole
from annotate.views.guard import SignedInRequest, project_of, signed_in
from verification.actions.comments import close_discussion, comment, withdraw_comment
from verification.exceptions import Conflict, Invalid
from verification.models import Annotation, Claim, Comment
from verification.models.comment import LOOKS_AFTER
from verification.policies import holds, require

FLAGGED = gettext_lazy(
    "Flagged for discussion. Curators and adjudicators who do not judge this claim read it; their answer comes to you"
    " as a notice. You can go on judging."
)


@signed_in
@require_POST
def comment_add(request: SignedInRequest, slug: str, pk: int) -> HttpResponse:
    """Begins a discussion, or answers one (`reply_to`). What is refused keeps its words, on a page of its own."""
    found = Claim.objects.visible_to(request.user).filter(project__slug=slug).select_related("project")
    claim: Claim = get_object_or_404(found, pk=pk)
    visible = Comment.objects.visible_to(request.user).filter(claim=claim)
    asked = whole(request.POST.get("reply_to"))
    reply_to = get_object_or_404(visible, pk=asked) if asked else None
    form = WordsForm(request.POST)
    place = Annotation.objects.filter(person=request.user, claim=claim, pk=whole(request.POST.get("review")) or 0)
    if form.is_valid():
        try:
            comment(claim, text=form.cleaned_data["text"], reply_to=reply_to, by=request.user)
        except Invalid as refusal:
            form.refuse(refusal)
        else:
            if (held := place.first()) is not None:
                messages.success(request, FLAGGED)
                return redirect("review", held.pk)
            messages.success(request, _("Sent. Whoever may read it finds it on the claim's page."))
            return redirect("claim", slug, pk)
    context = {"project": claim.project, "claim": claim, "form": form, "reply_to": reply_to}
    return render(request, "discussion/refused.html", context, status=400)


@signed_in
@require_POST
def comment_change(request: SignedInRequest, slug: str, pk: int) -> HttpResponse:
    """Closes a discussion, opens it again, or takes one's own words back, as the button `do` says."""
    visible = Comment.objects.visible_to(request.user).filter(project__slug=slug).select_related("claim__project")
    said: Comment = get_object_or_404(visible, pk=pk)
    try:
        match request.POST.get("do"):
            case "withdraw":
                withdraw_comment(said, by=request.user)
                messages.success(request, _("Your words are gone."))
            case "open":
                close_discussion(said, closed=False, by=request.user)
            case _:
                close_discussion(said, by=request.user)
    except Conflict as refusal:
        messages.info(request, str(refusal))
    return redirect("claim", slug, said.claim_id)


@signed_in
@require_safe
def discussions(request: SignedInRequest, slug: str) -> HttpResponse:
    """The open discussions that this curator or adjudicator may read, newest first."""
    project = project_of(request, slug)
    if not holds(request.user, project, *LOOKS_AFTER):
        require(_("Only curators and adjudicators of this project look after its discussions."))
    found = Comment.objects.visible_to(request.user).open_threads().filter(project=project)
    rows = found.with_writers().select_related("claim__article", "by").defer("claim__article__text")
    page = newest_first(rows, before=request.GET.get("before"), after=request.GET.get("after"))
    shown = [(said, _("you") if said.by_id == request.user.pk else who(said, said.claim)) for said in page.rows]
    return render(request, "discussion/list.html", {"project": project, "page": page, "rows": shown})
