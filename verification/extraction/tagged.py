"""What the tagger hears in each passage: words of attribution, whom they name, and what is said."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict

from verification.text.record import record
from verification.text.span import Span, trimmed

from .model import english
from .passage import Passage
from .subjects import DETERMINERS
from .tagger.model import Tagged, tagger
from .tagger.spans import linked


@record(frozen=True, slots=True)
class Heard:
    """One attribution of the tagger that has its cue in a passage, in offsets of the passage."""

    cue: tuple[int, int]
    source: tuple[int, int] | None
    contents: tuple[tuple[int, int], ...]  # those in this passage
    goes_on: bool


@record(frozen=True, slots=True)
class Hearing:
    """What the tagger makes of an article."""

    heard: dict[int, list[Heard]]  # by the place of the passage that holds the cue
    parts: list[Tagged]

    def chance(self, start: int, end: int) -> float:
        """How likely words attribute that the tagger did not choose; `start` and `end` are offsets of the text."""
        ends = [part.reading.end[-1] for part in self.parts]
        at = bisect_right(ends, start)
        return self.parts[at].cue_chance(start, end) if at < len(self.parts) else 0.0


def tagged(lines: list[Passage]) -> Hearing:
    """What the tagger finds."""
    found: dict[int, list[Heard]] = defaultdict(list)
    starts = [line.start for line in lines]
    parts = list(tagger().label(lines))
    for part in parts:
        for one in linked(part.reading, part.labels):
            if one.cue is None:
                continue
            at = bisect_right(starts, one.cue.start) - 1
            passage = lines[at]
            inside = [span for span in (within(passage, s) for s in one.contents) if span]
            source = named(passage, within(passage, one.source)) if one.source else None
            cue = within(passage, one.cue)
            if cue and not is_name_said(passage, cue):
                found[at].append(Heard(cue, source, tuple(inside), one.goes_on))
    return Hearing(found, parts)


def is_name_said(passage: Passage, cue: tuple[int, int]) -> bool:
    """Whether "Said" is a name: "Omar Said"."""
    if passage.text[slice(*cue)] != "Said":
        return False
    before = passage.text[: cue[0]].split()[-1:]
    return bool(before) and before[0][:1].isupper()


def within(passage: Passage, span: Span) -> tuple[int, int] | None:
    start, end = max(span.start, passage.start), min(span.end, passage.end)
    return (start - passage.start, end - passage.start) if start < end else None


def named(passage: Passage, source: tuple[int, int] | None) -> tuple[int, int] | None:
    """A source, unless it is a little word alone, as "but" in "…, but added that"."""
    if source is None or passage.text[slice(*source)].lower() in JOINTS:
        return None
    return core(passage.text, *source)


def core(text: str, start: int, end: int) -> tuple[int, int]:
    """Who is named, without what else is said of them: "Smith" of "the group’s leader, Smith, who …"."""
    parts = []
    begin = start
    for mark in [*BETWEEN.finditer(text, start, end), None]:
        part = trimmed(text, begin, mark.start() if mark else end)
        if len(part):
            parts.append((part.start, part.end))
        begin = mark.end() if mark else end
    named = [part for part in parts if is_name(text[slice(*part)])]
    start, end = (named or parts or [(start, end)])[0]
    return start, end - 2 * text.endswith(("’s", "'s"), start, end)


BETWEEN = re.compile(r",(?!\d)|;|–|—|\(|\)|w(?<!\ww)h(?:o|ich|ose)\b")  # written so that each begins with one letter


def is_name(words: str) -> bool:
    listed = words.split()
    is_minuted = 1 < len(listed) <= 4 and all(len(word) > 3 for word in listed[:2])  # "KAREN PIERCE (United Kingdom)"
    if (words.isupper() and not is_minuted) or len(listed) > 4:
        return False  # "NRF" in brackets is said of the group before it
    return all(word[0].isupper() or word.lower() in english.PARTICLES for word in listed)


JOINTS = english.BEFORE_SUBJECT | english.PREPOSITIONS | english.ADVERBS | DETERMINERS - {"his", "her", "their"}
