"""One attribution within a passage."""

from __future__ import annotations

from verification.text.record import record

from .cues import Verb


@record(frozen=True, slots=True)
class Frame:
    """One attribution in a passage, in offsets of the passage."""

    verb: Verb
    cue: tuple[int, int]
    source: tuple[int, int] | None  # None: nobody is named (a passive), or the one before goes on speaking
    content: tuple[int, int]
    is_passive: bool = False
    goes_on: bool = False  # the speaker of the frame before speaks on ("…, adding that")
    inner: tuple[int, int] | None = None  # whom the source quotes: "Smith quoted Jones as saying"
    is_back: bool = False  # what is said stands in the passage before ("This was according to …")
