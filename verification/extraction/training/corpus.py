"""Articles with attributions, as the tagger learns from them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

import numpy as np

from verification.extraction.passage import Passage, passages
from verification.extraction.tagger.reading import Array, Reading, read

KINDS = ("source", "cue", "content")
Spans = dict[str, list[list[int]]]  # of one attribution: its spans by kind
MARKS = re.compile(r"\{(?P<kind>[SCT])(?P<number>\d+):|\}")
KIND_OF = dict(zip("SCT", KINDS, strict=True))


@dataclass(frozen=True, slots=True)
class Example:
    """One article with the label of each of its words: 0, or 1 + 2 * kind for the first word of a span, then 2 + …"""

    doc: str
    record: dict[str, object]
    lines: list[Passage]
    reading: Reading
    labels: Array

    @property
    def fold(self) -> int:
        return crc32(self.doc.encode()) % 1000


def examples(path: Path) -> Iterator[Example]:
    with path.open(encoding="utf-8") as rows:
        for row in rows:
            record = json.loads(row)
            lines = passages(record["text"], without=[])
            reading = read(lines)
            yield Example(record["doc"], record, lines, reading, labels(record["attributions"], reading))


def passages_written(path: Path) -> Iterator[Example]:
    """Passages with marks, a line each ({"text": "{S1:She} {C1:said} {T1:that …}."}), as articles of their own.

    A mark opens with what it holds (S source, C cue, T content) and the number of its attribution within the passage.
    Raises ValueError where marks are not closed or close nothing.
    """
    with path.open(encoding="utf-8") as rows:
        for number, row in enumerate(rows):
            record = json.loads(row)
            text, attributions = unmarked(record["text"])
            lines = passages(text, without=[])
            reading = read(lines)
            record |= {"text": text, "attributions": attributions}
            yield Example(f"{path.name} {number}", record, lines, reading, labels(attributions, reading))


def unmarked(marked: str) -> tuple[str, list[Spans]]:
    """The text without its marks, and the spans that they held, by the number of the attribution."""
    parts: list[str] = []
    opened: list[tuple[str, str, int]] = []
    found: dict[str, Spans] = {}
    length = behind = 0
    for mark in MARKS.finditer(marked):
        parts.append(marked[behind : mark.start()])
        length += len(parts[-1])
        behind = mark.end()
        if mark["kind"]:
            opened.append((KIND_OF[mark["kind"]], mark["number"], length))
        elif opened:
            kind, number, start = opened.pop()
            found.setdefault(number, {}).setdefault(kind, []).append([start, length])
        else:
            raise ValueError(f"A mark closes that none opened: {marked!r}")
    if opened:
        raise ValueError(f"A mark is not closed: {marked!r}")
    return "".join([*parts, marked[behind:]]), [found[number] for number in sorted(found, key=int)]


def held_aside(path: Path) -> frozenset[str]:
    """The articles on which figures are measured: nothing is learned from them."""
    with path.open(encoding="utf-8") as rows:
        return frozenset(json.loads(row)["doc"] for row in rows if row.strip())


def labels(attributions: list[Spans], reading: Reading) -> Array:
    found = np.zeros(len(reading.words), dtype=np.int64)
    # What is said first: where spans overlap, who says it and how is the rarer thing.
    for kind in (2, 1, 0):
        for attribution in attributions:
            for start, end in (span[:2] for span in attribution.get(KINDS[kind]) or []):
                first, last = np.searchsorted(reading.end, start, "right"), np.searchsorted(reading.start, end)
                for at in range(first, last):
                    is_first = at == first or at in reading.bounds
                    found[at] = 1 + 2 * kind + (not is_first)
    for at in range(len(found)):
        inside = found[at] > 0 and found[at] % 2 == 0
        if inside and (at in reading.bounds or found[at - 1] not in (found[at], found[at] - 1)):
            found[at] -= 1
    return found
