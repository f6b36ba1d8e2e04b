"""What a denial answers in other languages than English: what others told with one of its telling words.

A plain "no" that denies by none of its words does so only in Arabic, Persian and Pashto, where stems are compared.
"""

from __future__ import annotations

from collections.abc import Sequence

from verification.vocabulary import Dispute

from .doubting import Doubt
from .heard import Heard, around, may_answer
from .model import negation
from .stems import EASTERN, Words

BACK, AHEAD = 12, 6  # passages
MOST = 4  # claims: a word that more of them have tells nothing


def denied_abroad(d: Doubt, heard: Sequence[Heard], weights: Words) -> set[int]:
    """The places in `heard` of the claims of others that a denial in another language answers."""
    if not d.is_foreign or d.kind is not Dispute.DENIED:
        return set()
    says_no = d.reason == "says otherwise" and EASTERN.search(d.text) is not None
    if not says_no if d.is_soft else d.is_general:
        return set()
    found = {
        at
        for at in around(heard, d.passage, before=BACK, after=AHEAD)
        if heard[at].is_told and may_answer(d, heard[at]) and shares(d, heard[at], weights)
    }
    return found if len(found) <= MOST else set()


def shares(d: Doubt, one: Heard, weights: Words) -> bool:
    """Whether a claim has a telling word of a denial; one "no" does not answer another."""
    if d.is_soft and negation.NOT_SO_EASTERN.search(one.lowered):
        return False
    return any(map(weights.is_telling, d.own & one.words))
