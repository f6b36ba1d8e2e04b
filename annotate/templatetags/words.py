"""Filters that show a stored value of the vocabulary: `{{ claim.dispute|label:"Dispute" }}`."""

from enum import StrEnum

from django import template

from annotate.labels import label as label_of
from annotate.labels import shape as shape_of
from verification import vocabulary

register = template.Library()


def _word(value: object, enum: str) -> StrEnum | None:
    """The member of the vocabulary's `enum` with this value; None for a value that is not there (null, blank)."""
    kind: type[StrEnum] = getattr(vocabulary, enum)
    return kind(value) if value else None


@register.filter
def label(value: object, enum: str) -> str:
    word = _word(value, enum)
    return label_of(word) if word else ""


@register.filter
def shape(value: object, enum: str) -> str:
    word = _word(value, enum)
    return shape_of(word) if word else ""
