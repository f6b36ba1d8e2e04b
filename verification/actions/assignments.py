"""Giving claims to people and teams, and taking that back. What is assigned comes first in what is next for them."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from verification.actions.audit import record
from verification.actions.notices import notify
from verification.actions.team_claims import give_parts, lock_teams
from verification.exceptions import Conflict
from verification.models import Assignment, Claim, Project, Team, TeamAssignment, User
from verification.policies import (
    require,
    require_state,
    why_not_assign,
    why_not_assign_to_teams,
    why_not_keep_for,
    why_not_steer,
)
from verification.vocabulary import NoticeKind


@transaction.atomic
def assign(
    claim: Claim,
    *,
    people: Sequence[User] = (),
    teams: Sequence[Team] = (),
    by: User,
    keeps: bool = False,
    tell: bool = True,
) -> Claim:
    """Gives the claim to `people` and to `teams`; with `keeps` to nobody else, while they are as many as it wants.

    All of them or none. A team's part is for whoever is in it, now or later. Saying it again changes whether it is kept
    for them. `tell` sends each a notice.
    """
    require(why_not_steer(by, claim.project))
    _lock_teams(teams)
    claim = _lock(claim, by=by)
    for person in people:
        require_state(why_not_assign(by, [claim], person).get(claim.pk))
    if teams:
        require_state(why_not_assign_to_teams([claim], teams).get(claim.pk))
    if keeps:
        require_state(why_not_keep_for([claim], people, teams).get(claim.pk))
    if not people and not teams:
        return claim
    now = timezone.now()
    Assignment.objects.bulk_create(
        [Assignment(claim=claim, person=person, keeps=keeps, assigned_at=now, assigned_by=by) for person in people],
        update_conflicts=True, unique_fields=["claim", "person", "team"], update_fields=["keeps"],
    )  # fmt: skip
    TeamAssignment.objects.bulk_create(
        [TeamAssignment(claim=claim, team=team, keeps=keeps, assigned_at=now, assigned_by=by) for team in teams],
        update_conflicts=True, unique_fields=["claim", "team"], update_fields=["keeps"],
    )  # fmt: skip
    if teams:
        give_parts(claim, teams=teams)
    record("claim.assigned", by=by, subject=claim, project=claim.project, keeps=keeps, **_facts(people, teams))
    if tell:
        tell_of_claims(claim.project, claims=[claim.pk], people=people, teams=teams)
    return claim


@transaction.atomic
def unassign(claim: Claim, *, people: Sequence[User] = (), teams: Sequence[Team] = (), by: User) -> Claim:
    """Takes back that the claim was given to `people` by name, and to `teams`. A place that one holds stays theirs."""
    require(why_not_steer(by, claim.project))
    _lock_teams(teams)
    claim = _lock(claim, by=by)
    by_name = Assignment.objects.filter(claim=claim, team__isnull=True, person__in=people).select_related("person")
    gone = [assignment.person for assignment in by_name]
    from_teams = [given.team for given in TeamAssignment.objects.filter(claim=claim, team__in=teams)]
    by_name.delete()
    Assignment.objects.filter(claim=claim, team__in=teams).delete()
    TeamAssignment.objects.filter(claim=claim, team__in=teams).delete()
    if gone or from_teams:
        record("claim.unassigned", by=by, subject=claim, project=claim.project, **_facts(gone, from_teams))
    return claim


def tell_of_claims(
    project: Project, *, claims: Sequence[int], people: Sequence[User], teams: Sequence[Team] = ()
) -> None:
    """One notice to each of `people` and of the members of `teams` for all these claims together."""
    of_teams = User.objects.filter(teams__team__in=teams).exclude(pk__in=[person.pk for person in people]).distinct()
    tell_of(project, given=Assignment.objects.filter(claim__in=claims), people=[*people, *of_teams])


def tell_of(project: Project, *, given: QuerySet[Assignment], people: Sequence[User]) -> None:
    """One notice to each of `people` for all that waits for them of `given`; a step of actions that have asked.

    It names the first of the claims, and none of a topic that the person leaves to others: such do not come to them.
    """
    for person in people:
        waits = given.filter(person=person, is_waiting=True, project=project)
        suits = waits.exclude(claim__topics__overlap=person.avoided_topics) if person.avoided_topics else waits
        first = suits.select_related("claim").order_by("claim").first()
        if first is not None:
            notify(person, kind=NoticeKind.ASSIGNED, claim=first.claim)


def release(project: Project, *, person: User, claims: Sequence[int] | None = None, by: User | None) -> None:
    """Takes back what a person of the project was given, or of these claims; a step of actions that have asked.

    By name and as one of a team. Of all that is not resolved, whether it waits for them or not: what is taken back
    would tell of the work otherwise.
    """
    given = Assignment.objects.filter(project=project, person=person, claim__resolved_at__isnull=True)
    if claims is not None:
        given = given.filter(claim__in=claims)
    # Locked before, in the order of every action on places.
    rows = Claim.objects.filter(pk__in=given.values("claim")).select_related("project").order_by("pk")
    for claim in list(rows.select_for_update(of=("self",))):
        Assignment.objects.filter(claim=claim, person=person).delete()
        record("claim.unassigned", by=by, subject=claim, project=claim.project, people=[person.pk])


def _lock_teams(teams: Sequence[Team]) -> None:
    if teams and len(lock_teams(Team.objects.filter(pk__in=[team.pk for team in teams]))) < len(set(teams)):
        raise Conflict(_("This team was dissolved meanwhile."))


def _facts(people: Sequence[User], teams: Sequence[Team]) -> dict[str, list[int]]:
    facts = {"people": [person.pk for person in people], "teams": [team.pk for team in teams]}
    return {name: ids for name, ids in facts.items() if ids or name == "people"}


def _lock(claim: Claim, *, by: User) -> Claim:
    """The claim as it stands now, with its stage as `by` may know it."""
    locked: Claim = (
        Claim.objects.with_stage_for(by).select_for_update(of=("self",)).select_related("project").get(pk=claim.pk)
    )
    return locked
