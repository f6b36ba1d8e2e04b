"""What is said in a passage, and by whom."""

from __future__ import annotations

from verification.text.record import record

from .candidate import Speaker
from .frame import Frame


@record(frozen=True, slots=True)
class Said:
    """One frame with its speakers, outermost first; none for the article's own voice."""

    frame: Frame | None
    content: tuple[int, int]  # what is said, in offsets of the passage
    span: tuple[int, int]  # what is said with who says it, likewise
    chain: tuple[Speaker, ...]
    lead: str = ""  # words that the claim shares with the one before it: "Smith" of "Smith came and saw the ships"
    lead_at: int = 0  # where they stand

    @property
    def claimant(self) -> str | None:
        return self.chain[-1].name if self.chain else None
