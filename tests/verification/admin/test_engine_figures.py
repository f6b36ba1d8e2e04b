"""What people made of each engine's claims, on the page of their project: bounded, and blind."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests import factories
from tests.verification.conftest import SUPPORTED, judge
from verification.admin.engine_figures import EngineFigures, engine_figures
from verification.models import Claim, Project, User
from verification.vocabulary import Role, SkipReason

pytestmark = pytest.mark.django_db


def decided(project: Project, version: str, *, skip: SkipReason | None = None, weights: int | None = None) -> Claim:
    """A claim of that version, judged and resolved, or skipped."""
    article = factories.ArticleFactory(project=project)
    run = factories.ExtractionRunFactory(
        article=article, version=version, parameters={} if weights is None else {"worthiness_model": weights}
    )
    claim: Claim = factories.ClaimFactory(article=article, origin_run=run)
    now = timezone.now()
    ended = {"submitted_at": now} if skip is None else {"skipped_at": now, "skip_reason": skip}
    factories.AnnotationFactory(claim=claim, **ended)
    return claim


@pytest.fixture
def curator(project: Project) -> User:
    return factories.member(project, Role.CURATOR)


def test_each_version_has_what_was_kept_refused_edited_and_missed(project: Project, curator: User) -> None:
    kept = [decided(project, "1") for _ in range(3)]
    decided(project, "1", skip=SkipReason.NOT_A_CLAIM)
    decided(project, "1", skip=SkipReason.EXTRACTION_ERROR)
    decided(project, "1", skip=SkipReason.RATHER_NOT)
    decided(project, "2", weights=4)
    by_hand = {"article": kept[0].article, "origin_run": None, "origin_person": curator}
    factories.ClaimFactory(**by_hand, start=4, sentence="harbour was reopened")
    factories.ClaimFactory(**by_hand, start=100, sentence="no ship had docked")
    second, first = engine_figures(project, user=curator)
    assert first == EngineFigures("rules", "1", None, kept=3, no_claim=1, wrong=1, edited=1, missed=1)
    assert second == EngineFigures("rules", "2", 4, kept=1)
    assert (first.acceptance, first.edit_rate, first.miss_rate) == (3 / 5, 1 / 5, 1 / 5)


def test_work_on_claims_that_one_may_yet_judge_is_not_counted(project: Project, claim: Claim) -> None:
    annotator = factories.member(project)
    judge(claim, by=factories.member(project), change=SUPPORTED)
    assert engine_figures(project, user=annotator) == []
    judge(claim, by=factories.member(project), change=SUPPORTED)
    assert [row.kept for row in engine_figures(project, user=annotator)] == [1]


def test_other_projects_are_not_counted(project: Project, curator: User) -> None:
    decided(factories.ProjectFactory(), "1")
    assert engine_figures(project, user=curator) == []


def test_the_page_of_a_project_shows_them(admin: Client, claim: Claim) -> None:
    page = reverse("admin:verification_project_change", args=[claim.project.pk])
    assert "Nobody has decided on a claim" in admin.get(page).content.decode()
    for _ in range(2):
        decided(claim.project, "7")
    decided(claim.project, "7", skip=SkipReason.NOT_A_CLAIM)
    factories.WorthinessModelFactory(project=claim.project, number=5, decisions=321)
    shown = admin.get(page).content.decode()
    assert "<td>67%</td>" in shown
    assert "321" in shown


def test_more_work_asks_no_more_queries(project: Project, curator: User, django_assert_max_num_queries: Any) -> None:
    for _ in range(4):
        claim = decided(project, "1")
        factories.ClaimFactory(
            article=claim.article, start=100, sentence="no ship had docked", origin_run=None, origin_person=curator
        )
    with django_assert_max_num_queries(6):
        assert engine_figures(project, user=curator)[0].missed == 4
