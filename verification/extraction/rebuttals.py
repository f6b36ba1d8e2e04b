"""What a plain "no" answers: "Nobody died, said the army" after others told of the dead, near or in the lead.

It says of an event of some kind that there was none; claims of others that tell of one are what it speaks against.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from verification.vocabulary import Dispute

from .accounts import is_by_denier
from .contradiction import negated
from .doubting import Doubt
from .heard import Heard, around, may_answer, roles
from .model import flat
from .model.gated import Gated
from .stems import Words

NEAR, AHEAD, LEAD = 6, 3, 3  # passages back and ahead, and claims at the beginning
FAR = 12  # passages back to the beginning of an article
MOST = 6
KEPT = 256  # claims, which one denial after the other is set against
JUST = 2  # passages back to another number
DENIES = "denies it"
AGAIN = 4  # passages between two denials of the same
KINDS = frozenset({"die", "hurt", "strike", "shoot", "seize", "rig", "arrest", "starve", "steal"})
ALIKE = {"strike": {"strike", "shoot"}, "shoot": {"strike", "shoot"}, "hurt": {"hurt", "die"}, "die": {"die"}}
# Words that tell of one kind only beside others, or in a report of an event.
OTHERWISE = (
    (Gated(r"\blost (?:\w+ )?(?:lif|live)|\bno(?:ne|body)? (?:\w+ ){0,3}lost\b|\bcasualt", "lost casualt"), "die"),
    (
        Gated(
            r"\b(?:fallen|retaken|regained|retook|overrun|(?:under|in) (?:\w+ )?control|entered)\b",
            "fallen retak regain retook overrun control entered",
        ),
        "seize",
    ),
    (
        Gated(
            r"\b(?:operations?|air ?strikes?|shot down|downed|destroyed|explo(?:ded|sions?|sives?)|shelling"
            r"|clash(?:es|ed)?)\b",
            "operation strike explo shelling clash shot_down downed destroyed",
        ),
        "strike",
    ),
    (
        Gated(
            r"\b(?:stolen|cheat\w*|tampered|stuffed|rigg\w+|irregularit\w+|ghost voters"
            r"|(?:frighten|intimidat)\w+ voters|voters [^.;]{0,40}not exist)\b",
            "stolen cheat tamper stuffed rigg irregular voters",
        ),
        "rig",
    ),
)
# Nobody was there: "Not one policeman had been about", "No drone had been up in those parts".
PRESENCE = re.compile(
    r"\b(?:in|near|at|over|across|inside|into|about|around|there|nowhere|within) "
    r"|\b(?:there|nowhere|about|around|anywhere)$|\bcrossed\b"
)
FAR_MORE = Gated(r"\b(?:far|many|much) (?:more|fewer|higher|lower)\b", "far_ many_ much_")
WILL = re.compile(r"\b(?:will|would|should|must|may|might|shall|if|until|unless|can)\b|\?$")
ITSELF = re.compile(r"^(?:that )?(?:it|they|we|i|he|she|its|their|our|his|her|none of (?:its|their|our|his|her))\b")


def rebutted(d: Doubt, heard: Sequence[Heard], weights: Words) -> set[int]:
    """The places in `heard` of what others told of the event that somebody says there was not."""
    if d.claimant is None or d.kind is not Dispute.DENIED or not d.is_soft or d.is_foreign:
        return set()
    denied = flat.contrary(d.text)
    is_no = flat.says_no(d.text)
    if not (denied or is_no):
        return counted(d, heard) if FAR_MORE.search(d.text) else set()
    if WILL.search(d.text):
        return set()
    if is_no:
        denied |= kinds(d.text, d.words)
    is_of_itself = ITSELF.match(d.text) is not None
    is_of_presence = not denied and PRESENCE.search(d.text) is not None
    if not (denied or is_of_itself or is_of_presence):
        return set()
    looked_at = around(heard, d.passage, before=NEAR, after=AHEAD)
    found = {
        at
        for at in (*range(min(LEAD, looked_at.start)), *looked_at)
        if tells_of_it(heard[at], d, denied, weights, is_of_itself=is_of_itself, is_of_presence=is_of_presence)
    }
    return found if len(found) <= MOST else set()


def tells_of_it(
    one: Heard, d: Doubt, denied: frozenset[str], weights: Words, *, is_of_itself: bool, is_of_presence: bool
) -> bool:
    """Whether somebody else tells of an event of one of the kinds that are denied, or of the denier's deed."""
    told = kinds(one.lowered, one.words)
    if not told or not one.is_told or not may_answer(d, one) or is_by_denier(one, d):
        return False
    if flat.says_no(one.lowered) or not negated(one.lowered).isdisjoint(KINDS):
        return False
    is_meant = not one.words.isdisjoint(d.denier) or not roles(d.denier).isdisjoint(one.roles)
    distance = d.passage - one.claim.passage
    if any(not told.isdisjoint(ALIKE.get(kind, {kind})) for kind in denied):
        shared = one.words & d.own - KINDS
        return (
            abs(distance) <= (FAR if one.claim.passage < NEAR else NEAR)
            or is_meant
            or any(map(weights.is_telling, shared))
        )
    if is_of_presence and is_meant and d.own & one.words - KINDS and abs(distance) <= FAR:
        return True
    return is_of_itself and is_meant and 0 <= distance <= NEAR and not WILL.search(one.lowered)


