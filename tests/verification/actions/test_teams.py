"""Teams, what they are given, and that a member's part comes and goes with them."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import factories
from tests.factories import member
from tests.verification.actions.test_assignments import claims, given
from tests.verification.conftest import SUPPORTED, judge
from verification.actions.annotations import skip
from verification.actions.assignments import assign, unassign
from verification.actions.bulk import go_on, plan, preview
from verification.actions.claims import reopen
from verification.actions.exclusions import keep_from, let_have
from verification.actions.members import set_roles
from verification.actions.places import start_next
from verification.actions.teams import change_team, dissolve_team, make_team
from verification.exceptions import Conflict, Invalid, NotAllowed
from verification.models import Assignment, AuditEvent, Notice, Project, Team, TeamAssignment, TeamMember, User
from verification.models.claim_asking import asking
from verification.models.queue import how_many_wait
from verification.vocabulary import BulkKind, Role, SkipReason, Strategy, Topic


@pytest.fixture
def curator(project: Project) -> User:
    return member(project, Role.CURATOR)


@pytest.fixture
def ann(project: Project) -> User:
    return member(project, username="ann")


@pytest.fixture
def ben(project: Project) -> User:
    return member(project, username="ben")


@pytest.fixture
def team(project: Project, curator: User, ann: User, ben: User) -> Team:
    return make_team(project, name="North", people=[ann, ben], by=curator)


def test_a_claim_of_a_team_comes_first_for_each_member_and_its_places_go_to_different_people(
    project, curator, ann, ben, team
) -> None:
    best, low = claims(project, 0.9, 0.1)
    cid = member(project)
    change_team(team, people=[ann, ben, cid], by=curator)
    assign(low, teams=[team], by=curator)
    places = [start_next(project, by=person) for person in (ann, ben, cid)]
    assert [place.claim for place in places] == [low, low, best], "two places are two"
    assert [place.strategy for place in places[:2]] == [Strategy.ASSIGNED] * 2
    assert {place.slot for place in places[:2]} == {1, 2}


def test_kept_for_a_team_it_is_for_whoever_is_in_it_now(project, curator, ann, ben, team) -> None:
    [claim] = claims(project, 0.9)
    other, late = member(project), member(project)
    assign(claim, teams=[team], keeps=True, by=curator)
    assert start_next(project, by=other) is None
    assert start_next(project, by=late) is None
    change_team(team, people=[ann, ben, late], by=curator)
    assert Notice.objects.filter(person=late).count() == 1
    assert start_next(project, by=late).claim == claim
    change_team(team, people=[ben, late], by=curator)
    assert start_next(project, by=ann) is None, "who left has it no more"
    assert not ann.assignments.exists()
    change_team(team, people=[late], by=curator)
    assert start_next(project, by=other).claim == claim, "who is left is fewer than it wants judgements"


def test_kept_for_fewer_than_it_wants_judgements_is_refused(project, curator, ann, team) -> None:
    [claim] = claims(project, 0.9, topics=["casualties"])
    keep_from(project, person=ann, topic=Topic.CASUALTIES, by=curator)
    with pytest.raises(Conflict, match="wants 2 judgements"):
        assign(claim, teams=[team], keeps=True, by=curator)
    assert not TeamAssignment.objects.exists()
    assign(claim, teams=[team], people=[member(project)], keeps=True, by=curator)


def test_whoever_is_in_two_teams_or_named_besides_is_one_person(project, curator, ann, ben, team) -> None:
    [claim] = claims(project, 0.9)
    second = make_team(project, name="South", people=[ann], by=curator)
    with pytest.raises(Conflict, match="wants 2 judgements"):
        assign(claim, people=[ann], teams=[second], keeps=True, by=curator)
    assign(claim, people=[ann], teams=[team, second], keeps=True, by=curator)
    assert Notice.objects.filter(person=ann).count() == 1
    assert how_many_wait(project, person=ann, most=9) == 1
    unassign(claim, people=[ann], teams=[second], by=curator)
    assert start_next(project, by=ann).claim == claim, "it is theirs by the other team"
    assert start_next(project, by=member(project)) is None
    unassign(claim, teams=[team], by=curator)
    assert not Assignment.objects.exists()
    assert start_next(project, by=member(project)).claim == claim


def test_what_a_member_is_kept_from_goes_to_the_others_until_that_is_taken_back(project, curator, ann, team) -> None:
    [claim] = claims(project, 0.9, topics=["casualties"])
    assign(claim, teams=[team], by=curator)
    kept = keep_from(project, person=ann, topic=Topic.CASUALTIES, by=curator)
    assert not ann.assignments.exists()
    let_have(kept, by=curator)
    assert ann.assignments.get().claim == claim


def test_whoever_stops_judging_is_out_of_every_team(project, curator, ann, ben, team) -> None:
    [claim] = claims(project, 0.9)
    assign(claim, teams=[team], by=curator)
    set_roles(project, user=ann, roles=[Role.RESEARCHER], by=curator)
    assert [one.person for one in team.members.all()] == [ben]
    assert not ann.assignments.exists()
    with pytest.raises(Conflict, match="is no annotator"):
        change_team(team, people=[ann, ben], by=curator)


def test_joined_while_a_claim_was_resolved_it_is_theirs_once_it_is_open_again(project, curator, ann, ben, team) -> None:
    [claim] = claims(project, 0.9)
    assign(claim, teams=[team], by=curator)
    for person in (ann, ben):
        judge(claim, by=person, change=SUPPORTED)
    late = member(project)
    change_team(team, people=[ben, late], by=curator)
    assert not late.assignments.exists()
    reopen(claim, why="A new report", by=curator)
    assert {one.person for one in Assignment.objects.all()} == {ben, late}


def test_dissolved_it_leaves_nothing_but_its_audit_trail(project, curator, ann, team) -> None:
    best, low = claims(project, 0.9, 0.1)
    assign(low, teams=[team], by=curator)
    dissolve_team(team, by=curator)
    assert [model.objects.exists() for model in (Team, TeamMember, TeamAssignment, Assignment)] == [False] * 4
    assert start_next(project, by=ann).claim == best
    event = AuditEvent.objects.get(kind="team.dissolved")
    assert (event.facts["claims"], len(event.facts["people"])) == (1, 2)
    with pytest.raises(Conflict, match="dissolved meanwhile"):
        assign(best, teams=[team], by=curator)


def test_a_name_is_a_projects_once_and_a_team_is_for_curators(project, curator, ann, team) -> None:
    for name in (" ", "north ", "x" * 81):
        with pytest.raises(Invalid):
            make_team(project, name=name, by=curator)
    assert make_team(factories.ProjectFactory(), name="North", by=_curator_of(Project.objects.latest("pk")))
    change_team(team, name=" The  north ", by=curator)
    assert Team.objects.get(pk=team.pk).name == "The north"
    for by in (ann, member(project, Role.ADJUDICATOR)):
        for refused in (
            lambda by=by: make_team(project, name="Mine", by=by),
            lambda by=by: change_team(team, people=[], by=by),
            lambda by=by: dissolve_team(team, by=by),
        ):
            with pytest.raises(NotAllowed):
                refused()


def _curator_of(project: Project) -> User:
    return member(project, Role.CURATOR)


def test_many_claims_are_given_to_a_team_with_one_notice_each(project, curator, ann, ben, team) -> None:
    found = claims(project, 0.9, 0.5, 0.1)
    ids = [claim.pk for claim in found]
    change = plan(project, kind=BulkKind.ASSIGN, claims=ids, teams=[team], keeps=True, by=curator)
    assert len(preview(change, by=curator).doable) == 3
    go_on(change, by=curator)
    assert TeamAssignment.objects.count() == 3
    assert sorted(Notice.objects.values_list("person", flat=True)) == sorted([ann.pk, ben.pk])
    back = plan(project, kind=BulkKind.UNASSIGN, claims=ids, teams=[team], by=curator)
    assert go_on(back, by=curator).refused == []
    assert not Assignment.objects.exists()
    gone = plan(project, kind=BulkKind.ASSIGN, claims=ids, teams=[team], by=curator)
    dissolve_team(team, by=curator)
    assert [*preview(gone, by=curator).refused] == ["A team of these was dissolved meanwhile. Plan it anew."]


def test_is_found_by_the_name_of_the_team(project, curator, ann, team) -> None:
    from verification.asking import parse

    first, second = claims(project, 0.9, 0.5)
    empty = make_team(project, name="Empty", by=curator)
    assign(first, teams=[team], by=curator)
    assign(second, teams=[empty], by=curator)
    everything = type(first).objects.filter(project=project)
    stranger = member(project)
    for asked, by, expected in (
        ("assigned:North", curator, {first}),
        ("assigned:Empty", curator, {second}),
        ("assigned:anybody", curator, {first, second}),
        ("assigned:North", ann, {first}),
        ("assigned:me", ann, {first}),
        ("assigned:Empty", ann, set()),
        ("assigned:North,Empty,anybody", stranger, set()),
    ):
        assert set(asking(everything, parse(asked), by=by)) == expected, (asked, by)


def test_what_is_next_costs_as_many_queries_whatever_the_team_was_given_and_did(project, curator, ann, team) -> None:
    def cost() -> int:
        with CaptureQueriesContext(connection) as asked:
            place = start_next(project, by=ann)
        assert place.strategy == Strategy.ASSIGNED
        skip(place, reason=SkipReason.RATHER_NOT, by=ann)
        return len(asked)

    first, *rest = claims(project, *[0.5] * 12)
    assign(first, people=[ann], by=curator)
    by_name = cost()
    for claim in rest:
        assign(claim, teams=[team], by=curator, tell=False)
    assert {cost() for _turn in range(3)} == {by_name}
    assert given(project, ann) is not None
