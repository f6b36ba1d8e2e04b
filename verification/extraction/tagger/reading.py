"""An article as the tagger reads it: its words in a row, with where sentences and quotations begin and end."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from verification.extraction.dateline import DATELINE
from verification.extraction.passage import Passage
from verification.text.cutting import COMMON_WORD, cut_by

from .words import REACH

Array = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

# "Smith’s" and "he’d" are two words, "O’Neill" and "don’t" are one.
TOKENS = re.compile(
    rf"({COMMON_WORD}|[^\W\d_](?:\.(?:[^\W\d_]\.)+|[^\W\d_]*(?:['’](?!(?:s|re|ve|d|ll|m)\b)[^\W\d_]+)*)"
    r"|['’](?:s|re|ve|d|ll|m)\b|\d\d*(?:[.,:]\d+)*|\.\.+|[^\s\w]|\w)"
)
LONGEST = 240  # tokens of a paragraph that are labelled in one go; a longer one is cut where a sentence ends


@dataclass(frozen=True, slots=True)
class Reading:
    """The words of an article; arrays have one entry a word."""

    words: list[str]
    start: Array  # offsets of the text
    end: Array
    at: Array  # where the word stands in a row in which paragraphs are kept apart by padding
    padded: int  # the length of that row
    sentence: Array  # numbers of passages in the article
    opens: Flags  # the first word of a sentence
    quoted: Flags
    bounds: Array  # where pieces that are labelled in one go begin; ends with the number of words
    opens_paragraph: Flags  # one entry a piece: whether it is not the rest of a paragraph that was cut


def read(lines: list[Passage]) -> Reading:
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    counts: list[int] = []
    bounds: list[int] = []
    opening: list[bool] = []
    paragraph = -1
    for line in lines:
        before = DATELINE.match(line.text) if line.opens_paragraph else None
        text = line.text
        found, begins_at, ends_at = cut_by(TOKENS, " " * before.end() + text[before.end() :] if before else text)
        counts.append(len(found))
        if not found:
            continue
        if line.paragraph != paragraph or len(words) + len(found) - bounds[-1] > LONGEST:
            bounds.append(len(words))
            opening.append(line.paragraph != paragraph)
            paragraph = line.paragraph
        for first in range(LONGEST, len(found), LONGEST):
            bounds.append(len(words) + first)
            opening.append(False)
        words += found
        starts += begins_at
        ends += ends_at
    bounds.append(len(words))
    begins = np.array(bounds, dtype=np.int64)
    pieces = begins[1:] - begins[:-1]
    number = np.repeat(np.arange(len(lines)), counts)
    both = np.array([starts, ends], dtype=np.int64)
    both += np.array([line.start for line in lines], dtype=np.int64)[number]
    return Reading(
        words=words,
        start=both[0],
        end=both[1],
        at=np.arange(len(words)) + np.repeat(np.arange(1, len(pieces) + 1) * REACH, pieces),
        padded=len(words) + (len(pieces) + 1) * REACH,
        sentence=np.array([line.index for line in lines], dtype=np.int64)[number],
        opens=np.diff(number, prepend=-1) > 0,
        quoted=within_quotes(lines, both[0]),
        bounds=begins,
        opens_paragraph=np.array(opening, dtype=np.bool_),
    )


def within_quotes(lines: list[Passage], start: Array) -> Flags:
    """Whether each place lies between quotation marks."""
    quotes = [(line.start + quote.start, line.start + quote.end) for line in lines for quote in line.quotes]
    if not quotes:
        return np.zeros(len(start), dtype=np.bool_)
    opens, closes = np.array(quotes, dtype=np.int64).T
    last = np.searchsorted(opens, start, side="right") - 1
    return np.asarray((last >= 0) & (start < closes[last]))
