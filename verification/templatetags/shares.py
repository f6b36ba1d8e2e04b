"""Shares as people read them."""

from __future__ import annotations

from django import template

register = template.Library()


@register.filter
def percent(share: float | None) -> str:
    """Whole percent; a dash where there is nothing to divide."""
    return "–" if share is None else f"{share:.0%}"
