"""A long text in parts that a browser can show: cut between paragraphs, and found by an offset."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from annotate.templatetags.passage import PARAGRAPH_BREAK

MOST_PARAGRAPHS = 300
MOST_CHARACTERS = 60_000


@dataclass(frozen=True, kw_only=True)
class Part:
    """The stretch of a text from `start` to `end` (half-open, code points), `number` of `of` such parts.

    `before` and `after` are where its neighbours begin; None where there is none.
    """

    start: int
    end: int
    number: int
    of: int
    before: int | None
    after: int | None


def part_at(text: str, at: int) -> Part:
    """The part that holds the offset `at`; an offset outside the text leads to the nearest part."""
    starts = _starts(text)
    index = max(0, bisect_right(starts, at) - 1)
    last = index + 1 == len(starts)
    return Part(
        start=starts[index],
        end=len(text) if last else starts[index + 1],
        number=index + 1,
        of=len(starts),
        before=starts[index - 1] if index else None,
        after=None if last else starts[index + 1],
    )


def _starts(text: str) -> list[int]:
    """Where the parts begin; at least one, also in an empty text."""
    if len(text) <= MOST_CHARACTERS and text.count("\n") < MOST_PARAGRAPHS:
        return [0]
    paragraphs = [0, *(gap.end() for gap in PARAGRAPH_BREAK.finditer(text)), len(text)]
    starts = [0]
    while True:
        here = bisect_right(paragraphs, starts[-1]) - 1
        by_count = paragraphs[min(here + MOST_PARAGRAPHS, len(paragraphs) - 1)]
        by_length = paragraphs[bisect_right(paragraphs, starts[-1] + MOST_CHARACTERS) - 1]
        end = min(by_count, by_length)
        if end <= starts[-1]:
            end = _within_a_paragraph(text, starts[-1])
        if end >= len(text):
            return starts
        starts.append(end)


def _within_a_paragraph(text: str, start: int) -> int:
    """Where to cut a paragraph that is longer than a part: at a line's end, or between words, or anywhere."""
    end = start + MOST_CHARACTERS
    for gap in ("\n", " "):
        found = text.rfind(gap, start, end)
        if found > start:
            return found + 1
    return end
