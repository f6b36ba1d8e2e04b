"""Questions that every request asks, put together and compiled once in each process, and planned by PostgreSQL.

For a question with a few conditions Django takes longer to put the statement together than PostgreSQL to answer it.
So a function that builds the queryset is called with stand-ins once; each time the question is asked, their places in
the statement take what it is asked with. The function may go by nothing else, neither the clock nor the database.

    @Prepared
    def _notices(person: int, claims: list[int]) -> QuerySet[Notice]:
        return Notice.objects.filter(among("claim", claims), person=person)

    _notices.rows(person=user.pk, claims=[1, 2])
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from copy import copy
from dataclasses import dataclass
from inspect import formatannotation
from typing import Any, Generic, NoReturn, TypeVar, cast

from django.contrib.postgres.fields import ArrayField
from django.db import DEFAULT_DB_ALIAS, connection, connections
from django.db.models import BigIntegerField, BooleanField, F, Func, Model, QuerySet, Value
from django.db.models.query import ModelIterable
from django.db.transaction import TransactionManagementError

from .planned import Question, ask

Row = TypeVar("Row", bound=Model)
Given = int | str | list[int]

# What stands for a number or a word until one is given: nothing else in a statement is like it.
NUMBERS = 2_147_000_000
WORDS = "stands for word {}"
# The first rows of many, in order. Planned for anybody, PostgreSQL reads all of what it takes for few, and sorts them:
# where they are many, that is a hundred times what it reads when it knows for what it is asked.
SOME = re.compile(r"LIMIT (?!1\b)\d")
TYPES = {"int": "bigint", "str": "text", "list[int]": "bigint[]"}


def among(name: str, ids: list[int]) -> Func:
    """Whether the column `name` holds one of `ids`, which are one parameter however many they are."""
    given = Value(ids, output_field=ArrayField(BigIntegerField()))
    return Func(F(name), given, template="%(expressions)s)", arg_joiner=" = ANY(", output_field=BooleanField())


@dataclass(frozen=True, kw_only=True)
class _Compiled:
    compiler: Any
    rows_of: type[ModelIterable]
    sql: str
    keeps_plan: bool
    locks: bool


class _Asked:
    """As much of a queryset as its rows are made with, and of the query in it."""

    def __init__(self, compiled: _Compiled, found: list[tuple[Any, ...]]) -> None:
        self.compiler = copy(compiled.compiler)
        self.compiler.connection = connections[DEFAULT_DB_ALIAS]
        self.compiler.execute_sql = lambda **_how: [found]
        self.db, self.query, self._known_related_objects = DEFAULT_DB_ALIAS, self, dict[Any, Any]()

    def get_compiler(self, using: str) -> Any:
        return self.compiler


class Prepared(Generic[Row]):
    """`build` takes ids, words and lists of ids, and names their types. No relation is prefetched: see `beside`.

    `takes` are names and types of what it takes, where it does not name them itself.
    """

    def __init__(
        self, build: Callable[..., QuerySet[Row]], takes: Mapping[str, str] | None = None, *, of_few: bool = False
    ) -> None:
        self.build, self._of_few = build, of_few
        self._takes = dict(taken_by(build) if takes is None else takes)
        self._compiled: _Compiled | None = None

    @classmethod
    def of_few(cls, build: Callable[..., QuerySet[Row]]) -> Prepared[Row]:
        """The same where few rows are looked through, whoever asks: it keeps its plan whatever its limits."""
        return cls(build, of_few=True)

    def asking(self, **given: Given) -> Question[list[Row]]:
        """The question for these rows, to be asked together with others."""
        compiled = self._ready()
        if compiled.locks and connection.get_autocommit():
            raise TransactionManagementError("Rows are locked in a transaction alone.")

        def read(found: list[tuple[Any, ...]]) -> list[Row]:
            return list(compiled.rows_of(cast("Any", _Asked(compiled, found))))

        return Question(sql=compiled.sql, given=given, read=read, keeps_plan=compiled.keeps_plan)

    def rows(self, **given: Given) -> list[Row]:
        return self.asking(**given).ask()

    def tuples(self, **given: Given) -> list[tuple[Any, ...]]:
        """What a queryset of `values_list` finds."""
        compiled = self._ready()
        found = ask(compiled.sql, given, keeps_plan=compiled.keeps_plan)
        return list(_Asked(compiled, found).compiler.results_iter([found], tuple_expected=True))

    def first(self, **given: Given) -> Row | None:
        """The first row; how many are asked for is `build`'s affair."""
        return next(iter(self.rows(**given)), None)

    def get(self, **given: Given) -> Row:
        """The one row that there is."""
        (row,) = self.rows(**given)
        return row

    def _ready(self) -> _Compiled:
        if self._compiled is None:
            self._compiled = self._compile()
        return self._compiled

    def _compile(self) -> _Compiled:
        with connection.execute_wrapper(_refused):
            sql, parameters, queryset, compiler = self._with_stand_ins(0)
            again, others, _queryset, _compiler = self._with_stand_ins(len(self._takes))
        stand_ins = self._stand_ins(0)
        names = [next((name for name in stand_ins if _is(stand_ins[name], found)), None) for found in parameters]
        kept = [(one, other) for one, other, name in zip(parameters, others, names, strict=True) if name is None]
        if sql != again or any(one != other for one, other in kept):
            raise TypeError("What is prepared asks something else each time.")
        # What stays the same stands in the statement itself, where the planner finds the index that is made for it.
        places = [
            _literal(found) if name is None else f"%({name})s::{TYPES[self._takes[name]]}"
            for found, name in zip(parameters, names, strict=True)
        ]
        columns = [column for column, *_names in compiler.select]
        converters, has_composites = compiler.get_converters(columns), compiler.has_composite_fields(columns)
        compiler.get_converters = lambda _columns: converters
        compiler.has_composite_fields = lambda _columns: has_composites
        return _Compiled(
            compiler=compiler,
            rows_of=queryset._iterable_class,
            sql=sql.replace("%%", "%%%%") % tuple(places),
            keeps_plan=self._of_few or not SOME.search(sql),
            locks=queryset.query.select_for_update,
        )

    def _with_stand_ins(self, begin: int) -> tuple[str, tuple[Any, ...], Any, Any]:
        queryset: Any = self.build(**self._stand_ins(begin))
        if queryset._prefetch_related_lookups:
            raise TypeError("What is prepared prefetches nothing.")
        compiler = queryset.query.get_compiler(DEFAULT_DB_ALIAS)
        sql, parameters = compiler.as_sql()
        return sql, tuple(parameters), queryset, compiler

    def _stand_ins(self, begin: int) -> dict[str, Given]:
        return {name: _stand_in(kind, number) for number, (name, kind) in enumerate(self._takes.items(), begin)}


def taken_by(build: Callable[..., Any]) -> dict[str, str]:
    """The names of what a function takes, and their types in words."""
    named = {name: kind for name, kind in build.__annotations__.items() if name != "return"}
    return {name: kind if isinstance(kind, str) else formatannotation(kind) for name, kind in named.items()}


def _stand_in(kind: str, number: int) -> Given:
    if kind == "str":
        return WORDS.format(number)
    return [NUMBERS + number] if kind == "list[int]" else NUMBERS + number


def _is(stand_in: Given, found: Any) -> bool:
    return isinstance(found, type(stand_in)) and bool(found == stand_in)


def _literal(value: Any) -> str:
    composed: str = cast("Any", connection).ops.compose_sql("%s", [value])
    return composed.replace("%", "%%")


def _refused(*_asked: Any) -> NoReturn:
    raise TypeError("What is prepared asks the database before it is asked.")
