"""How each part of this installation is: the database, the queue, the worker, the sweep.

Asked over a connection of its own that gives up soon, so that a database that hangs, or a pool whose connections
are all in use, still gets an answer.
"""

from __future__ import annotations

import time
from functools import cache
from threading import Lock
from typing import Any

import psycopg
from amqp import AMQPError
from django.conf import settings
from django.db.migrations.loader import MigrationLoader
from django.db.models import QuerySet
from django.utils import timezone
from kombu.exceptions import KombuError

from annotate.alive import PROCESSES, Part, alive, asked
from annotate.celery import app
from verification.models import AgreementReport, Article, Bundle, Heartbeat, Release

BROKER_WITHIN = 2  # seconds
ASK_BROKER_EVERY = 2  # seconds: the page is open to anybody, and each look is a connection
COUNT_UP_TO = 1000


def database_and_migrations() -> dict[str, Part]:
    """What a request needs: a database that answers, with every table."""
    try:
        with asked() as cursor:
            return _database_and_migrations(cursor)
    except psycopg.Error:
        return {"database": Part(ok=False), "migrations": Part(ok=False)}


def all_parts() -> dict[str, Part]:
    """Each part by its name. Without a database nothing is known of the worker and the sweep."""
    broker = broker_part()
    unknown = {"queue": broker | Part(waiting=None, age_seconds=None)} | {
        name: Part(ok=False, age_seconds=None) for name in PROCESSES
    }
    try:
        with asked() as cursor:
            parts = _database_and_migrations(cursor)
            if not parts["migrations"]["ok"]:
                return parts | unknown
            parts["queue"] = broker | _waiting(cursor)
            beats = dict(_rows(cursor, Heartbeat.objects.values_list("name", "at")))
            return parts | {name: alive(beats.get(name)) for name in PROCESSES}
    except psycopg.Error:
        return {"database": Part(ok=False), "migrations": Part(ok=False), **unknown}


def _rows(cursor: psycopg.Cursor[Any], rows: QuerySet[Any, Any]) -> list[tuple[Any, ...]]:
    """What the QuerySet would give, over this connection instead of Django's."""
    statement, parameters = rows.query.sql_with_params()
    return cursor.execute(statement.encode(), parameters).fetchall()


def _database_and_migrations(cursor: psycopg.Cursor[Any]) -> dict[str, Part]:
    began = time.monotonic()
    cursor.execute("SELECT to_regclass('django_migrations') IS NOT NULL")
    [there] = cursor.fetchone() or (False,)
    applied = set(cursor.execute("SELECT app, name FROM django_migrations").fetchall()) if there else set()
    took = round((time.monotonic() - began) * 1000)
    missing = sorted(f"{app}.{name}" for app, name in needed_migrations() - applied)
    return {
        "database": Part(ok=True, answered_in_ms=took),
        "migrations": Part(ok=not missing, missing=missing),
    }


@cache
def needed_migrations() -> frozenset[tuple[str, str]]:
    return frozenset(MigrationLoader(None, ignore_no_migrations=True).graph.nodes)


def _waiting(cursor: psycopg.Cursor[Any]) -> Part:
    """How much waits for a worker, and for how long the oldest has."""
    waiting, oldest = 0, []
    for model in (Article, Bundle, Release, AgreementReport):
        rows = model.objects.unfinished().filter(lease_until__isnull=True, queued_at__isnull=False)
        times = _rows(cursor, rows.order_by("queued_at").values_list("queued_at")[: COUNT_UP_TO + 1])
        waiting += len(times)
        oldest += [at for (at,) in times[:1]]
    age = max(0.0, (timezone.now() - min(oldest)).total_seconds()) if oldest else None
    return Part(
        waiting=min(waiting, COUNT_UP_TO),
        more=waiting > COUNT_UP_TO,
        age_seconds=None if age is None else round(age, 1),
    )


class _Broker:
    """The last answer of the broker, so that it is not asked at every request."""

    lock = Lock()
    until = 0.0
    ok = False


def broker_part() -> Part:
    """Whether the broker lets this site in. The queue in the database is as well as the database."""
    if settings.BROKER_IS_DATABASE:
        return Part(ok=True, broker="database")
    with _Broker.lock:
        if time.monotonic() > _Broker.until:
            _Broker.ok = broker_answers()
            _Broker.until = time.monotonic() + ASK_BROKER_EVERY
        return Part(ok=_Broker.ok, broker=settings.CELERY_BROKER_URL.split(":")[0])


def broker_answers() -> bool:
    try:
        with app.connection_for_write(connect_timeout=BROKER_WITHIN, heartbeat=0) as broker:
            broker.ensure_connection(max_retries=1, timeout=BROKER_WITHIN)
            return True
    except (KombuError, AMQPError, OSError):
        return False
