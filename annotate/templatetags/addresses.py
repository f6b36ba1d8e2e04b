"""Filters about where evidence comes from."""

from urllib.parse import urlsplit

from django import template

register = template.Library()


@register.filter
def host(url: str | None) -> str:
    """The host of an address that a browser may follow (http or https); an empty text for any other."""
    try:
        parts = urlsplit((url or "").strip())
        name = parts.hostname or ""
    except ValueError:
        return ""
    return name.removeprefix("www.") if parts.scheme in ("http", "https") else ""
