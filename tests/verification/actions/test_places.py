from __future__ import annotations

import threading
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from tests import factories
from tests.factories import member
from tests.verification.conftest import SUPPORTED
from verification.actions.annotations import save_draft, skip, submit
from verification.actions.claims import reopen
from verification.actions.places import start_another, start_next
from verification.exceptions import NotAllowed
from verification.models import Annotation, Claim, Evidence, Project, User
from verification.models.offered import offered_to
from verification.vocabulary import Role, SkipReason, Strategy


def taken_in_turn(project: Project, *, by: User) -> list[Annotation]:
    """All that the queue has for a person, one after the other."""
    places = []
    while (place := start_next(project, by=by)) is not None:
        places.append(place)
        skip(place, reason=SkipReason.RATHER_NOT, by=by)
    return places


@pytest.fixture
def project() -> Project:
    factories.ClaimFactory(check_worthiness=1)  # noise: another project's claim
    return factories.ProjectFactory()


@pytest.mark.django_db
class TestStartNext:
    def test_gives_the_most_check_worthy_claim(self, project: Project) -> None:
        factories.ClaimFactory(article__project=project, check_worthiness=0.4)
        best = factories.ClaimFactory(article__project=project, check_worthiness=0.9)
        annotation = start_next(project, by=member(project))
        assert annotation.claim == best
        assert "0.90" in annotation.why

    @pytest.mark.parametrize(
        ("strategy", "expected"),
        [
            (Strategy.CHECK_WORTHINESS, ["high", "middle", "low"]),
            (Strategy.UNCERTAINTY, ["middle", "low", "high"]),
            (Strategy.ARTICLE_ORDER, ["low", "middle", "high"]),
            (Strategy.DOSSIERS, ["middle", "low", "high"]),
        ],
    )
    def test_begins_claims_in_the_order_of_the_projects_strategy(
        self, project: Project, strategy: Strategy, expected: list[str]
    ) -> None:
        Project.objects.filter(pk=project.pk).update(strategy=strategy)
        first, second = factories.ArticleFactory.create_batch(2, project=project)
        factories.ClaimFactory(article=second, statement="high", check_worthiness=0.95)
        middle = factories.ClaimFactory(article=first, start=10, end=20, statement="middle", check_worthiness=0.52)
        low = factories.ClaimFactory(article=first, start=0, end=9, statement="low", check_worthiness=0.1)
        factories.dossier_of(low, middle)
        places = taken_in_turn(project, by=member(project))
        assert [place.claim.statement for place in places] == expected
        assert {(place.strategy, place.inclusion_probability) for place in places} == {(strategy, None)}

    def test_brings_what_is_begun_first_and_says_the_same_of_it(self, project: Project) -> None:
        Project.objects.filter(pk=project.pk).update(strategy=Strategy.ARTICLE_ORDER)
        begun = factories.ClaimFactory(article__project=project, check_worthiness=0.1)
        first = start_next(project, by=member(project))
        Project.objects.filter(pk=project.pk).update(strategy=Strategy.CHECK_WORTHINESS)
        factories.ClaimFactory(article__project=project, check_worthiness=0.9)
        second = start_next(project, by=member(project))
        assert first.claim == second.claim == begun
        assert (second.strategy, second.why) == (first.strategy, first.why)

    @pytest.mark.parametrize("settings", [{"random_share": 1}, {"strategy": Strategy.RANDOM}])
    def test_draws_by_chance_and_keeps_how_probable_it_was(self, project: Project, settings: dict[str, Any]) -> None:
        Project.objects.filter(pk=project.pk).update(**settings)
        article = factories.ArticleFactory(project=project)
        factories.ClaimFactory.create_batch(4, article=article)
        first, second = (start_next(project, by=member(project)) for _person in range(2))
        assert (first.strategy, first.inclusion_probability) == (Strategy.RANDOM, 0.25)
        # It is begun, and so it comes to others as it came to the first one.
        assert second.claim == first.claim
        assert (second.strategy, second.inclusion_probability, second.why) == (Strategy.RANDOM, 0.25, first.why)
        assert len(taken_in_turn(project, by=member(project))) == 3

    def test_gives_an_order_for_all_that_chance_leaves(self, project: Project) -> None:
        Project.objects.filter(pk=project.pk).update(random_share=0.5)
        factories.ClaimFactory.create_batch(20, article=factories.ArticleFactory(project=project))
        places = taken_in_turn(project, by=member(project))
        drawn = [place for place in places if place.strategy == Strategy.RANDOM]
        assert 0 < len(drawn) < 20
        for place in places:
            left = 20 - places.index(place)
            assert place.inclusion_probability == (pytest.approx(0.5 / left) if place in drawn else None)

    def test_gives_back_what_is_unfinished_first(self, project: Project) -> None:
        factories.ClaimFactory.create_batch(2, article__project=project)
        by = member(project)
        assert start_next(project, by=by) == start_next(project, by=by)

    def test_never_gives_the_same_claim_to_a_person_twice(self, project: Project) -> None:
        factories.ClaimFactory(article__project=project)
        by = member(project)
        skip(start_next(project, by=by), reason=SkipReason.RATHER_NOT, by=by)
        assert start_next(project, by=by) is None

    def test_gives_no_more_places_than_the_claim_wants(self, project: Project) -> None:
        claim = factories.ClaimFactory(article__project=project)
        for _place in range(claim.places):
            assert start_next(project, by=member(project)) is not None
        assert start_next(project, by=member(project)) is None

    def test_records_what_the_person_was_shown(self, project: Project) -> None:
        claim = factories.ClaimFactory(article__project=project)
        bearing = factories.BearingFactory(claim=claim)
        annotation = start_next(project, by=member(project))
        assert (annotation.aided, annotation.shown_bearings) == (True, [bearing.pk])
        assert annotation.shown_engine == "rules 1"

    def test_shows_no_suggestions_in_the_unaided_share(self, project: Project) -> None:
        Project.objects.filter(pk=project.pk).update(unaided_share=1)
        factories.BearingFactory(claim=factories.ClaimFactory(article__project=project))
        annotation = start_next(project, by=member(project))
        assert (annotation.aided, annotation.shown_bearings, annotation.shown_evidence) == (False, [], [])
        assert annotation.why == "Worth checking, 0.80"

    def test_offers_evidence_of_resolved_claims_of_the_dossier_that_speak_of_the_same(self, project: Project) -> None:
        Project.objects.filter(pk=project.pk).update(places=1)
        project.refresh_from_db()
        article = factories.ArticleFactory(project=project)
        settled, other, unlinked = (factories.ClaimFactory(article=article, check_worthiness=1) for _each in range(3))
        for _each in range(3):
            by = member(project)
            submit(start_next(project, by=by), change=SUPPORTED, by=by)
        mine, apart = (factories.ClaimFactory(article=article) for _each in range(2))
        dossier = factories.dossier_of(settled, unlinked, mine)
        for claim in (settled, other):  # the other one is in no dossier
            factories.ClaimLinkFactory(claim=mine, other=claim)
        rests_on = Evidence.objects.get(judgement__annotation__claim=settled)
        by = member(project)
        first, second = start_next(project, by=by), start_another(project, by=by, most=2)
        assert [(first.claim, first.shown_evidence), (second.claim, second.shown_evidence)] == [
            (mine, [rests_on.pk]), (apart, []),
        ]  # fmt: skip
        assert offered_to(first) == [rests_on]
        reopen(settled, why="Look again.", by=member(project, Role.ADJUDICATOR))
        assert offered_to(first) == [], "it is blind again"
        assert dossier.members.count() == 3

    def test_passes_withdrawn_and_dropped_claims_by(self, project: Project) -> None:
        now = timezone.now()
        factories.ClaimFactory(article__project=project, dropped_at=now)
        factories.ClaimFactory(
            article__project=project, withdrawn_at=now, withdrawn_by=member(project), withdrawn_why="no claim"
        )
        assert start_next(project, by=member(project)) is None

    def test_takes_the_place_of_somebody_who_went_quiet(self, project: Project) -> None:
        claim = factories.ClaimFactory(article__project=project, places=1)
        quiet = start_next(project, by=member(project))
        assert start_next(project, by=member(project)) is None
        Annotation.objects.filter(pk=quiet.pk).update(active_at=timezone.now() - timedelta(days=1))
        annotation = start_next(project, by=member(project))
        assert (annotation.claim, annotation.slot) == (claim, 1)

    @pytest.mark.parametrize("role", [Role.ADJUDICATOR, Role.CURATOR, Role.RESEARCHER])
    def test_is_for_annotators_alone(self, project: Project, role: Role) -> None:
        with pytest.raises(NotAllowed):
            start_next(project, by=member(project, role))

    def test_is_not_for_another_projects_annotator(self, project: Project) -> None:
        with pytest.raises(NotAllowed):
            start_next(project, by=member(factories.ProjectFactory()))


