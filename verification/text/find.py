"""Where given words stand in a text."""

from __future__ import annotations

import re

from .normalise import normalise
from .span import Span

MOST = 20  # more than this is no answer to "where?"


def occurrences(text: str, words: str) -> list[Span]:
    """Where `words` stand in `text`, in order, at most `MOST`; empty where they do not.

    The words are normalised as articles are, and any white space in them matches any in the text: what is copied
    from a page or a file breaks its lines elsewhere. Every other character counts.
    """
    parts = normalise(words).text.split()
    if not parts:
        return []
    pattern = re.compile(r"\s+".join(re.escape(part) for part in parts))
    found: list[Span] = []
    for match in pattern.finditer(text):
        found.append(Span(match.start(), match.end()))
        if len(found) == MOST:
            break
    return found
