"""Rows that are added with nearly every request, by a statement that is put together once for each table."""

from __future__ import annotations

from functools import cache
from typing import Any, TypeVar

from django.db import DEFAULT_DB_ALIAS, connection
from django.db.models import Model

from .planned import ask

Row = TypeVar("Row", bound=Model)


def add(row: Row) -> Row:
    """The row, written as `row.save(force_insert=True)` writes it; it has its id from then on."""
    sql, columns = _statement(type(row))
    given = {column.name: column.get_db_prep_save(column.pre_save(row, True), connection) for column in columns}
    ((row.pk,),) = ask(sql, given)
    row._state.adding, row._state.db = False, DEFAULT_DB_ALIAS
    return row


@cache
def _statement(model: type[Model]) -> tuple[str, list[Any]]:
    options: Any = model._meta
    columns = [column for column in options.concrete_fields if not column.primary_key and not column.generated]
    name = connection.ops.quote_name
    names = ", ".join(name(column.column) for column in columns)
    places = ", ".join(f"%({column.name})s" for column in columns)
    table, key = name(options.db_table), name(options.pk.column)
    return f"INSERT INTO {table} ({names}) VALUES ({places}) RETURNING {key}", columns  # noqa: S608 (names of our own)
