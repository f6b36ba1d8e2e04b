"""The dossiers of a project, and one with all that bears on its question. Curators lead them; all members read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.contrib import messages
from django.db.models import Count, Exists, OuterRef, Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from annotate.claim_choice import fitting, question_of
from annotate.dossier_forms import ChosenForm, ClaimForm, MergeForm, QuestionForm, SearchForm
from annotate.dossier_page import carry, counted, entries, links, moves, sources
from annotate.paging import newest_first, whole
from annotate.templatetags.covers import cover_of
from annotate.views.guard import SignedInRequest, project_of, signed_in
from verification.actions.dossiers import add_to_dossier, merge, open_dossier, reword, split, take_out, undo
from verification.exceptions import Invalid
from verification.models import Claim, Dossier, DossierClaim, DossierMove
from verification.models.beside import Beside, beside
from verification.policies import require, why_not_gather, why_not_undo

MOST_FOUND = 20


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def dossiers(request: SignedInRequest, slug: str) -> HttpResponse:
    """The list, newest first; sent a claim and a question, it opens a dossier."""
    project = project_of(request, slug)
    if request.method == "POST":
        require(why_not_gather(request.user, project))
        claim = _claim(request, slug, _cleaned(ClaimForm(request.POST))["claim"])
        question = _cleaned(QuestionForm(request.POST))["question"]
        dossier = open_dossier(claim, question=question, by=request.user)
        messages.success(request, _("The dossier is opened. Add the other claims that bear on its question."))
        return redirect("dossier", slug, dossier.pk)
    shown = Dossier.objects.visible_to(request.user).filter(project=project).standing()
    page = newest_first(shown, before=request.GET.get("before"), after=request.GET.get("after"))
    live = Q(members__removed_at__isnull=True)
    rows = Dossier.objects.filter(pk__in=[row.pk for row in page.rows]).annotate(
        claims=Count("members", live), articles=Count("members__claim__article", live, distinct=True)
    )
    context = {
        "project": project,
        "dossiers": list(rows.order_by("-pk")),
        "page": page,
        "why_not_lead": why_not_gather(request.user, project),
    }
    return render(request, "dossiers/list.html", context)


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def dossier(request: SignedInRequest, slug: str, pk: int) -> HttpResponse:
    """The page of one; sent what to `do`, it does that and shows itself again."""
    found = Dossier.objects.visible_to(request.user).filter(project__slug=slug)
    shown = get_object_or_404(found.select_related("project", "merged_into", "opened_by"), pk=pk)
    if request.method != "POST":
        return _show(request, shown)
    require(why_not_gather(request.user, shown.project, dossiers=[shown]))
    do = DOES.get(request.POST.get("do", ""))
    if do is None:
        raise Invalid(_("Nothing was chosen to be done. Load the page anew and try again."))
    said, where = do(request, shown)
    messages.success(request, said)
    sought = SearchForm(request.POST)
    if sought.is_valid() and sought.cleaned_data["q"]:  # on with what was found
        return redirect(f"{reverse('dossier', args=[slug, where.pk])}?{urlencode(sought.cleaned_data)}#find")
    return redirect("dossier", slug, where.pk)


def _show(request: SignedInRequest, shown: Dossier) -> HttpResponse:
    user = request.user
    listed = entries(shown, to=user)
    within, outside = links(listed)
    carry(listed, within, to=user)
    why_not_lead = why_not_gather(user, shown.project, dossiers=[shown])
    history = moves(shown)
    context = {
        "project": shown.project,
        "dossier": shown,
        "cover": list(
            dict.fromkeys(why for entry in listed for why in cover_of(user, entry.claim, entry.claim.article))
        ),
        "entries": listed,
        "articles": len({entry.claim.article_id for entry in listed}),
        "counted": counted(listed),
        "within": within,
        "outside": outside,
        "sources": sources(listed, to=user),
        "moves": [(move, why_not_undo(move)) for move in history],
        "why_not_lead": why_not_lead,
        "may_lead": why_not_lead is None and shown.merged_into_id is None,
        "add": ClaimForm(),
        **_found(request, shown),
        "reworded": QuestionForm(initial={"question": shown.question}, auto_id="reword_%s"),
        "splitting": QuestionForm(auto_id="split_%s"),
        "merging": MergeForm(),
    }
    return render(request, "dossiers/dossier.html", context)


def _found(request: SignedInRequest, shown: Dossier) -> dict[str, Any]:
    """The form that finds claims to put in, and what it found: the newest that are in no dossier."""
    form = SearchForm(request.GET)
    text = form.cleaned_data["q"] if form.is_valid() else ""
    if not text or why_not_gather(request.user, shown.project, dossiers=[shown]) is not None:
        return {"finding": SearchForm(), "sought": ""}
    misread, question = question_of(text)
    held = DossierClaim.objects.live().filter(claim=OuterRef("pk"))
    fit = fitting(shown.project, {}, question, by=request.user).filter(~Exists(held), withdrawn_at__isnull=True)
    rows = beside(fit.select_related("article").defer("article__text"), Beside("attributions", "position"))
    found = list(rows.order_by("-pk")[:MOST_FOUND]) if misread is None else []
    return {"finding": form, "sought": text, "misread": misread, "found": found, "most_found": MOST_FOUND}


Did = tuple[str, Dossier]


def _add(request: SignedInRequest, shown: Dossier) -> Did:
    claim = _claim(request, shown.project.slug, _cleaned(ClaimForm(request.POST))["claim"])
    add_to_dossier(shown, claim=claim, by=request.user)
    return _("The claim is in the dossier."), shown


def _take_out(request: SignedInRequest, shown: Dossier) -> Did:
    chosen = _chosen(request, shown)
    for claim in Claim.objects.filter(pk__in=chosen).order_by("pk"):
        take_out(shown, claim=claim, by=request.user)
    return _("Taken out. What was judged stays."), shown


def _split(request: SignedInRequest, shown: Dossier) -> Did:
    chosen = _chosen(request, shown)
    question = _cleaned(QuestionForm(request.POST))["question"]
    move = split(shown, claims=chosen, question=question, by=request.user)
    return _("This is the new dossier. What happened below takes it back."), move.target


def _merge(request: SignedInRequest, shown: Dossier) -> Did:
    others = Dossier.objects.visible_to(request.user).filter(project=shown.project)
    into = others.filter(pk=_cleaned(MergeForm(request.POST))["into"]).first()
    if into is None:
        raise Invalid(_("There is no such dossier in this project."))
    move = merge(shown, into=into, by=request.user)
    return _("All its claims are in this dossier now. What happened below takes it back."), move.target


def _reword(request: SignedInRequest, shown: Dossier) -> Did:
    reword(shown, question=_cleaned(QuestionForm(request.POST))["question"], by=request.user)
    return _("The question is changed."), shown


def _undo(request: SignedInRequest, shown: Dossier) -> Did:
    moved = DossierMove.objects.filter(Q(source=shown) | Q(target=shown)).select_related("source__project", "target")
    move = undo(get_object_or_404(moved, pk=whole(request.POST.get("move")) or 0), by=request.user)
    return _("Taken back: the claims are where they were."), move.source


DOES: dict[str, Callable[[SignedInRequest, Dossier], Did]] = {
    "add": _add,
    "take_out": _take_out,
    "split": _split,
    "merge": _merge,
    "reword": _reword,
    "undo": _undo,
}


def _chosen(request: SignedInRequest, shown: Dossier) -> list[int]:
    held = DossierClaim.objects.live().filter(dossier=shown).values_list("claim", flat=True)
    chosen: list[int] = _cleaned(ChosenForm(request.POST, among=list(held)))["claims"]
    return chosen


def _claim(request: SignedInRequest, slug: str, pk: int) -> Claim:
    claim = Claim.objects.visible_to(request.user).filter(project__slug=slug, pk=pk).select_related("project").first()
    if claim is None:
        raise Invalid(_("There is no such claim in this project."))
    return claim


def _cleaned(form: forms.Form) -> dict[str, Any]:
    """What was sent; raises Invalid with what is wrong, which the page of errors shows beside what was typed."""
    if not form.is_valid():
        fields = {name: [str(error) for error in errors] for name, errors in form.errors.items()}
        raise Invalid(next(iter(fields.values()))[0], fields=fields)
    return form.cleaned_data
