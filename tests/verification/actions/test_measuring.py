"""What comes in the place of a live claim: for whom, how it is told, and what it counts for."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests import factories
from tests.annotate.views.people import at_the_page, words
from tests.factories import KnownAnswerFactory, MembershipFactory, member
from tests.verification.actions.test_calibration import judge_next
from tests.verification.conftest import DISPUTED, SUPPORTED
from verification.actions import measuring
from verification.actions.annotations import save_draft, skip, submit
from verification.actions.places import lapse, start_next
from verification.exceptions import Conflict
from verification.models import Annotation, Claim, Project, Resolution, User
from verification.reports.known_answers import score_of
from verification.vocabulary import Role, Round, SkipReason, Strategy

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


def long_ago(annotation: Annotation) -> None:
    """The judgement was made forty days before."""
    moment = timezone.now() - timedelta(days=40)
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        Annotation.objects.filter(pk=annotation.pk).update(started_at=moment, submitted_at=moment)
        annotation.judgements.update(submitted_at=moment)
        cursor.execute("SET session_replication_role = DEFAULT")


@pytest.mark.usefixtures("always")
class TestRepeats:
    @pytest.fixture
    def project(self) -> Project:
        project: Project = factories.ProjectFactory(places=1, repeat_share=0.5)
        article = factories.ArticleFactory(project=project)
        for number in range(3):
            factories.ClaimFactory(article=article, statement=f"Claim {number}.", check_worthiness=1 - number / 10)
        return project

    def test_a_claim_comes_again_after_a_while_empty_and_settles_nothing(self, project: Project) -> None:
        person = member(project)
        first = judge_next(project, by=person, change=DISPUTED)
        again = judge_next(project, by=person, change=SUPPORTED)
        assert again.claim != first.claim  # not yet: it was judged just now
        for place in (first, again):
            long_ago(place)
        repeat = start_next(project, by=person)
        assert repeat.claim in (first.claim, again.claim)
        assert (repeat.round, repeat.told_round) == (Round.REPEAT, Round.INDEPENDENT)
        assert repeat.why.startswith("Worth checking")
        draft = repeat.draft()
        assert (draft.verdict, draft.rationale, draft.evidence.count()) == (None, "", 0)
        save_draft(repeat, change=SUPPORTED, by=person)
        submit(repeat, by=person)
        repeat.refresh_from_db()
        assert repeat.told_round == Round.REPEAT
        resolution = Resolution.objects.get(claim=repeat.claim)
        assert repeat.pk not in resolution.judgements.values_list("annotation", flat=True)
        # Once: the other one comes next, then live claims.
        assert judge_next(project, by=person, change=SUPPORTED).round == Round.REPEAT
        assert start_next(project, by=person).round == Round.INDEPENDENT

    def test_until_it_is_over_they_see_the_claim_as_if_they_judged_it_for_the_first_time(
        self, project: Project
    ) -> None:
        person = member(project)
        first = judge_next(project, by=person, change=DISPUTED | {"rationale": "The clerk's ledger."})
        claim = first.claim
        assert claim.resolutions.exists()
        client = at_the_page(person)
        before = f"/p/{project.slug}/claims/{claim.pk}/"
        assert "The clerk" in words(client.get(before))
        long_ago(first)
        repeat = start_next(project, by=person)
        assert repeat.claim == claim
        pages = {
            address: words(client.get(address))
            for address in (
                *("/", before, f"/review/{repeat.pk}/", f"/p/{project.slug}/my-work/", f"/p/{project.slug}/claims/"),
                *(f"/p/{project.slug}/claims/?q=verdict%3Adisputed", f"/p/{project.slug}/claims/?stage=resolved"),
                *(f"/api/v1/claims/{claim.pk}/", f"/api/v1/claims/{claim.pk}/judgements/", "/api/v1/annotations/"),
                f"/api/v1/annotations/{repeat.pk}/",
            )
        }
        told = ("clerk", "verdict disputed", '"stage":"resolved"', '"repeat"', "resolved without")
        for address, page in pages.items():
            assert [word for word in told if word in page] == [], address
        assert claim.statement not in pages[f"/p/{project.slug}/claims/?stage=resolved"]
        assert claim.statement in words(client.get(f"/p/{project.slug}/claims/?stage=in_progress"))
        assert "Go on judging" in pages[before]
        assert f"/review/{first.pk}/" not in pages[f"/p/{project.slug}/my-work/"]
        assert client.get(f"/review/{first.pk}/").status_code == 404
        assert client.get(f"/api/v1/annotations/{first.pk}/").status_code == 404
        skip(repeat, reason=SkipReason.RATHER_NOT, by=person)
        assert "The clerk" in words(client.get(before))
        assert client.get(f"/review/{first.pk}/").status_code == 200

    def test_one_that_lapsed_does_not_come_back(self, project: Project) -> None:
        person = member(project)
        long_ago(judge_next(project, by=person, change=DISPUTED))
        repeat = start_next(project, by=person)
        lapse(repeat, project=project, by=None)
        with pytest.raises(Conflict):
            save_draft(repeat, change=SUPPORTED, by=person)
        assert start_next(project, by=person).round == Round.INDEPENDENT

    def test_what_it_costs_does_not_grow_with_what_the_person_has_judged(self, project: Project) -> None:
        people = [member(project) for _person in range(2)]
        for person, number in zip(people, (1, 60), strict=True):
            for claim in factories.ClaimFactory.create_batch(number, article=factories.ArticleFactory(project=project)):
                place = factories.AnnotationFactory(claim=claim, person=person)
                Annotation.objects.filter(pk=place.pk).update(submitted_at=timezone.now() - timedelta(days=50))
        few, many = (asked_by_next(project, person) for person in people)
        assert few == many
        assert {place.round for place in Annotation.objects.filter(submitted_at=None)} == {Round.REPEAT}
