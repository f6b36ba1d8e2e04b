"""Verbs of speech before their speaker, or without one: "it was reported", "claiming that", "said the minister"."""

from __future__ import annotations

from bisect import bisect_left

from verification.text.word_lists import words

from .capitals import are_initials
from .clauses import is_finite
from .contents import content_after
from .cues import VERBS, Family, Form, Token, Verb
from .frame import Frame
from .model import english, grammar
from .passage import Passage
from .speaker_words import TIMES
from .subjects import DETERMINERS, MARKS, subject

SOMEBODY = english.ROLES | english.PLURAL_PEOPLE
BEGINS_SOMEBODY = DETERMINERS | {"its"} | SOMEBODY | english.GROUP_HEADS


def passive(line: list[Token], first: int, at: int, verb: Verb, passage: Passage) -> Frame | None:
    """ "It has been reported that …", "X was accused of …", "X is said to …"; "by Y" names the speaker."""
    cue = (line[first].start, line[at].end)
    following = line[at + 1].lower if at + 1 < len(line) else ""
    whole = (0, len(passage.text))
    agent = phrase(line, at + 2) if following == "by" and at + 2 < len(line) else None
    if agent is not None and (verb.family is Family.DENY or verb.lemma in PUBLISHED):
        return Frame(verb, cue, agent, (0, cue[0]))
    if verb.family is Family.ACCUSE and following in ("of", "for", "by"):
        return Frame(verb, cue, agent, whole, is_passive=agent is None)
    if following == "to" and verb.lemma in HEARSAY and at + 4 < len(line) and line[at + 2].lower == "have":
        told = VERBS.get(line[at + 3].lower)
        if told is not None and told.family is Family.SAY and told.is_strong:  # "was reported to have told …"
            source, _ = subject(line, first, after=None)
            after = content_after(line, at + 3, told, passage)
            if source is not None and after is not None:
                return Frame(told, (line[first].start, line[at + 3].end), source, after)
    if (following == "that" and line[first - 1].lower == "it") or (following == "to" and verb.lemma in HEARSAY):
        start = line[at + 2].start if following == "that" and at + 2 < len(line) else 0
        return Frame(verb, cue, None, (start, whole[1]), is_passive=True)
    is_saying = following == "as" and at + 2 < len(line) and line[at + 2].lower == "saying"
    if (verb.lemma == "quote" and following in ("as", "saying")) or (verb.lemma in ("report", "cite") and is_saying):
        # "Smith was quoted by the agency as saying": Smith says it
        source, _ = subject(line, first, after=None)
        after = content_after(line, at, verb, passage)
        verb = VERBS["said"] if verb.lemma == "report" else verb
        if after is None and source is not None and is_saying and line[at + 3 : at + 4] and line[at + 3].text == ",":
            after = (0, source[0])  # "it knew of nothing, sources within it were quoted as saying, and …"
        return Frame(verb, cue, source, after) if source and after else None
    return None


PUBLISHED = words("report confirm announce allege claim")
HEARSAY = words("say believe report allege think claim understand rumour rumor know")


def phrase(line: list[Token], at: int) -> tuple[int, int] | None:
    """The noun phrase that begins at a token: up to the next mark, verb or preposition other than "of"."""
    last = at
    while last < len(line) and last - at < 10:
        word = line[last].lower
        if word == "." and last > at and last + 1 < len(line) and are_initials(line[last - 1].text):
            last += 1  # "said U.S. Central Command"
            continue
        is_verb = last > at and word in VERBS and line[last - 1].lower not in DETERMINERS  # "says the report"
        if not word[0].isalnum() or word in STOPS_PHRASE or is_verb:
            break
        last += 1
    return (line[at].start, line[last - 1].end) if last > at else None


STOPS_PHRASE = (english.PREPOSITIONS | english.AUXILIARIES | english.MODALS | {"who", "which", "that"}) - {"of", "for"}


def gerund(line: list[Token], at: int, verb: Verb, passage: Passage, before: list[Frame]) -> Frame | None:
    """ "…, adding that …" goes on with the speaker; "Claiming that …, Smith left" names the speaker after."""
    cue = (line[at].start, line[at].end)
    if at == 0:
        comma = next((i for i in range(1, len(line) - 1) if line[i].text == ","), None)
        source = phrase(line, comma + 1) if comma else None
        start = line[at + 1].start if at + 1 < len(line) else 0
        return Frame(verb, cue, source, (start, line[comma].start)) if source and comma else None
    if verb.lemma == "cite" and not before and line[at - 1].text == "," and at + 1 < len(line):
        return None  # "The commission annulled the vote, citing 11 million cases"
    if verb.family is Family.CALL or line[at - 1].lower not in (
        ",",
        "and",
        "–",
        "—",
        "”",
        '"',
        "also",
        "but",
        "while",
    ):
        return None
    after = content_after(line, at, verb, passage)
    if after is None:
        return None
    source, _ = (None, True) if before else subject(line, first_verb(line, at), after=None)
    return Frame(verb, cue, source, after, goes_on=source is None)


