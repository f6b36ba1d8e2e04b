"""The worker killed (-9) five times while 300 articles go through, against a run that nobody disturbs.

    python3 manage.py test tests/benchmarks/kill_workers.py -s

Real workers on the real queue of the tests' own PostgreSQL; a sweep runs beside them, as in production. Takes a few
minutes: what a killed worker had in hand comes back when its lease has passed.
"""

from __future__ import annotations

import threading
import time
from collections import Counter
from pathlib import Path

import pytest
from celery import Celery
from django.conf import settings
from django.core.management import call_command
from django.db import connection

from annotate.processes import Process, stop_all, worker_command
from tests.conftest import database_url
from tests.factories import ProjectFactory
from verification.actions.articles import add_text
from verification.models import Article, Claim, ExtractionRun, Project
from verification.vocabulary import ArticleState

ARTICLES = 300
KILLS = 5
PATIENCE = 15 * 60  # seconds

TEXT = """Council of ward {n} disputes the flood figures

The water board said on Tuesday that {n} houses had been flooded and that {m} people had left their homes.

A spokeswoman for the residents denied it. "No more than {k} houses were under water," she said, adding that the
board had not sent anybody to count. The board's figures could not be independently verified.

The mayor accused the board of opening gate {n} without warning. The dam was built in 19{y}.
"""


def text(n: int) -> str:
    return TEXT.format(n=n + 2, m=3 * n + 11, k=n // 2 + 1, y=10 + n % 80)


def send(project: Project) -> None:
    for n in range(ARTICLES):
        add_text(project, text=text(n), by=None)


def wait(project: Project) -> float:
    """Seconds until no article of the project is on its way."""
    began = time.monotonic()
    while Article.objects.filter(project=project).unfinished().exists():
        assert time.monotonic() - began < PATIENCE, "articles are stuck"
        time.sleep(0.2)
    return time.monotonic() - began


def claims(project: Project) -> Counter[tuple[object, ...]]:
    rows = Claim.objects.filter(project=project)
    return Counter(rows.values_list("article__title", "start", "end", "statement", "check_worthiness"))


@pytest.mark.django_db(transaction=True)
def test_nothing_is_lost_or_doubled_when_workers_are_killed(queue: Celery, tmp_path: Path) -> None:
    environment = {"DATABASE_URL": database_url(), "CELERY_BROKER_URL": "", "DATABASE_POOL_MAX": "0"}
    worker = Process("worker", worker_command(), log=tmp_path / "worker.log", environment=environment)
    stop = threading.Event()

    def sweep() -> None:
        while not stop.wait(5):
            call_command("sweep", "--once")
        connection.close()

    sweeper = threading.Thread(target=sweep)
    sweeper.start()
    worker.start()
    try:
        undisturbed, disturbed = ProjectFactory(), ProjectFactory()
        send(undisturbed)
        calm = wait(undisturbed)
        send(disturbed)
        for kill in range(KILLS):
            done = ARTICLES * (kill + 1) // (KILLS + 1)
            while Article.objects.filter(project=disturbed, state=ArticleState.DONE).count() < done:
                time.sleep(0.02)
            worker.kill_group()
            worker.running.wait()
            worker.start()
        shaken = wait(disturbed)
    finally:
        stop.set()
        sweeper.join()
        stop_all([worker])

    states = Counter(Article.objects.filter(project=disturbed).values_list("state", flat=True))
    runs = ExtractionRun.objects.filter(article__project=disturbed).count()
    found = claims(disturbed)
    print(
        f"\n{ARTICLES} articles, worker killed {KILLS} times: {dict(states)}, {runs} runs, {found.total()} claims;"
        f" undisturbed {claims(undisturbed).total()} claims in {calm:.0f} s;"
        f" after the last kill {shaken:.0f} s (lease {settings.LEASE_SECONDS} s)."
    )
    assert states == {ArticleState.DONE: ARTICLES}
    assert runs == ARTICLES
    assert found == claims(undisturbed)
