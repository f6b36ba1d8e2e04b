"""A speaker and a verb put into what they say: "The shot came from the gate, Judge Lind allowed, but nobody fell".

Here the order of the words tells, and more verbs attribute than the lexicon of speech lists: verbs that want an object
(allow, recognise, hold) and have none but the words around them, and ways of using one's voice (bark, whisper).
"""

from __future__ import annotations

import re

from verification.text.word_lists import words

from .clauses import clause
from .cues import Family, Form, Token, Verb, forms, tokens
from .frame import Frame
from .model import english, grammar
from .passage import Kind, Passage
from .subjects import verb_group

PUT_IN = words(
    """
    allow grant guarantee recognise recognize judge reason object protest hold suppose presume infer deduce aver avow
    exult gloat brag fret
    """
)
VOICED = words(
    """
    bark thunder shout yell scream cry whisper murmur mutter mumble growl snarl roar bellow groan moan sigh sob sneer
    scold chide lecture rage gush enthuse crow hiss stammer snap shrug recite jeer taunt volunteer interject reflect
    """
)
# Who rules on something, rather than grips or comes upon it: "the court held at the time", "the coroner found".
RULING = words(
    """
    court judge tribunal panel coroner jury inquiry commission board chamber committee justice judges jurors inquest
    auditors inspectors investigators audit review report study survey poll investigation investigators
    """
)
ASIDE = {
    word: Verb(lemma, Family.SAY, form, True)
    for lemma in sorted(PUT_IN | VOICED)
    for word, form in forms(lemma)
    if form in (Form.PAST, Form.THIRD, Form.BASE)
}
NOT_HEARD = words("hear learn discover see remember call refer determine")
SOMEBODY = english.ROLES | english.GROUP_HEADS | english.PLURAL_PEOPLE | RULING | {f"{role}s" for role in english.ROLES}
LEAST_CLAUSE = 3  # words
MOST_SPEAKER = 6  # words
TIME = (
    r"(?:\s(?:last|this|on|in|at|early|late|earlier|later|yesterday|today)(?:\s[\w’'-]+){0,3}"
    r"|\s(?:[\w-]+\s){1,2}(?:later|earlier|afterwards|ago)|\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:\s\w+)?)"
)
TOLD = r"(?:\s(?:visitors|reporters|journalists|guests|friends|them|us|me|him|her|\w+ers))"
BEHIND = re.compile(rf"(?:{TOLD}?{TIME}?)?\s?(?:[,;]\s\S|[.—–]|\Z)")
SPEAKER = re.compile(
    r"(?:(?P<name>[A-Z][\w’'.-]*(?:\s[A-Z][\w’'-]*){0,4})"
    r"|(?:the|an?|its|their|his|her)\s(?:same\s)?(?P<noun>(?:[\w’'-]+\s){0,2}?[\w’'-]+)"
    r"(?:\s(?:of|for)\s(?:the\s)?[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*){0,3})?)"
    rf"(?={TIME}?(?:[.;]|\Z))"
)


def aside(line: list[Token], at: int, passage: Passage) -> Frame | None:
    """The frame of a verb that attributes only by its place, before or behind its speaker."""
    verb = ASIDE[line[at].lower]
    if at < LEAST_CLAUSE:
        return None
    if line[at - 1].text == ",":
        return turned(line, at, verb, passage)
    first, auxiliaries = verb_group(line, at)
    if not auxiliaries <= HAVING:
        return None
    begin = next(
        (step + 1 for step in range(first - 1, max(-1, first - 2 - MOST_SPEAKER), -1) if is_mark(line[step])), 0
    )
    if not 0 < begin < first:
        return None
    source, cue = (line[begin].start, line[first - 1].end), (line[at].start, line[at].end)
    if verb.lemma in VOICED and not closes_quote(passage, source[0]):
        return None  # "The gate opened, the guards screamed, and 40 men ran"
    if verb.lemma == "hold" and not is_ruling(passage, source, cue):
        return None  # "Two forts fell, the army held, and the war went on"
    return Frame(verb, cue, source, (0, line[begin - 1].start)) if is_put_in(passage, source, cue) else None


