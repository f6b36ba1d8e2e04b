"""One thing with many claims: what would happen, what does, and that one that is refused stops none."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import factories
from tests.factories import member
from tests.verification.actions.test_assignments import claims
from tests.verification.conftest import SUPPORTED, judge
from verification.actions.bulk import AT_A_TIME, go_on, plan, preview
from verification.actions.claims import reopen, withdraw
from verification.actions.exclusions import keep_from
from verification.actions.places import start_next
from verification.exceptions import Invalid, NotAllowed
from verification.models import Assignment, AuditEvent, BulkChange, Claim, Notice, Project, User
from verification.models.bulk_change import MOST_AT_ONCE
from verification.vocabulary import BulkKind, Priority, Role, Topic


@pytest.fixture
def curator(project: Project) -> User:
    return member(project, Role.CURATOR)


def ids(*found: Claim) -> list[int]:
    return [claim.pk for claim in found]


def test_withdraws_what_it_can_and_says_of_each_other_why_not(project, curator) -> None:
    first, second, third = claims(project, 0.9, 0.5, 0.1)
    withdraw(second, why="Twice", by=curator)
    change = plan(project, kind=BulkKind.WITHDRAW, claims=ids(first, second, third), why="Out of scope", by=curator)
    assert not Claim.objects.filter(pk__in=ids(first, third), withdrawn_at__isnull=False).exists(), "only planned"
    found = preview(change, by=curator)
    assert found.doable == [first, third]
    assert found.refused == {"This claim is withdrawn already.": [second]}
    withdraw(third, why="Meanwhile", by=curator)
    change = go_on(change, by=curator)
    assert change.finished_at is not None
    assert change.refused == [[pk, "This claim is withdrawn already."] for pk in ids(second, third)]
    first.refresh_from_db()
    third.refresh_from_db()
    assert (first.withdrawn_why, third.withdrawn_why) == ("Out of scope", "Meanwhile")
    assert AuditEvent.objects.filter(kind="claim.withdrawn", subject_id=first.pk, actor=curator.pk).exists()
    again = plan(project, kind=BulkKind.REOPEN, claims=ids(first, second), why="In scope", by=curator)
    assert go_on(again, by=curator).refused == []
    assert not Claim.objects.filter(project=project, withdrawn_at__isnull=False).exclude(pk=third.pk).exists()


def test_assigns_and_tells_each_person_once(project, curator) -> None:
    ann, ben = member(project), member(project)
    first, second, theirs = claims(project, 0.9, 0.5, 0.1)
    Claim.objects.filter(pk=theirs.pk).update(topics=["casualties"])
    keep_from(project, person=ben, topic=Topic.CASUALTIES, by=curator)
    given = {"claims": ids(first, second, theirs), "people": [ann, ben], "keeps": True}
    change = plan(project, kind=BulkKind.ASSIGN, by=curator, **given)
    why = f"{ben.username} is kept from claims like this one."
    assert preview(change, by=curator).refused == {why: [theirs]}
    assert go_on(change, by=curator).refused == [[theirs.pk, why]]
    assert Assignment.objects.count() == 4
    assert sorted(Notice.objects.values_list("person", "claim")) == sorted([(ann.pk, first.pk), (ben.pk, first.pk)])
    back = plan(project, kind=BulkKind.UNASSIGN, claims=ids(first), people=[ann], by=curator)
    go_on(back, by=curator)
    assert Assignment.objects.count() == 3


def test_is_done_a_part_at_a_time_and_each_claim_once(project, curator) -> None:
    found = claims(project, *[0.5] * (AT_A_TIME + 5))
    change = plan(project, kind=BulkKind.PRIORITY, claims=ids(*found), priority=Priority.HIGH, by=curator)
    change = go_on(change, by=curator, seconds=0)
    assert (change.done, change.finished_at) == (AT_A_TIME, None)
    assert len(preview(change, by=curator).doable) == 5
    change = go_on(change, by=curator, seconds=0)
    assert change.finished_at is not None
    assert go_on(change, by=curator).done == AT_A_TIME + 5, "asked again it changes nothing"
    assert AuditEvent.objects.filter(kind="claim.prioritised").count() == AT_A_TIME + 5
    assert set(Claim.objects.filter(project=project).values_list("priority", flat=True)) == {Priority.HIGH.rank}


def test_tells_whoever_may_judge_a_claim_nothing_of_the_work_on_it(project, curator) -> None:
    """To a curator who judges too, what others filled or dropped is open, as everywhere."""
    [filled, fresh] = claims(project, 0.9, 0.1)
    people = [member(project) for _person in range(2)]
    judge(filled, by=people[0], change=SUPPORTED)
    judge(filled, by=people[1], change=SUPPORTED | {"verdict": "unverified", "reason": "insufficient_evidence"})
    factories.MembershipFactory(project=project, user=curator)
    start_next(project, by=curator)
    for kind in BulkKind:
        given = {"people": people, "why": "It must be so", "claims": ids(fresh)}
        change = plan(project, kind=kind, by=curator, **given)
        of_fresh = preview(change, by=curator)
        BulkChange.objects.filter(pk=change.pk).update(claims=ids(filled))
        change.refresh_from_db()
        of_filled = preview(change, by=curator)
        if kind in (BulkKind.ASSIGN, BulkKind.PRIORITY):
            assert of_filled.doable == [], "awaiting adjudication, and nothing is left of it to judge"
        else:
            assert (len(of_filled.doable), [*of_filled.refused]) == (len(of_fresh.doable), [*of_fresh.refused])


@pytest.mark.parametrize(
    ("kind", "given"),
    [
        (BulkKind.ASSIGN, {}),
        (BulkKind.UNASSIGN, {}),
        (BulkKind.WITHDRAW, {"why": " "}),
        (BulkKind.REOPEN, {}),
        (BulkKind.PRIORITY, {"claims": []}),
        (BulkKind.PRIORITY, {"claims": range(MOST_AT_ONCE + 1)}),
    ],
)
def test_says_what_is_missing(project, curator, kind: BulkKind, given) -> None:
    [claim] = claims(project, 0.5)
    if len(given.get("claims", [])) > MOST_AT_ONCE:
        Claim.objects.bulk_create(
            Claim(project=project, statement=str(n), origin_import="x", places=1, public_id=str(n))
            for n in range(MOST_AT_ONCE)
        )
        given = given | {"claims": Claim.objects.filter(project=project).values_list("pk", flat=True)}
    with pytest.raises(Invalid):
        plan(project, kind=kind, by=curator, **({"claims": [claim.pk]} | given))


def test_is_done_by_whoever_planned_it_while_they_are_a_curator(project, curator) -> None:
    found = claims(project, 0.5)
    theirs = claims(factories.ProjectFactory(), 0.5)
    change = plan(project, kind=BulkKind.PRIORITY, claims=ids(*found, *theirs), by=curator)
    assert change.claims == ids(*found), "claims of other projects are none of it"
    with pytest.raises(NotAllowed):
        go_on(change, by=member(project, Role.CURATOR))
    curator.memberships.all().delete()
    with pytest.raises(NotAllowed):
        go_on(change, by=curator)


def test_what_would_happen_costs_as_many_queries_however_many_claims(project, curator) -> None:
    people = [member(project) for _person in range(2)]

    def cost(number: int) -> int:
        found = claims(project, *[0.5] * number)
        change = plan(project, kind=BulkKind.ASSIGN, claims=ids(*found), people=people, keeps=True, by=curator)
        with CaptureQueriesContext(connection) as asked:
            assert len(preview(change, by=curator).doable) == number
        return len(asked)

    assert cost(1) == cost(12)


def test_opens_nothing_again_that_is_open(project, curator) -> None:
    [claim] = claims(project, 0.5)
    withdraw(claim, why="Twice", by=curator)
    reopen(claim, why="Once", by=curator)
    change = plan(project, kind=BulkKind.REOPEN, claims=ids(claim), why="Again", by=curator)
    assert [*preview(change, by=curator).refused] == [
        "This claim is open: it is neither resolved nor dropped nor withdrawn."
    ]
