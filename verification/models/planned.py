"""Statements that PostgreSQL keeps planned: it takes longer to plan a large one than to answer it.

Each connection keeps those that it was asked last, a hundred of them. After a few times it plans a statement no more
for what it is asked with, unless that makes it look for the rows in another way.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections
from psycopg import RawCursor
from psycopg.types.numeric import Int8

LARGEST = 2**63 - 1  # an address may name a larger one: nothing has either
PLACE = re.compile(r"%%|%\((\w+)\)s")


def ask(sql: str, given: Mapping[str, Any], *, keeps_plan: bool = True) -> list[tuple[Any, ...]]:
    """The rows that `sql` finds, in which `%(name)s` stands for what is `given` by this name."""
    given = {name: _as_one_type(value) for name, value in given.items()}
    now: Any = connections[DEFAULT_DB_ALIAS]
    # Where statements are written down, these are to be read with what was given, which Django's cursor puts into them.
    if now.queries_logged or not keeps_plan:
        with now.cursor() as cursor:
            cursor.execute(sql, given)
            return list(cursor.fetchall())
    now.ensure_connection()
    with now._prepare_cursor(RawCursor(now.connection)) as cursor:
        numbered, names = _numbered(sql)
        cursor.execute(numbered, [given[name] for name in names])
        return list(cursor.fetchall())


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
