"""A saved filter's query as the fields of a form: `{% for name, value in asks|fields %}`."""

from urllib.parse import parse_qsl

from django import template

register = template.Library()


@register.filter
def fields(query: str) -> list[tuple[str, str]]:
    return parse_qsl(query)
