"""The single keys as the person at the page has them."""

from __future__ import annotations

import json
from typing import Any

from django import template
from django.template.context import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString

from annotate.labels import KEYS
from annotate.preferences import keys_of

register = template.Library()

OF_LISTS = ("down", "up", "next", "previous")


def _keys(context: Context) -> dict[str, str]:
    request: Any = getattr(context, "request", None)  # there in a part that was included with `only`, too
    return keys_of(getattr(request, "user", None))


@register.simple_tag(takes_context=True)
def key(context: Context, action: str) -> SafeString | str:
    """The key of an action as a sign to put behind its words; nothing where it has none."""
    held = _keys(context).get(action)
    return format_html(" <kbd>{}</kbd>", held) if held else ""


@register.simple_tag(takes_context=True)
def key_of(context: Context, action: str) -> str:
    """The key of an action, or an empty text."""
    return _keys(context).get(action, "")


@register.simple_tag(takes_context=True)
def key_map(context: Context) -> str:
    """All keys, as the scripts take them."""
    return json.dumps(_keys(context))


@register.simple_tag(takes_context=True)
def keys_of_review(context: Context) -> list[tuple[str, str]]:
    """Those of the review page, each with what it does."""
    held = _keys(context)
    return [(held[action], str(KEYS[action])) for action in KEYS if action in held and action not in OF_LISTS]
