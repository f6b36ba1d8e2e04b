"""What the words of a judgement's form mean, where they are chosen and whole in the guideline."""

from functools import lru_cache

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from annotate.labels import label
from annotate.meanings import MEANINGS
from verification.vocabulary import REASONS, Reason, SourceType, Verdict

register = template.Library()


@register.filter
def source_means(value: str | None) -> str:
    """What a type of source is; nothing of one that is not known."""
    return str(MEANINGS[SourceType][value]) if value and value != SourceType.UNKNOWN else ""


@register.filter
def reason_means(value: str) -> str:
    return str(MEANINGS[Reason][value])


@register.simple_tag
def reasons_mean(verdict: str) -> SafeString:
    """What the reasons of a verdict mean, as a list."""
    return _list(tuple(REASONS[Verdict(verdict)]), get_language())


@register.simple_tag
def sources_mean() -> SafeString:
    """What the types of source are, as a list."""
    return _list(tuple(SourceType), get_language())


@lru_cache(maxsize=64)
def _list(words: tuple[Reason, ...] | tuple[SourceType, ...], _language: str | None) -> SafeString:
    rows = ((label(word), MEANINGS[type(word)][word]) for word in words)
    return format_html('<dl class="meanings">{}</dl>', format_html_join("", "<div><dt>{}</dt><dd>{}</dd></div>", rows))
