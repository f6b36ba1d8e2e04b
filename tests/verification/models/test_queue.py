"""The queue for somebody who has done very much, and what chance draws from very many."""

from __future__ import annotations

import statistics

import pytest
from django.utils import timezone

from tests import factories
from tests.factories import member
from verification.actions.places import start_next
from verification.models import Annotation, Claim, Project, User, queue
from verification.vocabulary import Priority, Role, Strategy

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


def alike(project: Project, **fields: object) -> list[Claim]:
    """Three claims of one article, best first, of which the second says the first in other words."""
    article = factories.ArticleFactory(project=project)
    claims = [factories.ClaimFactory(article=article, check_worthiness=worth) for worth in (0.9, 0.8, 0.7)]
    factories.ClaimLinkFactory(claim=claims[1], other=claims[0], **fields)
    return claims


def given(project: Project, person: User, number: int) -> list[Claim]:
    """The claims that a person is given one after the other, each judged before the next."""
    taken = []
    for _turn in range(number):
        place = start_next(project, by=person)
        Annotation.objects.filter(pk=place.pk).update(submitted_at=timezone.now())
        taken.append(place.claim)
    return taken


def test_what_says_the_same_in_other_words_does_not_come_straight_after(project):
    first, copy, other = alike(project)
    assert given(project, member(project), 3) == [first, other, copy]


def test_a_refused_link_one_to_another_article_and_what_a_curator_put_first_change_no_order(project):
    curator = member(project, Role.CURATOR)
    first, copy, other = alike(project, refused_at=timezone.now(), refused_by=curator)
    factories.ClaimLinkFactory(
        claim=first, other=factories.ClaimFactory(article__project=project, check_worthiness=0.75)
    )
    assert given(project, member(project), 4)[:2] == [first, copy]
    ahead = factories.ProjectFactory()
    first, copy, other = alike(ahead)
    Claim.objects.filter(pk=copy.pk).update(priority=Priority.HIGHEST.rank)
    Claim.objects.filter(pk=first.pk).update(priority=Priority.HIGHEST.rank)
    assert given(ahead, member(ahead), 3) == [first, copy, other]
