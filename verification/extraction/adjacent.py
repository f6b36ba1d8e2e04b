"""What a denial or doubt means that names nothing it could be told by: what somebody else said just before it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from verification.vocabulary import Dispute, Topic

from .accounts import is_by_denier
from .doubting import Doubt
from .heard import Heard, may_answer
from .model import counting

NEAR = 3  # passages back to what others said
REACH = 4  # passages that the same account reaches back from its last sentence
MOST = 3
MOST_LOOKED_AT = 40  # claims before a doubt
FEW = 5  # telling words of a denial without a speaker: what says more speaks of something of its own
FOUND_NOTHING = "found nothing of the kind"
HOW_MANY = re.compile(r"\bhow many\b")
OTHERS = re.compile(r"[;,] (?:and |while |but )?others\b|\b(?:say|said|says) others\b")
SAYS_ITSELF = re.compile(
    r"\b(?:accusations?|allegations?|claims?|reports?|suggestions?|charges?|rumours?) that\b"
    r"|\b(?:doubts? on|questioned|sceptical of|skeptical of) "
    r"(?!(?:it|this|that|them|those|(?:the|that|those|these|his|her|their) (?:claims?|reports?|figures?|accounts?))\b)"
)


def said_before(d: Doubt, heard: Sequence[Heard], before: int) -> list[int]:
    """The places in `heard` of what was said last before a doubt, of which `before` claims stand ahead.

    What the article says itself is meant only where it stands just before and nobody else said anything.
    """
    if d.kind is Dispute.UNVERIFIABLE and HOW_MANY.search(d.text):
        return counted_before(d, heard, before)
    if d.is_soft and d.is_foreign and d.kind is Dispute.DENIED:
        return other_number(d, heard, before)
    if d.kind is Dispute.UNVERIFIABLE and (found := two_versions(d, heard, before)):
        return found
    is_open = d.is_foreign and d.kind is Dispute.UNVERIFIABLE and d.is_soft
    if (d.is_soft and not is_open) or d.text.endswith("?") or SAYS_ITSELF.search(d.text):
        return []
    if d.kind is Dispute.UNVERIFIABLE and not (d.is_general or (d.is_foreign and (is_open or len(d.own) <= FEW))):
        return []
    if d.claimant is None and not (d.is_foreign or d.is_general or len(d.own) <= FEW):
        return []
    counts = counting.FIGURE.search(d.text) is not None
    own: list[int] = []
    for at in range(before - 1, max(-1, before - 1 - MOST_LOOKED_AT), -1):
        one = heard[at]
        distance = d.passage - one.claim.passage
        if distance > NEAR or (distance > 1 and d.kind is Dispute.UNVERIFIABLE):
            break
        if not may_answer(d, one) or is_by_denier(one, d):
            continue
        if counts and not one.numbers:
            continue
        if is_open and not d.is_general and one.words.isdisjoint(d.own):
            break
        is_of_deed = d.is_foreign and (d.is_blanket or (d.is_of_accusation and one.claim.claimant is None))
        if is_of_deed and not one.claim.is_accusation and one.words.isdisjoint(d.own | d.denier):
            continue  # nobody was accused of that
        if d.reason == FOUND_NOTHING and one.is_negative:
            continue  # both say no
        if one.is_told or one.is_reported or (d.is_foreign and distance <= 1):
            return account_of(at, d, heard)
        is_spoken_of = d.is_general or not one.words.isdisjoint(d.own | d.denier)
        if distance <= 1 and not own and not d.is_blanket and is_spoken_of:
            own = [at]
    return own if d.claimant is not None and d.kind is Dispute.DENIED else []


def account_of(last: int, d: Doubt, heard: Sequence[Heard]) -> list[int]:
    """What the same speaker said before, where nothing else stands between."""
    found = [last]
    speaker = heard[last].claim.claimant
    if d.kind is Dispute.UNVERIFIABLE or speaker is None or not (d.is_general or d.is_blanket or d.is_foreign):
        return found
    for at in range(last - 1, max(-1, last - 1 - MOST_LOOKED_AT), -1):
        one = heard[at]
        if heard[last].claim.passage - one.claim.passage > REACH or len(found) >= MOST:
            break
        if one.claim.claimant is None:
            continue
        if one.claim.claimant != speaker:
            break
        if may_answer(d, one):
            found.append(at)
    return found


def other_number(d: Doubt, heard: Sequence[Heard], before: int) -> list[int]:
    """The number of the same that somebody else gave just before: "The union spoke of 46 dead"."""
    if d.claimant is None or not d.numbers:
        return []
    for at in range(before - 1, max(-1, before - 1 - MOST_LOOKED_AT), -1):
        one = heard[at]
        if d.passage - one.claim.passage > 1:
            break
        if not (may_answer(d, one) and one.is_told and one.numbers) or is_by_denier(one, d):
            continue
        is_same = bool(one.words & d.own) or Topic.CASUALTIES in d.topics & one.topics
        is_kind = counting.kinds(one.lowered) & counting.kinds(d.text)
        return [at] if is_same and is_kind and not one.numbers & d.numbers else []
    return []


def two_versions(d: Doubt, heard: Sequence[Heard], before: int) -> list[int]:
    """A claim beside a doubt that tells what some say and what others do."""
    near = (at for at in (before - 1, before) if 0 <= at < len(heard))
    return [
        at
        for at in near
        if abs(d.passage - heard[at].claim.passage) <= 1
        and OTHERS.search(heard[at].lowered)
        and may_answer(d, heard[at])
    ]


def counted_before(d: Doubt, heard: Sequence[Heard], before: int) -> list[int]:
    """The number of the same that was told just before "It was not clear how many people had died"."""
    if not before:
        return []
    one = heard[before - 1]
    is_near = d.passage - one.claim.passage <= 1
    return [before - 1] if is_near and one.is_told and one.numbers and one.words & d.own and may_answer(d, one) else []
