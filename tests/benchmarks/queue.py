"""What `next` and `submit` cost among 1,000 to 1,000,000 claims, for a newcomer and for a person who did very many.

Run by hand. Each size has a database of its own, named after the one that you give, made and filled by the first run
and kept (the user may create databases and switch triggers off, so use a scratch server):

    createdb queue && export DATABASE_URL=postgresql:///queue SECRET_KEY=$(openssl rand -hex 32)
    python3 -m tests.benchmarks.queue                     # 1,000, 10,000 and 100,000 claims
    python3 -m tests.benchmarks.queue 1000 1000000        # a million takes minutes and 2 GB to fill
    python3 -m tests.benchmarks.queue dossiers            # by another strategy: half of the claims are in dossiers

A keen person has judged half of the best claims, at most 50,000, alone. The newcomer and the keen one of every size
take and submit claims by turns, so that whatever else the machine does falls on all of them; beside the clock stands
the processor's time, of this process and of the database's (where it runs on this machine). Then eight people of each
size do at once, each in a process, and what they did is checked: nothing lost, nothing doubled, no claim above its
places.
"""

from __future__ import annotations

import os
import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import timedelta
from multiprocessing import get_context
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlsplit

import django
import psycopg
from psycopg.sql import SQL, Identifier

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "annotate.settings")
django.setup()

from django.core.management import call_command  # noqa: E402 (needs what was set up above)
from django.db import connection, transaction  # noqa: E402
from django.db.models import Count, F, Max, Model, Q  # noqa: E402
from django.utils import timezone  # noqa: E402

from tests.benchmarks.library import copy  # noqa: E402
from verification import models as tables  # noqa: E402
from verification.actions.annotations import submit  # noqa: E402
from verification.actions.places import start_next  # noqa: E402
from verification.models.claim import public_id  # noqa: E402
from verification.models.queue import how_many_wait  # noqa: E402
from verification.vocabulary import Role, Strategy, Target, Verdict  # noqa: E402

SIZES = (1_000, 10_000, 100_000)
MOST_DONE = 50_000
A_DOSSIER = 20  # claims
PLACES = 2
ROUNDS, TURNS = 12, 10  # of each of the two
CLIENTS, TURNS_AT_ONCE = 8, 30
NEWCOMER, KEEN = 1, 0
Result = TypeVar("Result")
LINK = {
    "kind": "link", "stance": "supports", "url": "https://archive.example/1", "quote": "The first ship docked.",
}  # fmt: skip
CHANGE = {
    "verdict": "supported",
    "reason": "fully",
    "rationale": "The log.",
    "confidence": "fairly",
    "evidence": [LINK],
}


def project_of(size: int, strategy: Strategy) -> tables.Project:
    """The project of this process's database, filled where there is none or too little is left of it."""
    call_command("migrate", verbosity=0)
    project = tables.Project.objects.order_by("pk").last()
    needed = ROUNDS * TURNS + CLIENTS * (TURNS_AT_ONCE + 5)
    if project is None or how_many_wait(project, person=person_of(project, NEWCOMER), most=needed) < needed:
        project = fill(size)
    tables.Project.objects.filter(pk=project.pk).update(strategy=strategy)
    return project


def person_of(project: tables.Project, number: int) -> tables.User:
    return tables.User.objects.filter(memberships__project=project).order_by("pk")[number]


