"""What curators assign and put first, and what then is next for whom."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import factories
from tests.factories import member
from tests.verification.conftest import SUPPORTED, judge
from verification.actions.annotations import skip
from verification.actions.assignments import assign, unassign
from verification.actions.claims import reopen, set_priority, withdraw
from verification.actions.exclusions import keep_from
from verification.actions.members import set_roles
from verification.actions.places import start_next
from verification.exceptions import Conflict, NotAllowed
from verification.models import Assignment, AuditEvent, Claim, Notice, Project, User
from verification.models.queue import how_many_wait
from verification.vocabulary import STRATEGIES, NoticeKind, Priority, Role, SkipReason, Strategy, Topic


@pytest.fixture
def curator(project: Project) -> User:
    return member(project, Role.CURATOR)


@pytest.fixture
def ann(project: Project) -> User:
    return member(project)


def claims(project: Project, *scores: float, **fields: object) -> list[Claim]:
    article = factories.ArticleFactory(project=project)
    return [factories.ClaimFactory(article=article, check_worthiness=score, **fields) for score in scores]


def given(project: Project, person: User) -> Claim | None:
    """The claim that comes next for the person, given back."""
    place = start_next(project, by=person)
    if place is None:
        return None
    skip(place, reason=SkipReason.RATHER_NOT, by=person)
    return place.claim


class TestAssigned:
    def test_comes_first_for_them_and_says_that_it_was_assigned(self, project, curator, ann) -> None:
        best, low = claims(project, 0.9, 0.1)
        other = member(project)
        begun = start_next(project, by=other)
        assert begun.claim == best
        assign(low, people=[ann], by=curator)
        place = start_next(project, by=ann)
        assert (place.claim, place.strategy, place.why) == (low, Strategy.ASSIGNED, "Assigned to you by a curator")
        assert start_next(project, by=ann) == place, "what is unfinished comes before all"

    def test_others_get_it_as_if_they_were_the_first(self, project, curator, ann) -> None:
        [claim] = claims(project, 0.4)
        assign(claim, people=[ann], by=curator)
        start_next(project, by=ann)
        second = start_next(project, by=member(project))
        assert (second.claim, second.strategy) == (claim, Strategy.CHECK_WORTHINESS)
        assert second.why.startswith("Worth checking, 0.40")

    def test_kept_for_them_it_is_given_to_nobody_else(self, project, curator, ann) -> None:
        [claim] = claims(project, 0.9)
        other, third = member(project), member(project)
        assert how_many_wait(project, person=other, most=9) == 1
        assign(claim, people=[ann, third], keeps=True, by=curator)
        assert (how_many_wait(project, person=other, most=9), start_next(project, by=other)) == (0, None)
        assert how_many_wait(project, person=ann, most=9) == 1
        judge(claim, by=ann, change=SUPPORTED)
        assert start_next(project, by=other) is None, "one of its places is free, and kept"
        assert start_next(project, by=third).claim == claim
        claim.refresh_from_db()
        assert claim.is_reserved

    def test_kept_for_fewer_than_it_wants_judgements_is_refused(self, project, curator, ann) -> None:
        [claim] = claims(project, 0.9)
        with pytest.raises(Conflict, match="wants 2 judgements"):
            assign(claim, people=[ann], keeps=True, by=curator)
        assert not Assignment.objects.exists()

    def test_given_back_it_goes_to_others(self, project, curator, ann) -> None:
        [claim] = claims(project, 0.9)
        assign(claim, people=[ann, member(project)], keeps=True, by=curator)
        assert given(project, ann) == claim
        assert start_next(project, by=member(project)).claim == claim

    def test_never_gets_more_places_than_it_wants(self, project, curator, ann) -> None:
        [claim] = claims(project, 0.9)
        people = [ann, *(member(project) for _person in range(2))]
        assign(claim, people=people, by=curator)
        assert [place and place.claim for place in (start_next(project, by=one) for one in people)] == [
            claim, claim, None,
        ]  # fmt: skip

    def test_is_never_a_second_one_of_a_person(self, project, curator, ann) -> None:
        [claim] = claims(project, 0.9)
        skip(start_next(project, by=ann), reason=SkipReason.NOT_A_CLAIM, by=ann)
        # The curator judges too, and is not told that somebody had a place.
        factories.MembershipFactory(project=project, user=curator)
        assign(claim, people=[ann], by=curator)
        assert start_next(project, by=ann) is None
        assert not Notice.objects.exists()
        with pytest.raises(Conflict, match="has had a place"):
            assign(claim, people=[ann], by=member(project, Role.CURATOR))

    def test_is_theirs_no_more_once_taken_back(self, project, curator, ann) -> None:
        best, low = claims(project, 0.9, 0.1)
        assign(low, people=[ann, member(project)], keeps=True, by=curator)
        unassign(low, people=[ann], by=curator)
        assert start_next(project, by=ann).claim == best
        low.refresh_from_db()
        assert not low.is_reserved, "who is left is fewer than it wants judgements"
        assert AuditEvent.objects.get(kind="claim.unassigned").facts == {"people": [ann.pk]}

    @pytest.mark.parametrize("ends", ["withdrawn", "filled"])
    def test_waits_only_while_it_wants_judgements(self, project, curator, ann, ends: str) -> None:
        [claim] = claims(project, 0.9)
        assign(claim, people=[ann], by=curator)
        waiting = Assignment.objects.filter(is_waiting=True)
        if ends == "withdrawn":
            withdraw(claim, why="Twice", by=curator)
            assert not waiting.exists()
            reopen(claim, why="Not twice", by=curator)
            assert waiting.exists()
        else:
            for _place in range(2):
                judge(claim, by=member(project), change=SUPPORTED)
            assert not waiting.exists()
            assert start_next(project, by=ann) is None


class TestWhoIsGivenWhat:
    def test_only_annotators_who_are_no_party_to_it(self, project, curator, ann) -> None:
        [claim] = claims(project, 0.9, topics=["casualties"])
        for person in (member(project, Role.RESEARCHER), factories.UserFactory()):
            with pytest.raises(Conflict, match="is no annotator"):
                assign(claim, people=[ann, person], by=curator)
        keep_from(project, person=ann, topic=Topic.CASUALTIES, by=curator)
        with pytest.raises(Conflict, match="is kept from claims like this one"):
            assign(claim, people=[ann], by=curator)
        assert not Assignment.objects.exists()

    @pytest.mark.parametrize("of", ["topic", "outlet", "party"])
    def test_is_taken_from_whoever_is_kept_from_it_later(self, project, curator, ann, of: str) -> None:
        claim, kept = claims(project, 0.9, 0.8)
        Claim.objects.filter(pk=claim.pk).update(topics=["casualties"])
        factories.PublicationFactory(article=factories.ArticleFactory(project=project), outlet="Quay News")
        if of == "outlet":
            article = factories.ArticleFactory(project=project, text="Another text altogether.")
            factories.PublicationFactory(article=article, outlet="Quay News")
            Claim.objects.filter(pk=claim.pk).update(article=article)
        party = factories.PartyFactory(project=project, name="the port authority")
        factories.AttributionFactory(claim=claim, party=party)
        for one in (claim, kept):
            assign(one, people=[ann], by=curator)
        said = {"topic": Topic.CASUALTIES, "outlet": "Quay News", "party": party.name}
        keep_from(project, person=ann, by=curator, **{of: said[of]})
        assert [assignment.claim for assignment in ann.assignments.all()] == [kept]
        assert start_next(project, by=ann).claim == kept

    def test_is_taken_from_whoever_leaves(self, project, curator, ann) -> None:
        [claim] = claims(project, 0.9)
        assign(claim, people=[ann, member(project)], keeps=True, by=curator)
        set_roles(project, user=ann, roles=[], by=curator)
        assert not ann.assignments.exists()
        assert start_next(project, by=member(project)).claim == claim

    def test_what_somebody_leaves_to_others_does_not_come_and_is_not_told(self, project, curator, ann) -> None:
        User.objects.filter(pk=ann.pk).update(avoided_topics=["casualties"])
        ann.refresh_from_db()
        [claim] = claims(project, 0.9, topics=["casualties"])
        assign(claim, people=[ann], by=curator)
        assert (start_next(project, by=ann), Notice.objects.count()) == (None, 0)

    def test_is_for_curators_alone(self, project, ann) -> None:
        [claim] = claims(project, 0.9)
        for by in (ann, member(project, Role.ADJUDICATOR)):
            for refused in (
                lambda by=by: assign(claim, people=[ann], by=by),
                lambda by=by: unassign(claim, people=[ann], by=by),
                lambda by=by: set_priority(claim, priority=Priority.HIGH, by=by),
            ):
                with pytest.raises(NotAllowed):
                    refused()

    def test_is_told_once(self, project, curator, ann) -> None:
        [claim] = claims(project, 0.9)
        assign(claim, people=[ann], by=curator)
        told = Notice.objects.get()
        assert (told.person, told.kind, told.claim) == (ann, NoticeKind.ASSIGNED, claim)

    def test_what_is_settled_wants_to_be_opened_again_first(self, project, curator, ann) -> None:
        [claim] = claims(project, 0.9)
        withdraw(claim, why="Twice", by=curator)
        for refused in (
            lambda: assign(claim, people=[ann], by=curator),
            lambda: set_priority(claim, priority=Priority.HIGH, by=curator),
        ):
            with pytest.raises(Conflict, match="wants no judgement now"):
                refused()


class TestPriority:
    @pytest.mark.parametrize("strategy", STRATEGIES)
    def test_orders_the_queue_whatever_the_strategy(self, project, curator, ann, strategy: Strategy) -> None:
        Project.objects.filter(pk=project.pk).update(strategy=strategy)
        first, second, third = claims(project, 0.9, 0.5, 0.1)
        set_priority(third, priority=Priority.HIGHEST, by=curator)
        set_priority(second, priority=Priority.HIGH, by=curator)
        places = []
        for _turn in range(3):
            places.append(start_next(project, by=ann))
            skip(places[-1], reason=SkipReason.RATHER_NOT, by=ann)
        assert [place.claim for place in places] == [third, second, first]
        assert [place.strategy for place in places] == [Strategy.PUT_FIRST, Strategy.PUT_FIRST, strategy]
        assert [place.inclusion_probability is None for place in places[:2]] == [True, True]
        assert places[0].why == "Put first by a curator"

    def test_comes_before_what_is_begun_and_behind_what_is_assigned(self, project, curator, ann) -> None:
        begun, low, lowest = claims(project, 0.9, 0.2, 0.1)
        start_next(project, by=member(project))
        set_priority(low, priority=Priority.HIGH, by=curator)
        assign(lowest, people=[ann], by=curator)
        assert [given(project, ann) for _turn in range(3)] == [lowest, low, begun]

    def test_orders_what_is_begun_too(self, project, curator, ann) -> None:
        first, second = claims(project, 0.9, 0.8)
        other = member(project)
        assert [given(project, other) for _turn in range(2)] == [first, second]
        set_priority(second, priority=Priority.HIGH, by=curator)
        assert start_next(project, by=ann).claim == second


def test_what_is_next_costs_as_many_queries_however_much_was_assigned_and_done(project, curator, ann) -> None:
    def cost() -> int:
        with CaptureQueriesContext(connection) as asked:
            place = start_next(project, by=ann)
        assert place.strategy == Strategy.ASSIGNED
        skip(place, reason=SkipReason.RATHER_NOT, by=ann)
        return len(asked)

    first, *rest = claims(project, *[0.5] * 40)
    assign(first, people=[ann], by=curator)
    one = cost()
    for claim in rest:
        assign(claim, people=[ann], by=curator, tell=False)
    assert {cost() for _turn in range(3)} == {one}
