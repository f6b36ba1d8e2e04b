"""Statements that PostgreSQL keeps planned: it takes longer to plan a large one than to answer it.

Each connection keeps those that it was asked last, a hundred of them. After a few times it plans a statement no more
for what it is asked with, unless that makes it look for the rows in another way.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections
from psycopg import Cursor
from psycopg.types.numeric import Int8

LARGEST = 2**63 - 1  # an address may name a larger one: nothing has either


def ask(sql: str, given: Mapping[str, Any], *, keeps_plan: bool = True) -> list[tuple[Any, ...]]:
    """The rows that `sql` finds, in which `%(name)s` stands for what is `given` by this name."""
    with _cursor(keeps_plan) as cursor:
        cursor.execute(sql, {name: _as_one_type(value) for name, value in given.items()})
        return list(cursor.fetchall())


def _cursor(keeps_plan: bool) -> Any:
    """A cursor with which the server puts what is given into its places; with Django's own the driver does.

    Where statements are written down, these are to be read with what was given.
    """
    now: Any = connections[DEFAULT_DB_ALIAS]
    if now.queries_logged or not keeps_plan:
        return now.cursor()
    now.ensure_connection()
    return now._prepare_cursor(Cursor(now.connection))


def _as_one_type(value: Any) -> Any:
    """Numbers as PostgreSQL has ids, large or small: for each type the statement would be planned again."""
    if isinstance(value, list):
        return [_as_one_type(one) for one in value]
    return Int8(min(value, LARGEST)) if type(value) is int else value
