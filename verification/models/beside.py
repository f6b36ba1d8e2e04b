"""Rows with what belongs to each of them, in one statement: for the few rows of a page about one thing.

What `prefetch_related` does with a statement per relation. The rows of a relation come as a list of JSON objects in
a column of the row that they belong to, and stand where a prefetch would have put them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from django.contrib.postgres.fields import ArrayField
from django.db import connection, models
from django.db.models import F, Func, JSONField, ManyToManyField, Model, QuerySet
from django.db.models.fields.reverse_related import ManyToOneRel
from django.db.models.query import ModelIterable

if TYPE_CHECKING:
    _ManyToMany = ManyToManyField[Any, Any]

Row = TypeVar("Row", bound=Model)

SLOT = "beside_{}"


@dataclass(frozen=True)
class Beside:
    """A relation to many, by its name (after `claim__` where it is the claim's of a row that names one), and its order.

    `inner` are relations of those rows in turn. Not for rows with long texts, nor for very many.
    """

    name: str
    order: str = "pk"
    inner: tuple[Beside, ...] = ()

    @property
    def owner(self) -> list[str]:
        """The way from a row to what has the relation."""
        return self.name.split("__")[:-1]

    def relation(self, model: type[Model]) -> ManyToOneRel | _ManyToMany:
        for step in self.owner:
            model = model._meta.get_field(step).related_model  # type: ignore[assignment]
        relation = model._meta.get_field(self.name.split("__")[-1])
        if not isinstance(relation, ManyToOneRel | ManyToManyField):
            raise TypeError(f"{self.name} of {model.__name__} is no relation to many rows.")
        return relation

    def column(self, model: type[Model]) -> Func:
        """The rows as a list of JSON objects, for each row of `model`.

        In SQL of its own: to build the like with expressions takes Django longer than the statement that is saved.
        """
        sql = _sql_of(self, model)
        return Func(F("__".join([*self.owner, "pk"])), template=sql, output_field=ArrayField(JSONField()))

    def _sql(self, model: type[Model], outer: str, *, depth: int) -> str:
        relation, name, row, link = self.relation(model), connection.ops.quote_name, f"row{depth}", f"link{depth}"
        related: Any = relation.related_model._meta
        key, order = related.pk.column, related.pk if self.order == "pk" else related.get_field(self.order)
        source = f"{name(related.db_table)} {row}"
        if isinstance(relation, ManyToOneRel):
            where = f"{row}.{name(relation.field.column)} = {outer}"
        else:
            source += f" JOIN {name(relation.m2m_db_table())} {link}"
            source += f" ON {link}.{name(relation.m2m_reverse_name())} = {row}.{name(key)}"
            where = f"{link}.{name(relation.m2m_column_name())} = {outer}"
        value = f"to_jsonb({row})"
        for inner in self.inner:
            rows = inner._sql(related.model, f"{row}.{name(key)}", depth=depth + 1)
            value += f" || jsonb_build_object('{SLOT.format(inner.name)}', {rows})"
        return f"ARRAY(SELECT {value} FROM {source} WHERE {where} ORDER BY {row}.{name(order.column)})"  # noqa: S608 (names of our own tables)

    def put(self, row: Model, found: list[dict[str, Any]]) -> None:
        """Puts what was found beside `row`."""
        relation = self.relation(type(row))
        owner: Any = row
        for step in self.owner:
            owner = getattr(owner, step)
        if owner is None:
            return
        rows = [self._row(relation.related_model, values) for values in found]
        put_beside(owner, self.name.split("__")[-1], rows)

    def _row(self, model: type[Row], values: dict[str, Any]) -> Row:
        columns, names = _columns_of(model)
        stored = [values[column] if read is None else read(values[column]) for column, read in columns]
        row = model.from_db("default", names, stored)
        for inner in self.inner:
            inner.put(row, values[SLOT.format(inner.name)])
        return row


# Columns whose values JSON has as they are.
IN_JSON = (models.AutoField, models.IntegerField, models.CharField, models.TextField, models.BooleanField)


@cache
def _columns_of(model: type[Model]) -> tuple[list[tuple[str, Callable[[Any], Any] | None]], list[str]]:
    """The names of a model's columns, each with what makes a value of what JSON has of it, and those of its fields."""
    fields = model._meta.concrete_fields
    columns = [(str(one.column), _reading(one)) for one in fields]
    return columns, [one.attname for one in fields]


def _reading(column: Any) -> Callable[[Any], Any] | None:
    held = column.target_field if column.is_relation else column  # of a row that it names, the key
    return None if isinstance(held, IN_JSON) else column.to_python


@cache
def _sql_of(relation: Beside, model: type[Model]) -> str:
    return relation._sql(model, "%(expressions)s", depth=0)


def put_beside(row: Model, name: str, rows: list[Any]) -> None:
    """Says that `rows` are all that belongs to `row` by the relation `name`, so that `.all()` asks nobody."""
    relation = row._meta.get_field(name)
    held: Any
    if isinstance(relation, ManyToOneRel):
        field = relation.field
        for one in rows:
            field.set_cached_value(one, row)
        # As the manager of the relation would ask for them, which takes as long as all else here: it may be narrowed
        # down still.
        held = relation.related_model._default_manager.get_queryset()
        held._deferred_filter = False, (), {field.name: row}
        held._known_related_objects = {field: {row.pk: row}}
    else:
        held = getattr(row, name).get_queryset()
    held._result_cache, held._prefetch_done = rows, True
    row.__dict__.setdefault("_prefetched_objects_cache", {})[name] = held


class _Rows(ModelIterable):
    """Takes what came in the columns of `slots` to its place."""

    slots: dict[str, Beside]

    def __iter__(self) -> Iterator[Any]:
        for row in super().__iter__():
            for slot, relation in self.slots.items():
                relation.put(row, row.__dict__.pop(slot))
            yield row


def beside(rows: QuerySet[Any], *relations: Beside) -> QuerySet[Any]:
    """`rows`, each with the rows of these relations where `.all()` of the relation finds them."""
    slots = {SLOT.format(relation.name): relation for relation in relations}
    found = rows.annotate(**{slot: relation.column(rows.model) for slot, relation in slots.items()})
    # A class of its own, because a queryset hands on to its copies what it iterates with and nothing else.
    found._iterable_class = type("Rows", (_Rows,), {"slots": slots})
    return found