def counted(d: Doubt, heard: Sequence[Heard]) -> set[int]:
    """The numbers of others just before "Far more had died"."""
    told = kinds(d.text, d.words)
    return {
        at
        for at in around(heard, d.passage, before=JUST, after=0)
        for one in [heard[at]]
        if one.is_told and one.numbers and may_answer(d, one) and not is_by_denier(one, d)
        if one.claim.start < d.start and not told.isdisjoint(kinds(one.lowered, one.words))
    }


def kinds(text: str, words: frozenset[str]) -> frozenset[str]:
    """The kinds of event that a text tells of."""
    return (words & KINDS) | otherwise(text)


@lru_cache(KEPT)
def otherwise(text: str) -> frozenset[str]:
    return frozenset(kind for pattern, kind in OTHERWISE if pattern.search(text))


def said_again(
    listed: Sequence[Doubt], targets: Mapping[int, Sequence[int]], heard: Sequence[Heard]
) -> Iterator[tuple[Doubt, int]]:
    """The denials of somebody who has denied the same just before or says it again, with the claims they answer.

    `targets` holds, by where a doubt begins, the places in `heard` of what it answers.
    """
    last: list[Doubt] = []  # denials that answer something, and those that wait for one
    for d in listed:
        if d.kind is not Dispute.DENIED or d.claimant is None or d.is_foreign:
            continue
        last = [other for other in last if d.passage - other.passage <= AGAIN][-MOST:]
        for other in last:
            for one, again in ((other, d), (d, other)):
                if again.start not in targets and one.start in targets and is_again(again, one):
                    for at in targets[one.start]:
                        if may_be_meant(again, heard[at]):
                            yield again, at
        last.append(d)


def is_again(again: Doubt, d: Doubt) -> bool:
    """Whether somebody who denies says a plain "no" once more."""
    if not again.is_soft or not flat.says_no(again.text) or WILL.search(again.text):
        return False
    return again.claimant == d.claimant or bool(again.side & d.side) or not again.denier.isdisjoint(d.denier)


def may_be_meant(d: Doubt, one: Heard) -> bool:
    if not may_answer(d, one) or is_by_denier(one, d) or flat.says_no(one.lowered):
        return False
    return bool(d.own & one.words) or not kinds(d.text, d.words).isdisjoint(kinds(one.lowered, one.words))


def twins(d: Doubt, found: set[int], heard: Sequence[Heard], weights: Words) -> set[int]:
    """The claims that tell of the same event as those that a denial answers, near them or in the lead."""
    if d.kind is not Dispute.DENIED or d.is_foreign or d.is_count or not (flat.says_no(d.text) or d.reason == DENIES):
        return set()
    again: set[int] = set()
    looked_at = around(heard, d.passage, before=NEAR, after=NEAR)
    places = (*range(min(LEAD, looked_at.start)), *looked_at)
    for one in [heard[at] for at in found]:
        told = kinds(one.lowered, one.words)
        if not told:
            continue
        for at in places:
            other = heard[at]
            if at in found or at in again or not other.is_told or not may_answer(d, other) or is_by_denier(other, d):
                continue
            if told.isdisjoint(kinds(other.lowered, other.words)) or flat.says_no(other.lowered):
                continue
            is_same = other.claim.claimant == one.claim.claimant
            if is_same or sum(map(weights.is_telling, other.words & one.words - KINDS)) >= 2:
                again.add(at)
    return again if len(again) <= MOST else set()
