"""One claim, one verdict: a sentence that says two things of which each has a verb becomes two claims.

Only where that is plain from the words. Causes stay with what they cause, conditions with what hangs on them, and two
verbs that share an object stay together: a claim too many costs people's time.
"""

from __future__ import annotations

import re
from dataclasses import replace

from verification.text.word_lists import words

from .clauses import Clause, clause, is_finite, is_past, is_plural
from .cues import Family, Token, tokens
from .model import english, grammar
from .passage import Passage
from .referents import subject_end
from .said import Said
from .statement import clausal

LEAST_WORDS = 10
LEAST_PART = 3  # words behind the joint
MOST_SUBJECT, MOST_APPOSED = 7, 14
FIRST_PERSON = re.compile(r"\b(?:I|we|us|our|ours|my|me|We|Our|My)\b")
CONDITIONAL = words("if unless whether would could might should may")
PERSONAL = frozenset(grammar.PERSON_PRONOUNS) | words("it its they them their")
SUBJECTS = words("the a an his her its their he she they it there this these those some many several both no two three")
BEHIND_VERB = english.PREPOSITIONS | SUBJECTS | english.NOT_NAMES | words("that out up off down away back how why what")
CLAUSES = grammar.SUBORDINATE - words("since until before after than as")
BE = words("is are was were")
NO_SECOND = grammar.CAUSAL | grammar.SUBORDINATE | words("not nor")
JOINING = grammar.SUBORDINATE | words("and but or what whom")
FINITE = grammar.FINITE_AUXILIARIES | grammar.THIRD | grammar.PAST


def split(passage: Passage, said: Said) -> list[Said]:
    """The claims that one unit of an English passage holds; itself alone where that is not plain."""
    frame = said.frame
    if frame is not None and (frame.verb.family is not Family.SAY or frame.is_passive):
        return [said]
    if frame is not None and passage.text[frame.cue[1] : said.span[1]].lstrip().startswith(","):
        return [said]
    if frame is not None and frame.content[0] >= frame.cue[1] and not clausal(passage, said):
        return [said]
    start, end = said.content if frame is not None else said.span
    text = passage.text[start:end]
    if text.count(" ") < LEAST_WORDS or text[:1] in '“"‘«' or FIRST_PERSON.search(text):
        return [said]
    hidden = passage.masked[start:end]
    line = tokens(hidden if any(map(str.isalnum, hidden)) else text)
    found = clause(line, 0, len(line))
    if found is None or any(token.lower in CONDITIONAL and not token.text[0].isupper() for token in line):
        return [said]
    for at in range(found.main + 2, len(line) - LEAST_PART):
        if line[at].lower in ("and", "but") or line[at].text == ";":
            second = at + 1
            if line[second].lower in ("and", "but"):
                second += 1
            lead = joined(line, found, at, second, text)
            if lead is not None:
                return parted(said, start, line[at].start, line[second].start, lead, is_content=frame is not None)
    return [said]


def parted(said: Said, start: int, end: int, second: int, lead: str, *, is_content: bool) -> list[Said]:
    """The two claims; `lead` is the subject that the second one shares."""
    cut, begins = start + end, start + second
    first = replace(said, content=(said.content[0], cut), span=(said.span[0], cut))
    content = (begins, said.content[1] if is_content else said.span[1])
    rest = replace(said, content=content, span=(begins, said.span[1]), lead=lead, lead_at=start if lead else 0)
    return [first, rest]


def joined(line: list[Token], found: Clause, at: int, second: int, text: str) -> str | None:
    """What must stand before the second part, nothing where it has a subject of its own; None where it is no claim."""
    between = {token.lower for token in line[found.main : at]}
    closes = line[at - 1].text == "," or line[at].text == ";"
    if line[second].lower in NO_SECOND:
        return None
    own = clause(line, second, len(line))
    if "between" in between or "both" in between:
        return None  # "between A and B"
    if line[at].text == ";" and own is not None and own.first == second and opens(line, second):
        is_near = own.verb <= second + MOST_APPOSED and len(line) - own.verb >= LEAST_PART
        is_near = is_near and not any(token.lower in JOINING for token in line[second : own.verb])
        return "" if is_near else None  # "The League took 396 seats; its rival, the Union, took 33"
    if own is not None and own.first == second < own.verb <= second + MOST_SUBJECT and opens(line, second):
        inside = line[second : own.verb]
        if any(not t.text[0].isalnum() or t.lower in JOINING for t in inside):
            return None
        if line[second].lower not in SUBJECTS and not line[second].text[0].isupper() and not closes:
            return None
        if between & CLAUSES and not closes:
            return None
        return "" if len(line) - own.verb >= LEAST_PART else None
    verb = second
    while verb < len(line) - 1 and (line[verb].lower in english.ADVERBS or line[verb].lower.endswith("ly")):
        verb += 1
    if between & CLAUSES or any(is_finite(line, step) for step in range(found.main + 1, at)):
        return None  # in "fell after the army fled and left", who left?
    if not shares(line, found, at, verb):
        return None
    if any(token.lower in PERSONAL for token in line[verb:]) and any(
        t.text[0].isupper() for t in line[found.main + 1 : at]
    ):
        return None  # "met Smith and guaranteed his safety": whose?
    ends = subject_end(line, found)
    if line[ends].text in "–—-(" or (line[ends].text == "," and line[found.verb - 1].text != ","):
        return None  # a dateline, or a comma of another kind than that of "Smith, the mayor,"
    subject = text[: line[ends - 1].end]
    auxiliary = line[found.verb].lower
    needs = auxiliary in grammar.HAVE and found.main > found.verb and line[verb].lower not in grammar.ONLY_PAST
    return f"{subject} {auxiliary}" if needs and line[verb].lower not in grammar.FINITE_AUXILIARIES else subject


def opens(line: list[Token], at: int) -> bool:
    """Whether a subject can begin here."""
    token = line[at]
    if token.lower in FINITE:
        return False
    return token.lower in SUBJECTS or token.text[0].isupper() or token.text[0].isdigit() or token.lower.endswith("s")


def shares(line: list[Token], found: Clause, at: int, verb: int) -> bool:
    """Whether the verb behind "and" has the subject of the one before it, and an object of its own."""
    word, main = line[verb].lower, line[found.main].lower
    if len(line) - verb < LEAST_PART or line[verb + 1].lower in ("and", ",", "or", "by"):
        return False
    behind = line[verb + 1]
    is_object = behind.lower in BEHIND_VERB or not behind.text[0].islower() or is_plural(behind)
    if word not in grammar.FINITE_AUXILIARIES and not is_object:
        return False  # "a confusing and conflicted stance"
    if is_past(line[at - 1].lower) or at - found.main < 2:
        return False  # "killed and wounded 14 people"
    if word in grammar.FINITE_AUXILIARIES - english.MODALS:
        return True
    passive = line[found.verb].lower in BE and found.main > found.verb
    if passive or (not is_finite(line, verb) and word not in grammar.PARTICIPLES):
        return False
    perfect = line[found.verb].lower in grammar.HAVE and found.main > found.verb
    if word in grammar.THIRD:
        return main in grammar.THIRD
    return (is_past(main) or perfect) and (is_past(word) or (perfect and word in grammar.PARTICIPLES))
