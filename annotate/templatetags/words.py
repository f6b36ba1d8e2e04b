"""What shows a stored value: of the vocabulary, as `{{ claim.dispute|label:"Dispute" }}` or as a chip, and of time.

Chips and times are tags and no templates to include, because lists have some in every row.
"""

from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import Any

from django import template
from django.utils import timezone
from django.utils.dateformat import format as format_date
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.timesince import timesince
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from annotate import structure_words
from annotate.labels import FURNITURE
from annotate.labels import label as label_of
from annotate.labels import shape as shape_of
from annotate.languages import name_of
from annotate.people_forms import ROLES
from verification import engine_words, vocabulary
from verification.vocabulary import DatePrecision, Role

register = template.Library()

UNNAMED = "unnamed"  # as extraction writes it: somebody speaks, and the article does not say who


def _word(value: object, enum: str) -> StrEnum | None:
    """The member of the vocabulary's `enum` with this value; None for a value that is not there (null, blank)."""
    kind: type[StrEnum] = getattr(vocabulary, enum)
    return kind(str(value)) if value else None


@register.filter
def label(value: object, enum: str) -> str:
    word = _word(value, enum)
    return label_of(word) if word else ""


@register.filter
def decimals(figure: float) -> str:
    """With two decimals, and a true minus, which stays before the figure in either direction."""
    words = f"{figure:.2f}"
    return "\u2066\u2212" + words[1:] + "\u2069" if words.startswith("-") and float(words) else words.lstrip("-")


@register.filter
def speaker(name: str) -> str:
    """Who makes a claim, by their name or in words that an article has of them."""
    return _("unnamed") if name == UNNAMED else name


@register.filter
def role_does(role: str) -> str:
    """What a person of this role is there for."""
    return str(ROLES[Role(role)])


@register.filter
def shape(value: object, enum: str) -> str:
    word = _word(value, enum)
    return shape_of(word) if word else ""


@register.simple_tag
def state(value: object, enum: str) -> SafeString:
    """A state as a chip with its sign: `{% state claim.stage "Stage" %}`."""
    return _state(str(value or ""), enum, get_language())


@lru_cache(maxsize=1024)
def _state(value: str, enum: str, _language: str | None) -> SafeString:
    chip = '<span class="chip state {}"><i aria-hidden="true">{}</i> {}</span>'
    return format_html(chip, value, shape(value, enum), label(value, enum))


@register.simple_tag
def verdict(verdict: object, reason: object = None) -> SafeString:
    """A verdict with its sign, and its reason where one is given."""
    return _verdict(str(verdict or ""), str(reason or ""), get_language())


@lru_cache(maxsize=1024)
def _verdict(verdict: str, reason: str, _language: str | None) -> SafeString:
    why = format_html(" <small>{}</small>", label(reason, "Reason")) if reason else ""
    words = '<span class="verdict {}"><i aria-hidden="true">{}</i> {}{}</span>'
    return format_html(words, verdict, shape(verdict, "Verdict"), label(verdict, "Verdict"), why)


@register.simple_tag
def moment(at: datetime | None) -> SafeString | str:
    """A moment, in the reader's time zone, which is named."""
    return _time(at, "c", "Y-m-d H:i T") if at else ""


@register.simple_tag
def the_day(at: date | datetime | None) -> SafeString | str:
    """A day as it is, or that of a moment, in the reader's time zone."""
    return _time(at, "Y-m-d", "Y-m-d") if at else ""


def _time(at: date | datetime, for_machines: str, for_people: str) -> SafeString:
    there = timezone.localtime(at) if isinstance(at, datetime) else at
    shown = '<time datetime="{}" dir="ltr">{}</time>'
    return format_html(shown, format_date(there, for_machines), format_date(there, for_people))


@register.filter
def day(moment: date | datetime | None, precision: str | None) -> str:
    """A date as exactly as it is known: 2026-11-21, 2026-11 or 2026."""
    if moment is None:
        return ""
    return date_format(moment, structure_words.FORMATS[DatePrecision(precision or DatePrecision.DAY)])


@register.filter
def in_words(said: str) -> str:
    """What an engine or matching says, in the language of the page."""
    return engine_words.in_words(said)


@register.filter
def number_in_words(number: dict[str, Any]) -> str:
    """A claim's number in plain words: at least 14 civilians killed."""
    return structure_words.number_in_words(number)


@register.filter
def time_in_words(claim: Any, which: str) -> str:
    """When a claim was said ("asserted") or happened ("event"), as exactly as it is known; empty where undated."""
    start, until = getattr(claim, f"{which}_from"), getattr(claim, f"{which}_until")
    return structure_words.span_in_words(start, until, getattr(claim, f"{which}_precision"))


@register.filter
def time_as_written(claim: Any) -> str:
    """What an undated claim says itself of when it happened; empty where it says nothing."""
    return structure_words.time_as_written(claim.statement, claim.article.language if claim.article_id else None)


@register.filter
def language(code: str | None) -> str:
    """A language by its name; an empty text where it is not known."""
    return name_of(code) if code else ""


@register.filter
def furniture_kind(kind: str) -> str:
    return str(FURNITURE.get(kind, kind))


@register.filter
def begins_with(text: str | None, title: str | None) -> bool:
    """Whether a text opens with its title, so that showing both would say it twice."""
    return bool(title) and (text or "").startswith(title or "")


@register.filter
def is_web_address(url: str | None) -> bool:
    """Whether an address may be offered as a link: people and files name all sorts of schemes."""
    return (url or "").lower().startswith(("http://", "https://"))


@register.filter
def ago(moment: datetime) -> str:
    """How long ago something was, without counting seconds."""
    if timezone.now() - moment < timedelta(minutes=1):
        return _("just now")
    return _("%(time)s ago") % {"time": timesince(moment)}
