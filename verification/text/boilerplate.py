"""Telling what a web page puts around an article from the article itself, line by line."""

from __future__ import annotations

import re
from dataclasses import dataclass

from verification.text.closing_lines import LAST, is_credit, is_life
from verification.text.furniture_words import (
    ADDRESS,
    INSIDE,
    LABELLED,
    LINE_BEGINNINGS,
    LIST_OF_SOURCES,
    LONGEST_NOTE,
    NOTES,
    NOTES_BEGIN,
    RELATED,
    SHORT,
    WHOLE_LINES,
)
from verification.text.head_lines import is_head_line, run_on
from verification.text.normalise import search_key
from verification.text.segment import BULLET, STOPS, sentences
from verification.text.span import Span

WORD = re.compile(r"\w+")
LONGEST_WHOLE = 140
LEAST_REPEATED = 4
ALIKE = 0.8
HEAD = 1_500  # characters of an article in which its byline stands
LEAST_PARAGRAPHS = 4  # of an article that has last ones
LONGEST_RELATED = 60
LONGEST_HEADLINE = 24  # words
CAPITALISED = re.compile(r"[^\W\d_][\w’'-]{3,}")
# "… nobody was hurt. SIGN UP FOR OUR NEWSLETTER — The Mayor (@mayor) May 4, 2016": who posted it, and when.
SIGNED_POST = re.compile(
    r"(?:[^.!?“”]{0,40}\s)?[-–—]\s?[^()“”]{2,50}\(@\w+\)\s\w{3,9}\.?\s\d{1,2},\s\d{4}\W*(?:</\w+>\W*)?"
)
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
    state = ""  # what the lines that follow belong to: "comments", "sources" or "teaser"
    last = len(paragraphs) - LAST if len(paragraphs) >= LEAST_PARAGRAPHS else len(paragraphs)
    for at, span in enumerate(paragraphs):
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
        elif len(line) <= LONGEST_RELATED and state != "comments" and RELATED.fullmatch(line.lower()):
            state = reason = "teaser"
        elif state == "teaser" and reason is None:
            reason = "teaser" if is_headline(line) else None
            state = reason or ""
        if reason is None and (not headline or key in seen or line[-1:] not in STOPS):
            words = WORD.findall(key)
            if len(words) >= LEAST_REPEATED and (key in seen or repeats(words, line, headline)):
                reason = "repeat"
            elif len(words) >= LEAST_REPEATED:
                headline = headline or frozenset(words)
        seen.add(key)
        if reason is not None:
            found.append(Furniture(span.start, span.end, reason))
        elif at >= last and (closing := among_the_last(text, span)):
            found += closing
        elif body[-1:] not in STOPS:
            found += at_its_end(text, span)
        elif "(@" in body:
            found += posted(text, span)
    return found


def is_headline(line: str) -> bool:
    """Whether a line is written With Capitals Throughout and no longer than a headline."""
    long = CAPITALISED.findall(line)
    return len(line.split()) <= LONGEST_HEADLINE and 4 * sum(word[0].isupper() for word in long) >= 3 * len(long) > 0


def among_the_last(text: str, paragraph: Span) -> list[Furniture]:
    """Of one of the last paragraphs, what says who made the article: all of it, or what stands at its end."""
    pieces = sentences(text, paragraph)
    if pieces and is_life(text, paragraph, pieces):
        return [Furniture(paragraph.start, paragraph.end, "byline")]
    kept = len(pieces)
    while kept and is_credit(pieces[kept - 1].slice(text)):
        kept -= 1
    if pieces and not kept:
        return [Furniture(paragraph.start, paragraph.end, "byline")]
    return [Furniture(piece.start, piece.end, "byline") for piece in pieces[kept:]]


def posted(text: str, paragraph: Span) -> list[Furniture]:
    """The sentences that only say who posted what stands before them, and when."""
    pieces = sentences(text, paragraph)
    return [Furniture(p.start, p.end, "byline") for p in pieces[1:] if SIGNED_POST.fullmatch(p.slice(text))]


def at_its_end(text: str, paragraph: Span) -> list[Furniture]:
    """What a page puts behind the last sentence of a paragraph, where lines were run together: "… Read also: X"."""
    for last in sentences(text, paragraph)[-1:]:
        words = last.slice(text)
        if words[-1] in STOPS:
            return []
        reason = kind_of(words) if last.start > paragraph.start else None
        if reason:
            return [Furniture(last.start, last.end, reason)]
        if paragraph.start < HEAD and (by := run_on(words)) is not None:
            return [Furniture(last.start + by, last.end, "byline")]
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
    if length <= LONGEST_NOTE and lowered.startswith(NOTES_BEGIN) and NOTES.match(lowered):
        return "notice"
    if length <= LINKED and ADDRESS.search(lowered):
        return "link"
    return None


def repeats(words: list[str], line: str, headline: frozenset[str]) -> bool:
    """Whether a line says the headline again, as captions and file names do."""
    if not headline or line[-1:] in STOPS:
        return False
    own = frozenset(words)
    return len(own & headline) >= ALIKE * max(len(own), len(headline))
