"""Which of an article's denials and doubts bear on a claim, also some paragraphs away."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from verification.vocabulary import Dispute, Topic

from .claimed import EVENTS, About, Claimed
from .contradiction import SHORT, sets_against
from .doubting import Doubt
from .model import counting, doubt, events
from .model.nations import nations
from .stems import Words, numbers_in, stems
from .topic import topics

DENIES = "denies it"
WINDOW = 5  # a doubt bears on what stands at most so many passages before it, unless it names it plainly
FAR = 12  # so far a denial of all looks for what it denies
NEXT_TO = 3  # what sets another number or another version against a claim stands near it
LEAST_OWN = 3  # telling words of a doubt that says itself what it doubts
PLAIN = 5.0
NEAR = 3.2
RARE = 1.9
SEVERAL = re.compile(
    r"\b(?:claims|allegations|accusations|reports|accounts|figures|charges|statements|versions|them|these|those)\b"
)
WIDE = frozenset({Topic.GOVERNANCE, Topic.ELECTIONS, Topic.ECONOMY, Topic.HEALTH, Topic.BIOGRAPHY})


def bearing(claim: Claimed, near: Sequence[Claimed], listed: Sequence[Doubt], weights: Words) -> list[Doubt]:
    """The doubts that bear on a claim; `near` holds the other claims of the article around it, in order."""
    if not listed or claim.is_call:
        return []
    lowered = claim.text.lower()
    about = About(
        text=lowered,
        words=frozenset(stems(claim.text)) - frozenset(stems(claim.claimant or "")),
        topics=frozenset(topics(claim.text)),
        context=frozenset(stems(claim.context)) if claim.claimant is not None else frozenset(),
        numbers=numbers_in(lowered),
    )
    return [
        d
        for d in listed
        if (not d.is_soft or 0 <= d.passage - claim.passage <= NEXT_TO) and bears(d, claim, about, near, weights)
    ]


def bears(d: Doubt, claim: Claimed, about: About, others: Sequence[Claimed], weights: Words) -> bool:
    if d.start < claim.end and claim.start < d.end:
        return False
    distance = d.passage - claim.passage
    if d.is_soft and claim.start >= d.start:
        return False
    if claim.claimant is not None and claim.claimant == d.claimant:
        return False
    if claim.claimant is not None and d.side and d.side == nations(claim.claimant):
        return False  # one side does not deny what it says itself
    if d.is_soft:
        return sets_against(d, claim, about, weights)
    if d.is_of_both:
        return False  # it means what answers have been given to: `replies` knows
    if d.is_blanket:
        return bears_as_a_whole(d, claim, others)
    if d.is_general or d.is_of_all:
        return bears_generally(d, claim, others)
    if claim.is_denial and d.kind is Dispute.DENIED:
        return False
    shared = about.words & d.words
    if claim.claimant is None and d.kind is Dispute.DENIED and 2 * len(shared) < len(d.own):
        return False  # what an article says itself is denied only where the denial says as much
    if claim.claimant is None and d.kind is Dispute.UNVERIFIABLE and doubt.SHOWS.search(about.text) is None:
        return False  # nor does it doubt what it says itself
    score = sum(weights.weight(word) for word in shared)
    if len(shared) >= 2 and score >= PLAIN and -WINDOW <= distance <= 3 * WINDOW:
        return True
    if len(shared) >= 3 and 0 <= distance <= 2:
        return True
    if not 0 <= distance <= WINDOW:
        return False
    if claim.claimant is not None and claim.start < d.start and is_of(about.words & d.own, d, distance, weights):
        return True
    if distance <= 1 and len(d.own) < LEAST_OWN and not any(names(c, d) for c in others if c.end <= d.start):
        return bears_generally(d, claim, others)  # what it says is in no claim: it means the one just made
    if d.is_foreign and d.kind is Dispute.DENIED and not any(names(c, d) for c in others if c.end <= d.start):
        return bears_generally(d, claim, others)
    common = about.topics & d.topics - WIDE
    if common and shared and score + len(common) >= NEAR:
        return True
    if d.kind is not Dispute.DENIED or claim.claimant is None:
        return False
    if d.claimant is None:
        return False
    rarest = max((weights.weight(word) for word in shared), default=0.0)
    if distance <= NEXT_TO and (rarest >= RARE or sum(map(weights.is_telling, shared)) >= 2):
        return True
    if distance <= 1 and any(map(weights.weight, shared)) and is_last(claim, d, others):
        return True
    is_accused = not about.words.isdisjoint(stems(d.claimant))
    if is_accused and len(d.words) <= SHORT and about.topics & EVENTS:
        return True  # "Moscow denies targeting civilians"
    opposed = not about.context.isdisjoint(stems(d.claimant))
    return opposed and bool(common | (about.topics & {Topic.FORCES} & d.topics))


def put_fairly(d: Doubt, claim: Claimed) -> Doubt:
    """The doubt in words that say no more than it does: a denial of something else speaks against a claim at most."""
    if d.reason != DENIES or d.is_general or d.is_blanket or d.is_of_accusation or d.is_of_all:
        return d
    if frozenset(stems(claim.text)) & d.words - d.denier:
        return d
    return replace(d, reason="speaks against it")


def is_of(held: frozenset[str], d: Doubt, distance: int, weights: Words) -> bool:
    """Whether the words that a doubt shares are most of its own: "The opposition cast doubt on the count"."""
    if not any(map(weights.is_telling, held)):
        return False
    return (distance <= 1 and 2 * len(held) >= len(d.own)) or (distance <= NEXT_TO and held == d.own)


def names(claim: Claimed, d: Doubt) -> bool:
    """Whether a claim has one of a doubt's own words."""
    return not d.own.isdisjoint(stems(claim.text))


