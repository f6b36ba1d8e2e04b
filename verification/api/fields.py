"""Fields that take JSON at its word: a text is a text, a whole number is one, and nothing unknown is passed over."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Any

from django.core.validators import RegexValidator, URLValidator
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from rest_framework import serializers

from verification.models import Project
from verification.vocabulary import DatePrecision

LARGEST = 2**31 - 1
LONGEST = 20_000  # code points of a free text other than an article's


class StrictSerializer(serializers.Serializer[Any]):
    """Refuses fields that it does not know, by name: a misspelt one would be lost silently."""

    def to_internal_value(self, data: Any) -> Any:
        if isinstance(data, Mapping):
            unknown = [name for name in data if name not in self.fields]
            if unknown:
                listed = ", ".join(self.fields) or _("none")
                sentence = _("There is no such field here. Known are: %(known)s.") % {"known": listed}
                raise serializers.ValidationError({str(name): [sentence] for name in unknown})
        return super().to_internal_value(data)


class Nothing(StrictSerializer):
    """The body of a request that takes no fields."""


class Text(serializers.CharField):
    """A text as given; no number is taken for one."""

    def __init__(self, *, max_length: int | None = LONGEST, **kwargs: Any) -> None:
        super().__init__(trim_whitespace=False, max_length=max_length, **kwargs)

    def to_internal_value(self, data: Any) -> str:
        if not isinstance(data, str):
            self.fail("invalid")
        return super().to_internal_value(data)


class Whole(serializers.IntegerField):
    """A whole number, from 0 unless told otherwise; neither a text of digits nor true."""

    def __init__(self, *, min_value: int = 0, max_value: int = LARGEST, **kwargs: Any) -> None:
        super().__init__(min_value=min_value, max_value=max_value, **kwargs)

    def to_internal_value(self, data: Any) -> int:
        if isinstance(data, bool) or not isinstance(data, int):
            self.fail("invalid")
        return data


class Share(serializers.FloatField):
    """A number from 0 to `max_value`; neither a text of digits nor true."""

    def __init__(self, *, max_value: float = 1, **kwargs: Any) -> None:
        super().__init__(min_value=0, max_value=max_value, **kwargs)

    def to_internal_value(self, data: Any) -> float:
        if isinstance(data, bool) or not isinstance(data, int | float):
            self.fail("invalid")
        return super().to_internal_value(data)


class Word(serializers.ChoiceField):
    """A word of the vocabulary; it is read as the enum's member."""

    def __init__(self, enum: type[StrEnum], **kwargs: Any) -> None:
        self.enum = enum
        super().__init__(choices=[member.value for member in enum], **kwargs)

    def to_internal_value(self, data: Any) -> StrEnum:
        return self.enum(super().to_internal_value(data))


class Anything(serializers.Field[Any, Any, Any, Any]):
    """Passed on as it is, to be judged further in; the schema describes it as the field `like`."""

    def __init__(self, like: serializers.Field[Any, Any, Any, Any], **kwargs: Any) -> None:
        self.like = like
        super().__init__(allow_null=True, **kwargs)

    def to_internal_value(self, data: Any) -> Any:
        return data


class WebAddress(Text):
    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=2000, **kwargs)
        self.validators.append(URLValidator(schemes=["http", "https"]))


class LanguageCode(Text):
    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=35, **kwargs)
        self.validators.append(
            RegexValidator(
                r"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*\Z",
                gettext_lazy("Give a language code such as en, fa or pt-BR."),
            )
        )


class Among(serializers.Field[Any, Any, Any, Any]):
    """A row named by id, among those that the person sees; others do not exist for them."""

    def __init__(self, rows: type[Any], *, sentence: Any, **kwargs: Any) -> None:
        self.rows = rows
        self.sentence = sentence
        super().__init__(**kwargs)

    def visible(self) -> QuerySet[Any]:
        found: QuerySet[Any] = self.rows.objects.visible_to(self.context["request"].user)
        return found

    def to_internal_value(self, data: Any) -> Any:
        row = None
        if isinstance(data, int) and not isinstance(data, bool):
            row = self.visible().filter(pk=data).first()
        if row is None:
            raise serializers.ValidationError(self.sentence)
        return row


class ProjectBySlug(Among):
    def __init__(self, **kwargs: Any) -> None:
        super().__init__(Project, sentence=gettext_lazy("There is no such project among yours."), **kwargs)

    def to_internal_value(self, data: Any) -> Project:
        project: Project | None = None
        if isinstance(data, str) and "\x00" not in data:
            project = self.visible().filter(slug=data).first()
        if project is None:
            raise serializers.ValidationError(self.sentence)
        return project


def partial_date(day: date | None, precision: str | None) -> str | None:
    """A date as exactly as it is known: 2026-11-21, 2026-11 or 2026."""
    if day is None:
        return None
    return day.isoformat()[: {DatePrecision.YEAR: 4, DatePrecision.MONTH: 7}.get(DatePrecision(precision or "day"), 10)]
