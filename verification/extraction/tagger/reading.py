"""An article as the tagger reads it: its words in a row, with where sentences and quotations begin and end."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from verification.extraction.passage import Passage

from .words import REACH

Array = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

# "Smith’s" and "he’d" are two words, "O’Neill" and "don’t" are one.
TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}|['’](?:s|re|ve|d|ll|m)\b|[^\W\d_]+(?:['’](?!(?:s|re|ve|d|ll|m)\b)[^\W\d_]+)*"
    r"|\d+(?:[.,:]\d+)*|\.\.+|[^\s\w]|\w"
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
    start: list[int] = []
    end: list[int] = []
    sentence: list[int] = []
    opens: list[bool] = []
    quoted: list[bool] = []
    bounds: list[int] = []
    opening: list[bool] = []
    paragraph = -1
    for line in lines:
        found = [(m.group(), m.start(), m.end()) for m in TOKEN.finditer(line.text)]
        if not found:
            continue
        if line.paragraph != paragraph or len(words) + len(found) - bounds[-1] > LONGEST:
            bounds.append(len(words))
            opening.append(line.paragraph != paragraph)
            paragraph = line.paragraph
        for first in range(0, len(found), LONGEST):
            if first:
                bounds.append(len(words) + first)
                opening.append(False)
        inside, at = line.quotes, 0
        for word, begin, close in found:
            while at < len(inside) and inside[at].end <= begin:
                at += 1
            words.append(word)
            start.append(line.start + begin)
            end.append(line.start + close)
            quoted.append(at < len(inside) and inside[at].start <= begin)
        sentence += [line.index] * len(found)
        opens += [True] + [False] * (len(found) - 1)
    bounds.append(len(words))
    begins = np.array(bounds, dtype=np.int64)
    pieces = begins[1:] - begins[:-1]
    gaps = np.repeat(np.arange(1, len(pieces) + 1) * REACH, pieces)
    return Reading(
        words=words,
        start=np.array(start, dtype=np.int64),
        end=np.array(end, dtype=np.int64),
        at=np.arange(len(words)) + gaps,
        padded=len(words) + (len(pieces) + 1) * REACH,
        sentence=np.array(sentence, dtype=np.int64),
        opens=np.array(opens, dtype=np.bool_),
        quoted=np.array(quoted, dtype=np.bool_),
        bounds=begins,
        opens_paragraph=np.array(opening, dtype=np.bool_),
    )
