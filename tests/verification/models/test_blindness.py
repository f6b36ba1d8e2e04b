"""Who may see what of a claim, and when: the written table."""

from __future__ import annotations

from typing import Any

import pytest

from tests import factories
from tests.factories import MembershipFactory, member
from tests.verification.conftest import DISPUTED, SUPPORTED, judge
from verification.actions.annotations import skip
from verification.actions.claims import reopen, withdraw
from verification.actions.places import start_next
from verification.models import Annotation, AuditEvent, Claim, Judgement, Resolution, User
from verification.vocabulary import Role, SkipReason, Stage


def sees(user: User) -> int:
    return Judgement.objects.visible_to(user).count()


def stage(claim: Claim, user: User) -> str:
    return Claim.objects.with_stage_for(user).get(pk=claim.pk).stage


@pytest.fixture
def people(claim: Claim) -> dict[str, User]:
    stranger_project = factories.ProjectFactory()
    people = {
        "first": member(claim.project),
        "second": member(claim.project),
        "third": member(claim.project),
        "adjudicator": member(claim.project, Role.ADJUDICATOR),
        "curator": member(claim.project, Role.CURATOR),
        "researcher": member(claim.project, Role.RESEARCHER),
        "stranger": member(stranger_project, Role.ADJUDICATOR),
        "admin": factories.UserFactory(is_superuser=True, is_staff=True),
    }
    judged_too = people["second"]
    MembershipFactory(project=claim.project, user=judged_too, role=Role.ADJUDICATOR)
    MembershipFactory(project=claim.project, user=judged_too, role=Role.CURATOR)
    return people


def test_while_a_place_is_open_each_sees_their_own(claim: Claim, people: dict[str, User]) -> None:
    judge(claim, by=people["first"], change=SUPPORTED)
    assert {name: sees(user) for name, user in people.items()} == dict.fromkeys(people, 0) | {"first": 1}


def test_while_it_waits_adjudicators_without_a_place_see_all(claim: Claim, people: dict[str, User]) -> None:
    judge(claim, by=people["first"], change=SUPPORTED)
    judge(claim, by=people["second"], change=DISPUTED)
    nobody = dict.fromkeys(people, 0)
    assert {name: sees(user) for name, user in people.items()} == nobody | {"first": 1, "second": 1, "adjudicator": 2}


def test_once_resolved_all_members_see_all(claim: Claim, people: dict[str, User]) -> None:
    judge(claim, by=people["first"], change=SUPPORTED)
    judge(claim, by=people["second"], change=SUPPORTED)
    assert {name: sees(user) for name, user in people.items()} == dict.fromkeys(people, 2) | {
        "stranger": 0,
        "admin": 0,
    }
    assert Resolution.objects.visible_to(people["third"]).count() == 1
    assert Resolution.objects.visible_to(people["stranger"]).count() == 0


def test_once_reopened_it_is_blind_again(claim: Claim, people: dict[str, User]) -> None:
    judge(claim, by=people["first"], change=SUPPORTED)
    judge(claim, by=people["second"], change=SUPPORTED)
    reopen(claim, why="Look again.", by=people["curator"])
    assert (sees(people["first"]), sees(people["third"]), sees(people["adjudicator"])) == (1, 0, 2)
    assert Resolution.objects.visible_to(people["third"]).count() == 0
    assert Resolution.objects.visible_to(people["second"]).count() == 0
    assert Resolution.objects.visible_to(people["adjudicator"]).count() == 1


def test_a_draft_is_its_writers_alone(claim: Claim, people: dict[str, User]) -> None:
    judge(claim, by=people["first"], change=SUPPORTED)
    start_next(claim.project, by=people["second"])
    assert (sees(people["second"]), sees(people["adjudicator"])) == (1, 0)


def test_the_stage_tells_annotators_nothing_of_others(claim: Claim, people: dict[str, User]) -> None:
    judge(claim, by=people["first"], change=SUPPORTED)
    assert stage(claim, people["first"]) == Stage.IN_PROGRESS
    assert stage(claim, people["third"]) == Stage.OPEN
    assert stage(claim, people["curator"]) == Stage.IN_PROGRESS
    judge(claim, by=people["second"], change=DISPUTED)
    assert stage(claim, people["first"]) == Stage.IN_PROGRESS
    assert stage(claim, people["third"]) == Stage.OPEN
    assert stage(claim, people["second"]) == Stage.IN_PROGRESS, "a curator who judged it is no wiser"
    assert stage(claim, people["curator"]) == Stage.AWAITING_ADJUDICATION


def test_a_filter_by_stage_finds_what_the_page_would_show_and_no_more(claim: Claim, people: dict[str, User]) -> None:
    article = claim.article

    def another(**fields: Any) -> Claim:
        made: Claim = factories.ClaimFactory(article=article, check_worthiness=0.9, **fields)
        return made

    for given in ((SUPPORTED, SUPPORTED), (SUPPORTED, DISPUTED)):
        judged = another()
        for person, change in zip(("first", "second"), given, strict=True):
            judge(judged, by=people[person], change=change)
    reopened, half, dropped, withdrawn = another(), another(), another(), another()
    for person in ("first", "second"):
        judge(reopened, by=people[person], change=SUPPORTED)
    reopen(reopened, why="Look again.", by=people["curator"])
    judge(half, by=people["third"], change=SUPPORTED)
    withdraw(withdrawn, why="Twice.", by=people["curator"])
    judge(half, by=people["first"], change=DISPUTED)
    for person in ("third", "second"):
        place = start_next(claim.project, by=people[person])
        assert place is not None
        assert place.claim == dropped
        skip(place, reason=SkipReason.NOT_A_CLAIM, by=people[person])
    start_next(claim.project, by=people["first"])
    factories.ClaimFactory(article=article, check_worthiness=0.1)

    for name, user in people.items():
        shown = Claim.objects.with_stage_for(user)
        for stage in Stage:
            found = set(Claim.objects.at_stage_for(user, stage))
            assert found == {one for one in shown if one.stage == stage}, (name, stage)
    assert {one.stage for one in Claim.objects.with_stage_for(people["curator"])} == set(Stage)


@pytest.mark.parametrize("role", [Role.ADJUDICATOR, Role.CURATOR, Role.RESEARCHER])
def test_whoever_may_yet_judge_a_claim_knows_nothing_of_the_work_on_it_whatever_else_they_are(
    claim: Claim, people: dict[str, User], role: Role
) -> None:
    both = people["third"]
    MembershipFactory(project=claim.project, user=both, role=role)
    judge(claim, by=people["first"], change=SUPPORTED)
    assert stage(claim, both) == Stage.OPEN
    assert not Annotation.objects.visible_to(both).exists()
    assert not AuditEvent.objects.visible_to(both).filter(subject__in=["annotation", "judgement"]).exists()
    judge(claim, by=people["second"], change=DISPUTED)
    assert stage(claim, both) == Stage.AWAITING_ADJUDICATION, "nothing is left on it for them to judge"


def test_every_claim_is_in_exactly_one_stage(claim: Claim, people: dict[str, User]) -> None:
    judge(claim, by=people["first"], change=SUPPORTED)
    factories.ClaimFactory(article__project=claim.project, statement="Another.")
    stages = [
        Claim.objects.open(),
        Claim.objects.in_progress(),
        Claim.objects.awaiting_adjudication(),
        Claim.objects.resolved(),
        Claim.objects.dropped(),
        Claim.objects.withdrawn(),
    ]
    assert sum(found.count() for found in stages) == Claim.objects.count()
