"""The attributions of an English text as spans: who (source), by which words (cue), says what (content).

For measuring against corpora of attributions: nothing is resolved here, and nothing is left out for being no claim.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from verification.text.span import Span

from .doubled_marks import with_marks
from .passage import passages
from .tagger.model import tagger
from .tagger.spans import linked


@dataclass(frozen=True, slots=True)
class Attribution:
    """One attribution, in offsets of the text; None for what was not found.

    What is said in two parts ("“A,” she said, “B.”") is two attributions with the same source and cue.
    """

    source: Span | None
    cue: Span | None
    content: Span | None


def attributions(text: str) -> Iterator[Attribution]:
    """Who says what, in the order of the text."""
    for part in tagger().label(passages(with_marks(text), without=[])):
        for one in linked(part.reading, part.labels):
            contents: list[Span | None] = [*one.contents]
            for content in contents or [None]:
                yield Attribution(one.source, one.cue, content)
