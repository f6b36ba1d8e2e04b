"""Where given words stand in a text."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import accumulate

from .normalise import normalise
from .span import Span

MOST = 20  # more than this is no answer to "where?"
SPACE = re.compile(r"\s+")
WIDE = re.compile(r"\s{2,}")


def occurrences(text: str, words: str) -> list[Span]:
    """Where `words` stand in `text`, in order, at most `MOST`; empty where they do not.

    The words are normalised as articles are, and any white space in them matches any in the text: what is copied
    from a page or a file breaks its lines elsewhere. Every other character counts.
    """
    parts = normalise(words).text.split()
    if not parts:
        return []
    # White space made one blank each, so that plain words are looked for: a pattern would go back and forth in a text
    # that says the same over and over, for minutes.
    wanted, narrow = " ".join(parts), SPACE.sub(" ", text)
    gaps = [(gap.start(), len(gap.group()) - 1) for gap in WIDE.finditer(text)]
    wide = list(accumulate((more for _at, more in gaps), initial=0))
    narrowed = [at - before for (at, _more), before in zip(gaps, wide, strict=False)]  # where each gap begins in it
    found: list[Span] = []
    at = narrow.find(wanted)
    while at >= 0 and len(found) < MOST:
        end = at + len(wanted)
        # Before a sign stand all gaps that begin before it.
        start = at + wide[bisect_left(narrowed, at)]
        found.append(Span(start, end + wide[bisect_left(narrowed, end)]))
        at = narrow.find(wanted, end)
    return found
