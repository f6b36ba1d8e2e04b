"""The claim restated so that it stands alone: what is said without who says it, names for pronouns.

A minimal edit that adds nothing. Where it is not safe, the words of the article stay as they are, and what stays
ambiguous is said beside them.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from verification.numbers.units import PEOPLE
from verification.text.word_lists import words
from verification.vocabulary import Speech

from .candidate import Speaker
from .clauses import clause, is_past
from .cues import VERBS, Family, Form, first_word, forms, tokens
from .dateline import DATELINE
from .first_person import FIRST_PERSON, in_third_person, of_two
from .model import english, grammar
from .passage import Kind, Passage
from .referents import Referents
from .rejoining import is_stump, rejoined, without_that
from .said import Said
from .sentence import is_name
from .standing import Standing
from .target import unnamed_matter
from .tidying import (
    loosened,
    outside_marks,
    spaced,
    tidy,
    unquoted,
    without,
    without_also,
    without_aside,
    without_tail,
    without_wonder,
)
from .worth_features import LABELLING

NEGATING = words("no not never nothing little few neither nor n’t")
MOST_OPENING = 40
SCRAP = 5  # words of a sentence that the article broke off
FINITE_SOON = re.compile(
    r"^(?:\S+\s+){1,14}?(?:is|are|was|were|has|have|had|did|does|do|will|can|could|would|\w+ed|\w+s)\b", re.IGNORECASE
)
HOW_THEY = re.compile(r"\b(?:is|was) (?:how|why|where|when|what) (?:[\w’'-]+ ){0,4}\Z")
MESSAGE = re.compile(r":\s?[“\"«][^”\"»]*[”\"»]?")


AT_NUMBER = re.compile(r"(?:[\w’'-]+\s){1,6}at\s(?:[a-z]+\s){0,3}[$€£]?\d")
SAYS_WE = re.compile(r"[“\"](?:we|our|I|my)\b", re.IGNORECASE)
LEAST_CHAIN = 2
SEVERAL_PERSONS = re.compile(r"\b(?:we|us|our|ours|We|Our)\b")
# "He pointed to the meeting in Doha, where everyone refused": what he says is the second part.
HELD = re.compile(
    r"(?:to )?(?P<event>(?:the|an?|this|that|last|his|her|their|its)\s(?:[\w’'-]+\s){0,3}(?:meeting"
    r"|conference|summit|session|gathering|ceremony|rally|hearing|congress|debate|event|match|parade|briefing|assembly"
    r"|talks)\b(?:(?!, where).){0,120}), where (?P<clause>\S+\s.+)$"
)


SpeaksFor = Callable[[Speaker], str | None]


class Restated(NamedTuple):
    """A statement, and in words what in it stays ambiguous."""

    text: str
    ambiguities: tuple[str, ...] = ()
    named: tuple[str, ...] = ()  # whom pronouns and "the group" were found to mean, as the article names them


class Bare(NamedTuple):
    """The words to restate, whether they are what somebody says, and where they begin in the passage."""

    text: str
    is_content: bool
    begins: int
    is_direct: bool = False  # the speaker's very words: "he" is somebody else
    first_persons: tuple[str, ...] = ()  # what is left of them, since it is not plain who "we" are
    speaker: str | None = None  # whom "I" is to be called
    group: str | None = None  # and "we"


def restate(passage: Passage, said: Said, referents: Referents, speaks_for: SpeaksFor) -> Restated:
    """The claim of one unit of an English passage, standing alone as far as that is safe.

    `speaks_for` knows whom a speaker means by "we", where the article tells.
    """
    words_ = bare(passage, said, referents, speaks_for)
    text = without_wonder(words_.text)
    standing = Standing(
        passage,
        said,
        referents,
        begins=words_.begins,
        is_content=words_.is_content,
        is_direct=words_.is_direct,
        own_side=words_.group,
        other_side=referents.other_side(passage.index, words_.group) if words_.group else None,
    )
    text, ambiguities = standing.resolved(text)
    named = standing.named
    if words_.speaker or words_.group:
        own = in_third_person(text, words_.speaker, words_.group)
        named += [name for name in (words_.speaker, words_.group) if own and name and name in own]
        text = own or wrapped(said, text, referents)
    matter = unnamed_matter(text) if said.chain else None
    left = [f"“{word}” is not named here." for word in (*words_.first_persons, matter) if word]
    return Restated(tidy(without_aside(text)), tuple(dict.fromkeys((*left, *ambiguities))), tuple(named))


def plain(passage: Passage, said: Said) -> str:
    """The same for other languages: what is said without who says it where it is a clause; nothing is resolved."""
    unit = spaced(passage.text[slice(*said.span)])
    frame = said.frame
    if frame is None or frame.verb.family is not Family.SAY or frame.is_passive or not clausal(passage, said):
        return tidy(unit)
    return tidy(unquoted(without_tail(spaced(passage.text[slice(*said.content)]))))


POINTS_BACK = re.compile(r"(?:That|This|Those|These)(?:\s[\w’']+){1,4}\.?\Z")  # "That didn’t work."


def labels_nothing(passage: Passage, said: Said, ambiguities: tuple[str, ...]) -> bool:
    """Whether it only gives a name to what is not named: "…, Smith said, terming it the only solution"."""
    frame = said.frame
    if frame is None or frame.verb.lemma not in LABELLING or frame.verb.form is not Form.GERUND:
        return False
    labelled = passage.text[frame.cue[1] : said.span[1]].split(maxsplit=1)[:1]
    return bool(labelled) and any(f"“{labelled[0]}”" in said_of for said_of in ambiguities)


def is_fragment(passage: Passage, said: Said, statement: str) -> bool:
    """Whether what was restated of a part of a sentence is none itself: it has no verb."""
    if not said.chain and POINTS_BACK.match(statement):
        return True
    is_whole = said.span[1] - said.span[0] >= len(passage.text.rstrip())
    if passage.kind is not Kind.SENTENCE or (is_whole and len(statement.split()) > SCRAP):
        return False
    line = tokens(statement)
    return clause(line, 0, len(line)) is None


def bare(passage: Passage, said: Said, referents: Referents, speaks_for: SpeaksFor) -> Bare:
    """What there is to restate of one unit."""
    frame = said.frame
    begins = said.lead_at if said.lead else said.span[0]
    if frame is None:
        unit = whole(passage, said)
        if said.chain and FIRST_PERSON.search(unit):
            return voiced(passage, said, unit, referents, speaks_for, begins)
        spoken = without_speaker(said, unquoted(unit)) if said.chain else unit
        return Bare(spoken, bool(said.chain), begins, is_direct=speaks_directly(said))
    if frame.is_passive and said.content[0] > frame.cue[1] and clausal(passage, said):
        return Bare(spaced(passage.text[slice(*said.content)]), False, said.content[0])
    if frame.verb.family is not Family.SAY or frame.is_passive:
        unit = whole(passage, said)
        is_torn = frame.goes_on or (frame.source is not None and frame.source[1] < said.span[0])
        is_torn = is_torn and frame.verb.form is Form.PAST and unit.lower().startswith(cue_of(passage, said))
        if is_torn and said.claimant:
            unit = f"{display(said, referents)} {unit[:1].lower()}{unit[1:]}"  # "Smith, who ran it, dismissed two men"
        return Bare(unit, False, begins)
    if not clausal(passage, said):
        unit = whole(passage, said)
        if frame.verb.form is Form.GERUND and said.claimant and unit.lower().startswith(cue_of(passage, said)):
            past = next(word for word, form in forms(frame.verb.lemma) if form is Form.PAST)
            return Bare(f"{display(said, referents)} {past}{unit[len(cue_of(passage, said)) :]}", False, begins)
        held = HELD.match(spaced(passage.text[slice(*said.content)])) if frame.verb.lemma in english.POINTING else None
        if held is not None:
            return Bare(f"At {held['event']}, {held['clause']}", True, said.content[0])
        return Bare(unit, False, begins)
    content = without_also(without_tail(spaced(f"{said.lead} {passage.text[slice(*said.content)]}")))
    content = without_that(without(DATELINE, rejoined(passage, said, content)))
    if is_stump(passage, said, content):
        return Bare(whole(passage, said), False, begins)
    begins = said.lead_at if said.lead else said.content[0]
    if FIRST_PERSON.search(MESSAGE.sub("", content)):
        if is_wholly_quoted(passage, said):
            return voiced(passage, said, content, referents, speaks_for, begins)
        if FIRST_PERSON.search(outside_marks(content)) or SAYS_WE.search(content):
            unit = whole(passage, said)
            return Bare(unit, False, said.span[0], first_persons=first_persons(unit))
        return Bare(content, True, begins, first_persons=first_persons(content))
    return Bare(unquoted(content), True, begins, is_direct=speaks_directly(said))


def whole(passage: Passage, said: Said) -> str:
    """All of a unit, with who says it."""
    return loosened(spaced(f"{said.lead} {passage.text[slice(*said.span)]}"))


def voiced(
    passage: Passage, said: Said, content: str, referents: Referents, speaks_for: SpeaksFor, begins: int
) -> Bare:
    """ "We did not go": in the third person where it is plain who "we" are, else within the words of who speaks."""
    own = unquoted(content)
    speaker = said.claimant if said.claimant and is_one(said.claimant, display(said, referents)) else None
    group = speaks_for(said.chain[-1]) if said.chain else None
    if group is not None and of_two(own):
        other = referents.beside(passage.index, group)
        group = f"{group} and {other}" if other else None
    if outside_marks(own) == own and in_third_person(own, speaker, group) is not None:
        return Bare(own, False, begins, is_direct=speaks_directly(said), speaker=speaker, group=group)
    left = first_persons(own) if SEVERAL_PERSONS.search(own) else ()
    return Bare(wrapped(said, content, referents), False, begins, first_persons=left)


def is_one(claimant: str, named: str) -> bool:
    """Whether a claimant is one who is named, and can be put for "I"."""
    last = claimant.rpartition(" ")[2].lower()
    return is_name(claimant, named) and last not in SEVERAL


SEVERAL = english.PLURAL_PEOPLE | english.GROUP_HEADS | english.PRONOUNS | PEOPLE


def speaks_directly(said: Said) -> bool:
    return bool(said.chain) and said.chain[-1].speech is Speech.DIRECT


def without_speaker(said: Said, text: str) -> str:
    """What is said of a sentence that begins with who says it, inside somebody else's words."""
    called = (said.chain[-1].surface, said.chain[-1].name, said.chain[-1].name.rpartition(" ")[2])
    speaker = next((name for name in called if name and text.startswith(name + " ")), None)
    if len(said.chain) < LEAST_CHAIN or speaker is None:
        return text
    verb, _, rest = text[len(speaker) + 1 :].partition(" ")
    known = VERBS.get(verb)
    if known is None or known.family is not Family.SAY or not known.is_strong or known.lemma in english.NAMING:
        return text
    rest = rest.removeprefix("that ")
    return rest if FINITE_SOON.match(rest) else text


