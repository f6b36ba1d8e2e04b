"""Whether the worker and the sweep live, and the connection over which that is asked.

Without tables and tasks: a container's health check starts a process for this every few seconds, as long as the site
runs, and to load those takes two seconds of a processor.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any, TypedDict

import psycopg
from django.db import connection
from django.utils import timezone

PROCESSES = ("worker", "sweep")
# Several missed beats: a process that is only busy must not look dead, and one that ended must within 10 seconds.
ALIVE_WITHIN = timedelta(seconds=8)
CONNECT_WITHIN = 3  # seconds
ANSWER_WITHIN_MS = 2000


class Part(TypedDict, total=False):
    """One part of the installation, null where it is not known.

    `age_seconds`: since the process was last alive, or since the oldest waiting item came in. `missing`: migrations
    that are not applied. `waiting`: items that no worker has in hand, counted up to 1,000; `more`: there are more.
    `broker`: what carries the queue. `answered_in_ms`: how long the database took.
    """

    ok: bool
    age_seconds: float | None
    missing: list[str]
    broker: str
    waiting: int | None
    more: bool
    answered_in_ms: int


def is_alive(name: str) -> Part:
    """The worker or the sweep alone. Raises psycopg.Error where the database does not answer."""
    with asked() as cursor:
        beat = cursor.execute("SELECT at FROM verification_heartbeat WHERE name = %s", [name]).fetchone()
    return alive(beat and beat[0])


def alive(beat: Any) -> Part:
    """How a process is that wrote down last at the moment `beat` that it lives; None: it never did."""
    if beat is None:
        return Part(ok=False, age_seconds=None)
    age = timezone.now() - beat
    return Part(ok=age < ALIVE_WITHIN, age_seconds=round(age.total_seconds(), 1))


@contextmanager
def asked() -> Iterator[psycopg.Cursor[Any]]:
    """A cursor on a connection of its own: neither opening it nor a query lasts longer than a few seconds."""
    at = connection.settings_dict
    with psycopg.connect(
        host=at["HOST"],
        port=at["PORT"],
        dbname=at["NAME"],
        user=at["USER"],
        password=at["PASSWORD"],
        connect_timeout=CONNECT_WITHIN,
        tcp_user_timeout=CONNECT_WITHIN * 1000,
        options=f"-c statement_timeout={ANSWER_WITHIN_MS}",
        autocommit=True,
    ) as own:
        yield own.cursor()
