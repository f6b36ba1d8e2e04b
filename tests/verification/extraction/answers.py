"""What an article says against the first claim in it."""

from verification.extraction.engine import extract
from verification.vocabulary import Dispute


def against(claim: str, *rest: str) -> tuple[Dispute, list[str]]:
    """The dispute of the first claim of an article that begins with it, and the words that bear on it."""
    text = "\n\n".join([claim, *rest])
    first = next(c for c in extract(text, "en") if c.start < len(claim))
    return first.dispute, [text[a.start : a.end] for a in first.against]


def answered_by(text: str, answer: str) -> list[str]:
    """The claims of an article that a passage speaks against."""
    return [
        claim.quote
        for claim in extract(text, "en")
        if any(answer.strip() in text[a.start : a.end] or text[a.start : a.end] in answer for a in claim.against)
    ]
