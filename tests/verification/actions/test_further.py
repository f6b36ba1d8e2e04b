"""One more annotator for a claim: who gets the place, what it fills, and what happens at the same moment."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable

import pytest
from django.db import connection

from tests.factories import ClaimFactory, MembershipFactory, ProjectFactory, member
from tests.verification.conftest import DISPUTED, SUPPORTED, judge
from verification.actions.annotations import save_draft, submit
from verification.actions.claims import reopen
from verification.actions.further import ask_further, take_place_back
from verification.actions.places import start_next
from verification.exceptions import Conflict, NotAllowed
from verification.models import AuditEvent, Claim, Judgement, User
from verification.vocabulary import Consensus, Role, Stage


@pytest.fixture
def differing(claim: Claim) -> Claim:
    judge(claim, by=member(claim.project), change=SUPPORTED)
    judge(claim, by=member(claim.project), change=DISPUTED)
    claim.refresh_from_db()
    return claim


@pytest.fixture
def adjudicator(claim: Claim) -> User:
    return member(claim.project, Role.ADJUDICATOR)


@pytest.fixture
def third(claim: Claim) -> User:
    return member(claim.project)


def test_the_claim_is_open_again_for_one_more_person(differing: Claim, adjudicator: User, third: User) -> None:
    ask_further(differing, by=adjudicator)
    assert not Claim.objects.adjudicable_by(adjudicator).exists()
    assert list(Claim.objects.asked_further_by_adjudicators_like(adjudicator)) == [differing]
    assert not Judgement.objects.visible_to(adjudicator).exists()  # its places are not all filled
    judge(differing, by=third, change=DISPUTED)
    assert start_next(differing.project, by=member(differing.project)) is None
    assert list(Claim.objects.adjudicable_by(adjudicator)) == [differing]
    assert Judgement.objects.visible_to(adjudicator).count() == 3
    event = AuditEvent.objects.get(kind="claim.place_added")
    assert (event.actor, event.subject_id, event.facts) == (adjudicator.pk, differing.pk, {"places": 3})


def test_the_project_s_majority_may_settle_it_then(differing: Claim, adjudicator: User, third: User) -> None:
    differing.project.consensus = Consensus.MAJORITY
    differing.project.save()
    ask_further(differing, by=adjudicator)
    judge(differing, by=third, change=DISPUTED)
    assert Claim.objects.resolved().get() == differing


def test_what_was_decided_once_is_an_adjudicator_s_to_decide_again(claim: Claim, adjudicator: User) -> None:
    claim.project.consensus = Consensus.MAJORITY
    claim.project.save()
    for _person in range(2):
        judge(claim, by=member(claim.project), change=SUPPORTED)
    reopen(claim, why="The archive was wrong.", by=adjudicator)
    third = member(claim.project)
    ask_further(claim, by=adjudicator)
    judge(claim, by=third, change=SUPPORTED)
    assert list(Claim.objects.adjudicable_by(adjudicator)) == [claim]


@pytest.mark.parametrize("role", [Role.ADJUDICATOR, Role.CURATOR, Role.RESEARCHER])
def test_who_could_see_the_work_is_not_given_the_place(
    differing: Claim, adjudicator: User, third: User, role: Role
) -> None:
    both = member(differing.project)
    MembershipFactory(project=differing.project, user=both, role=role)
    stage = Claim.objects.with_stage_for(both).get(pk=differing.pk).stage
    assert stage == Stage.AWAITING_ADJUDICATION
    ask_further(differing, by=adjudicator)
    assert start_next(differing.project, by=both) is None
    # To them it is said as it is: they know that it was filled.
    assert Claim.objects.with_stage_for(both).get(pk=differing.pk).stage == Stage.IN_PROGRESS
    assert Claim.objects.at_stage_for(both, Stage.IN_PROGRESS).get() == differing
    assert not Claim.objects.at_stage_for(both, Stage.OPEN).filter(pk=differing.pk).exists()


def test_those_who_judged_it_see_no_difference(differing: Claim, adjudicator: User, third: User) -> None:
    judges = [place.person for place in differing.annotations.all()]

    def seen() -> list[tuple[str, int]]:
        return [
            (
                Claim.objects.with_stage_for(person).get(pk=differing.pk).stage,
                AuditEvent.objects.visible_to(person).count(),
            )
            for person in judges
        ]

    before = seen()
    ask_further(differing, by=adjudicator)
    assert seen() == before


def test_nobody_is_asked_for_where_nobody_is_left(differing: Claim, adjudicator: User) -> None:
    both = member(differing.project)
    MembershipFactory(project=differing.project, user=both, role=Role.RESEARCHER)
    member(differing.project, is_active=False)
    with pytest.raises(NotAllowed, match="Nobody is left to ask"):
        ask_further(differing, by=adjudicator)


def test_a_claim_has_nine_places_at_most(differing: Claim, adjudicator: User, third: User) -> None:
    Claim.objects.update(places=9)
    differing.refresh_from_db()
    with pytest.raises(NotAllowed, match="as many places"):
        ask_further(differing, by=adjudicator)


@pytest.mark.parametrize("role", [Role.ANNOTATOR, Role.CURATOR, Role.RESEARCHER])
def test_only_adjudicators_ask(differing: Claim, third: User, role: Role) -> None:
    with pytest.raises(NotAllowed):
        ask_further(differing, by=member(differing.project, role))


def test_asking_twice_asks_for_one(differing: Claim, adjudicator: User, third: User) -> None:
    ask_further(differing, by=adjudicator)
    with pytest.raises(Conflict):
        ask_further(differing, by=adjudicator)
    differing.refresh_from_db()
    assert (differing.places, differing.further_places) == (3, 1)


def test_a_place_that_nobody_took_is_taken_back(differing: Claim, adjudicator: User, third: User) -> None:
    ask_further(differing, by=adjudicator)
    place = start_next(differing.project, by=third)
    assert place is not None
    with pytest.raises(Conflict, match="at work"):
        take_place_back(differing, by=adjudicator)
    save_draft(place, change={"rationale": "Not done."}, by=third)
    differing.annotations.filter(pk=place.pk).update(lapsed_at=place.started_at)
    take_place_back(differing, by=adjudicator)
    assert list(Claim.objects.adjudicable_by(adjudicator)) == [differing]
    differing.refresh_from_db()
    assert (differing.places, differing.further_places) == (2, 0)
    with pytest.raises(Conflict):
        take_place_back(differing, by=adjudicator)


@pytest.mark.django_db(transaction=True)
def test_many_who_ask_and_many_who_come_at_once_make_one_place_and_fill_it_once() -> None:
    claim = ClaimFactory(article__project=ProjectFactory())
    project = claim.project
    for change in (SUPPORTED, DISPUTED):
        judge(claim, by=member(project), change=change)
    adjudicators = [member(project, Role.ADJUDICATOR) for _person in range(3)]
    annotators = [member(project) for _person in range(4)]

    def ask(by: User) -> None:
        with contextlib.suppress(Conflict):
            ask_further(claim, by=by)

    def work(by: User) -> None:
        if (place := start_next(project, by=by)) is not None:
            submit(place, change=DISPUTED, by=by)

    at_once(ask, adjudicators)
    at_once(work, annotators)
    claim.refresh_from_db()
    assert (claim.places, claim.further_places, claim.filled_at is not None) == (3, 1, True)
    assert claim.annotations.submitted().count() == 3
    assert AuditEvent.objects.filter(kind="claim.place_added").count() == 1


def at_once(do: Callable[[User], None], people: list[User]) -> None:
    barrier = threading.Barrier(len(people))

    def run(by: User) -> None:
        try:
            barrier.wait(timeout=30)
            do(by)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=[by]) for by in people]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
