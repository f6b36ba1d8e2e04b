"""Rows that are written with nearly every request, by a statement that is put together once for each table.

Each is written as Django writes it, which takes longer to put a statement together than PostgreSQL to follow it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any, TypeVar

from django.db import DEFAULT_DB_ALIAS, connection
from django.db.models import BigIntegerField, Func, Model, Value

from .planned import Question

Row = TypeVar("Row", bound=Model)

FEW = 4  # rows at once; a plan is kept for each number of them


def add(row: Row) -> Row:
    """The row, written as `row.save(force_insert=True)` writes it; it has its id from then on."""
    add_all([row])
    return row


def add_all(rows: Sequence[Row], *, unless_there: bool = False) -> Sequence[Row]:
    """Rows of one table, as `bulk_create(rows)` writes them. `unless_there` passes by what is there already: no row
    has its id then."""
    return adding(rows, unless_there=unless_there).ask() if rows else rows


def adding(rows: Sequence[Row], *, unless_there: bool = False) -> Question[Sequence[Row]]:
    """The same for one row at least, to be asked together with other questions. Rows may have their ids already, all
    of them or none: see `next_id`."""
    sql, columns = _insertion(type(rows[0]), len(rows), unless_there=unless_there, have_ids=rows[0].pk is not None)
    given = {
        f"{column.name}{number}": _stored(column, column.pre_save(row, True))
        for number, row in enumerate(rows)
        for column in columns
    }

    def read(keys: list[tuple[Any, ...]]) -> Sequence[Row]:
        if not unless_there:
            for row, (key,) in zip(rows, keys, strict=True):
                row.pk = key
                row._state.adding, row._state.db = False, DEFAULT_DB_ALIAS
        return rows

    return Question(sql=sql, given=given, read=read, keeps_plan=len(rows) <= FEW)


def update(row: Model, *names: str, only_if: str = "TRUE") -> bool:
    """Writes these columns, as `row.save(update_fields=names)` writes them; whether there was such a row.

    `only_if` is a condition in SQL, with nothing in it that people give.
    """
    return updating(row, *names, only_if=only_if).ask()


def updating(row: Model, *names: str, only_if: str = "TRUE") -> Question[bool]:
    """The same, to be asked together with other questions."""
    sql, columns = _update(type(row), names, only_if)
    given = {column.name: _stored(column, column.pre_save(row, False)) for column in columns}
    return Question(sql=sql, given={**given, "key": row.pk}, read=bool)


def _stored(column: Any, value: Any) -> Any:
    return None if value is None else column.get_db_prep_save(value, connection)


def next_id(model: type[Model]) -> Func:
    """An id that no other row of the model will ever have: what names a row need not wait until that is written."""
    options: Any = model._meta
    sequence = Value(f"{options.db_table}_{options.pk.column}_seq")
    return Func(sequence, template="nextval(%(expressions)s::regclass)", output_field=BigIntegerField())


@cache
def _insertion(model: type[Model], rows: int, *, unless_there: bool, have_ids: bool) -> tuple[str, list[Any]]:
    options: Any = model._meta
    columns = [one for one in options.concrete_fields if (have_ids or not one.primary_key) and not one.generated]
    name = connection.ops.quote_name
    names = ", ".join(name(column.column) for column in columns)
    places = (", ".join(f"%({column.name}{number})s" for column in columns) for number in range(rows))
    sql = f"INSERT INTO {name(options.db_table)} ({names}) VALUES ({'), ('.join(places)})"  # noqa: S608 (our own names)
    return f"{sql}{' ON CONFLICT DO NOTHING' * unless_there} RETURNING {name(options.pk.column)}", columns


@cache
def _update(model: type[Model], names: tuple[str, ...], only_if: str) -> tuple[str, list[Any]]:
    options: Any = model._meta
    columns = [options.get_field(one) for one in names]
    name = connection.ops.quote_name
    table, key = name(options.db_table), name(options.pk.column)
    places = ", ".join(f"{name(column.column)} = %({column.name})s" for column in columns)
    sql = f"UPDATE {table} SET {places} WHERE {key} = %(key)s AND {only_if} RETURNING {key}"  # noqa: S608 (our own names)
    return sql, columns
