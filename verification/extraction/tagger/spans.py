"""From labels to spans, and from spans to who says what: each cue with its source and with what is said."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum
from typing import NamedTuple

import numpy as np

from verification.text.span import Span

from .reading import Array, Reading


class Part(IntEnum):
    """What a span is of an attribution; its labels are 1 + 2 * part for the first word and 2 + 2 * part."""

    SOURCE = 0
    CUE = 1
    CONTENT = 2


PARTS = tuple(Part)


class Piece(NamedTuple):
    """A span that the tagger found, with where it stands."""

    part: Part
    span: Span
    piece: int  # which paragraph
    sentence: int
    last_sentence: int
    quoted: bool  # its first words stand between quotation marks
    follows_on: bool  # nothing but a mark lies between it and the span before


@dataclass(slots=True)
class Linked:
    """One attribution: a cue with its source and what is said, which may be in several parts."""

    source: Span | None
    cue: Span | None
    contents: list[Span] = field(default_factory=list)
    goes_on: bool = False  # the source is that of the cue before it


def pieces(reading: Reading, labels: Array) -> list[Piece]:
    """The spans in the order of the text."""
    kinds = (labels + 1) // 2
    before = np.append(0, kinds[:-1])
    breaks = (labels % 2 == 1) | (kinds != before)
    breaks[reading.bounds[:-1]] = True
    first = np.flatnonzero(breaks)
    last = np.append(first[1:], len(labels)) - 1
    is_part = kinds[first] > 0
    first, last = first[is_part], last[is_part]
    columns = (
        kinds[first] - 1,
        reading.start[first],
        reading.end[last],
        np.searchsorted(reading.bounds, first, side="right") - 1,
        reading.sentence[first],
        reading.sentence[last],
        reading.quoted[np.minimum(first + 1, last)],
        first - np.append(-9, last[:-1]) <= 2,
    )
    return [
        Piece(PARTS[part], Span(start, end), *rest)
        for part, start, end, *rest in zip(*(column.tolist() for column in columns), strict=True)
    ]


def linked(reading: Reading, labels: Array) -> list[Linked]:
    """Who says what, in the order of the cues; what nobody is seen to say has no cue."""
    found = pieces(reading, labels)
    taken: set[int] = set()
    result: list[tuple[int, Linked]] = []
    sources = {at: source_of(found, at, taken) for at, piece in enumerate(found) if piece.part is Part.CUE}
    cues = sorted(sources)
    for order, at in enumerate(cues):
        source = sources[at]
        group = [at] if source is None else [min(at, source), max(at, source)]
        own = Linked(found[source].span if source is not None else None, found[at].span)
        if source is None and order:
            earlier = result[-1][1]
            if found[cues[order - 1]].sentence == found[at].sentence:
                own.source, own.goes_on = earlier.source, True
        for content in contents_of(found, group, sources, taken):
            taken.add(content)
            own.contents.append(found[content].span)
        result.append((at, own))
    alone = [
        (at, Linked(None, None, [piece.span]))
        for at, piece in enumerate(found)
        if piece.part is Part.CONTENT and at not in taken
    ]
    alone += [
        (at, Linked(piece.span, None))
        for at, piece in enumerate(found)
        if piece.part is Part.SOURCE and at not in taken
    ]
    return with_fronted([own for _, own in sorted(result + alone, key=lambda item: item[0])], reading)


def with_fronted(found: list[Linked], reading: Reading) -> list[Linked]:
    """Gives words of attribution that close a sentence, and have nothing said beside them, what stands before them.

    "The port reopened after 14 ships were repaired, the owners said."
    """
    taken = {at for one in found for span in (one.source, one.cue, *one.contents) if span for at in (span.start,)}
    for one in found:
        if one.contents or one.cue is None or one.source is None:
            continue
        group = min(one.cue.start, one.source.start)
        at = int(np.searchsorted(reading.start, group))
        last = int(np.searchsorted(reading.start, max(one.cue.end, one.source.end)))
        begin = at
        while begin and not reading.opens[begin] and int(reading.start[begin - 1]) not in taken:
            begin -= 1
        closes = last >= len(reading.words) or reading.words[last] == "." or bool(reading.opens[last])
        if closes and reading.opens[begin] and at - begin > 3 and reading.words[at - 1] == ",":
            one.contents.append(Span(int(reading.start[begin]), int(reading.end[at - 2])))
    return found


def source_of(found: list[Piece], cue: int, taken: set[int]) -> int | None:
    """The source beside a cue: the one before it, else the one behind."""
    here = found[cue]

    def is_free(at: int) -> bool:
        beside = 0 <= at < len(found) and found[at].part is Part.SOURCE and at not in taken
        return beside and found[at].last_sentence >= here.sentence >= found[at].sentence

    behind_is_its_own = is_free(cue + 1) and not (
        cue + 2 < len(found) and found[cue + 2].part is Part.CUE and found[cue + 2].sentence == here.sentence
    )
    # "…,” said Smith, who": a source that touches the cue from behind is nearer than one before a comma.
    for at in (cue - 1, cue + 1):
        if is_free(at) and (at < cue or behind_is_its_own):
            taken.add(at)
            return at
    if cue >= 2 and found[cue - 1].part is Part.CONTENT and is_free(cue - 2) and found[cue - 2].piece == here.piece:
        taken.add(cue - 2)  # "Smith, “…,” said"
        return cue - 2
    return None


def contents_of(found: list[Piece], group: list[int], sources: dict[int, int | None], taken: set[int]) -> list[int]:
    """What stands just before and just behind a cue and its source, as far as no other cue has the better claim."""
    first, last = group[0], group[-1]
    chosen: list[int] = []
    between = [at for at in range(first + 1, last) if found[at].part is Part.CONTENT and at not in taken]
    before = first - 1
    if is_content(found, before, taken) and found[before].last_sentence >= found[first].sentence - 1:
        chosen.append(before)
    behind = last + 1
    while is_content(found, behind, taken) and found[behind].piece <= found[last].piece + 1:
        same = found[behind].sentence == found[last].last_sentence
        if not same and (chosen or between) and not found[behind].quoted:
            break
        if not same and claimed_from_behind(found, behind, sources):
            break
        between.append(behind)
        behind += 1
        if not found[behind - 1].quoted:
            break
    return chosen + between


def is_content(found: list[Piece], at: int, taken: set[int]) -> bool:
    return 0 <= at < len(found) and found[at].part is Part.CONTENT and at not in taken


def claimed_from_behind(found: list[Piece], content: int, sources: dict[int, int | None]) -> bool:
    """Whether the words of attribution behind a content have nothing else that they could attribute."""
    for cue in (content + 1, content + 2):
        if cue not in sources:
            continue
        source = sources[cue]
        group = [cue] if source is None else sorted((cue, source))
        if group[0] == content + 1:
            follows = group[-1] + 1
            own = follows < len(found) and found[follows].part is Part.CONTENT
            has_own = own and found[follows].sentence == found[cue].sentence
            return found[content].last_sentence == found[cue].sentence and not has_own
    return False
