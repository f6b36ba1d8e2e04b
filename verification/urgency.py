"""How soon a claim ought to be decided: how far its judgements are apart first, then how much hangs on it.

One number, so that an index holds the order of the adjudicators' list.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from itertools import combinations

from verification.vocabulary import Apart, Reason, Verdict

MOST_LINKED = 5  # other articles; more of them add nothing
SHARE_OF_LINKED = 0.3  # of consequence; the rest is check-worthiness
LARGEST_PART = 0.999  # of consequence: it never makes up for a step of how far apart

_STEPS = tuple(Apart)


@dataclass(frozen=True, kw_only=True)
class Judged:
    """What one person said, and where their evidence is from; context counts too."""

    verdict: Verdict
    reason: Reason
    sources: frozenset[Hashable]


def how_far_apart(judgements: Sequence[Judged]) -> Apart:
    """The widest step at which any two of them differ. One judgement, or none, is alike."""
    verdicts = {judged.verdict for judged in judgements}
    if {Verdict.SUPPORTED, Verdict.DISPUTED} <= verdicts:
        return Apart.OPPOSED
    if len(verdicts) > 1:
        return Apart.VERDICT
    if len({judged.reason for judged in judgements}) > 1:
        return Apart.REASON
    pairs = combinations([judged.sources for judged in judgements], 2)
    if any((one or other) and not one & other for one, other in pairs):
        return Apart.EVIDENCE
    return Apart.ALIKE


def urgency(apart: Apart, *, check_worthiness: float, linked: int) -> float:
    """From 0 to below 5: the whole part is the step of `apart`, the rest the consequence.

    `linked` is how many other articles have a claim that is linked to this one.
    """
    spread = min(linked, MOST_LINKED) / MOST_LINKED
    consequence = (1 - SHARE_OF_LINKED) * check_worthiness + SHARE_OF_LINKED * spread
    return round(_STEPS.index(apart) + LARGEST_PART * consequence, 6)


def apart_of(urgency: float) -> Apart:
    """The step that an urgency was made from."""
    return _STEPS[min(max(int(urgency), 0), len(_STEPS) - 1)]


def linked_of(urgency: float, *, check_worthiness: float) -> int:
    """How many other articles an urgency was made from; MOST_LINKED stands for so many and more."""
    consequence = (urgency - int(urgency)) / LARGEST_PART
    return round((consequence - (1 - SHARE_OF_LINKED) * check_worthiness) / SHARE_OF_LINKED * MOST_LINKED)
