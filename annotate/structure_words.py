"""The fields of a claim as a person reads them: its numbers and its times."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _

from verification.numbers.moments import moments
from verification.unit_words import unit_in_words
from verification.vocabulary import DatePrecision

# One way for every date of the site, in every language.
FORMATS = {DatePrecision.YEAR: "Y", DatePrecision.MONTH: "Y-m", DatePrecision.DAY: "Y-m-d"}


def number_in_words(number: Mapping[str, Any]) -> str:
    """A claim's number in plain words: "at least 14 civilians killed", "10 to 15 tonnes", "60 % of Panjshir"."""
    value, until = _figure(number.get("value")), _figure(number.get("until"))
    put = {
        "about": _("about %(value)s"),
        "almost": _("almost %(value)s"),
        "at_least": _("at least %(value)s"),
        "more_than": _("more than %(value)s"),
        "at_most": _("at most %(value)s"),
        "less_than": _("less than %(value)s"),
        "between": _("%(value)s to %(until)s"),
        "vague": _("some %(value)s to %(until)s"),
    }.get(str(number.get("bound")), "%(value)s")
    words = put % {"value": value, "until": until}
    unit = unit_in_words(str(number.get("unit") or ""))
    whole = f"{words} {unit}".strip()
    return _("%(share)s of %(whole)s") % {"share": whole, "whole": number["of"]} if number.get("of") else whole


def _figure(value: Any) -> str:
    return "" if value is None else str(number_format(value, use_l10n=True, force_grouping=True))


def time_as_written(statement: str, language: str | None) -> str:
    """The words by which a statement tells when, where they tell no date: "May 1 and 2" without a year, "last year"."""
    primary = language.partition("-")[0].lower() if language else None
    undated = (
        moment.words.rstrip(".").removesuffix("’s").removesuffix("'s")
        for moment in moments(statement, primary)
        if not moment.is_dated
    )
    return next(undated, "")


def span_in_words(start: datetime | None, until: datetime | None, precision: str | None) -> str:
    """A time as exactly as it is known: "2021-08-15", "2021-08", "2022-08-02 to 2022-08-08"."""
    if start is None or until is None:
        return ""
    form = FORMATS[DatePrecision(precision or DatePrecision.DAY)]
    first, last = date_format(start.date(), form), date_format(until.date(), form)
    return first if first == last else _("%(first)s to %(last)s") % {"first": first, "last": last}
