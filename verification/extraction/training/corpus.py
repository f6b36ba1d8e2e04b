"""Articles with attributions, as the tagger learns from them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

import numpy as np

from verification.extraction.passage import Passage, passages
from verification.extraction.tagger.reading import Array, Reading, read

KINDS = ("source", "cue", "content")


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


def held_aside(path: Path) -> frozenset[str]:
    """The articles on which figures are measured: nothing is learned from them."""
    with path.open(encoding="utf-8") as rows:
        return frozenset(json.loads(row)["doc"] for row in rows if row.strip())


def labels(attributions: list[dict[str, list[list[int]]]], reading: Reading) -> Array:
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
