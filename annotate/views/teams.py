"""The teams of a project: for its curators each of them, for annotators those that they are in."""

from __future__ import annotations

from django.contrib import messages
from django.db.models import Count
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from annotate.people_field import is_looking
from annotate.team_forms import TeamNameForm, TeamPeopleForm
from annotate.views.guard import SignedInRequest, project_of, signed_in
from verification.actions.teams import change_team, dissolve_team, make_team
from verification.exceptions import Conflict, Invalid
from verification.models import Team
from verification.policies import require, why_not_lead, why_not_see_teams


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def teams(request: SignedInRequest, slug: str) -> HttpResponse:
    """A curator reads how many are in each, and makes another; whoever is in one reads its name alone."""
    project = project_of(request, slug)
    require(why_not_see_teams(request.user, project))
    may_lead = why_not_lead(request.user, project) is None
    form = TeamNameForm(request.POST or None)
    if request.method == "POST":
        require(why_not_lead(request.user, project))
        if form.is_valid():
            try:
                made = make_team(project, name=form.cleaned_data["name"], by=request.user)
            except Invalid as refusal:
                form.add_error("name", refusal.message)
            else:
                messages.success(request, _("The team is made. Say who is in it."))
                return redirect("team", slug, made.pk)
    shown = Team.objects.visible_to(request.user).filter(project=project)
    rows = shown.annotate(size=Count("members")) if may_lead else shown
    context = {"project": project, "teams": rows, "form": form, "may_lead": may_lead}
    return render(request, "teams/list.html", context, status=400 if form.errors else 200)


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def team(request: SignedInRequest, slug: str, pk: int) -> HttpResponse:
    """For curators: who is in a team, what it is called, and dissolving it."""
    project = project_of(request, slug)
    require(why_not_lead(request.user, project))
    shown: Team = get_object_or_404(Team.objects.visible_to(request.user).filter(project=project), pk=pk)
    done = request.POST.get("do")
    name_form = TeamNameForm(request.POST if done == "rename" else None, initial={"name": shown.name})
    held = list(shown.members.values_list("person", flat=True))
    is_of_people = done == "people" and not is_looking(request)
    ticked = {"people": request.POST.getlist("people") if is_looking(request) else held}
    people_form = TeamPeopleForm(request.POST if is_of_people else None, project=project, initial=ticked)
    people_form.who.offer_as_asked(request, held=held)
    try:
        if done == "dissolve":
            dissolve_team(shown, by=request.user)
            messages.success(request, _("The team %(name)s is dissolved.") % {"name": shown.name})
            return redirect("teams", slug)
        if done == "rename" and name_form.is_valid():
            change_team(shown, name=name_form.cleaned_data["name"], by=request.user)
            messages.success(request, _("The team has its new name."))
            return redirect("team", slug, pk)
        if is_of_people and people_form.is_valid():
            change_team(shown, people=list(people_form.cleaned_data["people"]), by=request.user)
            messages.success(request, _("Who is in the team is saved."))
            return redirect("team", slug, pk)
    except Invalid as refusal:
        (name_form if done == "rename" else people_form).add_error(None, refusal.message)
    except Conflict as refusal:
        messages.error(request, refusal.message)
        return redirect("teams", slug)
    context = {"project": project, "team": shown, "name_form": name_form, "people_form": people_form}
    wrong = name_form.errors or people_form.errors
    return render(request, "teams/team.html", context, status=400 if wrong else 200)
