"""Claims whose answer is known, how people judge them, and one's own calibration."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from annotate.known_answer_forms import AnswerForm, NewAnswerForm
from annotate.paging import by_name, newest_first, whole
from annotate.views.guard import SignedInRequest, project_of, signed_in
from annotate.views.people import people_of
from verification.actions.calibration import let_through
from verification.actions.known_answers import add_known_answer, change_known_answer, end_known_answer
from verification.exceptions import Conflict, Invalid
from verification.models import Claim, KnownAnswer, Membership, Project, User
from verification.policies import (
    require,
    why_not_judge,
    why_not_know_answers,
    why_not_see_known_answers,
)
from verification.reports.known_answers import answered_by, confused, how_many_are_left, score, scores_of
from verification.vocabulary import Role, Round


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def known_answers(request: SignedInRequest, slug: str) -> HttpResponse:
    """Newest first, and a form for one more; `?claim=` fills in which."""
    project = project_of(request, slug)
    require(why_not_see_known_answers(request.user, project))
    form = NewAnswerForm(initial={"claim": whole(request.GET.get("claim")), "round": Round.CALIBRATION.value})
    if request.method == "POST":
        require(why_not_know_answers(request.user, project))
        form = NewAnswerForm(request.POST)
        if form.is_valid() and _add(form, project, by=request.user):
            messages.success(request, _("The claim is set aside: it is no live work any more."))
            return redirect("known_answers", slug)
    rows = KnownAnswer.objects.visible_to(request.user).filter(project=project)
    context = {
        "project": project,
        "form": form,
        "page": newest_first(_with_claims(rows), before=request.GET.get("before"), after=request.GET.get("after")),
        "why_not_add": why_not_know_answers(request.user, project),
    }
    return render(request, "known_answers/list.html", context, status=400 if form.errors else 200)


def _add(form: NewAnswerForm, project: Project, *, by: User) -> bool:
    claim = Claim.objects.visible_to(by).filter(project=project, pk=form.cleaned_data["claim"]).first()
    if claim is None:
        form.add_error("claim", _("There is no such claim in this project."))
        return False
    try:
        add_known_answer(claim, round=Round(form.cleaned_data["round"]), by=by, **form.answer())
    except Invalid as refusal:
        form.refuse(refusal)
    except Conflict as refusal:
        form.add_error("claim", refusal.message)
    return form.is_valid()


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def known_answer(request: SignedInRequest, slug: str, pk: int) -> HttpResponse:
    """One of them: correcting the answer, or (`do=end`) taking it out of use."""
    project = project_of(request, slug)
    require(why_not_see_known_answers(request.user, project))
    rows = KnownAnswer.objects.visible_to(request.user).filter(project=project)
    known = get_object_or_404(_with_claims(rows).select_related("set_by"), pk=pk)
    form = AnswerForm(initial=AnswerForm.of(known))
    if request.method == "POST" and request.POST.get("do") == "end":
        said = _("It is out of use. What people said of it stays.")
        if end_known_answer(known, by=request.user):
            said = _("It is out of use, and its claim is live work again: nobody has had it.")
        messages.success(request, said)
        return redirect("known_answers", slug)
    if request.method == "POST":
        require(why_not_know_answers(request.user, project))
        form = AnswerForm(request.POST)
        if form.is_valid():
            try:
                change_known_answer(known, by=request.user, **form.answer())
            except Invalid as refusal:
                form.refuse(refusal)
            else:
                messages.success(request, _("The answer is corrected."))
                return redirect("known_answers", slug)
    context = {
        "project": project,
        "known": known,
        "form": form,
        "why_not_change": why_not_know_answers(request.user, project),
    }
    return render(request, "known_answers/answer.html", context, status=400 if form.errors else 200)


@signed_in
@require_safe
def known_answers_people(request: SignedInRequest, slug: str) -> HttpResponse:
    """The project's annotators by user name, each with how they judge what is known."""
    project = project_of(request, slug)
    require(why_not_know_answers(request.user, project))
    annotators = _annotators(project)
    page = by_name(annotators, after=request.GET.get("after"))
    scores = scores_of(page.rows, project=project)
    through = _through(project, page.rows)
    rows = [
        {
            "person": person,
            "calibration": scores.get((person.pk, Round.CALIBRATION)),
            "checks": scores.get((person.pk, Round.CHECK)),
            "membership": through[person.pk],
        }
        for person in page.rows
    ]
    context = {"project": project, "page": page, "rows": rows}
    return render(request, "known_answers/people.html", context)


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def known_answers_person(request: SignedInRequest, slug: str, pk: int) -> HttpResponse:
    """One person's verdicts beside the known ones; a POST lets them go on to live claims."""
    project = project_of(request, slug)
    require(why_not_know_answers(request.user, project))
    person = get_object_or_404(_annotators(project), pk=pk)
    if request.method == "POST":
        let_through(project, person=person, by=request.user)
        messages.success(request, _("%(person)s goes on to live claims.") % {"person": person.username})
        return redirect("known_answers_person", slug, pk)
    context = {
        "project": project,
        "person": person,
        "membership": _through(project, [person])[person.pk],
        "calibration": _shown(person, project, Round.CALIBRATION),
        "checks": _shown(person, project, Round.CHECK),
    }
    return render(request, "known_answers/person.html", context)


@signed_in
@require_safe
def calibration(request: SignedInRequest, slug: str) -> HttpResponse:
    """One's own: each verdict beside the known one, once all claims of the calibration are judged."""
    project = project_of(request, slug)
    require(why_not_judge(request.user, project))
    membership = _through(project, [request.user])[request.user.pk]
    is_through = not project.calibrates or membership.calibrated_at is not None
    left = 0 if is_through else how_many_are_left(project, person=request.user)
    shown = _shown(request.user, project, Round.CALIBRATION) if not left else None
    least = project.calibration_pass
    context = {
        "project": project,
        "left": left,
        "shown": shown,
        "may_go_on": is_through or least is None or (shown is not None and shown["score"].reaches(least)),
    }
    return render(request, "known_answers/own.html", context)


def _with_claims(rows: QuerySet[KnownAnswer]) -> QuerySet[KnownAnswer]:
    """With what a claim is covered for."""
    return rows.select_related("claim__article").defer("claim__article__text")


def _annotators(project: Project) -> Any:
    return people_of(project).filter(memberships__project=project, memberships__role=Role.ANNOTATOR)


def _through(project: Project, people: list[User]) -> dict[int, Membership]:
    """The memberships of annotators, by person."""
    held = Membership.objects.filter(project=project, role=Role.ANNOTATOR, user__in=people)
    return {membership.user_id: membership for membership in held.select_related("let_through_by")}


def _shown(person: User, project: Project, round: Round) -> dict[str, Any]:
    answered = answered_by(person, project=project, round=round)
    return {"answered": answered, "score": score(answered), "confused": confused(answered)}
