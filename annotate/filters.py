"""The filters of a list as a person sees them: which are on, and the address without each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _

PLACE = ("before", "after")  # where in the list somebody is: another list begins at its beginning


@dataclass(frozen=True, kw_only=True)
class Active:
    """A filter that is on: what it is about, what it is set to, and the query of the same list without it."""

    label: Any
    value: Any
    without: str


def active(form: forms.Form, asked: QueryDict) -> list[Active]:
    """The filters of a valid `form` that are on, in its order; hidden fields tell for themselves."""
    if not form.is_valid():
        return []
    return [
        Active(
            label=field.label, value=_words(field, form.cleaned_data[field.name]), without=_without(field.name, asked)
        )
        for field in form.visible_fields()
        if form.cleaned_data.get(field.name)
    ]


def _words(field: Any, value: Any) -> Any:
    if value is True:
        return _("yes")
    choices = getattr(field.field, "choices", ())
    return dict(choices).get(value, value)


def _without(name: str, asked: QueryDict) -> str:
    rest = asked.copy()
    for gone in (name, *PLACE):
        rest.pop(gone, None)
    return f"?{rest.urlencode()}"
