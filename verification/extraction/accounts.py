"""All that a denial of several things answers: "She rejected the allegations" means the whole account above it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from verification.vocabulary import Dispute, Topic

from .claimed import EVENTS
from .doubting import Doubt
from .heard import Heard, roles

REACH = 12  # passages that an account reaches back from its denial
MOST = 6
LEAD = 3  # claims at the beginning that say the same in short
SEVERAL = re.compile(
    r"(?:\b(?:the|these|those|such|all|any|both|his|her|their|its|your|of) (?:[\w’'-]+ ){0,2}|^(?:[\w’'-]+ )?)"
    r"(?:allegations|accusations|claims|charges|findings|reports|criticisms?|suggestions|complaints|assertions"
    r"|conclusions)\b"
    r"|\b(?:wrongdoing|innocent|not guilty|all of (?:it|this|that)|nothing of the (?:kind|sort)"
    r"|(?:den\w+|reject\w*|dismiss\w*|disput\w*) (?:all (?:this|that)|it all))\b|^(?:all (?:this|that)|it all)\b"
    r"|\b(?:accusations|allégations|acusaciones|denuncias|señalamientos|versiones)\b|cualquier responsabilidad"
    r"|обвинени|утвержден(?:ия|ий)|звинувачен|тверджен|الاتهامات|المزاعم|اتهام‌?ها|اتهامات|ادعاها"
)
NAMED = re.compile(r"\b(?:alleg(?:ed|ing|es?)|accus(?:ed?|ing|es)|reports)\b")
DEEDS = EVENTS | {Topic.ELECTIONS, Topic.HEALTH, Topic.GOVERNANCE}


def is_of_account(d: Doubt) -> bool:
    """Whether a denial means more than one sentence."""
    if d.is_soft or d.kind is not Dispute.DENIED or (d.claimant is None and not d.is_foreign):
        return False
    return (d.is_general or d.is_blanket or d.is_of_accusation) and SEVERAL.search(d.text) is not None


def told_before(d: Doubt, heard: Sequence[Heard], before: int) -> set[int]:
    """The places in `heard` of what others told of the denier before a denial; `before` claims stand ahead of it."""
    last = next((heard[at] for at in range(before - 1, -1, -1) if not is_by_denier(heard[at], d)), None)
    if last is not None and d.passage - last.claim.passage <= 1 and NAMED.search(last.lowered):
        return set()  # "Reports alleged that …; she dismissed those reports": it means these
    found: set[int] = set()
    for at in range(before - 1, -1, -1):
        one = heard[at]
        if d.passage - one.claim.passage > REACH or len(found) >= MOST:
            break
        if is_by_denier(one, d):
            if found:
                break  # what stands farther off has had its answer
            continue
        if accuses(one, d):
            found.add(at)
    if found and min(found) > LEAD:
        found |= {at for at in range(LEAD) if accuses(heard[at], d) and not is_by_denier(heard[at], d)}
    return found


def is_by_denier(one: Heard, d: Doubt) -> bool:
    if one.claim.claimant is None:
        return False
    is_same = one.claim.claimant == d.claimant or bool(d.side & one.side)
    return is_same or not one.stands_for.isdisjoint(d.denier)


def accuses(one: Heard, d: Doubt) -> bool:
    """Whether somebody tells of deeds, or of whoever denies them."""
    claim = one.claim
    if not one.is_told or claim.is_denial or claim.is_call:
        return False
    is_of_denier = not one.words.isdisjoint(d.denier) or not one.roles.isdisjoint(roles(d.denier))
    return claim.is_accusation or is_of_denier or not one.topics.isdisjoint(DEEDS)
