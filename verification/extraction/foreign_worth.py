"""The worth of what is said in languages other than English, from numbers, quotations, topics and who says it."""

from __future__ import annotations

from verification.extraction.cues import Family
from verification.extraction.model import worth as english_worth
from verification.extraction.model.foreign import CUES, Cues
from verification.extraction.model.foreign_unchecked import ASIDES, DEEDS, UNKNOWN
from verification.extraction.passage import Kind, Passage
from verification.extraction.said import Said
from verification.extraction.topic import topics
from verification.extraction.worthiness import NOTHING, QUESTION, THRESHOLD, Worth
from verification.numbers.quantities import quantities
from verification.text.folding import TABLE
from verification.vocabulary import Topic

NUMBER = "gives a number"
LEAST_WORDS = 4
UNREAD = "in a language that the engine knows no words of: only numbers and quotations are looked for"
DEALS_OR_OFFICES = frozenset({Topic.NEGOTIATION, Topic.GOVERNANCE, Topic.ELECTIONS})


def worthiness(passage: Passage, said: Said, language: str | None) -> Worth:
    """The worth of a passage, from numbers, quotations, topics and who says it."""
    unit = passage.text.strip()
    cues = CUES.get(language or "")
    is_deed = said.frame is not None and said.frame.verb.family in (Family.DENY, Family.ACCUSE)
    if QUESTION.search(unit) or len(unit.split()) < (LEAST_WORDS - 1 if is_deed else LEAST_WORDS):
        return NOTHING
    has_number = bool(quantities(passage.text, language, ()) if cues else english_worth.DIGIT.search(unit))
    if cues is None:
        found = [NUMBER] * has_number + ["quotes somebody"] * bool(passage.quotes)
        if not found:
            return NOTHING
        return Worth(THRESHOLD + 0.05 * (len(found) - 1), (*found, UNREAD))
    if ASIDES.match(unit):
        return NOTHING
    return weighed(passage, said, cues, language or "", has_number=has_number)


def weighed(passage: Passage, said: Said, cues: Cues, language: str, *, has_number: bool) -> Worth:
    unit = passage.text.strip()
    flat = passage.masked.translate(TABLE)
    if said.chain == () and UNKNOWN[language].search(flat):
        return NOTHING
    if said.chain == () and not has_number and DEEDS[language].search(flat):
        return NOTHING
    score = 0.3 if passage.kind is Kind.HEADING else 0.38
    reasons: list[str] = []
    family = said.frame.verb.family if said.frame else None
    found = set(topics(unit)) - {Topic.OTHER}
    for is_so, weight, why in (
        (has_number, 0.2, NUMBER),
        (family is Family.ACCUSE, 0.25, "assigns responsibility"),
        (family is Family.DENY, 0.25, "is a denial or a refusal"),
        (bool(said.chain), 0.05, "somebody says it"),
        (bool(found & {Topic.VIOLENCE, Topic.CASUALTIES}), 0.15, "speaks of violence or casualties"),
        (bool(found & {Topic.FORCES, Topic.TERRITORY}), 0.1, "speaks of forces or territory"),
        (bool(found & DEALS_OR_OFFICES), 0.1, "speaks of a deal, a vote or an office"),
        (
            not found & DEALS_OR_OFFICES and bool(found & {Topic.HEALTH, Topic.ECONOMY}),
            0.1,
            "speaks of health or money",
        ),
    ):
        if is_so:
            score += weight
            reasons.append(why)
    if cues.opinion.search(unit.translate(TABLE)):
        score -= 0.35
    if english_worth.STAGE_ELSEWHERE.search(unit):
        score -= 0.4
    return Worth(round(min(0.99, max(0.0, score)), 3), tuple(reasons))
