"""Where judgements differ: the list for those who decide, and the page on which they do."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from annotate.adjudication_forms import DecisionForm
from annotate.judgements import Column, by_source, columns, differing, resolutions_of, rests_on
from annotate.paging import behind, most_urgent_first, position
from annotate.templatetags.passage import Mark
from annotate.views.guard import SignedInRequest, project_of, signed_in
from verification.actions import resolutions
from verification.exceptions import Conflict, Invalid
from verification.models import Claim, Judgement, Question, Resolution, User
from verification.policies import require, why_not_adjudicate, why_not_ask_further, why_not_see_adjudication
from verification.urgency import MOST_LINKED, apart_of, linked_of
from verification.vocabulary import EvidenceKind, Round


@signed_in
@require_safe
def adjudication(request: SignedInRequest, slug: str) -> HttpResponse:
    """What waits for this adjudicator, the furthest apart first, then the most consequential."""
    project = project_of(request, slug)
    require(why_not_see_adjudication(request.user, project))
    found = Claim.objects.adjudicable_by(request.user).filter(project=project)
    rows = found.select_related("article").defer("article__text").prefetch_related("attributions")
    page = most_urgent_first(rows, after=request.GET.get("after"), before=request.GET.get("before"))
    mix = _mix(page.rows, request.user)
    asked = _asked(page.rows, request.user)
    context = {
        "project": project,
        "page": page,
        "rows": [
            (claim, mix[claim.pk], apart_of(claim.urgency), _linked(claim), asked.get(claim.pk)) for claim in page.rows
        ],
        "most_linked": MOST_LINKED,
    }
    return render(request, "adjudication/list.html", context)


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def adjudicate(request: SignedInRequest, slug: str, pk: int) -> HttpResponse:
    """The judgements side by side, and the decision. A refused decision keeps every word."""
    claim = _claim(request, slug, pk)
    require(why_not_adjudicate(request.user, claim))
    shown = columns(claim, to=request.user)
    form = DecisionForm(request.POST if request.method == "POST" else None, columns=shown)
    if not Claim.objects.adjudicable_by(request.user).filter(pk=pk).exists():
        return _moved_on(request, claim, form)
    if request.method == "POST" and form.is_valid():
        try:
            resolutions.adjudicate(claim, **form.decision(), by=request.user)
        except Invalid as refusal:
            form.refuse(refusal)
        except Conflict:
            return _moved_on(request, claim, form)
        else:
            messages.success(request, _("Decided. Your rationale is on record with the claim."))
            return _next(request, claim)
    return render(request, "adjudication/claim.html", _context(claim, form, by=request.user), status=_status(form))


def _claim(request: SignedInRequest, slug: str, pk: int) -> Claim:
    found = Claim.objects.visible_to(request.user).with_suggestions_for(request.user).filter(project__slug=slug)
    return get_object_or_404(found.select_related("project", "article").prefetch_related("attributions"), pk=pk)


def _context(claim: Claim, form: DecisionForm, *, by: User) -> dict[str, object]:
    earlier = resolutions_of(claim, to=by)
    letters = {column.judgement.annotation_id: column.letter for column in form.columns}
    return {
        "project": claim.project,
        "claim": claim,
        "columns": form.columns,
        "sources": by_source(form.columns),
        "differs": differing(form.columns),
        "marks": _marks(claim, form.columns),
        "resolutions": [(resolution, rests_on(resolution, letters)) for resolution in earlier],
        "form": form,
        "why_not_further": why_not_ask_further(by, claim),
    }


def _marks(claim: Claim, shown: Iterable[Column]) -> list[Mark]:
    """The claim in its article, and the passages of that article that a judgement cites."""
    if claim.start is None or claim.end is None:
        return []
    marks = [Mark(start=claim.start, end=claim.end, kind="this")]
    for column in shown:
        for item in column.judgement.evidence.all():
            if item.kind == EvidenceKind.PASSAGE and item.article_id == claim.article_id:
                note = _("cited in judgement %(letter)s") % {"letter": column.letter}
                marks.append(Mark(start=item.start or 0, end=item.end or 0, kind="bears", note=note))
    return marks


def _moved_on(request: SignedInRequest, claim: Claim, form: DecisionForm) -> HttpResponse:
    """Somebody, or this person's own first click, decided the claim: nothing is lost and nothing is doubled."""
    standing = Resolution.objects.visible_to(request.user).live().filter(claim=claim).first()
    said = request.POST.get("rationale", "").strip()
    if standing is not None and standing.adjudicator_id == request.user.pk and said in ("", standing.rationale):
        messages.info(request, _("You have decided this claim already. Your decision stands as you first sent it."))
        return redirect("claim", claim.project.slug, claim.pk)
    if request.method != "POST":
        messages.info(request, _("This claim is not waiting for adjudication. Here is how it stands."))
        return redirect("claim", claim.project.slug, claim.pk)
    context = {"project": claim.project, "claim": claim, "said": said, "standing": standing, "form": form}
    return render(request, "adjudication/moved_on.html", context, status=409)


def _next(request: SignedInRequest, claim: Claim) -> HttpResponse:
    """To the claim that follows in the list; to its start behind the last one; to the list when none is left."""
    waiting = Claim.objects.adjudicable_by(request.user).filter(project=claim.project)
    ordered = waiting.order_by("-urgency", "pk")
    following = behind(ordered, position(claim)).first() or ordered.first()
    if following is None:
        return redirect("adjudication", claim.project.slug)
    return redirect("adjudicate", claim.project.slug, following.pk)


def _asked(found: list[Claim], user: User) -> dict[int, str]:
    """By claim id: "waits" where a question about one of its judgements waits for an answer, else "answered"."""
    questions = Question.objects.visible_to(user).filter(annotation__claim__in=found).order_by("-answered_at")
    # Those without an answer come first, and null is above all moments.
    asked: dict[int, str] = {}
    for claim_id, answered_at in questions.values_list("annotation__claim", "answered_at"):
        asked.setdefault(claim_id, "waits" if answered_at is None else "answered")
    return asked


def _linked(claim: Claim) -> int:
    return linked_of(claim.urgency, check_worthiness=claim.check_worthiness)


def _mix(found: list[Claim], user: User) -> dict[int, list[str]]:
    """By claim id: the verdicts of its judgements, in the order in which the places were taken."""
    latest = Judgement.objects.visible_to(user).latest_per_annotation()
    verdicts = latest.filter(annotation__claim__in=found, annotation__round=Round.INDEPENDENT)
    mix: dict[int, list[str]] = defaultdict(list)
    for claim_id, verdict in verdicts.order_by("annotation_id").values_list("annotation__claim", "verdict"):
        mix[claim_id].append(verdict or "")
    return mix


def _status(form: DecisionForm) -> int:
    return 400 if form.is_bound and form.errors else 200
