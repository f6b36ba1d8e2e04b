"""What somebody says, put together again where the sentence names the speaker in its middle, or left as it stands."""

from __future__ import annotations

import re

from verification.text.word_lists import words

from .clauses import clause, is_past
from .cues import tokens
from .model import english
from .passage import Kind, Passage
from .said import Said
from .tidying import MARKS, spaced

MIDDLE = 4  # words behind "Smith said," from which on they are the rest of what is said
NO_MIDDLE = words("who which while in on at after before during citing according when as")
HANGING = words("until because if unless that whether since so")
# Who the speaker is, behind the name: ", then head of the agency", up to the comma that closes it.
WHO_IT_IS = re.compile(r",\s(?:then|now|once|formerly|the|a|an|who|whose)\s[^,;]{3,100}(?=,\s)")
OPENS_STUMP = english.PREPOSITIONS | words("to of who which whose")


def rejoined(passage: Passage, said: Said, content: str) -> str:
    """ "A, Smith said, B" says A and B: what stands behind the words in the middle belongs to it."""
    frame = said.frame
    if frame is None or frame.content[0] >= frame.cue[0]:
        return content
    behind = max(frame.cue[1], frame.source[1] if frame.source else 0)
    rest = spaced(passage.text[behind : said.span[1]])
    if behind > frame.cue[1]:
        who = WHO_IT_IS.match(rest)
        rest = rest[who.end() :] if who else rest
    elif not rest.startswith((",", ";")) and ";" in rest:
        rest = rest[rest.index(";") :]  # "…, they told reporters; families had gathered there"
    if rest.startswith(";") and clause(line := tokens(rest[1:]), 0, len(line)) is not None:
        return content + rest
    if not rest.startswith(",") or len(rest.split()) < MIDDLE:
        return content
    rest = rest.lstrip(", ")
    if content[-1:] in MARKS and rest[:1] in MARKS:
        return f"{content[:-1].rstrip(',')}, {rest[1:]}"
    opens = rest.split(maxsplit=1)[0].lower()
    if opens in english.AUXILIARIES | english.MODALS:
        return f"{content.rstrip(',')} {rest}"  # "Their figures, they said, had been dictated"
    if opens in NO_MIDDLE or opens.endswith("ing"):
        return content  # "…, Smith said, adding that"
    is_open = opens in HANGING or (behind > frame.cue[1] and is_left_open(content))
    if behind > frame.cue[1] and not is_open:
        return content  # "…, said Smith, one of its directors"
    return f"{content} {rest}" if is_open else f"{content}, {rest}"


def is_left_open(content: str) -> bool:
    """Whether words wait for what follows: "brought down the roof and killed", "had crashed owing"."""
    last = content.rpartition(" ")[2].lower()
    return is_past(last) or last in ("owing", "thanks", "due")


def without_that(content: str) -> str:
    """ "She admitted one thing: that it was so": what follows is the clause."""
    return content[5:] if content.startswith("that ") and clause(line := tokens(content[5:]), 0, len(line)) else content


def is_stump(passage: Passage, said: Said, content: str) -> bool:
    """Whether what is said stands nowhere by itself: "a state of emergency", "of the report, and biased"."""
    frame = said.frame
    if frame is None or passage.kind is not Kind.SENTENCE or frame.content[0] < frame.cue[0]:
        return False
    inner = content.lstrip(MARKS)
    opens = inner.partition(" ")[0].lower()
    line = tokens(inner)
    if opens not in OPENS_STUMP or opens != inner.partition(" ")[0] or (line[1:2] and line[1].text[0].isdigit()):
        return False  # "about 80 houses stood empty"
    return opens == "of" or clause(line, 0, len(line)) is None
