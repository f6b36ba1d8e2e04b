from __future__ import annotations

from datetime import timedelta

import pytest
from django.conf import settings
from django.utils import timezone

from tests import factories
from verification.jobs import sweep
from verification.models import Annotation, Article, AuditEvent, Heartbeat, Project
from verification.vocabulary import ArticleState, BundleState

PAST = timedelta(hours=1)


def article(project: Project, state: ArticleState, **fields: object) -> Article:
    made: Article = factories.ArticleFactory(project=project, state=state)
    Article.objects.filter(pk=made.pk).update(queued_at=timezone.now() - PAST, **fields)
    return made


def test_what_a_dead_worker_left_is_given_out_again(project: Project) -> None:
    reading = article(project, ArticleState.READING, lease_until=timezone.now() - PAST, attempts=1)
    extracting = article(project, ArticleState.EXTRACTING, lease_until=timezone.now() - PAST, attempts=1)
    swept = sweep.run()
    assert (swept.to_read, swept.to_extract) == ([reading.pk], [extracting.pk])
    assert sweep.run().to_read == [], "it waits in the queue now"


def test_a_lost_message_is_sent_again_once_no_worker_is_busy(project: Project) -> None:
    lost = article(project, ArticleState.RECEIVED)
    busy = article(project, ArticleState.READING, lease_until=timezone.now() + PAST)
    assert sweep.run().to_read == [], "a long queue is not doubled while workers are at it"
    Article.objects.filter(pk=busy.pk).update(state=ArticleState.DONE, lease_until=None)
    assert sweep.run().to_read == [lost.pk]


def test_what_failed_too_often_is_given_up_with_a_reason(project: Project) -> None:
    unlucky = article(project, ArticleState.EXTRACTING, lease_until=timezone.now() - PAST, attempts=settings.ATTEMPTS)
    swept = sweep.run()
    unlucky.refresh_from_db()
    assert (swept.given_up, swept.to_extract) == (1, [])
    assert unlucky.state == ArticleState.FAILED
    assert "Given up" in unlucky.failure


def test_what_is_done_or_has_just_come_in_is_left_alone(project: Project) -> None:
    article(project, ArticleState.DONE)
    fresh = factories.ArticleFactory(project=project, state=ArticleState.RECEIVED)
    Article.objects.filter(pk=fresh.pk).update(queued_at=timezone.now())
    swept = sweep.run()
    assert (swept.to_read, swept.to_extract) == ([], [])


def test_idle_places_lapse_and_leave_a_trace(project: Project) -> None:
    idle = factories.AnnotationFactory(claim__article__project=project)
    active = factories.AnnotationFactory(claim__article__project=project)
    submitted = factories.AnnotationFactory(claim__article__project=project, submitted_at=timezone.now())
    Annotation.objects.filter(pk__in=[idle.pk, submitted.pk]).update(active_at=timezone.now() - timedelta(days=1))
    assert sweep.run().lapsed == 1
    lapsed = Annotation.objects.filter(lapsed_at__isnull=False)
    assert lapsed.get() == idle
    assert AuditEvent.objects.get(kind="annotation.lapsed").subject_id == idle.pk
    assert active not in lapsed


@pytest.mark.django_db
def test_the_sweep_shows_that_it_lives() -> None:
    sweep.run()
    assert Heartbeat.objects.filter(name="sweep", at__gt=timezone.now() - timedelta(seconds=5)).exists()


def test_bundles_are_given_out_again_and_given_up_like_articles(project: Project) -> None:
    past = {"lease_until": timezone.now() - PAST, "state": BundleState.UNPACKING}
    left = factories.BundleFactory(upload__project=project, attempts=1, **past)
    unlucky = factories.BundleFactory(upload__project=project, attempts=settings.ATTEMPTS, **past)
    factories.BundleFactory(upload__project=project, state=BundleState.DONE)
    swept = sweep.run()
    unlucky.refresh_from_db()
    assert (swept.to_unpack, swept.given_up) == ([left.pk], 1)
    assert unlucky.state == BundleState.FAILED
    assert "Given up" in unlucky.failure
