"""Every address that the site answers, as Django's resolver knows them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from django.contrib.admindocs.views import simplify_regex
from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.resolvers import RoutePattern

PLACEHOLDER = re.compile(r"<(?:\w+:)?(\w+)>")


def addresses() -> list[str]:
    """Each address once, such as `/p/<slug>/claims/<pk>/`, in the order in which they are tried."""
    return list(dict.fromkeys(_walk(get_resolver(), "/")))


def filled(address: str, values: dict[str, Any]) -> str:
    """The address with a value in each of its places."""
    return PLACEHOLDER.sub(lambda place: str(values[place.group(1)]), address)


def _walk(resolver: Any, before: str) -> Iterator[str]:
    for pattern in resolver.url_patterns:
        address = before + _readable(pattern)
        if isinstance(pattern, URLResolver):
            yield from _walk(pattern, address)
        else:
            yield address


def _readable(pattern: URLPattern | URLResolver) -> str:
    if isinstance(pattern.pattern, RoutePattern):
        return PLACEHOLDER.sub(r"<\1>", str(pattern.pattern))
    return simplify_regex(str(pattern.pattern)).removeprefix("/")