def first_persons(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(SEVERAL_PERSONS.findall(text)))[:1]


def cue_of(passage: Passage, said: Said) -> str:
    return passage.text[slice(*said.frame.cue)].lower() if said.frame else ""


def wrapped(said: Said, content: str, referents: Referents) -> str:
    """ "Smith said: “We did not go.”": first persons stay within the words of who speaks."""
    return f"{display(said, referents)} said: “{tidy(unquoted(content))}”"


def display(said: Said, referents: Referents) -> str:
    return referents.mentions.named(said.claimant or "")


def is_wholly_quoted(passage: Passage, said: Said) -> bool:
    start, end = said.content
    outside = passage.masked[start:end]
    return not any(map(str.isalnum, outside))


def clausal(passage: Passage, said: Said) -> bool:
    """Whether what is said is a sentence of its own: after "that", a colon or a mark, or before the verb."""
    frame = said.frame
    if frame is None or frame.verb.lemma in english.NAMING:
        return False
    content = passage.text[slice(*said.content)]
    if frame.content[0] < frame.cue[0]:
        return True
    between = passage.text[frame.cue[1] : frame.content[0]].lower()
    opening = first_word(content[:MOST_OPENING])
    if is_past(opening) or opening in grammar.FINITE_AUXILIARIES:
        return False  # "claimed responsibility for the fire that killed two": no sentence of its own
    if NEGATING & set(between.split()):
        return False  # "found no evidence that": what follows is not what they say
    if "that" in between.split() or (":" in between and frame.verb.lemma not in english.POINTING):
        return True
    if frame.verb.lemma in english.POINTING:
        return False
    if frame.source and HOW_THEY.search(passage.text, 0, frame.source[0]):
        return False  # "which is how guidelines say they are to be classed"
    if frame.verb.lemma == "estimate" and AT_NUMBER.match(content):
        return False  # "estimated the excess at 2,975"
    if frame.verb.lemma == "tell" and TOLD_ABOUT.match(content):
        return False  # "told the hearings about sons who died"
    if frame.verb.lemma in TAKING_THINGS and not is_clause_at_once(content):
        return False  # "declared a state of emergency, closed schools and", "suspect two men of fraud"
    return frame.verb.is_strong and bool(FINITE_SOON.match(content)) and not content.lower().startswith("responsib")


TOLD_ABOUT = re.compile(r"(?:[\w’'-]+ ){1,4}(?:about|of) ")
TAKING_THINGS = words("declare announce suspect confirm reveal predict")


def is_clause_at_once(content: str) -> bool:
    """Whether a verb stands behind the first words of what is said, before any comma."""
    line = tokens(content)
    found = clause(line, 0, len(line))
    return found is not None and not any(token.text == "," for token in line[: found.verb])
