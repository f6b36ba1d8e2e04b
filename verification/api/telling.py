"""Rows in the words of a serializer, whose fields are looked up once and not for each row."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from operator import attrgetter
from typing import Any, TypeVar

from django.core.exceptions import FieldDoesNotExist, ObjectDoesNotExist
from django.db import models
from rest_framework import serializers
from rest_framework.fields import SkipField
from rest_framework.relations import PKOnlyObject

Row = TypeVar("Row", bound=models.Model)

# Fields that say of what such a column holds just that.
_WORDS, _WHOLE = (models.CharField, models.TextField), (models.AutoField, models.IntegerField)
AS_IT_IS: dict[type, tuple[Any, ...]] = {
    serializers.CharField: _WORDS,
    serializers.ChoiceField: _WORDS,
    serializers.IntegerField: _WHOLE,
    serializers.FloatField: (models.FloatField,),
    serializers.BooleanField: (models.BooleanField,),
}


class Telling(serializers.ModelSerializer[Row]):
    """It tells what it would tell anyway. For each field of each row REST framework looks for the way to its value
    anew; here the way to a column, which most of them are, is found once."""

    @cached_property
    def _ways(self) -> list[tuple[str, Callable[[Any], Any]]]:
        return [(str(field.field_name), self._way(field)) for field in self._readable_fields]

    def to_representation(self, instance: Any) -> dict[str, Any]:
        told = {}
        for name, way in self._ways:
            try:
                told[name] = way(instance)
            except SkipField:
                continue
        return told

    def _way(self, field: Any) -> Callable[[Any], Any]:
        """What is told of a row by this field."""
        if isinstance(field, serializers.SerializerMethodField):
            method: Callable[[Any], Any] = getattr(self, field.method_name or "")
            return method
        column, tell = self._column(field), field.to_representation
        if column is not None:
            stored = attrgetter(column.attname)
            if column.is_relation or isinstance(column, AS_IT_IS.get(type(field), ())):
                return stored
            return lambda row: None if (value := stored(row)) is None else tell(value)

        if isinstance(field, serializers.ListSerializer) and len(field.source_attrs) == 1:
            return partial(_tell_each, field)
        if field.source == "*" or isinstance(field, serializers.PrimaryKeyRelatedField):
            return partial(_tell_as_ever, field)
        return partial(_tell, field, attrgetter(field.source))

    def _column(self, field: Any) -> Any:
        """The column that a field tells of; None where that is something else."""
        if len(field.source_attrs) != 1:
            return None
        try:
            column: Any = self.Meta.model._meta.get_field(field.source_attrs[0])  # type: ignore[attr-defined]
        except FieldDoesNotExist:
            return None
        if not getattr(column, "concrete", False) or column.many_to_many:
            return None
        # Of a row that it names, its key alone.
        tells_key = type(field) is serializers.PrimaryKeyRelatedField and field.pk_field is None
        return column if tells_key or not column.is_relation else None


def _tell(field: Any, look: Callable[[Any], Any], row: Any) -> Any:
    try:
        value = look(row)
    except (AttributeError, ObjectDoesNotExist):
        return _tell_as_ever(field, row)
    if callable(value):
        return _tell_as_ever(field, row)
    return None if value is None else field.to_representation(value)


def _tell_each(field: Any, row: Any) -> Any:
    """Of rows that stand beside `row` already no manager needs to be made."""
    held = row.__dict__.get("_prefetched_objects_cache", {}).get(field.source)
    return _tell_as_ever(field, row) if held is None else field.to_representation(held)


def _tell_as_ever(field: Any, row: Any) -> Any:
    value = field.get_attribute(row)
    known = value.pk if isinstance(value, PKOnlyObject) else value
    return None if known is None else field.to_representation(value)
