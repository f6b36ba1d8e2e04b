"""Where an article itself denies or doubts a claim, and which passages do."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from verification.vocabulary import Dispute, Topic

from .attribution import Said
from .cues import Family
from .model import doubt
from .names import without_possessive
from .passage import Passage
from .topic import topics

WINDOW = 5  # a doubt bears on what stands at most so many passages before it, unless it names it plainly
PLAIN = 5.0
NEAR = 3.2
RARE = 1.9
WORD = re.compile(r"[^\W\d_][\w’'-]{2,}")


@dataclass(frozen=True, slots=True)
class Doubt:
    """A passage, or a part of one, that denies or doubts something; offsets of the text."""

    passage: int
    start: int
    end: int
    kind: Dispute
    reason: str
    words: frozenset[str]
    topics: frozenset[Topic]
    claimant: str | None
    is_general: bool  # it names nothing itself: "the claims could not be verified"
    is_of_accusation: bool
    is_of_all: bool  # it speaks of several: "neither account", "these reports"


@dataclass(frozen=True, slots=True)
class Claimed:
    """What the linking needs to know of a claim."""

    passage: int
    start: int
    end: int
    text: str
    claimant: str | None
    context: str = ""
    is_accusation: bool = False
    is_denial: bool = False


class Words:
    """How telling each word of an article is: rare ones link passages, common ones do not."""

    def __init__(self, lines: Iterable[str]) -> None:
        listed = [frozenset(stems(line)) for line in lines]
        self._total = max(1, len(listed))
        self._in = Counter(word for line in listed for word in line)

    def weight(self, word: str) -> float:
        share = self._in[word] / self._total
        return 0.0 if share > 0.4 and self._total > 8 else math.log(1 + self._total / max(1, self._in[word]))


def stems(text: str) -> Iterable[str]:
    """The words of a text that carry meaning, cut to what their forms share."""
    for match in WORD.finditer(text):
        word = without_possessive(match.group()).lower()
        if word in doubt.COMMON:
            continue
        for ending in ("ing", "ed", "es", "s"):
            if word.endswith(ending) and len(word) - len(ending) >= 4:
                word = word[: -len(ending)]
                break
        yield word[:7]


def doubts(lines: list[Passage], said: list[list[Said]]) -> list[Doubt]:
    """The denials and doubts of an article, in order."""
    found: list[Doubt] = []
    for passage, units in zip(lines, said, strict=True):
        for unit in units:
            text = passage.text[slice(*unit.span)]
            kind, reason = kind_of(text, unit)
            if kind is None or doubts_itself(text):
                continue
            what = text if unit.frame is None else passage.text[unit.frame.cue[1] : unit.span[1]]
            if kind is Dispute.UNVERIFIABLE:
                what = text
            words = frozenset(stems(what))
            found.append(
                Doubt(
                    passage=passage.index,
                    start=passage.start + unit.span[0],
                    end=passage.start + unit.span[1],
                    kind=kind,
                    reason=reason,
                    words=words,
                    topics=frozenset(topics(what)) - {Topic.OTHER},
                    claimant=unit.claimant,
                    is_general=bool(doubt.GENERAL.search(what.lower())) or len(words) < 2,
                    is_of_accusation=bool(doubt.ACCUSATION.search(what.lower())),
                    is_of_all=bool(doubt.SEVERAL.search(what.lower())),
                )
            )
    return found


def doubts_itself(text: str) -> bool:
    """Whether a passage says something and takes it back: "…, but the report was not confirmed"."""
    found = doubt.OF_ITSELF.search(text)
    return found is not None and len(text[: found.start()].split()) > 3


def kind_of(text: str, unit: Said) -> tuple[Dispute | None, str]:
    lowered = text.lower()
    if unit.frame is not None and unit.frame.verb.family is Family.DENY and not doubt.NOT_DENIED.search(lowered):
        return Dispute.DENIED, "denies it"
    if doubt.CONTRADICTS.search(lowered):
        return Dispute.DENIED, "names somebody else"
    if doubt.DENIES.search(lowered):
        return Dispute.DENIED, "denies it"
    if doubt.UNVERIFIED.search(lowered):
        return Dispute.UNVERIFIABLE, "says that it is not verified"
    return None, ""


def bearing(claim: Claimed, before: Sequence[Claimed], listed: Sequence[Doubt], weights: Words) -> list[Doubt]:
    """The doubts that bear on a claim; `before` holds the other claims of the article, in order."""
    if not listed:
        return []
    about = About(
        words=frozenset(stems(claim.text)) - frozenset(stems(claim.claimant or "")),
        topics=frozenset(topics(claim.text)),
        context=frozenset(stems(claim.context)) if claim.claimant is not None else frozenset(),
    )
    return [d for d in listed if bears(d, claim, about, before, weights)]


@dataclass(frozen=True, slots=True)
class About:
    """What a claim is about: its telling words without its speaker's, its topics, and the words that stand around."""

    words: frozenset[str]
    topics: frozenset[Topic]
    context: frozenset[str]


def bears(d: Doubt, claim: Claimed, about: About, others: Sequence[Claimed], weights: Words) -> bool:
    if d.start < claim.end and claim.start < d.end:
        return False
    distance = d.passage - claim.passage
    if claim.claimant is not None and claim.claimant == d.claimant:
        return False
    if d.is_general:
        return bears_generally(d, claim, others)
    if claim.is_denial and d.kind is Dispute.DENIED:
        return False
    shared = about.words & d.words
    score = sum(weights.weight(word) for word in shared)
    if len(shared) >= 2 and score >= PLAIN and -WINDOW <= distance <= 3 * WINDOW:
        return True
    if len(shared) >= 3 and 0 <= distance <= 2:
        return True
    if not 0 <= distance <= WINDOW:
        return False
    common = about.topics & d.topics - {Topic.GOVERNANCE, Topic.BIOGRAPHY}
    if common and shared and score + len(common) >= NEAR:
        return True
    if d.kind is not Dispute.DENIED or claim.claimant is None:
        return False
    rarest = max((weights.weight(word) for word in shared), default=0.0)
    if distance <= 3 and d.claimant is not None and rarest >= RARE:
        return True
    opposed = d.claimant is not None and not about.context.isdisjoint(stems(d.claimant))
    return opposed and bool(common | (about.topics & {Topic.FORCES} & d.topics))


def bears_generally(d: Doubt, claim: Claimed, others: Sequence[Claimed]) -> bool:
    """A doubt that names nothing means what stands just before it: "the charge" the last accusation."""
    distance = d.passage - claim.passage
    if not 0 <= distance <= WINDOW or claim.start > d.start:
        return False
    earlier = [c for c in others if c.start < d.start and c.end <= d.start and c.claimant != d.claimant]
    if d.is_of_accusation:
        accusations = [c for c in earlier if c.is_accusation and d.passage - c.passage <= WINDOW]
        if accusations:
            return accusations[-1].start == claim.start
    if d.is_of_all:
        return distance <= 2 and claim.claimant is not None
    said = [c for c in earlier if c.claimant is not None and d.passage - c.passage <= 2]
    return bool(said) and said[-1].start == claim.start
