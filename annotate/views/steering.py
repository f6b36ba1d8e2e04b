"""Doing one thing with many claims: what and with which, what would happen, and how it went."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from annotate.claim_choice import chosen
from annotate.people_field import is_looking
from annotate.steering_forms import SteerForm
from annotate.views.guard import SignedInRequest, project_of, signed_in
from verification.actions.bulk import go_on, plan, preview
from verification.exceptions import Invalid
from verification.models import BulkChange, Claim, Team, User
from verification.models.bulk_change import MOST_AT_ONCE
from verification.policies import require, why_not_steer
from verification.vocabulary import BulkKind

SHOWN = 10  # claims named, of each kind


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def steer(request: SignedInRequest, slug: str) -> HttpResponse:
    """What to do with the claims that the address names; a POST plans it and leads to what would happen."""
    project = project_of(request, slug)
    require(why_not_steer(request.user, project))
    asked = request.GET or request.POST  # a script may send it all at once
    kind = _kind(asked.get("do"))
    choice = chosen(project, asked, by=request.user)
    is_sent = request.method == "POST" and not is_looking(request)
    said = {name: request.POST.getlist(name) for name in ("people", "teams")} | {"keeps": request.POST.get("keeps", "")}
    form = SteerForm(request.POST if is_sent else None, kind=kind, project=project, claims=choice.claims, initial=said)
    if "people" in form.fields:
        form.whom.offer_as_asked(request)
    if is_sent and form.is_valid():
        try:
            change = plan(project, kind=kind, claims=choice.claims, by=request.user, **form.said())
        except Invalid as refusal:
            form.add_error(None, refusal.message)
        else:
            return redirect("steering", slug, change.pk)
    context = {
        "project": project,
        "kind": kind,
        "form": form,
        "number": len(choice.claims),
        "is_cut": choice.is_cut,
        "most": MOST_AT_ONCE,
        "claims": _named(choice.claims),
        "nobody": form.offers_nobody(),
    }
    return render(request, "claims/steer.html", context, status=400 if form.errors else 200)


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def steering(request: SignedInRequest, slug: str, pk: int) -> HttpResponse:
    """What would happen; a POST does it, as much as one request may take, and the page goes on by itself."""
    project = project_of(request, slug)
    require(why_not_steer(request.user, project))
    mine = BulkChange.objects.visible_to(request.user).select_related("project")
    change: BulkChange = get_object_or_404(mine.filter(project=project), pk=pk)
    if request.method == "POST":
        go_on(change, by=request.user)
        return redirect("steering", slug, pk)
    found = preview(change, by=request.user) if change.begun_at is None else None
    refused: dict[str, list[int]] = {}
    for claim, why in change.refused:
        refused.setdefault(why, []).append(claim)
    groups = (
        [(why, len(claims), claims[:SHOWN]) for why, claims in found.refused.items()]
        if found
        else [(why, len(ids), _named(ids)) for why, ids in refused.items()]
    )
    context = {
        "project": project,
        "change": change,
        "kind": change.kind,
        "people": User.objects.filter(pk__in=change.people).order_by("username"),
        "teams": Team.objects.filter(pk__in=change.teams) if change.teams else [],
        "number": len(change.claims),
        "doable": len(found.doable) if found else 0,
        "some": found.doable[:SHOWN] if found else [],
        "groups": groups,
        "refused": sum(number for _why, number, _claims in groups),
        "was_done": change.done - len(change.refused),
    }
    return render(request, "claims/steering.html", context)


def _named(ids: list[int]) -> list[Claim]:
    rows = Claim.objects.filter(pk__in=ids[:SHOWN]).select_related("article").defer("article__text")
    return list(rows.order_by("-pk"))


def _kind(given: str | None) -> BulkKind:
    try:
        return BulkKind(given or BulkKind.ASSIGN)
    except ValueError:
        raise Http404 from None