def speaks_of(claim: Claimed, d: Doubt) -> bool:
    """Whether a claim of somebody else speaks of the one who denies it."""
    own = frozenset(stems(claim.claimant or ""))
    return own.isdisjoint(d.denier) and not d.denier.isdisjoint(stems(claim.text))


def is_last(claim: Claimed, d: Doubt, others: Sequence[Claimed]) -> bool:
    """Whether nobody else said anything between a claim and a doubt."""
    between = [c for c in others if claim.end <= c.start and c.end <= d.start]
    return claim.start < d.start and all(c.claimant == claim.claimant for c in between)


def bears_as_a_whole(d: Doubt, claim: Claimed, others: Sequence[Claimed]) -> bool:
    """ "Smith denied any wrongdoing" means all that was just said of Smith, else what was said last."""
    if claim.is_denial or not -FAR <= d.passage - claim.passage <= FAR:
        return False
    said = frozenset(stems(claim.text))
    if not accused_words(d.claimant or "").isdisjoint(said):
        if any(c.is_denial and c.claimant == d.claimant and claim.end <= c.start < d.start for c in others):
            return False  # it has been answered
        if claim.is_accusation or not EVENTS.isdisjoint(topics(claim.text)):
            return claim.claimant is not None or claim.start < d.start
        return claim.claimant is not None and not events.DEEDS.isdisjoint(said)
    return claim.is_accusation and bears_generally(d, claim, others)


def accused_words(claimant: str) -> frozenset[str]:
    """The words by which a claim speaks of whoever denies it; a country in the name of a group is not the group."""
    own = frozenset(stems(claimant))
    if len(claimant.split()) < 3:
        return own
    if not own & OF_STATE:
        own = own - nations(claimant) or own
    return own | {initials(claimant)}


def initials(name: str) -> str:
    """How a name of several words is written in short: "rsf"."""
    return "".join(word[0] for word in name.split() if word[0].isupper()).lower()


def is_just_reported(claim: Claimed, d: Doubt) -> bool:
    """Whether a claim without a speaker stands just before a doubt, and the article passes it on: "Rumours that …"."""
    if claim.claimant is not None or d.passage - claim.passage > 1 or SEVERAL.search(d.text):
        return False
    return d.is_foreign or doubt.HEARSAY.search(claim.text.lower()) is not None


def told_just_before(claim: Claimed, d: Doubt) -> bool:
    """Whether somebody else says a claim just before a denial that says nothing itself: "Interior lo desmintió"."""
    return not d.own and claim.claimant is not None and d.passage - claim.passage <= 1


OF_STATE = frozenset(
    stems("ministry army government embassy military forces police president minister foreign defence")
)


def bears_generally(d: Doubt, claim: Claimed, others: Sequence[Claimed]) -> bool:
    """A doubt that names nothing means what stands just before it: "the charge" the last accusation."""
    distance = d.passage - claim.passage
    if not 0 <= distance <= WINDOW or claim.start > d.start:
        return False
    earlier = [
        c for c in others if c.start < d.start and c.end <= d.start and (c.claimant is None or c.claimant != d.claimant)
    ]
    if d.kind is Dispute.DENIED:
        earlier = [c for c in earlier if not c.is_denial]
    if d.is_of_accusation:
        accusations = [c for c in earlier if c.is_accusation and d.passage - c.passage <= WINDOW]
        if accusations:
            return accusations[-1].start == claim.start
        if d.kind is Dispute.DENIED and distance > 1:
            return False  # `replies` looks for it farther off
    if d.kind is Dispute.DENIED and d.denier:
        of_denier = [
            c for c in earlier if c.claimant is not None and d.passage - c.passage <= WINDOW and speaks_of(c, d)
        ]
        is_plain = d.is_foreign and bool(earlier) and told_just_before(earlier[-1], d)
        if of_denier and not d.is_of_all and not is_plain:
            return of_denier[-1].start == claim.start  # "The police deny it": what was said of the police
    if d.is_of_all:
        is_counted = not counting.FIGURE.search(d.text) or bool(numbers_in(claim.text.lower()))
        return distance <= NEXT_TO and claim.claimant is not None and is_counted
    just = 1 if d.kind is Dispute.DENIED else WINDOW
    said = [c for c in earlier if c.claimant is not None and d.passage - c.passage <= just]
    near = [c for c in earlier if d.passage - c.passage <= WINDOW]
    whose = [c for c in near if c.claimant is not None and not d.words.isdisjoint(stems(c.claimant))]
    said = whose or said
    if d.kind is not Dispute.DENIED and not whose and earlier and is_just_reported(earlier[-1], d):
        said = earlier[-1:]
    if not said and d.kind is not Dispute.DENIED:
        said = [c for c in earlier if d.passage - c.passage <= 1]
    if not said:
        return False
    if SEVERAL.search(d.text):
        if d.kind is Dispute.DENIED and claim.claimant is None:
            return False
        if whose and claim not in whose:
            return False  # "The ministry's figures could not be checked": not the doctors'
        if d.kind is not Dispute.DENIED and counting.FIGURE.search(d.text) and not numbers_in(claim.text.lower()):
            return False
        return any(c.start == claim.start for c in earlier) and said[0].start <= claim.start and distance <= NEXT_TO
    return said[-1].start == claim.start
