"""Statements that PostgreSQL keeps planned: it takes longer to plan a large one than to answer it.

Each connection keeps those that it was asked last, a hundred of them. After a few times it plans a statement no more
for what it is asked with, unless that makes it look for the rows in another way.

Questions that do not wait for each other's answers are asked together: each waits for the network, and for a process
to be woken on both of its sides, longer than most of them take.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Generic, TypeVar

from django.db import DEFAULT_DB_ALIAS, connections
from psycopg import RawCursor
from psycopg.types.numeric import Int8

from .sending import Statement, rows_of

LARGEST = 2**63 - 1  # an address may name a larger one: nothing has either
LEFT = "attest_left"  # on a connection, where questions may be left
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


def ask_together(*questions: Question[Any]) -> list[Any]:
    """The answers to questions that are sent at once. The server takes one after the other as if each had come alone:
    it sees what those before it wrote. Where one is refused those behind it are not asked.
    """
    if not all(question.keeps_plan for question in questions):
        return [question.ask() for question in questions]
    return _answers(questions)


def ask(sql: str, given: Mapping[str, Any], *, keeps_plan: bool = True) -> list[tuple[Any, ...]]:
    """The rows that `sql` finds, in which `%(name)s` stands for what is `given` by this name."""
    if not keeps_plan:
        return _written_down(sql, given)
    rows: list[tuple[Any, ...]] = _answers([Question(sql=sql, given=given, read=list)])[0]
    return rows


def leave(*questions: Question[Any]) -> None:
    """Asks what nobody waits to hear: within `in_one_piece` with what is asked next, whatever that is, else at once.

    What `read` makes of the rows is there when the transaction ends.
    """
    now: Any = connections[DEFAULT_DB_ALIAS]
    left = _left(now)
    if left is None or now.queries_logged or not all(question.keeps_plan for question in questions):
        ask_together(*questions)
    else:
        left.extend(questions)


@contextmanager
def in_one_piece() -> Iterator[None]:
    """Around all that a transaction asks, and no more: what is left last is sent with its COMMIT."""
    now: Any = connections[DEFAULT_DB_ALIAS]
    if _left(now) is not None:
        raise TypeError("One piece is within another.")
    setattr(now, LEFT, [])
    try:
        with now.execute_wrapper(_behind_what_is_left):
            yield
            _ask_what_is_left(now, ends=len(now.atomic_blocks) == 1 and not now.needs_rollback)
    finally:
        delattr(now, LEFT)  # and what was left is not asked where the rest was refused


def _left(now: Any) -> list[Question[Any]] | None:
    left: list[Question[Any]] | None = vars(now).get(LEFT)
    return left


def _behind_what_is_left(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
    _ask_what_is_left(connections[DEFAULT_DB_ALIAS])
    return execute(sql, params, many, context)


def _ask_what_is_left(now: Any, *, ends: bool = False) -> None:
    if _left(now):
        _answers([], ends=ends)


def _answers(questions: Sequence[Question[Any]], *, ends: bool = False) -> list[Any]:
    """The answers to these, asked behind what was left. Django's own COMMIT does nothing where the piece `ends` so."""
    now: Any = connections[DEFAULT_DB_ALIAS]
    left = _left(now) or []
    asked = [*left, *questions]
    left.clear()
    if not asked:
        return []
    found = _rows(now, asked, ends=ends)
    return [question.read(rows) for question, rows in zip(asked, found, strict=True)][len(asked) - len(questions) :]


def _rows(now: Any, asked: Sequence[Question[Any]], *, ends: bool) -> list[list[tuple[Any, ...]]]:
    if now.queries_logged:
        return [_written_down(question.sql, question.given) for question in asked]
    if any(watches is not _behind_what_is_left for watches in now.execute_wrappers):
        return [_watched(question.sql, question.given) for question in asked]
    now.ensure_connection()
    now.validate_no_broken_transaction()
    with now.wrap_database_errors:
        statements = [Statement(*_as_sent(question.sql, question.given)) for question in asked]
        return rows_of(now.connection, statements, ends=ends)


def _written_down(sql: str, given: Mapping[str, Any]) -> list[tuple[Any, ...]]:
    """Where statements are written down, these are to be read with what was given, which Django's cursor puts in."""
    with connections[DEFAULT_DB_ALIAS].cursor() as cursor:
        cursor.execute(sql, {name: _as_one_type(value) for name, value in given.items()})
        return list(cursor.fetchall())


def _watched(sql: str, given: Mapping[str, Any]) -> list[tuple[Any, ...]]:
    """Where somebody looks on at each statement, who is shown a cursor that runs it."""
    now: Any = connections[DEFAULT_DB_ALIAS]
    now.ensure_connection()
    query, values = _as_sent(sql, given)
    with now._prepare_cursor(RawCursor(now.connection)) as cursor:
        cursor.execute(query.decode(), values)
        return list(cursor.fetchall())


def _as_sent(sql: str, given: Mapping[str, Any]) -> tuple[bytes, list[Any]]:
    numbered, names = _numbered(sql)
    return numbered, [_as_one_type(given[name]) for name in names]


@lru_cache(maxsize=1000)
def _numbered(sql: str) -> tuple[bytes, tuple[str, ...]]:
    """The statement with numbers for the names in it, as the server knows them, and the names in that order.

    For a long statement the driver would look for them each time.
    """
    numbers: dict[str, int] = {}

    def place(found: re.Match[str]) -> str:
        return f"${numbers.setdefault(found[1], len(numbers) + 1)}" if found[1] else "%"

    numbered = PLACE.sub(place, sql).encode()
    return numbered, tuple(numbers)


def _as_one_type(value: Any) -> Any:
    """Numbers as PostgreSQL has ids, large or small: for each type the statement would be planned again."""
    if isinstance(value, list):
        return [_as_one_type(one) for one in value]
    return Int8(min(value, LARGEST)) if type(value) is int else value