def first_verb(line: list[Token], before: int) -> int:
    """Where the likely main verb begins: the first past form or auxiliary after the sentence's first name or role."""
    seen = False
    for at in range(before):
        word = line[at].lower
        if seen and (word in english.AUXILIARIES or word in TOLD or (word.endswith("ed") and len(word) > 3)):
            while at > 1 and line[at - 1].lower in english.ADVERBS:
                at -= 1
            return at
        is_name = line[at].text[:1].isupper() and word not in english.NOT_NAMES
        seen = seen or is_name or word in SPEAKERS
    return before


TOLD = grammar.ONLY_PAST | words("kept held sent met made paid won lost sold told said sought")
SPEAKERS = english.ROLES | english.GROUP_HEADS | english.PLURAL_PEOPLE | {"he", "she", "they"}


def inverted(line: list[Token], at: int, verb: Verb, passage: Passage) -> Frame | None:
    """ "…,” said the minister, who …" and, in headlines, "…, warns Smith"."""
    if at == 0 or at + 1 >= len(line) or verb.form is Form.BASE:
        return None
    mark, following = line[at - 1].text, line[at + 1]
    is_after_quote = mark in MARKS or (mark == "," and at > 1 and line[at - 2].text in MARKS)
    if not is_after_quote and (mark != "," or verb.family is not Family.SAY):
        return None
    if not (following.text[0].isupper() or following.lower in BEGINS_SOMEBODY) or following.lower in TIMES:
        return None
    source = phrase(line, at + 1)
    if source is None:
        return None
    last = bisect_left([t.start for t in line], source[1])
    if any(is_finite(line, step) for step in range(at + 2, last)):
        return None  # "The police stopped the car, suspected the driver and arrested him"
    last = past_place(line, last)
    source, rest = (source[0], line[last - 1].end), line[last:]
    if is_inserted(line, at, line[at + 1 : last], rest) and verb.lemma == "say":
        return Frame(verb, (line[at].start, line[at].end), source, (0, len(passage.text)))
    if verb.lemma == "tell" and rest and rest[0].text == ":":
        return None  # "Smith, who has landed, tells Jones: “…"
    is_end = not rest or rest[0].text in ",.;:–—" or rest[0].lower in ("who", "in", "on", "at", "during", "after")
    is_free = rest and (rest[0].text == "," or rest[0].lower == "who")  # what stands behind says who that is
    if not is_end or (not is_after_quote and not is_free and any(t.lower in english.AUXILIARIES for t in rest[:12])):
        return None
    speaker = line[at + 1 : last]
    is_somebody = any(t.text[0].isupper() or t.lower in SOMEBODY for t in speaker)
    if (
        verb.lemma == "say"
        and following.lower == "the"
        and [t.lower for t in rest[:2]] in ([",", "which"], [",", "who"])
    ):
        is_after_quote = True  # "Nothing moves here, says the union, which counts 1,900 strikers"
    # "Nothing moves here, said Jane Smith, a driver", "… said an official who asked not to be named"
    is_described = (
        verb.lemma == "say"
        and at > LEAST_AHEAD
        and len(rest) > 2
        and (
            rest[0].text == ";"
            or (rest[0].text == "," and (rest[1].lower in SAYS_WHO | SOMEBODY | GOES_ON or rest[1].text[0].isupper()))
            or (rest[0].lower == "who" and is_somebody)
        )
        and (following.text[0].isupper() or is_somebody or any(t.lower in english.GROUP_HEADS for t in speaker))
    )
    if not is_after_quote and not is_described and (not is_somebody or len(rest) > 4 or (rest and rest[0].text == ",")):
        return None
    return Frame(verb, (line[at].start, line[at].end), source, (0, line[at - 1].end))


def past_place(line: list[Token], last: int) -> int:
    """Where a speaker ends who is somewhere, with a mark behind: "said a doctor at the hospital, because …"."""
    if last + 1 >= len(line) or line[last].lower not in ("at", "from", "with", "in"):
        return last
    if line[last].lower == "in" and not line[last + 1].text[0].isupper():
        return last  # "in a statement"
    ahead = line[last + 1 : last + MOST_PLACE]
    mark = next((step for step, token in enumerate(ahead) if not token.text[0].isalnum()), None)
    is_place = mark is not None and ahead[mark].text == "," and not any(t.lower in VERBS for t in ahead[:mark])
    return last + 1 + mark if mark and is_place else last


MOST_PLACE = 7  # tokens


def is_inserted(line: list[Token], at: int, speaker: list[Token], rest: list[Token]) -> bool:
    """Whether somebody stands within a sentence that goes on: "Berlin, said a judge, had not asked for him".

    One comma never parts a subject from its verb, so that what stands before it is not who says it.
    """
    if line[at - 1].text != "," or at - 1 > LEAST_AHEAD or any(not token.text[0].isalnum() for token in line[: at - 1]):
        return False
    is_somebody = speaker[0].lower in DETERMINERS and not SOMEBODY.isdisjoint(token.lower for token in speaker)
    is_aside = bool(rest) and rest[0].text == ","
    return is_somebody and is_aside and any(token.lower in FINITE for token in rest[1:MOST_ASIDE])


MOST_ASIDE = 8  # tokens
FINITE = english.AUXILIARIES | english.MODALS | {"hadn’t", "hadn't", "wasn’t", "wasn't", "didn’t", "didn't"}
LEAST_AHEAD = 4
GOES_ON = words("since because although though but and while")  # what is said, behind who says it
SAYS_WHO = words("a an the who whose his her its their one")
