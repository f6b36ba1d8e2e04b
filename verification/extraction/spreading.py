"""What else a denial or doubt answers besides the claim that it was found for.

A denial is often set against one sentence of several that say the same: the headline, the lead and the account below.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from verification.text.word_lists import words
from verification.vocabulary import Dispute

from .abroad import denied_abroad
from .accounts import is_of_account, told_before
from .answered import answered_last, as_accused
from .claimed import EVENTS
from .contradiction import negated
from .doubting import Doubt
from .heard import Heard, around, may_answer
from .model import doubt
from .rebuttals import rebutted, said_again, twins
from .stems import Words, stem_of

ROUND = 12  # passages around a doubt in which the same is looked for
GAP = 2  # passages between two parts of one account
MOST_OF_ACCOUNT = 4
LEAST_SHARED = 3
ALIKE = 0.6  # of the telling weight of the shorter of two claims that say the same
MOST_OF, MUCH, PART_OF = 0.6, 4, 0.4  # of a doubt's own words that a claim shares
AHEAD, BACK, NEAR = 6, 20, 6  # passages
REPORTS = frozenset(
    map(
        stem_of,
        words(
            """
            reports report claims claim allegations accusations charges statement statements account accounts rumours
            rumors media suggestions allegation accusation repeatedly strongly monday tuesday wednesday thursday friday
            saturday sunday
            """
        ),
    )
)
ENDS = attrgetter("claim.end")
SIDES_BACK = 10  # passages that "the reports of both sides" reaches back over


def spread(d: Doubt, targets: Sequence[int], heard: Sequence[Heard], weights: Words) -> set[int]:
    """All claims that a doubt answers, given those that it was found for; all as places in `heard`."""
    blamed = as_accused(d, heard) if d.is_soft else set()
    if d.is_soft and not targets:
        blamed |= answered_last(d, heard)
    rebuts = rebutted(d, heard, weights)
    blamed |= rebuts | denied_abroad(d, heard, weights)
    if d.is_soft and not (targets or blamed or negated(d.text)):
        return set()
    plain = plainly(d, heard, weights) | blamed
    if d.is_absence and d.kind is Dispute.UNVERIFIABLE and not d.is_general:
        return plain
    if plain and d.kind is Dispute.UNVERIFIABLE and (d.is_general or not targets):
        return plain
    if d.kind is Dispute.UNVERIFIABLE:
        plain = set()
    found = plain | set(targets) | of_all_sides(d, heard)
    if is_of_account(d):
        found |= told_before(d, heard, bisect_left(heard, d.start, key=ENDS))
    if d.is_general or d.is_blanket or (d.is_foreign and not d.is_soft and d.kind is Dispute.DENIED):
        for at in list(found):
            found |= account(at, d, heard)
    if not d.is_soft or rebuts:
        for at in list(found):
            found |= alike(at, d, heard, weights)
    return found | twins(d, found, heard, weights)


def plainly(d: Doubt, heard: Sequence[Heard], weights: Words) -> set[int]:
    """The claims that say what a doubt itself says: most of its words, or both words behind its "no"."""
    own = d.own - REPORTS
    least = len(own) if d.is_absence else max(2, MOST_OF * len(own))
    denied = negated(d.text) - d.denier if d.kind is Dispute.DENIED else frozenset()
    numbers = d.numbers
    found: set[int] = set()
    for at in around(heard, d.passage, before=NEAR if d.is_soft else BACK, after=0 if d.is_soft else AHEAD):
        one = heard[at]
        distance = d.passage - one.claim.passage
        if not may_answer(d, one):
            continue
        shared = own & one.words
        if d.topics & EVENTS and not d.topics & one.topics:
            continue
        if d.kind is Dispute.UNVERIFIABLE and not (one.is_told and any(map(weights.is_telling, shared))):
            continue
        is_behind = one.claim.start > d.start
        if is_behind and (d.is_soft or not one.is_told):
            continue
        if not d.is_soft and len(own) > (0 if d.is_absence else 1):
            is_most = len(shared) >= least and (one.is_told or not one.is_negative)
            is_much = len(shared) >= MUCH and len(shared) >= PART_OF * len(own)
            is_same = len(shared) >= 3 and bool(numbers & one.numbers)
            if is_most or is_much or is_same:
                found.add(at)
                continue
        if len(denied) >= 2 and denied <= one.words and not one.is_negative and one.is_told and distance <= NEAR:
            found.add(at)
    return found


def account(at: int, d: Doubt, heard: Sequence[Heard]) -> set[int]:
    """The claims of the same speaker that stand together with one, before a denial of all of them."""
    found: set[int] = set()
    speaker, passage = heard[at].claim.claimant, heard[at].claim.passage
    if speaker is None:
        return found
    for step in (-1, 1):
        last, other = passage, at + step
        while 0 <= other < len(heard) and abs(heard[other].claim.passage - last) <= GAP:
            one = heard[other]
            if one.claim.passage > d.passage or len(found) >= MOST_OF_ACCOUNT:
                break
            is_same = one.claim.claimant == speaker or (one.claim.claimant or "A").islower()
            if is_same and one.claim.start < d.start and may_answer(d, one):
                if is_of_account(d) or one.topics & heard[at].topics & EVENTS:
                    found.add(other)
                last = one.claim.passage
            other += step
    return found


def alike(at: int, d: Doubt, heard: Sequence[Heard], weights: Words) -> set[int]:
    """The claims around a doubt that say the same as the one that it answers."""
    one = heard[at]
    found: set[int] = set()
    weight = sum(map(weights.weight, one.words))
    for other in around(heard, d.passage, before=ROUND, after=ROUND):
        candidate = heard[other]
        if other == at or not may_answer(d, candidate):
            continue
        if candidate.is_negative != one.is_negative:
            continue
        shared = one.words & candidate.words
        least = min(weight, sum(map(weights.weight, candidate.words)))
        if len(shared) >= LEAST_SHARED and sum(map(weights.weight, shared)) >= ALIKE * least:
            found.add(other)
    return found


def of_all_sides(d: Doubt, heard: Sequence[Heard]) -> set[int]:
    """The accounts of events that "Neither side's reports could be verified" means."""
    if d.kind is not Dispute.UNVERIFIABLE or d.is_soft or not doubt.ALL_SIDES.search(d.text):
        return set()
    return {
        at
        for at in around(heard, d.passage, before=SIDES_BACK, after=0)
        for one in [heard[at]]
        if one.claim.start < d.start and one.claim.claimant is not None and one.topics & EVENTS and may_answer(d, one)
    }


def spread_out(
    heard: Sequence[Heard], listed: Sequence[Doubt], bear: Sequence[Sequence[Doubt]], weights: Words
) -> list[list[Doubt]]:
    """The doubts that bear on each claim, with those that answer another claim which says the same."""
    targets: dict[int, list[int]] = {}
    for at, doubting in enumerate(bear):
        for d in doubting:
            targets.setdefault(d.start, []).append(at)
    found: list[list[Doubt]] = [[] for _ in heard]
    answers: dict[int, list[int]] = {}
    for d in listed:
        for at in spread(d, targets.get(d.start, []), heard, weights):
            found[at].append(d)
            answers.setdefault(d.start, []).append(at)
    for d, at in said_again(listed, answers, heard):
        if d not in found[at]:
            found[at].append(d)
    return found