@pytest.mark.django_db(transaction=True)
def test_clicks_of_one_person_at_once_bring_one_claim() -> None:
    project = factories.ProjectFactory()
    factories.ClaimFactory.create_batch(6, article=factories.ArticleFactory(project=project))
    by = member(project)
    started: list[Annotation | None] = []
    barrier = threading.Barrier(6)

    def click() -> None:
        try:
            barrier.wait()
            started.append(start_next(project, by=by))
        finally:
            connection.close()

    threads = [threading.Thread(target=click) for _click in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)

    assert started == [Annotation.objects.get()] * 6


@pytest.mark.django_db(transaction=True)
def test_many_at_once_fill_every_place_and_no_more() -> None:
    """Twelve people take and submit among twenty claims with two places each, all at the same time."""
    project = factories.ProjectFactory()
    article = factories.ArticleFactory(project=project)
    factories.ClaimFactory.create_batch(20, article=article)
    people = [member(project) for _person in range(12)]
    judgement = {"verdict": "unverified", "reason": "ambiguous_claim", "rationale": "Which harbour?"}
    errors: list[BaseException] = []
    barrier = threading.Barrier(len(people))

    def work(by: object) -> None:
        try:
            barrier.wait()
            while (annotation := start_next(project, by=by)) is not None:
                save_draft(annotation, change=judgement, by=by)
                submit(annotation, by=by)
                submit(annotation, by=by)
        except BaseException as error:
            errors.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=work, args=[by]) for by in people]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=120)

    assert errors == []
    assert Annotation.objects.filter(submitted_at__isnull=False).count() == 40
    assert Annotation.objects.count() == 40
    for claim in Claim.objects.all():
        assert claim.filled_at is not None
        assert claim.annotations.values("person").distinct().count() == 2
        assert claim.resolutions.count() == 1
