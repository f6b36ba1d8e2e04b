"""The attributions of a text as spans: who (source), by which words (cue), says what (content).

For measuring against corpora of attributions: nothing is resolved here, and nothing is left out for being no claim.
"""

from __future__ import annotations

from dataclasses import dataclass

from verification.text.span import Span

from .frames import frames
from .passage import passages


@dataclass(frozen=True, slots=True)
class Attribution:
    """One attribution, in offsets of the text; a passive names no source."""

    source: Span | None
    cue: Span | None
    content: Span


def attributions(text: str) -> list[Attribution]:
    """Who says what in an English text, in the order of the words that attribute."""
    found: list[Attribution] = []
    for passage in passages(text, without=[]):
        for frame in frames(passage):
            source, cue, content = (
                Span(passage.start + s[0], passage.start + s[1]) if s else None
                for s in (frame.source, frame.cue, frame.content)
            )
            if content is not None:
                found.append(Attribution(source, cue, content))
    return found
