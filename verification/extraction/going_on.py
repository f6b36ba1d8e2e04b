"""Sentences without a word of attribution that plainly go on with what somebody said in the sentence before.

"The streets were not safe yet, the spokesman told Reuters. His men were still clearing them." Only behind words of
attribution that end a sentence, in the past tense and the same paragraph, and only where what follows begins with no
name, time or joint: where an article goes on in its own voice, it mostly begins with one of these.
"""

from __future__ import annotations

from dataclasses import replace

from verification.text.word_lists import words
from verification.vocabulary import Rendering, Speech

from .capitals import runs_in
from .clauses import clause, is_past
from .cues import Family, Form, Token, tokens
from .model import english, grammar
from .model.gated import Gated
from .names import Names
from .papers import COUNTS, PAPERS
from .passage import Kind, Passage
from .said import Said
from .speakers import UNNAMED

MOST_ON = 2  # sentences that go on behind one another
NO_SPEAKERS = PAPERS | COUNTS | words("station channel television newspaper agency documents filings")
NO_TELLING = words("report rule")  # papers do the one, courts the other
NEGATIVE = words("no none nobody neither nothing never")
OPENS = (
    english.PREPOSITIONS
    | grammar.SUBORDINATE
    | frozenset(grammar.DEMONSTRATIVES)
    | words("he she it such all what which how why along according meanwhile but and then yet so also or i we you")
)
TELLS = words("had was were did is are has have")
# When something happened that the article knows itself, and what it weighs itself.
OWN = Gated(
    r"\b(?:1[89]\d\d|20\d\d|since|until|years?|decades?|earlier|later|in fact|one of the \w+est|reported|declined"
    r"|comments?|requests?|last (?:week|month|year)|january|february|march|april|june|july|august|september|october"
    r"|november|december)\b",
    "18 19 20 since until year decade earlier later in_fact one_of_the last reported declined comment request january"
    " february march april june july august september october november december",
)


def gone_on(lines: list[Passage], found: list[list[Said]], names: Names) -> list[list[Said]]:
    """Gives sentences that go on the speaker of the sentence before them."""
    result = list(found)
    behind = 0
    for at, passage in enumerate(lines):
        if at == 0 or passage.opens_paragraph or any(said.chain for said in found[at]):
            behind = 0
            continue
        behind = behind + 1 if 0 <= behind < MOST_ON else -1
        is_reported = behind > 1 or (behind == 1 and is_report(result[at - 1]))
        if not is_reported or not goes_on(passage, names) or is_about(passage, result[at - 1][0].claimant or ""):
            behind = -1
            continue
        chain = tuple(
            replace(who, start=None, end=None, speech=Speech.INDIRECT, rendering=Rendering.PARAPHRASED)
            for who in result[at - 1][0].chain
        )
        result[at] = [replace(said, chain=chain) for said in found[at]]
    return result


def is_about(passage: Passage, who: str) -> bool:
    """Whether a sentence names whoever would be its speaker: "Neither Lind nor Oder answered"."""
    return who[:1].isupper() and who.split()[-1] in passage.text


def is_report(before: list[Said]) -> bool:
    """Whether a sentence is one report of what somebody said, who is named at its end: "The port burned, Lind said"."""
    if len(before) != 1 or before[0].frame is None or not before[0].chain:
        return False
    frame, who = before[0].frame, before[0].chain[-1]
    is_behind = frame.content[1] <= frame.cue[0] and not frame.is_passive
    is_told = (
        frame.verb.family is Family.SAY
        and frame.verb.lemma not in NO_TELLING
        and frame.verb.form is Form.PAST
        and who.speech is not Speech.DIRECT
    )
    return is_behind and is_told and who.name != UNNAMED.name and NO_SPEAKERS.isdisjoint(who.name.lower().split())


def goes_on(passage: Passage, names: Names) -> bool:
    """Whether a sentence tells something that happened or is so, and begins with no name, time or joint."""
    if passage.kind is not Kind.SENTENCE or OWN.search(passage.text.lower()) is not None:
        return False
    line = tokens(passage.text)
    first = line[0].lower if line else ""
    if first in OPENS or first.endswith("ly"):
        return False
    found = clause(line, 0, len(line))
    if first in NEGATIVE:
        return True
    if found is None or begins_with_name(passage.text, line, names):
        return False
    if any(token.text == "," for token in line[: found.verb]):
        return False  # "The man, a diver, was"
    verb = line[found.verb].lower
    return verb in TELLS or is_past(verb)


def begins_with_name(text: str, line: list[Token], names: Names) -> bool:
    """Whether a sentence begins with a name that stands by itself: not "Turkish soldiers" or "Oder's people"."""
    run = next(iter(runs_in(text)), None)
    if run is None or run.first > 1 or (run.first == 1 and line[0].lower != "the"):
        return False
    behind = line[run.last + 1] if run.last + 1 < len(line) else None
    is_plain = run.first == 0 and len(run.words) == 1 and names.times(run.words[0]) <= 1 and run.words[0].endswith("s")
    if is_plain or behind is None:
        return not is_plain
    is_attribute = behind.text[0].islower() and not is_past(behind.lower) and behind.lower not in NO_NOUN
    return not is_attribute


NO_NOUN = (
    english.AUXILIARIES | english.PREPOSITIONS | english.ADVERBS | english.MODALS | words("of and or to who which")
)