def fill(size: int) -> tables.Project:
    """A project of `size` claims; half of them, at most MOST_DONE, judged by its keen person alone."""
    number = tables.Project.objects.count() + 1
    project = tables.Project.objects.create(slug=f"queue-{number}", name=f"{size:,}", language="en", places=PLACES)
    tables.Guideline.objects.create(project=project, version=1, text="Look outside the article.")
    people = [
        tables.User.objects.create(username=f"annotator{n}-of-{number}", password="!") for n in range(CLIENTS + 2)
    ]
    tables.Membership.objects.bulk_create(
        tables.Membership(project=project, user=user, role=Role.ANNOTATOR) for user in people
    )
    keen, done, now = people[0], min(size // 2, MOST_DONE), timezone.now()
    first_claim, first_place = next_id(tables.Claim), next_id(tables.Annotation)

    def claims() -> Iterator[Model]:
        for number in range(size):
            nth, within = divmod(number, A_DOSSIER)
            statement = f"Ship {number} of {size} docked."
            yield tables.Claim(
                pk=first_claim + number, project=project, statement=statement, origin_import="benchmark",
                check_worthiness=1 - number / size, places=PLACES, created_at=now,
                begun_at=now - timedelta(days=30) + timedelta(seconds=number) if number < done else None,
                taken_by=[keen.pk] if number < done else [],
                in_dossier=nth if nth % 2 else 0,
                dossier_worth=1 - (number - within) / size if nth % 2 else -1,
                public_id=public_id(
                    article_sha256="", start=None, end=None, statement=statement, target=Target.CONTENT
                ),
            )  # fmt: skip

    def places() -> Iterator[Model]:
        for number in range(done):
            at = now - timedelta(days=30) + timedelta(seconds=number)
            yield tables.Annotation(
                pk=first_place + number, claim_id=first_claim + number, project=project, person=keen, slot=1,
                started_at=at, active_at=at, submitted_at=at, aided=True, strategy=Strategy.CHECK_WORTHINESS,
            )  # fmt: skip

    # Triggers look at each row: what is written here is right by the way it is made.
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL session_replication_role = replica")
        copy(tables.Claim, claims())
        copy(tables.Annotation, places())
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
    return project


def next_id(model: type[Model]) -> int:
    return int(model._default_manager.aggregate(last=Max("pk"))["last"] or 0) + 1


@dataclass(kw_only=True)
class Cost:
    """Of one call: milliseconds by the clock and of processors, and how many statements it sent."""

    clock: float
    processors: float
    statements: int


def cost(call: Callable[[], Result]) -> tuple[Cost, Result]:
    sent: list[str] = []

    def count(execute: Any, sql: str, *rest: Any) -> Any:
        sent.append(sql)
        return execute(sql, *rest)

    used, began = _processors(), time.perf_counter()
    with connection.execute_wrapper(count):
        result = call()
    ended = time.perf_counter()
    return Cost(
        clock=(ended - began) * 1000, processors=(_processors() - used) * 1000, statements=len(sent)
    ), result  # fmt: skip


def _processors() -> float:
    """Seconds that processors have given this process, and the database's that serves it where that is seen."""
    connection.ensure_connection()
    scheduled = Path(f"/proc/{connection.connection.info.backend_pid}/schedstat")
    database = int(scheduled.read_text().split()[0]) / 1e9 if scheduled.exists() else 0.0
    return time.process_time() + database


def work(number: int, turns: int) -> list[tuple[Cost, Cost]]:
    """The costs of each `next` and each `submit` of the project's person of this number, one after the other."""
    project = tables.Project.objects.order_by("pk").last()
    assert project is not None
    user, costs = person_of(project, number), []
    for _turn in range(turns):
        next_one, annotation = cost(lambda: start_next(project, by=user))
        if annotation is None:
            break
        submitting, judgement = cost(lambda given=annotation: submit(given, change=CHANGE, by=user))
        if judgement.verdict != Verdict.SUPPORTED or judgement.submitted_at is None:
            raise SystemExit("A submitted judgement is not what was sent.")
        costs.append((next_one, submitting))
    return costs


def settle(size: int, strategy: Strategy) -> str:
    """Fills the database of this process; takes a few turns, which prepare statements."""
    project = project_of(size, strategy)
    work(NEWCOMER, 5)
    work(KEEN, 5)
    keen = person_of(project, KEEN)
    done = tables.Annotation.objects.filter(person=keen, submitted_at__isnull=False).count()
    began = time.perf_counter()
    how_many_wait(project, person=keen, most=101)
    return (
        f"{size:,} claims: the keen one did {done:,}; counting what waits {(time.perf_counter() - began) * 1000:.1f} ms"
    )


def check() -> dict[str, int]:
    project = tables.Project.objects.order_by("pk").last()
    assert project is not None
    return wrong(project)


def wrong(project: tables.Project) -> dict[str, int]:
    """What must be nothing, counted over the whole project."""
    places = tables.Annotation.objects.filter(project=project)
    claims = tables.Claim.objects.filter(project=project)
    twice = places.order_by().values("claim", "person").annotate(number=Count("pk")).filter(number__gt=1)
    live = claims.annotate(live=Count("annotations", filter=Q(annotations__lapsed_at__isnull=True)))
    full = Q(judged__gte=F("places"), filled_at__isnull=True) | Q(judged__lt=F("places"), filled_at__isnull=False)
    judged = claims.annotate(judged=Count("annotations", filter=Q(annotations__submitted_at__isnull=False)))
    return {
        "above N": live.filter(live__gt=F("places")).count(),
        "doubled": twice.count(),
        "filled wrongly": judged.filter(full).count(),
        "lost": places.unfinished().count(),
    }


def row(name: str, costs: list[tuple[Cost, Cost]], more: str = "") -> str:
    cells = []
    for calls in zip(*costs, strict=True):
        clock, used = [call.clock for call in calls], [call.processors for call in calls]
        statements = statistics.median(call.statements for call in calls)
        cells.append(
            f"{statistics.median(clock):.1f} / {min(clock):.1f} / {statistics.quantiles(clock, n=20)[-1]:.1f}"
            f" | {statistics.median(used):.1f} / {min(used):.1f} | {statements:.0f}"
        )
    return f"| {name} | {' | '.join(cells)} | {more} |"


def growth(one: list[tuple[Cost, Cost]], other: list[tuple[Cost, Cost]]) -> str:
    """How many times as much `other` costs as `one`, by median and by least."""
    said = []
    for name, first, second in zip(("next", "submit"), zip(*one, strict=True), zip(*other, strict=True), strict=True):
        for what in ("clock", "processors"):
            before, after = ([getattr(call, what) for call in calls] for calls in (first, second))
            ratios = (of(after) / of(before) for of in (statistics.median, min))
            said.append(f"{name}, {what} " + " / ".join(f"{ratio:.2f}" for ratio in ratios))
    return "; ".join(said)


def database_of(size: int) -> str:
    """The address of the database of this size, which is made where there is none."""
    given = urlsplit(os.environ["DATABASE_URL"])
    name = f"{given.path.removeprefix('/')}_{size}"
    with psycopg.connect(given.geturl(), autocommit=True) as server:
        if not server.execute("SELECT FROM pg_database WHERE datname = %s", [name]).fetchall():
            server.execute(SQL("CREATE DATABASE {}").format(Identifier(name)))
    return given._replace(path=f"/{name}").geturl()


@contextmanager
def processes(database: str, number: int = 1) -> Iterator[ProcessPoolExecutor]:
    """Processes that work in this database, each started anew."""
    given, os.environ["DATABASE_URL"] = os.environ["DATABASE_URL"], database
    try:
        with ProcessPoolExecutor(number, mp_context=get_context("spawn")) as pool:
            list(pool.map(time.sleep, [0.5] * number))  # so that they have started when it is their turn
            yield pool
    finally:
        os.environ["DATABASE_URL"] = given


def main(sizes: list[int], strategy: Strategy) -> None:
    databases = {size: database_of(size) for size in sizes}
    costs: dict[tuple[int, int], list[tuple[Cost, Cost]]] = defaultdict(list)
    with ExitStack() as stack:
        one_of = {size: stack.enter_context(processes(databases[size])) for size in sizes}
        for size in sizes:
            print(one_of[size].submit(settle, size, strategy).result(), flush=True)
        for _round in range(ROUNDS):
            for size in sizes:
                for number in (NEWCOMER, KEEN):
                    costs[size, number] += one_of[size].submit(work, number, TURNS).result()
    print("\n| claims, who | next: clock p50 / least / p95 ms | processors p50 / least | statements", end="")
    print(" | submit: clock | processors | statements | |\n|---|---:|---:|---:|---:|---:|---:|---|")
    for size in sizes:
        print(row(f"{size:,}, newcomer", costs[size, NEWCOMER]))
        print(row(f"{size:,}, keen", costs[size, KEEN]))
    for size in sizes:
        with processes(databases[size], CLIENTS) as pool:
            began = time.perf_counter()
            done = list(pool.map(work, range(2, CLIENTS + 2), [TURNS_AT_ONCE] * CLIENTS))
            rate = sum(map(len, done)) / (time.perf_counter() - began)
            found = ", ".join(f"{number} {name}" for name, number in pool.submit(check).result().items())
        together = [both for costs_of_one in done for both in costs_of_one]
        print(row(f"{size:,}, {CLIENTS} at once", together, f"{rate:.0f} a second; {found}"), flush=True)
    print("\nTimes as much, median / least:")
    for size in sizes[1:]:
        print(f"- {sizes[0]:,} to {size:,} claims: {growth(costs[sizes[0], NEWCOMER], costs[size, NEWCOMER])}")
    for size in sizes:
        print(f"- newcomer to keen among {size:,}: {growth(costs[size, NEWCOMER], costs[size, KEEN])}")


if __name__ == "__main__":
    named = [Strategy(word) for word in sys.argv[1:] if not word.isdigit()]
    main(
        [int(word) for word in sys.argv[1:] if word.isdigit()] or list(SIZES), (named or [Strategy.CHECK_WORTHINESS])[0]
    )
