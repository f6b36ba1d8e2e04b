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
    return Narrowed(text).occurrences(words)


class Narrowed:
    """A text in which many words are looked for, made ready once.

    All white space is one blank each in it, so that plain words are looked for: a pattern would go back and forth in a
    text that says the same over and over, for minutes.
    """

    def __init__(self, text: str) -> None:
        self._text = SPACE.sub(" ", text)
        gaps = [(gap.start(), len(gap.group()) - 1) for gap in WIDE.finditer(text)]
        self._wide = list(accumulate((more for _at, more in gaps), initial=0))
        # Where each gap begins in it.
        self._gaps = [at - before for (at, _more), before in zip(gaps, self._wide, strict=False)]

    def occurrences(self, words: str) -> list[Span]:
        """As the function of this name."""
        parts = normalise(words).text.split()
        if not parts:
            return []
        wanted = " ".join(parts)
        found: list[Span] = []
        at = self._text.find(wanted)
        while at >= 0 and len(found) < MOST:
            end = at + len(wanted)
            # Before a sign stand all gaps that begin before it.
            start = at + self._wide[bisect_left(self._gaps, at)]
            found.append(Span(start, end + self._wide[bisect_left(self._gaps, end)]))
            at = self._text.find(wanted, end)
        return found
