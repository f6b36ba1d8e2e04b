"""Calibration: who judges which claims before live ones, what it counts for, and who goes on."""

from __future__ import annotations

import pytest

from tests import factories
from tests.factories import KnownAnswerFactory, MembershipFactory, member
from tests.verification.conftest import DISPUTED, SUPPORTED
from verification.actions.ahead import hold_ahead
from verification.actions.annotations import save_draft, skip, submit
from verification.actions.calibration import let_through
from verification.actions.known_answers import add_known_answer, change_known_answer, end_known_answer
from verification.actions.places import lapse, start_next
from verification.exceptions import Conflict, Invalid, NotAllowed
from verification.models import Annotation, AuditEvent, Claim, KnownAnswer, Membership, Project, Resolution, User, queue
from verification.reports.known_answers import answered_by, confused, score_of, scores_of
from verification.vocabulary import Reason, Role, Round, SkipReason, Verdict

pytestmark = pytest.mark.django_db


@pytest.fixture
def project() -> Project:
    """Two claims of the calibration, both disputed, and a live one that is more check-worthy."""
    project = factories.ProjectFactory(calibrates=True, places=1)
    KnownAnswerFactory()  # noise: another project's
    for number in range(2):
        KnownAnswerFactory(claim__article__project=project, claim__statement=f"Known {number}.")
    factories.ClaimFactory(article__project=project, check_worthiness=1)
    return project


def judge_next(project: Project, *, by: User, change: dict[str, object]) -> Annotation:
    place = start_next(project, by=by)
    assert place is not None
    save_draft(place, change=change, by=by)
    submit(place, by=by)
    return place


def test_everybody_judges_the_calibration_before_live_claims_and_it_counts_for_nothing(project):
    people = [member(project) for _person in range(2)]
    for person in people:
        for number in range(2):
            place = judge_next(project, by=person, change=DISPUTED)
            assert (place.round, place.claim.statement) == (Round.CALIBRATION, f"Known {number}.")
    known = Claim.objects.filter(set_aside_at__isnull=False, project=project)
    assert not Resolution.objects.exists()
    assert not known.exclude(filled_at=None).exists()
    live = start_next(project, by=people[0])
    assert (live.round, live.claim.set_aside_at) == (Round.INDEPENDENT, None)
    assert Membership.objects.get(user=people[0]).calibrated_at is not None


def test_whoever_judges_too_few_as_is_known_goes_on_once_a_curator_lets_them(project):
    Project.objects.filter(pk=project.pk).update(calibration_pass=0.75)
    person, curator = member(project), member(project, Role.CURATOR)
    judge_next(project, by=person, change=DISPUTED)
    judge_next(project, by=person, change=SUPPORTED)
    answered = answered_by(person, project=project, round=Round.CALIBRATION)
    assert [one.is_right for one in answered] == [True, False]
    [mixed_up] = confused(answered)
    assert (mixed_up.known, mixed_up.said, mixed_up.times) == ("disputed", "supported", 1)
    assert score_of(person, project=project, round=Round.CALIBRATION).share == 0.5
    assert scores_of([person], project=project)[person.pk, Round.CALIBRATION].right == 1
    with pytest.raises(NotAllowed, match="let you through"):
        start_next(project, by=person)
    with pytest.raises(NotAllowed):
        let_through(project, person=person, by=person)
    with pytest.raises(Conflict):
        let_through(project, person=curator, by=curator)
    assert let_through(project, person=person, by=curator).let_through_by == curator
    assert start_next(project, by=person).round == Round.INDEPENDENT


def test_what_is_given_back_counts_as_not_known_but_for_reasons_of_ones_own(project):
    person = member(project)
    skip(start_next(project, by=person), reason=SkipReason.NOT_A_CLAIM, by=person)
    skip(start_next(project, by=person), reason=SkipReason.RATHER_NOT, by=person)
    score = score_of(person, project=project, round=Round.CALIBRATION)
    assert (score.right, score.counted) == (0, 1)
    assert scores_of([person], project=project) == {(person.pk, Round.CALIBRATION): score}
    assert not Claim.objects.exclude(dropped_at=None).exists()


def test_whoever_knows_the_answers_begins_with_live_claims(project):
    curator = member(project, Role.CURATOR)
    MembershipFactory(project=project, user=curator, role=Role.ANNOTATOR)
    assert start_next(project, by=curator).round == Round.INDEPENDENT


def test_a_lapsed_place_of_the_calibration_is_taken_again(project):
    person = member(project)
    place = start_next(project, by=person)
    save_draft(place, change={"rationale": "Begun."}, by=person)
    lapse(place, project=project, by=None)
    assert start_next(project, by=person) == place
    assert not Annotation.objects.lapsed().exists()


def test_places_ahead_are_of_the_calibration_until_it_is_over(project):
    factories.ClaimFactory.create_batch(8, article=factories.ArticleFactory(project=project))
    person = member(project)
    first = start_next(project, by=person)
    held = hold_ahead(first, by=person)
    assert [place.round for place in [first, *held]] == [Round.CALIBRATION] * 2


def test_only_a_claim_that_nobody_began_is_set_aside(project):
    curator = member(project, Role.CURATOR)
    begun, fresh = factories.ClaimFactory.create_batch(2, article=factories.ArticleFactory(project=project))
    factories.AnnotationFactory(claim=begun)
    said = {"verdict": Verdict.SUPPORTED, "reason": Reason.FULLY, "note": "Two registers.", "round": Round.CHECK}
    with pytest.raises(Conflict):
        add_known_answer(begun, **said, by=curator)
    with pytest.raises(NotAllowed):
        add_known_answer(fresh, **said, by=member(project, Role.ADJUDICATOR))
    for wrong in ({"note": " "}, {"reason": Reason.CONTRADICTED}, {"note": "x" * 5001}):
        with pytest.raises(Invalid):
            add_known_answer(fresh, **said | wrong, by=curator)
    known = add_known_answer(fresh, **said, by=curator)
    with pytest.raises(Conflict):
        add_known_answer(fresh, **said, by=curator)
    assert queue.how_many_wait(project, person=member(project), most=9) == 1
    change_known_answer(known, verdict=Verdict.DISPUTED, reason=None, note="Neither.", by=curator)
    # The trail names no claim: who reads it may be somebody who is to judge it.
    facts = AuditEvent.objects.filter(subject="knownanswer").order_by().values_list("facts", flat=True)
    assert list(facts) == [{}, {}]


def test_out_of_use_a_claim_is_live_again_where_nobody_had_it(project):
    curator, person = member(project, Role.CURATOR), member(project)
    start_next(project, by=person)
    had, unseen = KnownAnswer.objects.filter(project=project).order_by("pk")
    assert end_known_answer(unseen, by=curator)
    assert Claim.objects.get(pk=unseen.claim_id).set_aside_at is None
    assert not end_known_answer(had, by=curator)
    assert Claim.objects.get(pk=had.claim_id).set_aside_at is not None
    assert start_next(project, by=member(project)).round == Round.INDEPENDENT
