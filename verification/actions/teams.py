"""Making teams of annotators, saying who is in them, and dissolving them."""

from __future__ import annotations

from collections.abc import Collection

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from verification.actions.assignments import tell_of
from verification.actions.audit import record
from verification.actions.team_claims import give_to_members, lock_teams, take_from_members
from verification.exceptions import Conflict, Invalid
from verification.models import Assignment, Project, Team, TeamAssignment, TeamMember, User
from verification.models.team import MOST_MEMBERS
from verification.policies import require, require_state, why_not_be_in_team, why_not_lead

LONGEST_NAME = 80  # code points
MOST_TEAMS = 200  # in a project: a page lists them all


@transaction.atomic
def make_team(project: Project, *, name: str, people: Collection[User] = (), by: User) -> Team:
    """A team of annotators of the project. Raises Invalid where the name is missing or taken."""
    require(why_not_lead(by, project))
    _lock(project)
    name = _name(project, name)
    if Team.objects.filter(project=project).count() >= MOST_TEAMS:
        raise Invalid(_("At most %(most)d teams in a project. Dissolve one first.") % {"most": MOST_TEAMS})
    team = Team.objects.create(project=project, name=name, made_at=timezone.now(), made_by=by)
    record("team.made", by=by, subject=team, project=project)
    _add(team, people=people, by=by)
    return team


@transaction.atomic
def change_team(team: Team, *, name: str | None = None, people: Collection[User] | None = None, by: User) -> Team:
    """Gives the team another name, and makes `people` all that are in it. None leaves that as it is.

    Whoever joins gets their part of what the team was given, and is told once; whoever leaves loses theirs.
    """
    require(why_not_lead(by, team.project))
    _lock(team.project)
    team = _locked(team)
    if name is not None and (name := _name(team.project, name, besides=team)) != team.name:
        team.name = name
        team.save(update_fields=["name"])
        record("team.renamed", by=by, subject=team, project=team.project)
    if people is not None:
        wanted = {person.pk for person in people}
        held = set(team.members.values_list("person", flat=True))
        _take_out(team, people=held - wanted, by=by)
        _add(team, people=[person for person in people if person.pk not in held], by=by)
    return team


@transaction.atomic
def dissolve_team(team: Team, *, by: User) -> None:
    """The team is no more, and nothing is assigned to it. A place that a member holds stays theirs."""
    require(why_not_lead(by, team.project))
    team = _locked(team)
    take_from_members(team, people=team.members.values_list("person", flat=True))
    Assignment.objects.filter(team=team).delete()
    record(
        "team.dissolved", by=by, subject=team, project=team.project,
        people=sorted(team.members.values_list("person", flat=True)),
        claims=TeamAssignment.objects.filter(team=team).count(),
    )  # fmt: skip
    TeamAssignment.objects.filter(team=team).delete()
    TeamMember.objects.filter(team=team).delete()
    team.delete()


def leave_teams(project: Project, *, person: User, by: User | None) -> None:
    """Out of every team of the project; a step of actions that have asked."""
    for team in lock_teams(Team.objects.filter(project=project, members__person=person)):
        _take_out(team, people=[person.pk], by=by)


def _lock(project: Project) -> None:
    # Roles are taken under this lock too: nobody joins a team who stops judging meanwhile, and leaves all but it.
    Project.objects.select_for_update(no_key=True).get(pk=project.pk)


def _locked(team: Team) -> Team:
    found = lock_teams(Team.objects.filter(pk=team.pk))
    if not found:
        raise Conflict(_("This team was dissolved meanwhile."))
    return found[0]


def _name(project: Project, name: str, *, besides: Team | None = None) -> str:
    name = " ".join(name.split())
    why = None
    if not name:
        why = _("Give the team a name.")
    elif len(name) > LONGEST_NAME:
        why = _("At most %(most)d signs.") % {"most": LONGEST_NAME}
    elif Team.objects.filter(project=project, name__iexact=name).exclude(pk=besides.pk if besides else 0).exists():
        why = _("Another team of this project has this name.")
    if why is not None:
        raise Invalid(why, fields={"name": [why]})
    return name


def _add(team: Team, *, people: Collection[User], by: User) -> None:
    people = list({person.pk: person for person in people}.values())
    if not people:
        return
    for person in people:
        require_state(why_not_be_in_team(person, team.project))
    if team.members.count() + len(people) > MOST_MEMBERS:
        why = _("At most %(most)d people in a team. Make another.") % {"most": MOST_MEMBERS}
        raise Invalid(why, fields={"people": [why]})
    now = timezone.now()
    TeamMember.objects.bulk_create(
        TeamMember(team=team, person=person, joined_at=now, added_by=by) for person in people
    )
    give_to_members([team.pk], people=[person.pk for person in people])
    record("team.joined", by=by, subject=team, project=team.project, people=sorted(person.pk for person in people))
    tell_of(team.project, given=Assignment.objects.filter(team=team), people=people)


def _take_out(team: Team, *, people: Collection[int], by: User | None) -> None:
    if not people:
        return
    take_from_members(team, people=people)
    TeamMember.objects.filter(team=team, person__in=list(people)).delete()
    record("team.left", by=by, subject=team, project=team.project, people=sorted(people))
