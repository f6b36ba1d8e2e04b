"""Attribution and worth in languages other than English, by the few cues that the lexicon lists for each."""

from __future__ import annotations

import re

from verification.extraction.attribution import Said, carried_on, speaker, speech_of
from verification.extraction.cues import Family, Form, Verb
from verification.extraction.frames import LONGEST, Frame
from verification.extraction.model import worth as english_worth
from verification.extraction.model.foreign import CUES, PRONOUNS, Cues
from verification.extraction.passage import Kind, Passage
from verification.extraction.speakers import Sort, Source
from verification.extraction.topic import topics
from verification.extraction.worthiness import NOTHING, QUESTION, THRESHOLD, Worth
from verification.vocabulary import Topic

NUMBER = "gives a number"
LONGEST_SOURCE = 10
LEAST_WORDS = 4
OBJECT_BEGINS = re.compile(r"\s(?:این|آن|هرگونه|هر|ادعا|ادعاها|اتهام|گزارش|خبر|دست|شلیک|را)\b")


def attribute(lines: list[Passage], language: str | None) -> list[list[Said]]:
    """For each passage what is said in it, as for English; without cues everything is the article's own voice."""
    cues = CUES.get(language or "")
    found: list[list[Said]] = []
    last: Source | None = None
    known: set[str] = set()
    if cues:
        known = {s.name for p in lines for f, s in [first_frame(p, cues, None)] if f and s and f.verb.lemma == "say"}
    for passage in lines:
        frame, source = first_frame(passage, cues, last) if cues else (None, None)
        if frame is not None and source is not None and frame.source and frame.verb.family is not Family.SAY:
            source = before_object(passage, frame, source, known)
        whole = (0, len(passage.text))
        if frame is None or source is None:
            found.append([Said(None, whole, whole, ())])
            continue
        last = source
        content = frame.content if frame.verb.family is Family.SAY else whole
        speech = speech_of(passage, content)
        found.append([Said(frame, content, whole, (speaker(source, frame, passage, speech),))])
    return carried_on(lines, found) if cues else found


def first_frame(passage: Passage, cues: Cues, last: Source | None) -> tuple[Frame | None, Source | None]:
    """The first attribution of a passage; a denial or an accusation goes before a plain "said"."""
    kinds = (
        (cues.denies, Family.DENY, "deny"),
        (cues.accuses, Family.ACCUSE, "accuse"),
        (cues.says, Family.SAY, "say"),
    )
    for patterns, family, lemma in kinds:
        for pattern in patterns:
            match = pattern.search(passage.masked, 0, LONGEST)
            if match is None:
                continue
            named = match["source"] or ""
            if len(named.split()) > LONGEST_SOURCE:
                continue
            source = resolved(named, last)
            if source is None:
                continue
            says_before = "back" in pattern.groupindex
            content = (
                (0, match.start() + 1) if says_before else (min(match.end(), len(passage.text) - 1), len(passage.text))
            )
            if not says_before and match.end() >= len(passage.text) - 1:
                content = (0, match.start() or len(passage.text))
            at = match.span("source") if named else None
            cue = match.span("cue")
            return Frame(Verb(lemma, family, Form.PAST, True), cue, at, content), source
    return None, None


def before_object(passage: Passage, frame: Frame, source: Source, known: set[str]) -> Source:
    """The speaker where nothing but word order parts it from what is denied: a name known already, or the words
    before "this", "any", "the claim"."""
    start = frame.source[0] if frame.source else 0
    clause = passage.text[start : max(frame.cue[0], frame.source[1] if frame.source else 0)]
    named = max((name for name in known if clause.startswith(name)), key=len, default="")
    if not named:
        named = OBJECT_BEGINS.split(clause, maxsplit=1)[0].strip()
    return Source(named, source.sort, named) if named and len(named.split()) <= LONGEST_SOURCE else source


def resolved(named: str, last: Source | None) -> Source | None:
    """The speaker of a phrase: pronouns and gaps mean the speaker before."""
    words = named.strip()
    if not words or words.lower() in PRONOUNS:
        return last and Source(last.name, last.sort, named)
    name = words.split("،")[0].split(",")[0].strip()
    return Source(name, Sort.UNKNOWN, named) if name else None


def worthiness(passage: Passage, said: Said, language: str | None) -> Worth:
    """The worth of a passage, from numbers, quotations, topics and who says it."""
    unit = passage.text.strip()
    if QUESTION.search(unit) or len(unit.split()) < LEAST_WORDS:
        return NOTHING
    cues = CUES.get(language or "")
    numbers = cues.numbers if cues else english_worth.DIGIT
    has_number = bool(numbers.search(unit))
    if cues is None:
        found = [NUMBER] * has_number + ["quotes somebody"] * bool(passage.quotes)
        return Worth(THRESHOLD + 0.05 * (len(found) - 1), tuple(found)) if found else NOTHING
    return weighed(passage, said, cues, has_number=has_number)


def weighed(passage: Passage, said: Said, cues: Cues, *, has_number: bool) -> Worth:
    unit = passage.text.strip()
    if said.chain == () and cues.calls.search(passage.masked):
        return NOTHING
    score = 0.28 if passage.kind is Kind.HEADING else 0.38
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
        (bool(found & {Topic.NEGOTIATION, Topic.GOVERNANCE}), 0.1, "speaks of a deal, a vote or an office"),
    ):
        if is_so:
            score += weight
            reasons.append(why)
    if cues.opinion.search(unit):
        score -= 0.35
    if english_worth.STAGE_ELSEWHERE.search(unit):
        score -= 0.4
    return Worth(round(min(0.99, max(0.0, score)), 3), tuple(reasons))
