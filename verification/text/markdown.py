"""Markdown to plain text: the words, in paragraphs, without their markup."""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.token import Token

BULLET = "• "


def plain(markdown: str) -> tuple[str, str | None]:
    """The text of a Markdown file, a blank line between paragraphs, and its first heading (None: no heading)."""
    blocks: list[str] = []
    title: str | None = None
    in_item = in_heading = False
    for token in MarkdownIt("commonmark").enable("table").parse(markdown):
        if token.type == "list_item_open":
            in_item = True
        elif token.type == "heading_open":
            in_heading = True
        elif token.type == "heading_close":
            in_heading = False
        elif token.type == "inline":
            words = inline(token.children or [])
            if not words.strip():
                continue
            if in_heading and title is None:
                title = " ".join(words.split())
            blocks.append((BULLET if in_item else "") + words)
            in_item = False
        elif token.type in ("fence", "code_block") and token.content.strip():
            blocks.append(token.content.strip("\n"))
    return "\n\n".join(blocks), title


def inline(children: list[Token]) -> str:
    """The words of a line. Addresses of links and pictures are left out."""
    parts: list[str] = []
    for child in children:
        if child.type in ("text", "code_inline", "text_special"):
            parts.append(child.content)
        elif child.type in ("softbreak", "hardbreak"):
            parts.append(" " if child.type == "softbreak" else "\n")
    return "".join(parts)