HAVING = english.AUXILIARIES - english.BEING | {"would"}


def is_ruling(passage: Passage, source: tuple[int, int], cue: tuple[int, int]) -> bool:
    """Whether those speak who rule on things and look into them, or "it" once did: "it held at the time,"."""
    who = passage.text[slice(*source)].lower().split()
    return not RULING.isdisjoint(who) or (who == ["it"] and passage.text.startswith(" at the time,", cue[1]))


def is_mark(token: Token) -> bool:
    return token.text in ",;:—–" or token.text[0] in '”"~'


def turned(line: list[Token], at: int, verb: Verb, passage: Passage) -> Frame | None:
    """ "…, recognised the Ministry of Defence four days later."."""
    cue = (line[at].start, line[at].end)
    source = None if verb.form is Form.BASE else speaker_behind(passage, cue)
    return Frame(verb, cue, source, (0, line[at - 1].start)) if source else None


def speaker_behind(passage: Passage, cue: tuple[int, int]) -> tuple[int, int] | None:
    """Who stands alone behind a verb that a whole clause stands before, and ends the sentence but for a time."""
    found = SPEAKER.match(passage.masked, cue[1] + 1)
    if found is None or not is_clause_before(passage, cue[0]):
        return None
    opens, noun = (found["name"] or "").partition(" ")[0].lower(), (found["noun"] or "").lower().split()
    is_somebody = noun[-1] in SOMEBODY if noun else opens not in english.NOT_NAMES - english.TITLES
    return found.span() if is_somebody else None


def is_put_in(passage: Passage, source: tuple[int, int] | None, cue: tuple[int, int]) -> bool:
    """Whether a speaker and a verb stand alone behind a whole clause: between commas, or at its end."""
    if source is None or not 0 < source[0] < source[1] <= cue[0]:
        return False
    listed = passage.text[slice(*source)].split()
    ends = next((at for at, word in enumerate(listed) if word in ("of", "for", "in")), len(listed))
    head = listed[max(0, ends - 1)].lower()
    is_named = listed[0][0].isupper() and listed[0].lower() not in english.NOT_NAMES - english.TITLES
    is_speaker = listed[0].lower() in PRONOUNS or head in SOMEBODY or is_named
    between = passage.text[source[1] : cue[0]].lower().split()
    if not is_speaker or len(listed) > MOST_SPEAKER or not all(word in BEFORE_VERB for word in between):
        return False
    return BEHIND.match(passage.masked, cue[1]) is not None and is_clause_before(passage, source[0])


PRONOUNS = words("he she they it")
BEFORE_VERB = english.AUXILIARIES | english.ADVERBS | {"would"}


def is_clause_before(passage: Passage, at: int) -> bool:
    """Whether what a comma closes before `at` says something by itself: no "When the bomb exploded," or "In May,"."""
    ahead = passage.masked[:at].rstrip()
    if closes_quote(passage, len(ahead)):
        return len(passage.text[:at].split()) > LEAST_CLAUSE
    if not ahead.endswith(","):
        return False
    line = tokens(ahead[:-1].lower() if passage.kind is Kind.HEADING else ahead[:-1])
    begin = 1 + max((step for step, token in enumerate(line) if token.text in ";:—–"), default=-1)
    if len(line) - begin < LEAST_CLAUSE:
        return False
    found = clause(line, begin, len(line))
    opens = line[begin].lower
    return found is not None and (found.first > begin or opens not in grammar.SUBORDINATE | {"as", "once", "like"})


def closes_quote(passage: Passage, at: int) -> bool:
    """Whether a quotation closes before `at` with a comma or a stop: what somebody says, and no title or word."""
    return CLOSED_QUOTE.search(passage.text, max(0, at - MOST_MARKS), at) is not None


MOST_MARKS = 4  # characters
CLOSED_QUOTE = re.compile(r"""(?:[,.?!…][”"’']|[”"’'],)\s?\Z""")
