"""Statements that PostgreSQL keeps planned: it takes longer to plan a large one than to answer it.

Each connection keeps those that it was asked last, a hundred of them. After a few times it plans a statement no more
for what it is asked with, unless that makes it look for the rows in another way.

Questions that do not wait for each other's answers are asked together: each waits for the network, and for a process
to be woken on both of its sides, longer than most of them take.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Generic, TypeVar

from django.db import DEFAULT_DB_ALIAS, connections
from psycopg import Pipeline, RawCursor
from psycopg.abc import PQGen
from psycopg.generators import send
from psycopg.types.numeric import Int8

LARGEST = 2**63 - 1  # an address may name a larger one: nothing has either
PLACE = re.compile(r"%%|%\((\w+)\)s")

Answer = TypeVar("Answer")


@dataclass(frozen=True, kw_only=True)
class Question(Generic[Answer]):
    """A statement with what it is asked with, and what makes an answer of the rows that it finds."""

    sql: str
    given: Mapping[str, Any]
    read: Callable[[list[tuple[Any, ...]]], Answer]
    keeps_plan: bool = True

    def ask(self) -> Answer:
        return self.read(ask(self.sql, self.given, keeps_plan=self.keeps_plan))


class _InOnePiece(Pipeline):
    """Sends what it is given when it has all of it, and looks for answers then. The driver's own sends each question
    when it comes, and looks: that takes longer than to ask one after the other, where the server is near.
    """

    def _communicate_gen(self) -> PQGen[None]:
        while self.command_queue:
            self.command_queue.popleft()()  # into a buffer, no further
        yield from ()

    def _sync_gen(self) -> PQGen[None]:
        yield from ()  # the driver's own waits for the answer to BEGIN

    def _exit_gen(self) -> PQGen[None]:
        self._enqueue_sync()
        yield from self._communicate_gen()
        yield from send(self.pgconn)
        yield from self._fetch_gen(flush=False)


def ask_together(*questions: Question[Any]) -> list[Any]:
    """The answers to questions that are sent at once. The server takes one after the other as if each had come alone:
    it sees what those before it wrote. Where one is refused those behind it are not asked.
    """
    now: Any = connections[DEFAULT_DB_ALIAS]
    if len(questions) < 2 or now.queries_logged or not all(question.keeps_plan for question in questions):
        return [question.ask() for question in questions]
    now.ensure_connection()
    cursors = []
    now.connection._pipeline = _InOnePiece(now.connection)
    with now.wrap_database_errors, now.connection.pipeline():
        for question in questions:
            cursors.append(now._prepare_cursor(RawCursor(now.connection)))
            cursors[-1].execute(*_as_sent(question.sql, question.given))
    return [question.read(list(cursor.fetchall())) for question, cursor in zip(questions, cursors, strict=True)]


def ask(sql: str, given: Mapping[str, Any], *, keeps_plan: bool = True) -> list[tuple[Any, ...]]:
    """The rows that `sql` finds, in which `%(name)s` stands for what is `given` by this name."""
    now: Any = connections[DEFAULT_DB_ALIAS]
    # Where statements are written down, these are to be read with what was given, which Django's cursor puts into them.
    if now.queries_logged or not keeps_plan:
        with now.cursor() as cursor:
            cursor.execute(sql, {name: _as_one_type(value) for name, value in given.items()})
            return list(cursor.fetchall())
    now.ensure_connection()
    with now._prepare_cursor(RawCursor(now.connection)) as cursor:
        cursor.execute(*_as_sent(sql, given))
        return list(cursor.fetchall())


def _as_sent(sql: str, given: Mapping[str, Any]) -> tuple[str, list[Any]]:
    numbered, names = _numbered(sql)
    return numbered, [_as_one_type(given[name]) for name in names]


@lru_cache(maxsize=1000)
def _numbered(sql: str) -> tuple[str, tuple[str, ...]]:
    """The statement with numbers for the names in it, as the server knows them, and the names in that order.

    For a long statement the driver would look for them each time.
    """
    numbers: dict[str, int] = {}

    def place(found: re.Match[str]) -> str:
        return f"${numbers.setdefault(found[1], len(numbers) + 1)}" if found[1] else "%"

    numbered = PLACE.sub(place, sql)
    return numbered, tuple(numbers)


def _as_one_type(value: Any) -> Any:
    """Numbers as PostgreSQL has ids, large or small: for each type the statement would be planned again."""
    if isinstance(value, list):
        return [_as_one_type(one) for one in value]
    return Int8(min(value, LARGEST)) if type(value) is int else value
