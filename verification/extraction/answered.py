"""What somebody answers who denies nothing by the words: whoever is blamed, and "Asked about it, she said …"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from verification.text.word_lists import words
from verification.vocabulary import Topic

from .claimed import EVENTS
from .doubting import Doubt
from .heard import Heard, around, may_answer, roles
from .model import answering, events, negation
from .stems import stem_of

NEAR = 6  # passages
MOST_BLAMED = 3
LONGEST = 24  # telling words of a claim that blames somebody: what says more only speaks of them
ARMED = frozenset({"army", "police", "rebels"})
ANSWERING = ("gives another account", "says otherwise", "blames somebody else")
DEEDS = frozenset({Topic.VIOLENCE, Topic.CASUALTIES})
WISH = re.compile(r"\b(?:must|should|ought|needs?|wants?|would like)\b")
OFFICES = frozenset(
    map(
        stem_of,
        words("ministry minister spokesman spokeswoman official officials president leader head chief director"),
    )
)


def as_accused(d: Doubt, heard: Sequence[Heard]) -> set[int]:
    """What whoever is blamed answers with another account: "The army said it had returned fire"."""
    if d.claimant is None or d.reason not in ANSWERING:
        return set()
    if d.reason == "gives another account" and "die" in d.words and not d.is_answer:
        return set()  # it tells of its own dead
    answers = d.is_answer or d.reason != "says otherwise" or is_disowned(d.text)
    denier = d.denier - OFFICES or d.denier
    played = roles(d.denier)
    side = d.side if d.reason != "blames somebody else" else frozenset()
    is_armed = bool(played & ARMED) and d.reason == "gives another account"
    found: list[int] = []
    for at in around(heard, d.passage, before=NEAR, after=0):
        one = heard[at]
        if one.claim.start >= d.start or not one.is_told or not may_answer(d, one):
            continue
        if not one.stands_for.isdisjoint(denier):
            found.clear()  # an earlier answer: what stood before it has been answered
            continue
        is_blow = one.claim.is_accusation or not one.topics.isdisjoint(DEEDS)
        is_deed = is_blow or not one.words.isdisjoint(events.DEEDS)
        if len(one.words) > LONGEST and not one.claim.is_accusation:
            continue
        if not answers and not (d.topics & one.topics & EVENTS):
            continue
        is_meant = not one.words.isdisjoint(denier) or not side.isdisjoint(one.words)
        is_meant = is_meant or not one.roles.isdisjoint(played) or (is_armed and is_blow and not one.roles & ARMED)
        if is_deed and is_meant:
            found.append(at)
    return set(found[-MOST_BLAMED:])


def answered_last(d: Doubt, heard: Sequence[Heard]) -> set[int]:
    """What stands just before an answer that names nothing: "Asked about it, he said that they had fired first"."""
    if d.claimant is None or not (d.is_answer or d.is_insisted or is_disowned(d.text)):
        return set()
    for at in reversed(around(heard, d.passage, before=2, after=0)):
        one = heard[at]
        if one.claim.start >= d.start:
            continue
        if one.claim.is_denial:
            return set()  # it answers a denial, which is no claim that could be denied
        if not may_answer(d, one):
            continue
        if not one.stands_for.isdisjoint(d.denier):
            if one.is_told:
                continue
            return set()
        if d.is_insisted and not d.is_answer and not is_contested(d, one):
            return set()
        if one.claim.claimant is not None or (d.is_insisted and negation.NOT_SO.search(d.text)):
            return {at}
    return set()


def is_contested(d: Doubt, one: Heard) -> bool:
    """Whether "X insisted that …" just behind a claim contests it: it is of X, of a deed, or one alone says no."""
    if d.passage - one.claim.passage > 1 or WISH.search(d.text):
        return False
    is_of_denier = not one.words.isdisjoint(d.denier) or bool(one.topics & EVENTS) or one.claim.is_accusation
    is_no = negation.NOT_SO.search(d.text) is not None
    return is_of_denier or is_no != one.is_negative or (is_no and not one.is_told)


def is_disowned(text: str) -> bool:
    """Whether somebody speaks of what was said of them: "We never did", "the first he heard of it", "such reports"."""
    return bool(answering.NOT_ME.search(text) or answering.DISOWNS.search(text) or answering.SUCH.search(text))
