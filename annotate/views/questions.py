"""A judgement sent back with a question, its author's answer, and one more annotator for a claim."""

from __future__ import annotations

from django.contrib import messages
from django.db.models import Prefetch
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from annotate.adjudication_forms import WordsForm
from annotate.judgements import columns
from annotate.paging import newest_first
from annotate.views.guard import SignedInRequest, project_of, signed_in
from verification.actions.further import ask_further, take_place_back
from verification.actions.questions import answer, ask
from verification.exceptions import Conflict, Invalid
from verification.models import Claim, Judgement, Question
from verification.policies import (
    require,
    why_not_adjudicate,
    why_not_answer,
    why_not_ask,
    why_not_see_adjudication,
    why_not_take_up,
)


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def question_ask(request: SignedInRequest, slug: str, pk: int, judgement: int) -> HttpResponse:
    """Asks whoever made one of the judgements of a claim that waits for a decision."""
    claim = _claim(request, slug, pk)
    require(why_not_adjudicate(request.user, claim))
    shown = next((column for column in columns(claim, to=request.user) if column.judgement.pk == judgement), None)
    if shown is None or not Claim.objects.adjudicable_by(request.user).filter(pk=pk).exists():
        messages.info(request, _("This judgement was changed meanwhile, or the claim is decided: look again."))
        return redirect("adjudicate", slug, pk)
    require(why_not_ask(request.user, shown.judgement))
    form = WordsForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            ask(shown.judgement, text=form.cleaned_data["text"], by=request.user)
        except Invalid as refusal:
            form.refuse(refusal)
        except Conflict as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Asked. The answer will stand under the judgement."))
            return redirect("adjudicate", slug, pk)
    context = {"project": claim.project, "claim": claim, "column": shown, "form": form}
    return render(request, "adjudication/ask.html", context, status=400 if form.errors else 200)


@signed_in
@require_POST
def further(request: SignedInRequest, slug: str, pk: int) -> HttpResponse:
    """Asks a further annotator, or (`do=back`) takes the place back that nobody took."""
    claim = _claim(request, slug, pk)
    try:
        if request.POST.get("do") == "back":
            take_place_back(claim, by=request.user)
            messages.success(request, _("The claim waits for your decision again."))
            return redirect("adjudicate", slug, pk)
        ask_further(claim, by=request.user)
        messages.success(request, _("One more annotator will judge this claim; then it comes back here."))
    except Conflict as refusal:
        messages.info(request, str(refusal))
    return redirect("adjudication", slug)


@signed_in
@require_safe
def further_list(request: SignedInRequest, slug: str) -> HttpResponse:
    """The claims that wait for a further judgement, newest first."""
    project = project_of(request, slug)
    require(why_not_see_adjudication(request.user, project))
    found = Claim.objects.asked_further_by_adjudicators_like(request.user).filter(project=project)
    rows = found.select_related("article").defer("article__text").prefetch_related("attributions")
    page = newest_first(rows, before=request.GET.get("before"), after=request.GET.get("after"))
    return render(request, "adjudication/further.html", {"project": project, "page": page})


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def question(request: SignedInRequest, pk: int) -> HttpResponse:
    """A question about one's own judgement. An answer that is refused keeps every word."""
    latest = Judgement.objects.latest_per_annotation()
    mine = Question.objects.put_to(request.user).select_related("annotation__claim__project")
    asked: Question = get_object_or_404(
        mine.prefetch_related(Prefetch("annotation__judgements", latest, to_attr="newest")), pk=pk
    )
    claim = asked.annotation.claim
    form = WordsForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            answer(asked, text=form.cleaned_data["text"], by=request.user)
        except Invalid as refusal:
            form.refuse(refusal)
        except Conflict as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Answered. Your judgement stands as it is."))
            return redirect("home")
    context = {
        "project": claim.project,
        "claim": claim,
        "question": asked,
        "form": form,
        "closed": why_not_take_up(claim) or why_not_answer(request.user, asked),
    }
    return render(request, "adjudication/question.html", context, status=400 if form.errors else 200)


def _claim(request: SignedInRequest, slug: str, pk: int) -> Claim:
    found = Claim.objects.visible_to(request.user).filter(project__slug=slug).select_related("project")
    claim: Claim = get_object_or_404(found, pk=pk)
    return claim
