"""The warning before hard content: why a page covers its text until the person says that they will read it."""

from __future__ import annotations

from typing import Any

from django import template
from django.template.defaultfilters import truncatechars
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from annotate.labels import label
from verification.models import Article, Claim, User
from verification.vocabulary import HARD_TOPICS

register = template.Library()


@register.simple_tag
def cover_of(user: User, claim: Claim | None = None, article: Article | None = None) -> list[str]:
    """What the person is warned of before they read this claim or article; empty where there is nothing to cover."""
    hard = HARD_TOPICS if user.wants_warning else ()
    warned = [label(topic) for topic in hard if claim and topic in claim.topics]
    if (claim and claim.is_sensitive) or (article and article.is_sensitive):
        warned.append(_("marked as sensitive"))
    return warned


@register.simple_tag(takes_context=True)
def statement_of(context: template.Context, claim: Claim, url: str = "") -> SafeString:
    """The statement of a claim in a list, as a link where it leads somewhere; covered, its number and a way to read it.

    The claim's article is to be loaded with it.
    """
    shown, cover = _shown(context, claim)
    runs = SafeString("")
    if not cover:  # which way, and in which language a screen reader is to speak it
        language = claim.article.language if claim.article else None
        runs = format_html(' dir="auto" lang="{}"', language) if language else SafeString(' dir="auto"')
    if url:
        text = format_html('<a class="statement" href="{}"{}>{}</a>', url, runs, shown)
    else:
        text = format_html("<span{}>{}</span>", runs, shown)
    if not cover:
        return text
    way = format_html("<summary>{}: {}</summary>", _("Show the text"), " · ".join(cover))
    return format_html('{} <details class="covered">{}<span dir="auto">{}</span></details>', text, way, claim.statement)


@register.simple_tag(takes_context=True)
def claim_named(context: template.Context, claim: Claim, length: int = 60) -> str:
    """The beginning of a claim's statement, to tell buttons apart by; its number where it is covered."""
    shown, _cover = _shown(context, claim)
    return truncatechars(shown, length)


def _shown(context: template.Context, claim: Claim) -> tuple[str, list[str]]:
    user: Any = context["user"]
    cover = cover_of(user, claim, claim.article)
    return (_("Claim %(number)d") % {"number": claim.pk} if cover else claim.statement), cover
