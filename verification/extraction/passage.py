"""A text cut into passages: sentences, headings and list items, with what stands between quotation marks."""

from __future__ import annotations

import re
from enum import Enum

from verification.text.record import record
from verification.text.segment import BULLET, paragraphs, sentences
from verification.text.span import Span, trimmed

HIDDEN = "~"
OPENING = "“«„"
QUOTE_MARK = re.compile("[“”«»„\"‘’']")
OPENS, CLOSES = re.compile(r"(?<!\w)[‘'](?=\w)"), re.compile(r"(?<=[\w.,!?])’(?!\w)")  # else it is an apostrophe
CLOSES_STRAIGHT = re.compile(r"(?:(?<=[.,!?])|(?<=[^\Ws]))'(?![\w'])")  # not "the ministers' report"
STOP_AT_END = re.compile("[.!?…؟۔。:;,][\"”’»')\\]]*$")
LONGEST_HEADING = 16
SHORTEST_WHOLE = 24  # characters: between single marks, what is shorter is a word or two and hardly holds an owner


class Kind(Enum):
    """How a passage stands on the page."""

    SENTENCE = "sentence"
    HEADING = "heading"
    BULLET = "bullet"


@record(frozen=True, slots=True)
class Passage:
    """A sentence, heading or list item of the text; offsets inside it count from its own start."""

    index: int
    paragraph: int
    start: int
    end: int
    text: str
    kind: Kind
    quotes: tuple[Span, ...]  # between marks, marks left out
    masked: str  # the same text with what is quoted hidden
    begins_quoted: bool  # its first word is inside a quotation that began in an earlier passage
    ends_quoted: bool
    opens_paragraph: bool

    @property
    def is_all_quoted(self) -> bool:
        """Whether nothing but quotation marks and stops stands outside the quotation."""
        return bool(self.quotes) and not any(map(str.isalnum, self.masked))


def passages(text: str, *, without: list[Span]) -> list[Passage]:
    """The passages of `text` in order, without the paragraphs, sentences and ends of sentences that are `without`."""
    found: list[Passage] = []
    left_out = {(span.start, span.end) for span in without}
    begins = {span.end: span.start for span in without}
    for number, paragraph in enumerate(paragraphs(text)):
        spans = sentences(text, paragraph)
        if (paragraph.start, paragraph.end) in left_out:
            continue
        if begins and spans and spans[-1].start < begins.get(spans[-1].end, 0):
            cut = begins[spans[-1].end]
            spans[-1] = trimmed(text, spans[-1].start, cut)
            paragraph = trimmed(text, paragraph.start, cut)
        kind = kind_of(paragraph.slice(text), len(spans))
        found += read(text, spans, number, paragraph, kind, len(found), left_out)
    return found


def read(
    text: str,
    spans: list[Span],
    number: int,
    paragraph: Span,
    kind: Kind,
    index: int,
    left_out: set[tuple[int, int]],
) -> list[Passage]:
    quotes, stays_open = quotations(text, paragraph)
    found: list[Passage] = []
    at = 0
    for span in spans:
        while at < len(quotes) and quotes[at].end < span.start:
            at += 1
        inside = []
        for quote in quotes[at:]:
            if quote.start >= span.end:
                break
            start, end = max(quote.start, span.start), min(quote.end, span.end)
            if start < end:
                inside.append(Span(start - span.start, end - span.start))
        if (span.start, span.end) in left_out:
            continue
        words = span.slice(text)
        found.append(
            Passage(
                index=index + len(found),
                paragraph=number,
                start=span.start,
                end=span.end,
                text=words,
                kind=kind,
                quotes=tuple(inside),
                masked=mask(words, inside),
                begins_quoted=bool(inside) and inside[0].start == 0,
                ends_quoted=bool(inside) and inside[-1].end == len(span) and (span is not spans[-1] or stays_open),
                opens_paragraph=span is spans[0],
            )
        )
    return found


def kind_of(paragraph: str, sentence_count: int) -> Kind:
    if BULLET.match(paragraph):
        return Kind.BULLET
    short = len(paragraph.split()) <= LONGEST_HEADING
    if sentence_count <= 1 and short and (not STOP_AT_END.search(paragraph)):
        return Kind.HEADING
    return Kind.SENTENCE


def mask(words: str, quotes: list[Span]) -> str:
    parts: list[str] = []
    done = 0
    for quote in quotes:
        parts += (words[done : quote.start], HIDDEN * len(quote))
        done = quote.end
    return "".join(parts) + words[done:]


def closes_straight(text: str, opened: int, at: int, end: int) -> bool:
    """Whether "'" closes a quotation and belongs to no word: not in "'The ministers' report is wrong,'"."""
    if CLOSES_STRAIGHT.match(text, at, end):
        return True
    is_apart = text[at - 1] == "s" and not text[at + 1 : at + 2].isalnum()
    return is_apart and at - opened <= SHORTEST_WHOLE  # "'terrorists'"


def quotations(text: str, paragraph: Span) -> tuple[list[Span], bool]:
    """What stands between quotation marks in a paragraph, and whether the last quotation stays open.

    Marks are read loosely, since articles mix them: any closing mark closes what is open.
    """
    found: list[Span] = []
    opened: tuple[str, int] | None = None
    for match in QUOTE_MARK.finditer(text, paragraph.start, paragraph.end):
        mark = match.group()
        if mark == "'":
            if opened is None and not OPENS.match(text, match.start(), paragraph.end):
                continue
            if opened and not (opened[0] == "'" and closes_straight(text, opened[1], match.start(), paragraph.end)):
                continue
        elif mark in "‘’" and not (OPENS if mark == "‘" else CLOSES).match(text, match.start(), paragraph.end):
            continue
        if opened is None:
            opens = mark in OPENING or mark in "‘'\""
            if opens:
                opened = (mark, match.end())
            continue
        if (opened[0] == "‘") != (mark == "’") or (opened[0] == "'") != (mark == "'") or mark in OPENING + "‘":
            continue
        if match.start() > opened[1]:
            found.append(Span(opened[1], match.start()))
        opened = None
    if opened is not None and opened[0] not in "‘'":
        # A quotation that goes on in the next paragraph, or whose end was forgotten.
        if opened[1] < paragraph.end:
            found.append(Span(opened[1], paragraph.end))
        return found, True
    return found, False
