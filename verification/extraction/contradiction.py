"""Whether what is said, no denial by its words, contradicts a claim: another number, a no, the blame turned."""

from __future__ import annotations

import re
from functools import lru_cache

from verification.vocabulary import Dispute

from .claimed import EVENTS, About, Claimed
from .doubting import Doubt
from .model import answering, counting, doubt, events, negation
from .stems import Words, stems

SHORT = 4  # telling words: hardly more than the number and what it counts
GENERIC_NUMBER = re.compile(
    r"\b(?:the|its|that|this) (?:actual |real |true )?(?:number|figure|total|toll|death toll|tally)\b"
    r"|\bthe (?:actual|real|true) (?:rate|cost|share)\b|\b(?:had|have|did) done so\b"
    r"|\bin (?:reality|fact),? it (?:is|was)\b"
)
COUNTED_ALIKE = frozenset({"die", "hurt", "arrest", "number", "strike"})
KEPT_NEGATED = 64  # texts of denials, which are set against one claim after the other
SEEMING = frozenset(stems("appear appears seem seems show shows"))  # "does not appear to show a weapon"
IT = re.compile(r"\b(?:it|they)\b")
REACH = 80  # characters behind a "not" that are looked at


def sets_against(d: Doubt, claim: Claimed, about: About, weights: Words) -> bool:
    """Whether what is said, no denial by its words, contradicts a claim: another number, a no, the blame turned."""
    if claim.is_denial or (claim.claimant is None and d.claimant is None):
        return False
    shared = about.words & d.words - frozenset(stems(d.claimant or ""))
    telling = frozenset(filter(weights.is_telling, shared))
    if d.kind is Dispute.UNVERIFIABLE:
        return len(telling) >= 2
    is_other = bool(about.numbers and d.numbers and not about.numbers & d.numbers)
    if is_other and counting.kinds(about.text) & counting.kinds(d.text):
        if GENERIC_NUMBER.search(d.text) and d.passage - claim.passage <= 1:
            return True
        is_counted = d.is_count or counting.COUNTED.search(d.text)
        is_alike = bool(shared & COUNTED_ALIKE) or bool(counting.ONLY_SO_MANY.search(d.text)) or len(d.words) <= SHORT
        if is_counted and telling and is_alike:
            return True
        if shared & COUNTED_ALIKE and counting.COUNTS_ABROAD.search(d.text):
            return True
        if d.is_foreign and claim.claimant and d.claimant and shared & COUNTED_ALIKE:
            return True
        if sets_count_against(d, claim, about, shared):
            return True
    if (claim.claimant or d.claimant) and is_opposite(d, about, claim, telling):
        return True
    if claim.claimant is None or not (d.claimant or doubt.EVIDENCE.match(d.text)):
        return False
    if len(telling) > 1 and doubt.UNRELATED.search(d.text):
        return True
    is_tied = len(shared) > 1 or claim.is_accusation or len(d.words) <= SHORT
    if is_tied and telling & negated(d.text) and not negation.NEGATION.search(about.text):
        return True
    own = frozenset(stems(claim.claimant))
    is_accused = not about.words.isdisjoint(stems(d.claimant or ""))
    if is_accused and claim.is_accusation and is_answered(d, claim):
        return True
    if telling and not own.isdisjoint(d.words) and answering.ITS_OWN.search(d.text):
        return True  # "Norland said the shell was Aldland's own"
    if is_accused and not own.isdisjoint(d.words) and (claim.is_accusation or about.topics & d.topics & EVENTS):
        return True  # each says it of the other
    return is_accused and bool(telling) and (len(telling) > 2 or bool(doubt.INSTEAD.search(d.text)))


def sets_count_against(d: Doubt, claim: Claimed, about: About, shared: frozenset[str]) -> bool:
    """Whether two give different numbers of the same: "The Red Crescent put the toll at 11,300"."""
    if claim.claimant is None or d.claimant is None:
        return False
    is_same_kind = bool(shared & COUNTED_ALIKE)
    if d.is_count:
        return is_same_kind or bool(counting.PERCENT.search(d.text) and counting.PERCENT.search(about.text))
    if events.ARMED_TARGET.search(d.text) and not events.ARMED_TARGET.search(about.text):
        return False  # fighters killed there are not the dead here
    return is_same_kind and counting.OWN_COUNT.search(d.text) is not None


def is_opposite(d: Doubt, about: About, claim: Claimed, telling: frozenset[str]) -> bool:
    """Whether what is said just behind a claim is the contrary: it rose and did not fall, the town is still held."""
    if d.passage - claim.passage > 1:
        return False
    if "seize" in about.words and doubt.HELD.search(d.text):
        return bool(telling)
    if (counting.UP.search(d.text) and counting.DOWN.search(about.text)) or (
        counting.DOWN.search(d.text) and counting.UP.search(about.text)
    ):
        goes_both_ways = counting.DOWN.search(d.text) and counting.UP.search(d.text)
        return not goes_both_ways and bool(telling or IT.search(d.text))
    if d.turns and d.claimant is not None:
        is_no = negation.NOT_SO.search(d.text) is not None and negation.NEGATION.search(about.text) is None
        is_critic = not answering.CRITICS.isdisjoint(d.claimant.lower().split())
        is_told = claim.claimant is not None and (bool(telling) or len(d.words) <= SHORT)
        return (is_no and is_told) or ((is_critic or d.is_insisted) and is_told and bool(telling))
    is_of_strike = "strike" in about.words and not events.CIVIL_TARGET.search(about.text)
    return is_of_strike and bool(events.ARMED_TARGET.search(about.text)) and bool(events.CIVIL_TARGET.search(d.text))


def is_answered(d: Doubt, claim: Claimed) -> bool:
    """Whether whoever is accused answers at once: blames another, or "We did not"."""
    is_near = d.passage - claim.passage <= 2
    return is_near and (d.reason == "blames somebody else" or answering.NOT_ME.search(d.text) is not None)


@lru_cache(KEPT_NEGATED)
def negated(text: str) -> frozenset[str]:
    """The two telling words behind each "no" or "not": what it is that did not happen."""
    found: list[str] = []
    for match in negation.NOT_SO.finditer(text):
        found += [stem for stem in stems(text[match.end() : match.end() + REACH]) if stem not in SEEMING][:2]
    return frozenset(found)
