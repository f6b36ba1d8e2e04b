"""Workers killed (-9) while articles go through, over any broker: what may not be lost, nor done twice.

Every part is a process of its own, as in an installation: a command adds the articles, a worker takes them, a sweep
runs beside.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from annotate.processes import Process, sweep_command, worker_command
from tests.conftest import database_url, wait_until
from tests.factories import ProjectFactory
from verification.models import Article, Claim, ExtractionRun, Project
from verification.vocabulary import ArticleState, Engine

TEXT = """Council of ward {n} disputes the flood figures

The water board said on Tuesday that {n} houses had been flooded and that {m} people had left their homes.

A spokeswoman for the residents denied it. "No more than {k} houses were under water," she said, adding that the
board had not sent anybody to count. The board's figures could not be independently verified.

The mayor accused the board of opening gate {n} without warning. The dam was built in 19{y}.
"""


@dataclass(kw_only=True)
class Outcome:
    """What became of the articles: states, runs of the engine, claims; seconds from the last kill to the end."""

    states: Counter[str]
    runs: int
    claims: Counter[tuple[object, ...]]
    seconds: float


class Installation:
    """A worker and a sweep on the tests' own database and this broker ("" for the queue in the database)."""

    def __init__(self, folder: Path, *, broker: str, **environment: str) -> None:
        self.folder = folder
        self.environment = {"DATABASE_URL": database_url(), "CELERY_BROKER_URL": broker, "DATABASE_POOL_MAX": "0"}
        self.environment |= environment
        self.worker = self._process("worker", worker_command())
        self.sweep = self._process("sweep", [*sweep_command(), "--every", "2"])

    def _process(self, name: str, command: list[str]) -> Process:
        return Process(name, command, log=self.folder / f"{name}.log", environment=self.environment)

    def __enter__(self) -> Installation:
        self.worker.start()
        self.sweep.start()
        return self

    def __exit__(self, *exc: object) -> None:
        for process in (self.worker, self.sweep):
            process.wait_and_kill(0)
        for process in (self.worker, self.sweep) if exc[0] else ():
            print(f"--- {process.name}\n{process.log.read_text()}")

    def add(self, articles: int, *, engine: Engine = Engine.RULES) -> Project:
        """A project of its own with this many different articles, handed to the worker."""
        project: Project = ProjectFactory(engine=engine)
        files = self.folder / f"articles-{project.slug}"
        files.mkdir()
        for n in range(articles):
            text = TEXT.format(n=n + 2, m=3 * n + 11, k=n // 2 + 1, y=10 + n % 80)
            (files / f"{n:04}.txt").write_text(text)
        command = [sys.executable, "manage.py", "import_articles", str(files), "--project", project.slug, "--no-wait"]
        subprocess.run(command, cwd=settings.BASE_DIR, env=os.environ | self.environment, check=True)
        return project

    def let_through(self, articles: int, *, kills: int, within: float, engine: Engine = Engine.RULES) -> Outcome:
        """Adds articles and kills the worker, all its processes at once, so many times before they are through."""
        project = self.add(articles, engine=engine)
        done = Article.objects.filter(project=project, state=ArticleState.DONE)
        for kill in range(kills):
            part = articles * (kill + 1) // (kills + 1)
            wait(lambda part=part: done.count() >= part, within=within)
            self.worker.wait_and_kill(0)
            self.worker.start()
        began = time.monotonic()
        wait(lambda: not Article.objects.unfinished().filter(project=project).exists(), within=within)
        return outcome(project, seconds=time.monotonic() - began)


def wait(what: Callable[..., bool], *, within: float) -> None:
    assert wait_until(what, within=within), "articles are stuck"


def outcome(project: Project, *, seconds: float) -> Outcome:
    rows = Claim.objects.filter(project=project)
    return Outcome(
        states=Counter(Article.objects.filter(project=project).values_list("state", flat=True)),
        runs=ExtractionRun.objects.filter(article__project=project).count(),
        claims=Counter(rows.values_list("article__title", "start", "end", "statement", "check_worthiness")),
        seconds=seconds,
    )
