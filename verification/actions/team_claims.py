"""What a team was given, for each of its members: steps of actions that have asked.

A member's part is an `Assignment` like any other, so that the queue finds it as it finds those by name. Teams are
locked before claims: nobody joins while a claim is being given, and none is given while somebody joins.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from django.db import connection
from django.db.models import QuerySet

from verification.models import Assignment, Claim, Team, TeamAssignment
from verification.models.exclusion import IS_KEPT_FROM

# Of a resolved claim nobody gets a part: it gets its parts anew when it is opened again.
_SPREAD = f"""
    INSERT INTO verification_assignment
        (claim_id, project_id, person_id, team_id, keeps, assigned_at, assigned_by_id, is_waiting)
    SELECT c.id, c.project_id, m.person_id, g.team_id, g.keeps, g.assigned_at, g.assigned_by_id, true
    FROM verification_teamassignment g
    JOIN verification_teammember m ON m.team_id = g.team_id
    JOIN verification_claim c ON c.id = g.claim_id
    WHERE c.resolved_at IS NULL AND {{which}}
        AND NOT {IS_KEPT_FROM.format(person="m.person_id", project="c.project_id")}
    ORDER BY c.id, m.person_id
    ON CONFLICT (claim_id, person_id, team_id) DO UPDATE SET keeps = EXCLUDED.keeps
        WHERE verification_assignment.keeps IS DISTINCT FROM EXCLUDED.keeps
"""  # noqa: S608 (put together from words of our own)


def lock_teams(teams: QuerySet[Team]) -> list[Team]:
    """As they stand now, in the order of every action on teams."""
    return list(teams.select_for_update(of=("self",)).select_related("project").order_by("pk"))


def give_parts(claim: Claim, *, teams: Sequence[Team] | None = None) -> None:
    """Each member of these teams, or of all that were given the claim, gets their part; the caller locked the claim."""
    which = "g.claim_id = %(claim)s"
    given: dict[str, Any] = {"claim": claim.pk}
    if teams is None:
        _spread(which, given)
    else:
        _spread(f"{which} AND g.team_id = ANY(%(teams)s)", {**given, "teams": [team.pk for team in teams]})


def give_to_members(teams: Collection[int], *, people: Collection[int]) -> None:
    """`people`, who are in these teams, get their parts of all that these were given."""
    _lock_claims(TeamAssignment.objects.filter(team__in=list(teams)))
    which = "g.team_id = ANY(%(teams)s) AND m.person_id = ANY(%(people)s)"
    _spread(which, {"teams": list(teams), "people": list(people)})


def take_from_members(team: Team, *, people: Collection[int]) -> None:
    """`people` lose their parts of all that the team was given. A place that one of them holds stays theirs."""
    _lock_claims(TeamAssignment.objects.filter(team=team))
    Assignment.objects.filter(team=team, person__in=list(people)).delete()


def _lock_claims(given: QuerySet[TeamAssignment]) -> None:
    """Or a place that is taken meanwhile would be noted with none of the parts that are being given."""
    rows = Claim.objects.filter(pk__in=given.values("claim"), resolved_at__isnull=True).order_by("pk")
    list(rows.select_for_update(of=("self",)).values_list("pk"))


def _spread(which: str, given: dict[str, Any]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(_SPREAD.format(which=which), given)
