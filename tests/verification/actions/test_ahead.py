"""Places held ahead: what comes next is at hand, and nobody goes short for it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.factories import ClaimFactory, ProjectFactory, member
from verification.actions.ahead import hold_ahead
from verification.actions.annotations import save_draft, skip, submit
from verification.actions.places import start_next
from verification.exceptions import NotAllowed, PlaceTaken
from verification.jobs.sweep import lapse_idle_places
from verification.models import Annotation, Membership, Project
from verification.vocabulary import SkipReason

pytestmark = pytest.mark.django_db


@pytest.fixture
def project() -> Project:
    project = ProjectFactory(places=1)
    for worth in range(9):
        ClaimFactory(article__project=project, check_worthiness=worth / 10)
    return project


def worths(held: list[Annotation]) -> list[int]:
    return [round(10 * annotation.claim.check_worthiness) for annotation in held]


def test_the_next_claims_are_held_in_the_order_in_which_they_come(project, settings):
    settings.PLACES_AHEAD = 3
    person = member(project)
    at_hand = start_next(project, by=person)
    assert worths(hold_ahead(at_hand, by=person)) == [7, 6, 5]
    assert worths(hold_ahead(at_hand, by=person)) == [7, 6, 5]
    skip(at_hand, reason=SkipReason.NOT_A_CLAIM, by=person)
    following = start_next(project, by=person)
    assert worths([following, *hold_ahead(following, by=person)]) == [7, 6, 5, 4]


def test_nobody_holds_more_than_their_share_of_what_is_open(project):
    first, second, _third = (member(project) for _person in range(3))
    at_hand = start_next(project, by=first)
    assert len(hold_ahead(at_hand, by=first)) == 2
    assert len(hold_ahead(start_next(project, by=second), by=second)) <= 2
    assert start_next(project, by=member(project)) is not None


def test_holding_ahead_is_a_sign_of_life_for_every_place_and_the_rest_lapses(project):
    person = member(project)
    at_hand = start_next(project, by=person)
    held = hold_ahead(at_hand, by=person)
    long_ago = timezone.now() - timedelta(hours=1)
    Annotation.objects.update(active_at=long_ago)
    hold_ahead(at_hand, by=person)
    assert lapse_idle_places() == 0
    Annotation.objects.update(active_at=long_ago)
    assert lapse_idle_places() == 1 + len(held)


def test_a_place_that_lapsed_before_a_word_was_written_comes_again(project):
    person = member(project)
    hold_ahead(start_next(project, by=person), by=person)
    Annotation.objects.update(active_at=timezone.now() - timedelta(hours=1))
    lapse_idle_places()
    seen = set()
    while (annotation := start_next(project, by=person)) is not None:
        seen.add(annotation.claim_id)
        skip(annotation, reason=SkipReason.RATHER_NOT, by=person)
    assert len(seen) == 9


def test_what_was_begun_and_lapsed_does_not_come_by_itself(project):
    person = member(project)
    begun = start_next(project, by=person)
    save_draft(begun, change={"rationale": "Perhaps."}, by=person)
    Annotation.objects.update(active_at=timezone.now() - timedelta(hours=1))
    lapse_idle_places()
    seen = set()
    while (annotation := start_next(project, by=person)) is not None:
        seen.add(annotation.pk)
        skip(annotation, reason=SkipReason.RATHER_NOT, by=person)
    assert begun.pk not in seen


def test_a_judgement_for_a_place_that_lapsed_and_was_taken_is_refused_and_its_words_are_kept(project):
    person, colleague = member(project), member(project)
    late = start_next(project, by=person)
    Annotation.objects.update(active_at=timezone.now() - timedelta(hours=1))
    lapse_idle_places()
    assert start_next(project, by=colleague).claim == late.claim
    change = {"verdict": "unverified", "reason": "ambiguous_claim", "rationale": "Which harbour?"}
    with pytest.raises(PlaceTaken):
        submit(late, change=change, by=person)
    assert late.draft().rationale == "Which harbour?"


def test_who_judges_no_more_holds_nothing_ahead(project):
    person = member(project)
    at_hand = start_next(project, by=person)
    Membership.objects.filter(user=person).delete()
    with pytest.raises(NotAllowed):
        hold_ahead(at_hand, by=person)
