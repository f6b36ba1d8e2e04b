"""What a plain "no" answers: "Nobody died, said the army" after others told of the dead, near or in the lead.

It says of an event of some kind that there was none; claims of others that tell of one are what it speaks against.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from verification.vocabulary import Dispute

from .accounts import is_by_denier
from .doubting import Doubt
from .heard import Heard, around, may_answer, roles
from .model.gated import Gated
from .stems import Words

NEAR, AHEAD, LEAD = 6, 3, 3  # passages back and ahead, and claims at the beginning
MOST = 6
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
            r"\b(?:operations?|air ?strikes?|explo(?:ded|sions?|sives?)|shelling|clash(?:es|ed)?)\b",
            "operation strike explo shelling clash",
        ),
        "strike",
    ),
    (Gated(r"\b(?:stolen|cheat\w*|tampered|stuffed|rigg\w+)\b", "stolen cheat tamper stuffed rigg"), "rig"),
)
# A "no" of what was, at the head of what is said.
NO = Gated(
    r"^(?:(?:but|that|and|in fact|(?:in|at|on) [\w-]+),? )?(?:[\w’'-]+ ){0,5}?"
    r"(?:no(?! (?:need|plans?|comment|reason|doubt|longer|details?|idea|room|final|fewer|less|more|later|choice"
    r"|time|intention|information|change|way|decision))|nobody|no one|none|nothing|neither|never"
    r"|not (?:one|a single|a)|(?:had|was|were|did|has|have|is|are|does|do)(?: not|n['’]t)"
    r"(?! (?:yet|know|clear|think|want|say|final|only|just|need|believe|rule|expect|make))|could(?: not|n['’]t) have)\b",
    "no never n't n’t",
)
WILL = re.compile(r"\b(?:will|would|should|must|may|might|shall|if|until|unless|can)\b|\?$")
ITSELF = re.compile(r"^(?:that )?(?:it|they|we|i|he|she|its|their|our|his|her|none of (?:its|their|our|his|her))\b")


def rebutted(d: Doubt, heard: Sequence[Heard], weights: Words) -> set[int]:
    """The places in `heard` of what others told of the event that somebody says there was not."""
    if d.claimant is None or d.kind is not Dispute.DENIED or not d.is_soft or d.is_foreign:
        return set()
    if not says_no(d.text) or WILL.search(d.text):
        return set()
    denied = kinds(d.text, d.words)
    is_of_itself = ITSELF.match(d.text) is not None
    if not denied and not is_of_itself:
        return set()
    looked_at = around(heard, d.passage, before=NEAR, after=AHEAD)
    found = {
        at
        for at in (*range(min(LEAD, looked_at.start)), *looked_at)
        if tells_of_it(heard[at], d, denied, weights, is_of_itself=is_of_itself)
    }
    return found if len(found) <= MOST else set()


def tells_of_it(one: Heard, d: Doubt, denied: frozenset[str], weights: Words, *, is_of_itself: bool) -> bool:
    """Whether somebody else tells of an event of one of the kinds that are denied, or of the denier's deed."""
    told = kinds(one.lowered, one.words)
    if not told or not one.is_told or not may_answer(d, one) or is_by_denier(one, d) or says_no(one.lowered):
        return False
    is_meant = not one.words.isdisjoint(d.denier) or not roles(d.denier).isdisjoint(one.roles)
    distance = d.passage - one.claim.passage
    if any(not told.isdisjoint(ALIKE.get(kind, {kind})) for kind in denied):
        shared = one.words & d.own - KINDS
        return abs(distance) <= NEAR or is_meant or any(map(weights.is_telling, shared))
    return is_of_itself and is_meant and 0 <= distance <= NEAR and not WILL.search(one.lowered)


def kinds(text: str, words: frozenset[str]) -> frozenset[str]:
    """The kinds of event that a text tells of."""
    return (words & KINDS) | {kind for pattern, kind in OTHERWISE if pattern.search(text)}


def says_no(lowered: str) -> bool:
    """Whether a text says of something that it was not, at its head."""
    return NO.search(lowered.lstrip("“\"‘'")) is not None
