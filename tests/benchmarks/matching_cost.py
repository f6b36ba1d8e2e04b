"""What one more article costs to match among few claims and among many: asked by turns of one process for each.

A part of `tests.benchmarks.matching`. What was measured among 1,000 claims minutes before what is measured among
100,000, in a process that has filled a database in between, differs by more than the number of claims: the machine
does other things, and memory is full of what was written. So each size has a copy of the database and a process of its
own, one article is asked of each in turn, and of a few turns the least counts. With `BESIDE=DIRECTORY` the same is
asked of another checkout, with the same migrations, in the same turns.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

HERE = Path(__file__).resolve().parents[2]
TURNS = 5
WARMING = 10  # articles: what a process does once is not what one more article costs
HEAD = (
    "| claims | queries | p50 ms | p95 ms | worker's CPU ms | PostgreSQL's | both, times the first | candidates read |"
    "\n|---:|---:|---:|---:|---:|---:|---:|---:|"
)


class Cost(NamedTuple):
    """Of one article: milliseconds in all and of processors, queries, and candidates read."""

    took: float
    worker: float
    server: float  # not a number where PostgreSQL runs elsewhere
    queries: int
    candidates: int


class Asked:
    """A process that matches articles of one database with the code of one checkout, and undoes it."""

    def __init__(self, checkout: Path, database: str) -> None:
        url = urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{database}").geturl()
        # Without the folder of this file on its path, where names of the standard library stand.
        self._process = subprocess.Popen(
            [sys.executable, "-P", __file__], cwd=checkout, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            env={**os.environ, "DATABASE_URL": url, "PYTHONPATH": str(checkout)},
        )  # fmt: skip

    def cost(self, article: int) -> Cost:
        if self._process.stdin is None or self._process.stdout is None:
            raise RuntimeError("the process has no pipes")
        self._process.stdin.write(f"{article}\n")
        self._process.stdin.flush()
        return Cost(*json.loads(self._process.stdout.readline()))

    def __enter__(self) -> Asked:
        return self

    def __exit__(self, *_error: object) -> None:
        self._process.communicate()


@contextmanager
def kept(size: int) -> Iterator[str]:
    """A copy of the database as it is now, which is dropped in the end."""
    from django.db import connection

    name = f"{connection.settings_dict['NAME']}_with_{size}_claims"
    connection.close()
    with connection._nodb_cursor() as cursor:
        cursor.execute(f'CREATE DATABASE "{name}" TEMPLATE "{connection.settings_dict["NAME"]}"')
    try:
        yield name
    finally:
        with connection._nodb_cursor() as cursor:
            cursor.execute(f'DROP DATABASE "{name}"')


def table(databases: dict[int, str], articles: Sequence[int]) -> Iterator[str]:
    """The cost of the articles in each database, which is named by how many claims it holds, as rows of a table."""
    others = [Path(path).resolve() for path in [os.environ.get("BESIDE")] if path]
    with ExitStack() as stack:
        asked = {
            (checkout, size): stack.enter_context(Asked(checkout, name))
            for checkout in [*others, HERE]
            for size, name in databases.items()
        }
        for article in articles[:WARMING]:
            for process in asked.values():
                process.cost(article)
        costs: dict[tuple[Path, int], list[list[Cost]]] = {key: [[] for _article in articles] for key in asked}
        for at, article in enumerate(articles):
            for _turn in range(TURNS):
                for key, process in asked.items():
                    costs[key][at].append(process.cost(article))
    yield HEAD
    for checkout in [*others, HERE]:
        least = _busy(costs[checkout, min(databases)])
        for size in databases:
            yield _row(f"{size:,}{f', {checkout.name}' if others else ''}", costs[checkout, size], least)


def _busy(costs: Sequence[Sequence[Cost]]) -> float:
    return statistics.median(min(turn.worker + turn.server for turn in turns) for turns in costs)


def _row(what: str, costs: Sequence[Sequence[Cost]], least: float) -> str:
    took = [min(turn.took for turn in turns) for turns in costs]
    worker, server = (
        statistics.median(min(turn[at] for turn in turns) for turns in costs)
        for at in (Cost._fields.index("worker"), Cost._fields.index("server"))
    )
    queries, read = ([getattr(turns[0], name) for turns in costs] for name in ("queries", "candidates"))
    return (
        f"| {what} | {statistics.median(queries):.0f} (most {max(queries)}) | {statistics.median(took):.0f}"
        f" | {statistics.quantiles(took, n=20)[-1]:.0f} | {worker:.1f} | {server:.1f} | {_busy(costs) / least:.2f}"
        f" | {statistics.median(read):.0f} (most {max(read)}) |"
    )


def answer() -> None:
    """Matches each article whose id is read, undoes it, and writes what it cost."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "annotate.settings")
    import django

    django.setup()
    from django.db import connection, transaction

    from verification.jobs import match
    from verification.matching import features, times

    # What was read of claims before is forgotten each time; what was read of words a worker knows after a while.
    cached = [
        each for module in (features, times) for each in vars(module).values()
        if hasattr(each, "cache_clear") and each.__module__ == module.__name__
    ]  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        server = Path(f"/proc/{cursor.fetchone()[0]}")
    for line in sys.stdin:
        queries = 0

        def counted(execute, sql, *rest):  # type: ignore[no-untyped-def]
            nonlocal queries
            # Savepoints come of the transaction that undoes it.
            queries += not sql.startswith(("SAVEPOINT", "RELEASE", "ROLLBACK"))
            return execute(sql, *rest)

        for each in cached:
            each.cache_clear()
        with transaction.atomic(), connection.execute_wrapper(counted):
            began, used, served = time.perf_counter(), time.process_time(), _used(server)
            found = match.run(int(line))
            cost = Cost(
                (time.perf_counter() - began) * 1000, (time.process_time() - used) * 1000, _used(server) - served,
                queries, found.candidates if found else 0,
            )  # fmt: skip
            transaction.set_rollback(True)
        print(json.dumps(cost), flush=True)


def _used(server: Path) -> float:
    """Milliseconds that a process of PostgreSQL had a processor."""
    try:
        if "postgres" in (server / "comm").read_text():
            return int((server / "schedstat").read_text().split()[0]) / 1e6
    except FileNotFoundError:
        pass
    return float("nan")


if __name__ == "__main__":
    answer()
