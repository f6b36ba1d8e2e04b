"""The main text of a web page, without its navigation, and what the page says about itself."""

from __future__ import annotations

import re
from datetime import date

import trafilatura
from lxml import html as lxml_html  # type: ignore[import-untyped]
from lxml.etree import LxmlError  # type: ignore[import-untyped]

from verification.text.document import Document, DocumentKind, Unreadable
from verification.text.encoding import common_name, decoded

CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w:.-]{2,40})", re.IGNORECASE)
DECLARED_LANGUAGE = re.compile(
    r"<html[^>]{0,400}?\slang\s*=\s*[\"']?([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)", re.IGNORECASE
)
XML_DECLARATION = re.compile(r"^\s*(?:\ufeff)?<\?xml[^>]*\?>")
BLOCKS = ("p", "h1", "h2", "h3", "h4", "li", "blockquote", "pre", "td")
UNSEEN = ("script", "style", "noscript", "template", "nav", "footer", "form", "svg", "iframe", "button", "select")
HEAD = 4_096

NO_TEXT = (
    "No article text was found in this page. Open the page, copy the article's text and add that, "
    "or save it as a .txt file."
)


def read(data: bytes) -> Document:
    """The article of a web page. Raises Unreadable where it holds no text."""
    declared = CHARSET.search(data[:HEAD])
    page, encoding = decoded(data, declared=declared[1].decode("ascii") if declared else None)
    page = XML_DECLARATION.sub("", page).replace("\x00", "")
    found = extracted(page)
    text = (found.text if found else None) or fallback(page)
    if not text or not any(map(str.isalnum, text)):
        raise Unreadable(NO_TEXT)
    language = DECLARED_LANGUAGE.search(page[:HEAD])
    return Document(
        text=paragraphs_apart(text),
        kind=DocumentKind.HTML,
        title=said(found.title if found else None),
        language=language[1] if language else None,
        published_on=day(found.date if found else None),
        byline=said(found.author if found else None),
        url=said(found.url if found else None),
        outlet=said(found.sitename if found else None),
        facts={"encoding": common_name(encoding)},
    )


def extracted(page: str) -> trafilatura.settings.Document | None:
    """What trafilatura makes of a page, or None: pages come broken in ways that it trips over."""
    try:
        found = trafilatura.bare_extraction(
            page,
            include_comments=False,
            include_tables=True,
            with_metadata=True,
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
    except (ValueError, TypeError, AttributeError, KeyError, IndexError, RecursionError, LxmlError):
        return None
    return found if isinstance(found, trafilatura.settings.Document) else None


def fallback(page: str) -> str | None:
    """The text of all paragraphs, list items and headings, where no main text was found."""
    try:
        root = lxml_html.fromstring(page)
    except (LxmlError, ValueError):
        return None
    for element in list(root.iter(*UNSEEN)):
        element.drop_tree()
    blocks = [" ".join(element.text_content().split()) for element in root.iter(*BLOCKS)]
    kept = [block for block in blocks if block]
    return "\n".join(kept) or " ".join(root.text_content().split())


def paragraphs_apart(text: str) -> str:
    return "\n\n".join(line.strip() for line in text.split("\n") if line.strip())


def said(words: str | None) -> str | None:
    words = " ".join((words or "").split())
    return words or None


def day(written: str | None) -> date | None:
    try:
        return date.fromisoformat(written) if written else None
    except ValueError:
        return None
