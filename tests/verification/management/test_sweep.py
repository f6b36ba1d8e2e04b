from __future__ import annotations

from datetime import timedelta

import psycopg
import pytest
from celery import Celery
from django.core.management import call_command
from django.utils import timezone

from annotate.processes import Process
from tests import factories
from tests.conftest import database_url, wait_until
from verification.management.commands.sweep import LOCK
from verification.models import Article, Heartbeat
from verification.vocabulary import ArticleState


def left_behind() -> Article:
    """An article that a worker had in hand when it died."""
    article: Article = factories.ArticleFactory(text=factories.TEXT, state=ArticleState.EXTRACTING)
    past = timezone.now() - timedelta(hours=1)
    Article.objects.filter(pk=article.pk).update(queued_at=past, lease_until=past, attempts=1)
    return article


@pytest.mark.django_db(transaction=True)
def test_what_a_dead_worker_left_reaches_another(celery_worker_process: Process) -> None:
    article = left_behind()
    call_command("sweep", "--once")
    assert wait_until(lambda: Article.objects.get(pk=article.pk).state == ArticleState.DONE, within=30)
    assert Article.objects.get(pk=article.pk).claims.exists()


@pytest.mark.django_db(transaction=True)
def test_while_one_sweeps_another_waits(queue: Celery) -> None:
    article = left_behind()
    with psycopg.connect(database_url()) as other:
        other.execute("SELECT pg_advisory_lock(%s)", [LOCK])
        call_command("sweep", "--once")
        assert not Heartbeat.objects.filter(name="sweep").exists()
        assert Article.objects.get(pk=article.pk).attempts == 1
        other.execute("SELECT pg_advisory_unlock(%s)", [LOCK])  # the server may see the end of a session late
    call_command("sweep", "--once")
    assert Heartbeat.objects.filter(name="sweep").exists()
