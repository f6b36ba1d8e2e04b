"""What comes in the place of a live claim: for whom, how it is told, and what it counts for."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import factories
from tests.factories import KnownAnswerFactory, MembershipFactory, member
from tests.verification.actions.test_calibration import judge_next
from tests.verification.conftest import DISPUTED, SUPPORTED
from verification.actions import measuring
from verification.actions.annotations import save_draft, submit
from verification.actions.places import lapse, start_next
from verification.models import Annotation, Claim, Project, Resolution, User
from verification.reports.known_answers import score_of
from verification.vocabulary import Role, Round, Strategy

pytestmark = pytest.mark.django_db


@pytest.fixture
def always(monkeypatch: pytest.MonkeyPatch) -> None:
    """The coin falls so that something comes in the place of a live claim, whenever there is something."""
    monkeypatch.setattr(measuring.random, "random", lambda: 0.0)


@pytest.fixture
def project() -> Project:
    project: Project = factories.ProjectFactory(check_share=0.5, places=1)
    factories.ClaimFactory.create_batch(3, article=factories.ArticleFactory(project=project))
    return project


@pytest.mark.usefixtures("always")
class TestChecks:
    def test_a_check_is_told_like_a_live_claim_and_counts_for_nothing(self, project: Project) -> None:
        known = KnownAnswerFactory(claim__article__project=project, round=Round.CHECK)
        KnownAnswerFactory(claim__article__project=project, round=Round.CALIBRATION)
        person = member(project)
        place = judge_next(project, by=person, change=DISPUTED)
        assert (place.claim, place.round, place.told_round) == (known.claim, Round.CHECK, Round.INDEPENDENT)
        assert (place.strategy, place.inclusion_probability) == (Strategy.CHECK_WORTHINESS, None)
        assert place.why.startswith("Worth checking")
        assert not Resolution.objects.exists()
        assert Claim.objects.with_stage_for(person).get(pk=known.claim_id).stage == "in_progress"
        assert score_of(person, project=project, round=Round.CHECK).share == 1
        # They have had all of them: live claims follow.
        assert start_next(project, by=person).round == Round.INDEPENDENT

    def test_nothing_comes_where_no_live_claim_waits(self, project: Project) -> None:
        KnownAnswerFactory(claim__article__project=project, round=Round.CHECK)
        Claim.objects.filter(project=project, set_aside_at=None).delete()
        assert start_next(project, by=member(project)) is None

    def test_whoever_knows_the_answers_is_given_none(self, project: Project) -> None:
        KnownAnswerFactory(claim__article__project=project, round=Round.CHECK)
        curator = member(project, Role.CURATOR)
        MembershipFactory(project=project, user=curator, role=Role.ANNOTATOR)
        assert start_next(project, by=curator).round == Round.INDEPENDENT

    def test_a_lapsed_check_is_taken_again_by_writing_on(self, project: Project) -> None:
        KnownAnswerFactory(claim__article__project=project, round=Round.CHECK)
        people = [member(project) for _person in range(2)]
        places = [start_next(project, by=person) for person in people]
        lapse(places[0], project=project, by=None)
        save_draft(places[0], change=SUPPORTED, by=people[0])
        submit(places[0], by=people[0])
        assert Annotation.objects.get(pk=places[0].pk).lapsed_at is None


def asked_by_next(project: Project, person: User) -> int:
    with CaptureQueriesContext(connection) as caught:
        start_next(project, by=person)
    return len(caught)


def test_next_asks_nothing_more_where_it_is_off_and_once_calibration_is_done(project: Project) -> None:
    KnownAnswerFactory(claim__article__project=project)
    Project.objects.filter(pk=project.pk).update(check_share=0)
    off = asked_by_next(project, member(project))
    Project.objects.filter(pk=project.pk).update(calibrates=True)
    person = member(project)
    judge_next(project, by=person, change=DISPUTED)
    start_next(project, by=person)
    Annotation.objects.filter(person=person, submitted_at=None).update(lapsed_at="2026-01-01T00:00Z")
    assert asked_by_next(project, person) == off
