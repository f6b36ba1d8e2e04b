"""Markdown that curators write, as HTML that can do no harm."""

import nh3
from django import template
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt

register = template.Library()

TAGS = {"h1", "h2", "h3", "h4", "p", "ul", "ol", "li", "strong", "em", "code", "pre", "blockquote", "a", "hr", "br"}
READER = MarkdownIt("commonmark", {"html": False})


@register.filter
def markdown(text: str) -> SafeString:
    """The text as HTML with a few harmless tags; headings go down a level, below those of the page."""
    lowered = READER.render(text or "")
    for level in (4, 3, 2, 1):
        lowered = lowered.replace(f"<h{level}>", f"<h{level + 2}>").replace(f"</h{level}>", f"</h{level + 2}>")
    return mark_safe(nh3.clean(lowered, tags=TAGS | {"h5", "h6"}, url_schemes={"http", "https"}))  # noqa: S308
