"""Who says what within one passage: a verb (or "according to") with its speaker and what is said.

Only what stands outside quotation marks is searched, so that words quoted never attribute anything.
"""

from __future__ import annotations

from dataclasses import replace

from verification.text.word_lists import words

from .contents import DATA, UP_TO_THAT, content_after, is_evidence, is_postposed
from .cues import VERBS, Family, Form, Token, Verb, tokens
from .frame import Frame
from .model import english
from .passage import HIDDEN, Passage
from .set_phrases import OPENING, before_colon, set_phrase
from .subjects import DETERMINERS, MARKS, subject, verb_group
from .word_orders import gerund, inverted, passive

LONGEST = 2_500  # characters: longer stretches without a stop are no sentences, and looking there takes too long
BEFORE_NOUN = DETERMINERS | words("no any each every of its our your my this these")


ACCORDING = Verb("according", Family.SAY, Form.BASE, True)
REPORTED = Verb("report", Family.SAY, Form.PAST, True)
ALLEGED = Verb("allege", Family.SAY, Form.PAST, True)


HEARSAY_WORDS = words("reportedly allegedly purportedly")
CUES = frozenset({"according"}) | HEARSAY_WORDS | OPENING | VERBS.keys()


def frames(passage: Passage) -> list[Frame]:
    """The attributions of a passage, in the order of their cues."""
    line = tokens(passage.masked[:LONGEST])
    opening = before_colon(passage)
    found: list[Frame] = [opening] if opening else []
    for at, token in enumerate(line):
        if token.lower not in CUES:
            continue
        frame = None
        if token.lower == "according" and at + 2 < len(line) and line[at + 1].lower == "to":
            frame = according(line, at, passage)
        elif token.lower in HEARSAY_WORDS:
            verb = REPORTED if token.lower == "reportedly" else ALLEGED
            frame = Frame(verb, (token.start, token.end), None, (0, len(passage.text)), is_passive=True)
        elif token.lower in OPENING:
            frame = set_phrase(line, at, passage, found)
        if frame is None and token.lower in VERBS:
            frame = with_verb(line, at, VERBS[token.lower], passage, found)
        if frame is not None:
            found.append(frame)
    return found


def according(line: list[Token], at: int, passage: Passage) -> Frame:
    """ "According to the ministry, …" and "…, according to the ministry"."""
    last = at + 2
    while last < len(line) and line[last].text not in ",.;:" and not set(line[last].text) & MARKS:
        last += 1
    source = (line[at + 2].start, line[last - 1].end)
    cue = (line[at].start, line[at + 1].end)
    before = [t.lower for t in line[:at]]
    is_back = len(before) <= 3 and bool(set(before) & {"is", "was", "that"}) and set(before) <= BACKWARD
    if at <= 1 and last < len(line):
        return Frame(ACCORDING, cue, source, (line[min(last + 1, len(line) - 1)].start, len(passage.text)))
    return Frame(ACCORDING, cue, source, (0, line[at].start), is_back=is_back)


BACKWARD = frozenset({"this", "that", "is", "was", "it", "all", "these", "were"})


def with_verb(line: list[Token], at: int, verb: Verb, passage: Passage, before: list[Frame]) -> Frame | None:
    """The frame that the verb at `at` opens, or None where it does not attribute anything."""
    first, auxiliaries = verb_group(line, at)
    if auxiliaries & english.MODALS or "to" in auxiliaries or ("not" in auxiliaries and verb.family is not Family.CALL):
        return None
    if verb.lemma == "report" and auxiliaries and "to" in [token.lower for token in line[at + 2 : at + 5]]:
        return None  # "She had reported the matter to her manager"
    if verb.lemma == "admit" and auxiliaries and at + 1 < len(line) and line[at + 1].text[0].isdigit():
        return None  # "it had admitted 2,700 patients"
    if verb.form is Form.PAST and not auxiliaries and at + 1 < len(line) and line[at + 1].lower == "by":
        return None  # "in an attack claimed by the group"
    if verb.form is Form.PAST and auxiliaries & english.BEING:
        return passive(line, first, at, verb, passage)
    if line[at].text == "Said" and at and line[at - 1].text[0].isupper():
        return None  # a name: "Omar Said"
    if not is_verb(line, first, at, verb):
        return None
    cue = (line[at].start, line[at].end)
    if verb.lemma == "call" and at + 1 < len(line) and line[at + 1].lower in ("on", "upon", "for"):
        verb = replace(verb, family=Family.CALL)
    if verb.form is Form.GERUND and not auxiliaries & english.BEING:
        return gerund(line, at, verb, passage, before)
    inverse = inverted(line, at, verb, passage)
    if inverse is not None:
        return inverse
    source, goes_on = subject(line, first, after=before[-1].cue[1] if before else None)
    if before and before[-1].verb.form is Form.GERUND and first and line[first - 1].text == ",":
        source, goes_on = None, True  # "Smith, noting that nobody had asked, said"
    if source is None and not goes_on:
        return None
    inner = quoted_speaker(line, at) if verb.lemma in ("quote", "cite") else None
    after = content_after(line, at, verb, passage)
    if inner is not None and after is not None:
        return Frame(verb, cue, source, after, goes_on=goes_on, inner=inner)
    if after is not None and not (source is not None and is_postposed(line, source, at, verb, passage)):
        return Frame(verb, cue, source, after, goes_on=goes_on)
    if source is not None and (inner is not None or is_postposed(line, source, at, verb, passage)):
        return Frame(verb, cue, source, (0, source[0]), inner=inner)
    return None


def is_verb(line: list[Token], first: int, at: int, verb: Verb) -> bool:
    """Whether a word that could be a noun or an adjective ("the report", "confirmed cases") is a verb here."""
    before = line[first - 1].lower if first else ""
    if before in BEFORE_NOUN:
        return False
    if verb.form is Form.PAST and first == at and before in PREPOSED:
        return False  # "to protest against alleged corruption"
    following = line[at + 1].lower if at + 1 < len(line) else ""
    if verb.form is Form.BASE:
        if verb.lemma in english.NOUN_LIKE and following not in ("that", ":", "to", "on", "for"):
            return before in english.PRONOUNS or following in DETERMINERS
        return True
    if verb.lemma in ("see", "find", "show", "regard", "view"):
        rest = [token.lower for token in line[at + 1 : at + 1 + UP_TO_THAT]]
        if verb.lemma == "show" and before in DATA and len(rest) <= 3:
            return True  # "prices rose by 4%, official figures show"
        if is_evidence(line, first, at, verb):
            return True
        return bool({"as", "that", ":"} & set(rest)) or any(HIDDEN in word for word in rest[:2])
    return True


PREPOSED = english.PREPOSITIONS - words("since because when while once although if like as this")


def quoted_speaker(line: list[Token], at: int) -> tuple[int, int] | None:
    """Jones in "Smith quoted Jones as saying"."""
    ahead = [token.lower for token in line[at + 1 : at + UP_TO_THAT]]
    for step, word in enumerate(ahead[:-1]):
        if word == "as" and ahead[step + 1] == "saying" and step:
            return line[at + 1].start, line[at + step].end
    return None
