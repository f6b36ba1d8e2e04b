"""Telling what a web page puts around an article from the article itself, line by line."""

from __future__ import annotations

import re
from dataclasses import dataclass

from verification.text.furniture_words import (
    ADDRESS,
    INSIDE,
    LABELLED,
    LINE_BEGINNINGS,
    LIST_OF_SOURCES,
    SHORT,
    WHOLE_LINES,
)
from verification.text.head_lines import is_head_line
from verification.text.normalise import search_key
from verification.text.segment import BULLET, STOPS, sentences
from verification.text.span import Span

WORD = re.compile(r"\w+")
LONGEST_WHOLE = 140
LEAST_REPEATED = 4
ALIKE = 0.8
LINKED = 14  # a line with an address and fewer other words than this is a link


@dataclass(frozen=True, slots=True)
class Furniture:
    """A line that is no part of the article, and of which kind it is.

    Kinds: comments, sharing, navigation, newsletter, credit, byline, teaser, labels, notice, download, sources,
    link, repeat.
    """

    start: int
    end: int
    reason: str


def furniture(text: str, paragraphs: list[Span]) -> list[Furniture]:
    """The furniture among the paragraphs (or lines) of a text, in order."""
    found: list[Furniture] = []
    seen: set[str] = set()
    headline: frozenset[str] = frozenset()
    state = ""  # what the lines that follow belong to: "comments" or "sources"
    for span in paragraphs:
        body = span.slice(text)
        bullet = BULLET.match(body)
        line = body[bullet.end() :].strip() if bullet else body
        key = search_key(line)
        reason = kind_of(line)
        if reason == "comments" and span.start * 2 > len(text):
            state = "comments"
        if LIST_OF_SOURCES.fullmatch(line.lower().strip()):
            state = reason = "sources"
        elif state == "sources" and reason in (None, "link"):
            # The list goes on while its lines are links or list items; prose ends it.
            is_item = bullet or ADDRESS.search(line) or line[-1:] not in STOPS
            state, reason = ("sources", "sources") if is_item else ("", None)
        elif state == "comments" and reason is None:
            reason = "comments"
        if reason is None and (not headline or key in seen or line[-1:] not in STOPS):
            words = WORD.findall(key)
            if len(words) >= LEAST_REPEATED and (key in seen or repeats(words, line, headline)):
                reason = "repeat"
            elif len(words) >= LEAST_REPEATED:
                headline = headline or frozenset(words)
        seen.add(key)
        if reason is not None:
            found.append(Furniture(span.start, span.end, reason))
        elif body[-1:] not in STOPS:
            found += at_its_end(text, span)
    return found


def at_its_end(text: str, paragraph: Span) -> list[Furniture]:
    """What a page puts behind the last sentence of a paragraph, where lines were run together: "… Read also: X"."""
    for last in sentences(text, paragraph)[-1:]:
        words = last.slice(text)
        reason = kind_of(words) if last.start > paragraph.start and words[-1] not in STOPS else None
        return [Furniture(last.start, last.end, reason)] if reason else []
    return []


def kind_of(line: str) -> str | None:
    """The kind of furniture that a line is by itself, or None."""
    lowered = " ".join(line.lower().split())
    length = len(lowered.split())
    if len(lowered) <= LONGEST_WHOLE:
        for kind, pattern in WHOLE_LINES:
            if pattern.fullmatch(lowered):
                return kind
        if LABELLED.match(line):
            return "teaser"
    if is_head_line(line):
        return "byline"
    if length <= SHORT:
        for kind, pattern in LINE_BEGINNINGS:
            if pattern.match(lowered):
                return kind
        for kind, pattern in INSIDE:
            if pattern.search(lowered):
                return kind
    if length <= LINKED and ADDRESS.search(lowered):
        return "link"
    return None


def repeats(words: list[str], line: str, headline: frozenset[str]) -> bool:
    """Whether a line says the headline again, as captions and file names do."""
    if not headline or line[-1:] in STOPS:
        return False
    own = frozenset(words)
    return len(own & headline) >= ALIKE * max(len(own), len(headline))
