"""Where words that somebody searched for begin in a text, and the words around them."""

from __future__ import annotations

import re

from .span import Span

# Arabic yeh and kaf, which keyboards mix with the Persian ones, count as the same letters.
ALIKE = ("يىك", "ییک")
MOST = 500
WORD = re.compile(r"\w+")
SPACE = re.compile(r"\s+")
BEFORE, LONGEST = 60, 200  # code points of an excerpt: before what was found, and in all

SAME_LETTERS = str.maketrans(*ALIKE)


def hits(text: str, query: str, *, most: int = MOST) -> list[Span]:
    """The first `most` words of `text` that begin with a word of `query`, whatever their case; empty where none do."""
    wanted = sorted({re.escape(word) for word in WORD.findall(query.translate(SAME_LETTERS))}, key=len, reverse=True)
    if not wanted:
        return []
    # As many code points as there were: a word keeps its place.
    found = re.finditer(rf"\b(?:{'|'.join(wanted)})\w*", text.translate(SAME_LETTERS), re.IGNORECASE)
    return [Span(*hit.span()) for hit, _number in zip(found, range(most), strict=False)]


def excerpt(text: str, found: list[Span]) -> list[tuple[str, bool]]:
    """Words around the hits that stand closest together, as pieces, each with whether it is one; empty without any."""
    if not found:
        return []
    first = max(range(len(found)), key=lambda at: _kinds(text, found, at))
    begin = _at_a_word(text, found[first].start - BEFORE)
    end = min(len(text), max(begin + LONGEST, found[first].end))
    pieces = [("…", False)] if begin else []
    for hit in found[first:]:
        if hit.end > end:
            break
        pieces += [(SPACE.sub(" ", text[begin : hit.start]), False), (hit.slice(text), True)]
        begin = hit.end
    rest = text[begin:end] if end == len(text) else text[begin:end].rsplit(None, 1)[0] + " …"
    return [(words, is_hit) for words, is_hit in [*pieces, (SPACE.sub(" ", rest), False)] if words]


def _kinds(text: str, found: list[Span], at: int) -> int:
    """How many different words are found within an excerpt that begins with the hit `at`."""
    end = found[at].start + LONGEST - BEFORE
    within = (hit for hit in found[at : at + 20] if hit.end <= end)
    return len({hit.slice(text).casefold() for hit in within})


def _at_a_word(text: str, start: int) -> int:
    """The begin of the first word from `start` on; 0 at the text's begin."""
    if start <= 0:
        return 0
    gap = SPACE.search(text, start)
    return gap.end() if gap else start
