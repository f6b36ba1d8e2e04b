"""What the article says of a claim in the claim's own sentence."""

from __future__ import annotations

from collections.abc import Sequence

from verification.vocabulary import Dispute

from .claimed import Claimed
from .dispute import doubts_itself
from .doubting import Doubt
from .model import doubt, flat
from .passage import Passage

BEGINNING = 20  # characters by which a claim is seen to begin its sentence
LEAST = 12  # characters of a doubt


def dispute_of(claim: Claimed, against: Sequence[Doubt], listed: Sequence[Doubt]) -> Dispute:
    """What the article says of a claim: in its own passage first, then elsewhere."""
    own = next((d for d in listed if d.start < claim.end and claim.start < d.end), None)
    if own is None and claim.claimant is not None:  # "… and denied hitting it", where the denial alone is too short
        own = next((d for d in listed if d.claimant == claim.claimant and d.kind is Dispute.DENIED), None)
    if own is not None:
        return own.kind
    begins = claim.context.startswith(claim.text[:BEGINNING])
    if doubts_itself(claim.text) or (begins and doubts_itself(claim.context)):
        return Dispute.UNVERIFIABLE
    lowered = claim.text.lower()
    if doubt.FALSELY.search(lowered) or flat.APPOSED.search(lowered):
        return Dispute.DENIED
    return against[0].kind if against else Dispute.NONE


def beside(text: str, passage: Passage, claim: Claimed, kind: Dispute) -> list[Doubt]:
    """The doubt that stands beside a claim in its own sentence: "…, though the figure has not been verified"."""
    if kind is not Dispute.UNVERIFIABLE:
        return []
    for start, end in ((passage.start, claim.start), (claim.end, passage.end)):
        words = text[start:end].strip(" ,;:–—\n")
        if len(words) >= LEAST and doubt.UNVERIFIED.search(words.lower()):
            start = text.index(words, start)
            return [
                Doubt(
                    passage=passage.index,
                    start=start,
                    end=start + len(words),
                    kind=kind,
                    reason="says that it is not verified",
                    text=words.lower(),
                    words=frozenset(),
                    topics=frozenset(),
                    claimant=None,
                )
            ]
    return []
