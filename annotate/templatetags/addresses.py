"""Filters about where evidence comes from."""

from urllib.parse import urlsplit

from django import template

register = template.Library()


@register.filter
def host(url: str | None) -> str:
    """The host of an address that a browser may follow (http or https); an empty text for any other.

    A browser takes a backslash for a slash and passes over line breaks, so that it would go elsewhere than it says.
    """
    address = (url or "").strip()
    if "\\" in address or any(sign.isspace() for sign in address):
        return ""
    try:
        parts = urlsplit(address)
        name = parts.hostname or ""
    except ValueError:
        return ""
    return name.removeprefix("www.") if parts.scheme in ("http", "https") else ""
