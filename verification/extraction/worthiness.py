"""Whether something said is a claim worth checking: a score from 0 to 1 and the reasons in plain words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from verification.vocabulary import Modality

from .attribution import Said
from .cues import Family
from .model import english, worth
from .passage import Kind, Passage

THRESHOLD = 0.35
BASE = {"own": 0.42, "indirect": 0.34, "direct": 0.30, "heading": 0.25, "deed": 0.45}
LABELLING = frozenset({"call", "describe", "dub", "label", "brand", "term", "liken", "compare", "portray"})
OWN_VOICE = re.compile(r"\b(?:[Ww]e|[Oo]ur|us|I|my|you|your)\b")
DEED = re.compile("|".join(english.DEEDS))
QUESTION = re.compile('[?؟]["”’»)]*$')


@dataclass(frozen=True, slots=True)
class Worth:
    """How much a claim is worth checking; below `THRESHOLD` it is none."""

    score: float
    reasons: tuple[str, ...]

    @property
    def is_claim(self) -> bool:
        return self.score >= THRESHOLD


NOTHING = Worth(0.0, ())


def worthiness(passage: Passage, said: Said) -> Worth:
    """The worth of what is said in one unit of an English passage."""
    unit = passage.text[slice(*said.span)].strip()
    content = passage.text[slice(*said.content)]
    content = content.strip(' “”"«»„.,:;–—')
    lowered = content.lower()
    frame = said.frame
    is_deed = is_deed_of(passage, said)
    is_deed = is_deed or (frame is not None and frame.verb.family in (Family.DENY, Family.ACCUSE))
    if QUESTION.search(unit) or worth.STAGE.search(unit.lower()) or len(content.split()) < (1 if is_deed else 4):
        return NOTHING
    if frame is not None and frame.verb.family is Family.CALL and not is_deed:
        return NOTHING
    if frame is not None and frame.verb.lemma == "warn" and re.match(r".{0,60}\bagainst\b", lowered):
        return NOTHING
    if is_deed:
        lowered, base = unit.lower(), BASE["deed"]
    elif said.chain:
        is_direct = bool(passage.quotes) and said.chain[-1].speech.value == "direct"
        base = BASE["direct" if is_direct else "indirect"]
    else:
        base = BASE["own"]
    if passage.kind is Kind.HEADING:
        base = min(base, BASE["heading"])
    if not worth.FINITE.search(lowered):
        if not said.chain or said.claimant == "unnamed" or len(unit.split()) < 7:
            return NOTHING
        if frame is not None and frame.verb.lemma in LABELLING:
            base -= 0.06
        lowered = unit.lower()  # "declared him the winner with 50 per cent": what is said is no clause
    if len(said.chain) > 1:
        base += 0.25  # that one says it of the other can be checked, whatever it is
    if not said.chain and OWN_VOICE.search(passage.masked):
        base -= 0.2
    content = "" if passage.kind is Kind.HEADING else content  # in a headline capitals name nobody
    return weigh(lowered, content, base, is_fenced=bool(said.chain) and not is_deed)


def weigh(lowered: str, content: str, base: float, *, is_fenced: bool) -> Worth:
    score = base
    reasons: list[str] = []
    for feature in worth.FOR:
        if feature.pattern.search(lowered):
            score += feature.weight
            reasons.append(feature.why)
    named = sum(1 for word in content.split()[1:] if word[:1].isupper())
    if named:
        score += 0.05 * min(named, 3)
        reasons.append("names who or where")
    for feature in worth.AGAINST:
        if feature.pattern.search(lowered):
            score -= feature.weight if is_fenced else 0.75 * feature.weight
    return Worth(round(min(0.99, max(0.0, score)), 3), tuple(reasons))


def is_deed_of(passage: Passage, said: Said) -> bool:
    """Whether the act of speech itself is of public interest: a denial, a refusal, a claim of responsibility."""
    if said.frame is None:
        return False
    cue = passage.masked[said.frame.cue[0] : said.frame.cue[1] + 24].lower()
    return bool(DEED.match(cue))


def modality(passage: Passage, said: Said) -> Modality:
    """How the article puts what is said."""
    frame = said.frame
    if frame is None:
        return Modality.ASSERTED
    if frame.verb.family is Family.DENY:
        return Modality.DENIED
    if frame.verb.lemma in english.ALLEGED:
        return Modality.ALLEGED
    return Modality.REPORTED if frame.is_passive else Modality.ASSERTED
