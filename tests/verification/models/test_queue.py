"""The queue for somebody who has done very much, and what chance draws from very many."""

from __future__ import annotations

import statistics

import pytest
from django.utils import timezone

from tests import factories
from tests.factories import member
from verification.actions.places import start_next
from verification.models import Annotation, Project, User, queue
from verification.vocabulary import Strategy

pytestmark = pytest.mark.django_db


@pytest.fixture
def project() -> Project:
    return factories.ProjectFactory()


def begun(project: Project, number: int, *people: User) -> list[Annotation]:
    """Places of `people` on as many claims of their own, one after the other."""
    claims = factories.ClaimFactory.create_batch(number, article=factories.ArticleFactory(project=project))
    return [
        factories.AnnotationFactory(claim=claim, person=person, slot=slot, submitted_at=timezone.now())
        for claim in claims
        for slot, person in enumerate(people, start=1)
    ]


def test_all_that_somebody_has_done_is_passed_by_at_once(project):
    keen, other, third = (member(project) for _person in range(3))
    Project.objects.filter(pk=project.pk).update(places=3)
    project.refresh_from_db()
    begun(project, queue.NEAR - 1, keen)
    begun(project, 4, keen, other)
    assert queue.how_many_wait(project, person=keen, most=200) == 0
    assert start_next(project, by=keen) is None
    [of_others] = begun(project, 1, other)
    assert queue.how_many_wait(project, person=keen, most=200) == 1
    assert queue.how_many_wait(project, person=third, most=200) == queue.NEAR + 4
    assert queue.how_many_wait(project, person=third, most=5) == 5
    assert start_next(project, by=keen).claim == of_others.claim


def test_a_claim_whose_places_are_all_held_waits_for_nobody(project):
    claim = factories.ClaimFactory(article__project=project)
    for slot in (1, 2):
        factories.AnnotationFactory(claim=claim, slot=slot, person=member(project))
    late = member(project)
    assert (queue.how_many_wait(project, person=late, most=9), start_next(project, by=late)) == (0, None)


def test_the_database_notes_who_has_had_a_place(project):
    claim = factories.ClaimFactory(article__project=project)
    assert (claim.begun_at, claim.taken_by) == (None, [])
    people = [member(project) for _person in range(2)]
    places = [factories.AnnotationFactory(claim=claim, slot=slot, person=people[2 - slot]) for slot in (1, 2)]
    claim.refresh_from_db()
    assert (claim.begun_at, claim.taken_by) == (places[0].started_at, [person.pk for person in people])


def test_what_is_drawn_stands_for_as_many_as_there_are(project):
    number = 2 * queue.DRAWN_AMONG + 20
    factories.ClaimFactory.create_batch(number, article=factories.ArticleFactory(project=project))
    person = member(project)
    drawn = [queue.draw(project, person=person) for _turn in range(60)]
    assert len({one.claim for one in drawn}) > 30
    # Of so many draws the mean is within a tenth, all but one time in millions.
    assert statistics.mean(1 / one.probability for one in drawn) == pytest.approx(number, rel=0.15)


def test_nothing_is_drawn_from_nothing(project):
    factories.AnnotationFactory(claim__article__project=project, strategy=Strategy.RANDOM)
    assert queue.draw(project, person=member(project)) is None
