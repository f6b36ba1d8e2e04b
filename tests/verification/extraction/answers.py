"""What an article says against the first claim in it."""

from verification.extraction.engine import extract
from verification.vocabulary import Dispute


def against(claim: str, *rest: str) -> tuple[Dispute, list[str]]:
    """The dispute of the first claim of an article that begins with it, and the words that bear on it."""
    text = "\n\n".join([claim, *rest])
    first = next(c for c in extract(text, "en") if c.start < len(claim))
    return first.dispute, [text[a.start : a.end] for a in first.against]
