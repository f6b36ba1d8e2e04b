"""The verdict that enough annotators share, or None. Looks at verdicts alone, never at reasons."""

from collections import Counter
from collections.abc import Sequence

from verification.vocabulary import Consensus, Verdict


def shared_verdict(verdicts: Sequence[Verdict], *, places: int, rule: Consensus) -> Verdict | None:
    """The verdict that settles a claim, or None while it must wait for more judgements or an adjudicator.

    `verdicts` holds one per annotator, `places` is how many are wanted. Nothing is settled before all are in. A
    majority is more than half of the places. With one place the one judgement settles the claim, unless the
    project always adjudicates.
    """
    if rule is Consensus.ALWAYS_ADJUDICATE or len(verdicts) < places or not verdicts:
        return None
    verdict, votes = Counter(verdicts).most_common(1)[0]
    if rule is Consensus.UNANIMOUS:
        return verdict if votes == len(verdicts) else None
    return verdict if votes * 2 > len(verdicts) else None
