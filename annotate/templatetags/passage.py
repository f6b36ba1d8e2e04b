"""An article's text with its marks, as safe HTML.

Offsets count code points, half-open, as everywhere. Marks may overlap and cross paragraphs: the text is cut into
segments at every end of a mark, and each segment carries `data-start`, the offset of its first character, so that
the script can lead a selection back to offsets of the text.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

register = template.Library()

PARAGRAPH_BREAK = re.compile(r"\n(?:[^\S\n]*\n)+")
KINDS = ("this", "bears", "other", "found", "furniture")  # of marks, the weightiest first


@dataclass(frozen=True, kw_only=True)
class Mark:
    """A stretch of the text. `kind` is one of KINDS; `key`: a bearing that can be taken; `note`: what it is.

    `anchor` is the id of the place where it begins, for links that lead there.
    """

    start: int
    end: int
    kind: str
    key: int | None = None
    note: str = ""
    anchor: str = ""


@dataclass(kw_only=True)
class Segment:
    """Text over which the same marks lie; `begins` and `ends`: those that have their first or last piece here."""

    start: int
    text: str
    marks: list[Mark]
    begins: list[Mark] = field(default_factory=list)
    ends: list[Mark] = field(default_factory=list)

    @property
    def kinds(self) -> list[str]:
        lying = {mark.kind for mark in self.marks}
        return [kind for kind in KINDS if kind in lying]


@dataclass(kw_only=True)
class Paragraph:
    segments: list[Segment]

    def has(self, kind: str) -> bool:
        return any(kind in segment.kinds for segment in self.segments)


def paragraphs(text: str, marks: Iterable[Mark] = (), *, begin: int = 0, end: int | None = None) -> Iterator[Paragraph]:
    """The text in paragraphs of segments; what is white space between paragraphs is in none of them.

    `begin` and `end` cut out a part of the text, whose offsets still count from the text's first character. Marks
    outside it, empty ones too, are cut off or left out.
    """
    waiting = sorted((mark for mark in marks if 0 <= mark.start < mark.end), key=lambda mark: (mark.start, mark.end))
    waiting.reverse()
    open_marks: list[Mark] = []
    for left, right in _stretches(text, begin, len(text) if end is None else end):
        while waiting and waiting[-1].start < right:
            open_marks.append(waiting.pop())
        open_marks = [mark for mark in open_marks if mark.end > left]
        yield Paragraph(segments=list(_segments(text, left, right, open_marks)))


def _stretches(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for gap in PARAGRAPH_BREAK.finditer(text, start, end):
        if text[start : gap.start()].strip():
            yield start, gap.start()
        start = gap.end()
    if text[start:end].strip():
        yield start, end


def _segments(text: str, start: int, end: int, marks: list[Mark]) -> Iterator[Segment]:
    """One paragraph's segments. Marks of an article are few per paragraph, so each cut looks at all of them."""
    cuts = {start, end}
    for mark in marks:
        cuts.update(cut for cut in (mark.start, mark.end) if start < cut < end)
    ordered = sorted(cuts)
    for left, right in itertools.pairwise(ordered):
        lying = [mark for mark in marks if mark.start < right and mark.end > left]
        yield Segment(
            start=left,
            text=text[left:right],
            marks=lying,
            begins=[mark for mark in lying if max(mark.start, start) == left],
            ends=[mark for mark in lying if min(mark.end, end) == right],
        )


@register.simple_tag
def passage(
    text: str, marks: Iterable[Mark] = (), *, form: str = "", key: str = "", begin: int = 0, end: int | None = None
) -> SafeString:
    """The text, or a part of it, as paragraphs.

    With `form`, the id of the judgement's form, bearing passages get a button; `key` is the key that presses it.
    """
    sign = format_html(" <kbd>{}</kbd>", key) if key else SafeString()
    shown: set[Mark] = set()
    blocks = paragraphs(text, marks, begin=begin, end=end)
    return format_html_join("\n", "{}", ((_paragraph(block, shown, form, sign),) for block in blocks))


def _paragraph(block: Paragraph, shown: set[Mark], form: str, sign: SafeString) -> SafeString:
    inner = format_html_join("", "{}", ((_segment(segment, shown, form, sign),) for segment in block.segments))
    opening = '<p dir="auto" class="barred">' if block.has("bears") else '<p dir="auto">'
    return format_html("{}{}</p>", mark_safe(opening), inner)  # noqa: S308 (two constants)


def _segment(segment: Segment, shown: set[Mark], form: str, sign: SafeString) -> SafeString:
    if not segment.marks:
        return format_html('<span data-start="{}">{}</span>', segment.start, segment.text)
    first = next((mark for mark in segment.begins if mark.kind == "this" and mark not in shown), None)
    anchors = [mark.anchor for mark in segment.begins if mark.anchor and mark not in shown]
    shown.update(segment.begins)
    notes = " · ".join(dict.fromkeys(mark.note for mark in segment.marks if mark.note))
    words = format_html(
        '<mark{} class="{}" data-start="{}"{}>{}</mark>',
        mark_safe(' id="this-claim"') if first else "",
        " ".join(segment.kinds),
        segment.start,
        format_html(' title="{}"', notes) if notes else "",
        segment.text,
    )
    targets = format_html_join("", '<span id="{}" class="anchor"></span>', ((anchor,) for anchor in anchors))
    return targets + words + _takes(segment, form, sign)


def _takes(segment: Segment, form: str, sign: SafeString) -> SafeString:
    """Behind the last piece of a bearing passage, the button that takes it as evidence."""
    ending = [mark for mark in segment.ends if form and mark.key and mark.end <= segment.start + len(segment.text)]
    return format_html_join(
        "",
        ' <button form="{}" name="do" value="take:{}" class="take small" formnovalidate'
        ' data-take="{}" data-begin="{}" data-end="{}">{}{}</button>',
        ((form, mark.key, mark.key, mark.start, mark.end, _("Take as evidence"), sign) for mark in ending),
    )
