"""Whom a denial answers when it stands far from what it denies: the claims of an article that it fits best.

What stands near is found claim by claim (`bearing`). Here each denial or doubt that was left over looks back over the
article for the claims that speak of the denier, that the denier names, or that share its telling words.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from verification.vocabulary import Dispute, Topic

from .accounts import is_of_account
from .adjacent import said_before
from .bearing import FAR, NEXT_TO, WINDOW
from .claimed import EVENTS, Claimed
from .contradiction import COUNTED_ALIKE, GENERIC_NUMBER, SHORT, negated
from .doubting import Doubt
from .heard import Heard, roles
from .model import counting, doubt
from .stems import Words

BACK = 40  # so many claims before a doubt are looked at
LEAD = 8  # and so many at the beginning, where the news stands
MOST = 3  # claims that one doubt answers
BESIDE = 0.6  # behind the best at most
FIRM = 1.6
SOFT = 1.7
OPEN = 1.6
NAMED, IN_ROLE = 1.3, 0.7  # that the claim speaks of the denier, by name or by what he is
TOLD = 1.2  # that the doubt names who makes the claim
LONGEST = 9  # telling words of an answer: what says more speaks of something of its own
SHARED = 3  # one in so many of its words is the claim's
FAR_OFF = 0.01  # less for each passage between
ENDS = attrgetter("claim.end")
Answer = tuple[int, int, int]  # where it stands, to which claim, and in which passage


def replies(
    heard: Sequence[Heard], listed: Sequence[Doubt], bear: Sequence[Sequence[Doubt]], weights: Words
) -> list[list[Doubt]]:
    """What bears on each claim, with the doubts among `listed` that bore on none; both are in order.

    A doubt of several ("neither account") means the last ones that were disputed.
    """
    found = [list(doubts) for doubts in bear]
    linked = {d.start for doubts in bear for d in doubts}
    claims = [one.claim for one in heard]
    answered = sorted(
        (d.start, at, d.passage) for at, near in enumerate(bear) for d in near if d.kind is Dispute.DENIED
    )
    answers: list[Answer] = []  # the same, of what is found here
    before = 0
    for d in listed:
        while before < len(claims) and claims[before].end <= d.start:
            before += 1
        if d.start in linked:
            continue
        if d.is_of_both:
            chosen = both_sides(d, [*upto(answered, d.start), *upto(answers, d.start)], claims, before)
        else:
            looked_at = [*range(min(LEAD, before - BACK)), *range(max(0, before - BACK), before)]
            chosen = best(d, looked_at, heard, weights) or said_before(d, heard, before)
        for at in chosen:
            found[at].append(d)
            if d.kind is Dispute.DENIED:
                answers.append((d.start, at, d.passage))
    return [sorted(doubts, key=lambda d: d.start) for doubts in found]


def of_both(heard: Sequence[Heard], listed: Sequence[Doubt], bear: Sequence[Sequence[Doubt]]) -> list[list[Doubt]]:
    """What bears on each claim, with the doubts of two versions of which none had an answer in plain words."""
    linked = {d.start for doubts in bear for d in doubts}
    found = [list(doubts) for doubts in bear]
    claims = [one.claim for one in heard]
    answered = sorted(
        (d.start, at, d.passage) for at, near in enumerate(bear) for d in near if d.kind is Dispute.DENIED
    )
    for d in listed:
        if d.is_of_both and d.start not in linked:
            before = bisect_left(heard, d.start, key=ENDS)
            for at in both_sides(d, upto(answered, d.start), claims, before) or last_told(d, claims, before):
                found[at].append(d)
    return [sorted(doubts, key=lambda d: d.start) for doubts in found]


def last_told(d: Doubt, claims: Sequence[Claimed], before: int) -> list[int]:
    """What was told just before; of numbers the last two, whoever gives them."""
    near = [at for at in range(max(0, before - BACK), before) if d.passage - claims[at].passage <= NEXT_TO]
    if counting.FIGURE.search(d.text):
        return [at for at in near if counting.A_NUMBER.search(claims[at].text.lower())][-2:]
    return [at for at in near if claims[at].claimant]


def upto(answers: list[Answer], start: int) -> list[Answer]:
    """The last answers before a place, of answers in order."""
    end = bisect_left(answers, (start, 0))
    return answers[max(0, end - BACK) : end]


def both_sides(d: Doubt, answers: list[Answer], claims: Sequence[Claimed], before: int) -> list[int]:
    """The claim that was answered last before a doubt, and the answer itself where it is a claim."""
    near = range(max(0, before - BACK), before)
    if counting.FIGURE.search(d.text):
        answers = [pair for pair in answers if counting.A_NUMBER.search(claims[pair[1]].text.lower())]
    where, last, passage = max(answers, default=(0, 0, d.passage - WINDOW - 1))
    if d.passage - passage > WINDOW:
        return []
    return sorted({last, *(at for at in near if claims[at].start <= where < claims[at].end)})


def best(d: Doubt, looked_at: list[int], heard: Sequence[Heard], weights: Words) -> list[int]:
    least = SOFT if d.is_soft else FIRM if d.kind is Dispute.DENIED else OPEN
    if len(d.words - d.denier) > LONGEST:
        return last_said(d, looked_at, heard)
    scored = [(fit(d, heard[at], weights), at) for at in looked_at]
    top = max((score for score, _ in scored), default=0.0)
    if top < least:
        return last_said(d, looked_at, heard)
    close = sorted((-score, at) for score, at in scored if score >= max(least, top - BESIDE))
    return sorted(at for _, at in close[:MOST])


def last_said(d: Doubt, looked_at: list[int], heard: Sequence[Heard]) -> list[int]:
    """What "the allegations" means where nothing tells: the last deed somebody else told of, else the news."""
    if d.claimant is None or d.kind is not Dispute.DENIED or d.is_soft or not (d.is_general or d.is_blanket):
        return []
    others = [at for at in looked_at if is_of_another(heard[at], d)]
    counted = [at for at in others if heard[at].numbers] if counting.FIGURE.search(d.text) else []
    others = counted or others
    deeds = [at for at in others if heard[at].claim.is_accusation or heard[at].topics & EVENTS]
    blamed = [at for at in deeds if heard[at].claim.is_accusation and d.passage - heard[at].claim.passage <= FAR]
    if d.is_blanket and not d.is_general:
        return blamed[-1:]
    near = [at for at in deeds if d.passage - heard[at].claim.passage <= NEXT_TO]
    close = [at for at in others if d.passage - heard[at].claim.passage <= NEXT_TO]
    lead = [at for at in others if at < LEAD] if is_of_account(d) else []
    return blamed[-1:] or near[-1:] or close[-1:] or counted[-1:] or lead[:1]


def is_of_another(heard: Heard, d: Doubt) -> bool:
    """Whether somebody else than the denier makes a claim, which is itself no denial."""
    is_other = heard.is_told and heard.claim.claimant != d.claimant
    return is_other and not heard.claim.is_denial and heard.speaker.isdisjoint(d.denier)


def fit(d: Doubt, heard: Heard, weights: Words) -> float:
    """How well a denial or doubt answers a claim; 0.0 where it cannot."""
    claim = heard.claim
    is_own = claim.claimant is not None and (claim.claimant == d.claimant or bool(d.side and d.side == heard.side))
    if is_own or (claim.start < d.end and d.start < claim.end):
        return 0.0
    if claim.is_denial and d.kind is Dispute.DENIED:
        return 0.0
    if d.is_soft and not (heard.is_told and (d.claimant or d.is_count)):
        return 0.0
    own = d.own
    shared = heard.words & own
    is_close = SHARED * len(shared) >= len(own)
    told = TOLD if not heard.speaker.isdisjoint(own) else 0.0
    if not (is_close or told or d.is_general or d.is_blanket):
        return 0.0
    content = sum(telling(word, weights) for word in shared)
    accused = 0.0
    if not heard.words.isdisjoint(d.denier):
        accused = NAMED
    elif not heard.roles.isdisjoint(roles(d.denier)):
        accused = IN_ROLE
    is_tied = bool(
        is_close and (accused or told or d.is_count or doubt.HELD.search(d.text) or 2 * len(shared) >= len(own))
    )
    if d.kind is Dispute.UNVERIFIABLE:
        accused = 0.0
    elif d.is_count and shared and heard.numbers and heard.is_told and contradicts(d, heard):
        content += 1.0
    elif d.is_soft and heard.is_told and 2 * len(shared) >= len(own) and contradicts(d, heard):
        content += 0.5
    if d.is_soft and not (is_tied and contradicts(d, heard)):
        return 0.0
    if not (accused or told or content >= 1.0):
        return 0.0
    score = accused + told + content
    score += 0.5 if heard.is_told else -0.5
    score += 0.7 * claim.is_accusation + 0.3 * bool(heard.topics & EVENTS)
    return score - FAR_OFF * (d.passage - claim.passage)


def telling(word: str, weights: Words) -> float:
    """The weight of a word: 1.0 of one that stands in two passages of the article, less of the others."""
    return min(1.0, weights.weight(word) / math.log(1 + weights.total / 2))


def contradicts(d: Doubt, heard: Heard) -> bool:
    """Whether what is said, no denial by its words, can be set against a claim: another number, or a no."""
    numbers = d.numbers
    if numbers and heard.numbers and not numbers & heard.numbers and (d.is_count or counting.COUNTED.search(d.text)):
        shared = heard.words & d.words
        return bool(GENERIC_NUMBER.search(d.text) or shared & COUNTED_ALIKE or (shared and len(d.words) <= SHORT))
    if doubt.HELD.search(d.text) and ("seize" in heard.words or Topic.TERRITORY in heard.topics):
        return True
    return not heard.is_negative and not heard.words.isdisjoint(negated(d.text))
