"""What `next` and `submit` cost among 1,000 to 1,000,000 claims, for a newcomer and for a person who did very many.

Run by hand, against a database of its own that is kept between runs (made, migrated and filled by the first one;
PostgreSQL must let the user switch triggers off, so use a scratch server):

    createdb queue && export DATABASE_URL=postgresql:///queue SECRET_KEY=$(openssl rand -hex 32)
    python3 -m tests.benchmarks.queue                     # 1,000, 10,000 and 100,000 claims
    python3 -m tests.benchmarks.queue 1000 1000000        # a million takes minutes and 3 GB to fill

Each size is a project of its own. A keen person has judged half of its best claims, at most 50,000, alone. First the
newcomer and the keen one take and submit claims one after the other; then eight people do at once, each in a process,
and what they did is checked: nothing lost, nothing doubled, no claim above its places.
"""

from __future__ import annotations

import os
import statistics
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import timedelta
from multiprocessing import get_context

import django

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
PLACES = 2
CLIENTS, TURNS = 8, 60
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


def fill(size: int) -> tables.Project:
    """A project of `size` claims; half of them, at most MOST_DONE, judged by its keen person alone."""
    project = tables.Project.objects.create(slug=f"queue-{size}", name=f"{size:,}", language="en", places=PLACES)
    tables.Guideline.objects.create(project=project, version=1, text="Look outside the article.")
    people = [tables.User.objects.create(username=f"annotator{n}-of-{size}", password="!") for n in range(CLIENTS + 2)]
    tables.Membership.objects.bulk_create(
        tables.Membership(project=project, user=user, role=Role.ANNOTATOR) for user in people
    )
    keen, done, now = people[0], min(size // 2, MOST_DONE), timezone.now()
    first_claim, first_place = _next_id(tables.Claim), _next_id(tables.Annotation)

    def claims() -> Iterator[Model]:
        for number in range(size):
            statement = f"Ship {number} of {size} docked."
            yield tables.Claim(
                pk=first_claim + number, project=project, statement=statement, origin_import="benchmark",
                check_worthiness=1 - number / size, places=PLACES, created_at=now,
                begun_at=now - timedelta(days=30) + timedelta(seconds=number) if number < done else None,
                taken_by=[keen.pk] if number < done else [],
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


def _next_id(model: type[Model]) -> int:
    return int(model._default_manager.aggregate(last=Max("pk"))["last"] or 0) + 1


def work(slug: str, username: str, turns: int) -> tuple[list[float], list[float]]:
    """Milliseconds of each `next` and each `submit` of a person who takes and submits claims, one after the other."""
    project, user = tables.Project.objects.get(slug=slug), tables.User.objects.get(username=username)
    nexts, submits = [], []
    for turn in range(turns + 5):
        began = time.perf_counter()
        annotation = start_next(project, by=user)
        between = time.perf_counter()
        if annotation is None:
            break
        judgement = submit(annotation, change=CHANGE, by=user)
        if judgement.verdict != Verdict.SUPPORTED or judgement.submitted_at is None:
            raise SystemExit("A submitted judgement is not what was sent.")
        if turn >= 5:  # the first ones prepare statements
            nexts.append((between - began) * 1000)
            submits.append((time.perf_counter() - between) * 1000)
    return nexts, submits


def at_once(slug: str, people: list[str]) -> tuple[float, list[float], list[float]]:
    """Claims a second of all, and the milliseconds of each."""
    connection.close()
    began = time.perf_counter()
    with ProcessPoolExecutor(len(people), mp_context=get_context("spawn")) as pool:
        done = list(pool.map(work, [slug] * len(people), people, [TURNS] * len(people)))
    nexts = [took for nexts, _submits in done for took in nexts]
    submits = [took for _nexts, submits in done for took in submits]
    return (len(nexts) + 5 * len(people)) / (time.perf_counter() - began), nexts, submits


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


def row(project: tables.Project, who: str, nexts: list[float], submits: list[float], more: str = "") -> str:
    def both(took: list[float]) -> str:
        return f"{statistics.median(took):.1f} / {statistics.quantiles(took, n=20)[-1]:.1f}" if len(took) > 1 else "-"

    return f"| {project.name} | {who} | {both(nexts)} | {both(submits)} | {more} |"


def main(sizes: list[int]) -> None:
    call_command("migrate", verbosity=0)
    print("| claims | who | next, p50 / p95 ms | submit, p50 / p95 ms | |\n|---:|---|---:|---:|---|")
    for size in sizes:
        project = tables.Project.objects.filter(slug=f"queue-{size}").first() or fill(size)
        people = [f"annotator{number}-of-{size}" for number in range(CLIENTS + 2)]
        for who, username in (("newcomer", people[1]), ("keen", people[0])):
            user = tables.User.objects.get(username=username)
            done = tables.Annotation.objects.filter(person=user, submitted_at__isnull=False).count()
            began = time.perf_counter()
            how_many_wait(project, person=user, most=101)
            counted = f"has done {done:,}; counting what waits {(time.perf_counter() - began) * 1000:.1f} ms"
            print(row(project, who, *work(project.slug, username, TURNS), counted), flush=True)
        rate, nexts, submits = at_once(project.slug, people[2:])
        found = ", ".join(f"{number} {name}" for name, number in wrong(project).items())
        print(row(project, f"{CLIENTS} at once", nexts, submits, f"{rate:.0f} a second; {found}"), flush=True)


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or list(SIZES))
