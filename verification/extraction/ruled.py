"""Frames that the rules find and the tagger does not hear: which of them are kept."""

from __future__ import annotations

import re

from .asides import NOT_HEARD, is_clause_before, is_put_in, is_ruling, speaker_behind
from .contents import EVIDENCE, EVIDENCED, is_told_by_many
from .cues import Family, Form, tokens
from .frame import Frame
from .model import english
from .passage import Passage
from .subjects import DETERMINERS


def stands_alone(passage: Passage, frame: Frame) -> bool:
    """Whether a frame is kept that the tagger does not hear."""
    opens_clause = OPENS_CLAUSE.match(passage.text, frame.cue[1]) is not None
    if opens_clause and frame.verb.form is not Form.THIRD and frame.source is not None:
        return True  # "sources state that", "the minister countered that"
    is_name = frame.source is not None and passage.text[frame.source[0]].isupper()
    if is_name and frame.verb.lemma in WRITTEN and frame.verb.form is Form.PAST and frame.content[1] <= frame.cue[0]:
        return True  # "…, Smith wrote on her page"
    if frame.inner is not None:
        return True
    if frame.content[1] <= frame.cue[0] and (closes(passage, frame) or is_aside(passage, frame)):
        return True
    if frame.verb.lemma == "report" and passage.text[frame.content[0]].isdigit() and frame.content[0] > frame.cue[0]:
        return True  # "Norland reported 192 of its soldiers killed"
    if frame.verb.family is Family.ACCUSE and is_name and " for " in passage.text[frame.cue[1] :]:
        return True  # "The agency blames Norland for the fire"
    if is_name and passage.text.startswith(":", frame.cue[1]):
        return True  # "The Gazette reports:"
    if frame.verb.form is Form.BASE and frame.source is not None and frame.source[0] == 0:
        line = tokens(passage.masked[: frame.cue[1]])
        if is_told_by_many(line, len(line) - 1):
            return True
    if frame.verb.lemma in english.NOUN_LIKE and frame.verb.form in (Form.BASE, Form.THIRD):
        following = passage.text[frame.cue[1] :].split(maxsplit=1)[:1]
        if frame.verb.lemma in EVIDENCING:
            return True
        if following == ["."] and frame.content[1] <= frame.cue[0] and frame.verb.form is Form.THIRD:
            return True  # "…, a complaint made by an aide claims."
        if not following or following[0].lower() not in DETERMINERS | POINTS:
            return False  # "won 14 states"
        says = frame.verb.lemma == "claim" and frame.source is not None and passage.text[frame.source[0]].isupper()
        return says or frame.verb.family in (Family.DENY, Family.ACCUSE)
    if frame.verb.lemma in EVIDENCING or is_shown(passage, frame):
        return True
    return frame.verb.family is not Family.SAY or frame.is_passive or frame.verb.is_strong


# "that" at once, or behind when and whom it was said to: "found in March that", "told parliament that".
OPENS_CLAUSE = re.compile(
    r"(?:\s(?:in|on|at|last|this|earlier|late|again|repeatedly|to|[a-z]+ly|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
    r"(?:\s[\w’'-]+){0,3}?)?\sthat\s"
)
POINTS = frozenset({"any", "all", "this", "that", "these", "those", "allegations", "claims", "reports", "accusations"})
EVIDENCING = frozenset({"attribute", "document", "detail", "put", "rule", "speak"})
ADDED = frozenset(
    [
        "add",
        "note",
        "report",
        "write",
        "conclude",
        "observe",
        "show",
        "recall",
        "remark",
        "argue",
        "comment",
        "reply",
        "respond",
        "answer",
        "charge",
        "counter",
        "retort",
        "explain",
        "continue",
    ]
)


def closes(passage: Passage, frame: Frame) -> bool:
    """Whether a frame ends its sentence or stands between commas: "…, it added", "Prices, it added, rose"."""
    rest = passage.text[frame.cue[1] :]
    if rest.startswith(",") and frame.source and passage.text[: frame.source[0]].rstrip().endswith(","):
        is_known = frame.verb.lemma in ADDED and frame.verb.form is not Form.BASE
        return is_known or is_inserted(passage, frame)
    if frame.verb.lemma not in ADDED or frame.verb.form is Form.BASE:
        return False
    return len(rest.strip(" .”\"'’").split()) <= 3


def is_aside(passage: Passage, frame: Frame) -> bool:
    """Whether the order of the words alone says that a verb attributes: "Nobody fell, Norland replies; …"."""
    if frame.verb.family is not Family.SAY or frame.source is None:
        return False
    if frame.source[0] >= frame.cue[1]:
        return speaker_behind(passage, frame.cue) is not None or is_clause_before(passage, frame.cue[0])
    is_heard = frame.verb.lemma not in NOT_HEARD and (
        frame.verb.lemma != "find" or is_ruling(passage, frame.source, frame.cue)
    )
    return is_heard and is_put_in(passage, frame.source, frame.cue)


def is_shown(passage: Passage, frame: Frame) -> bool:
    """Whether a paper or a count shows it: "records show he was paid"."""
    if frame.verb.lemma not in EVIDENCED or frame.source is None or frame.content[0] < frame.cue[1]:
        return False
    return not EVIDENCE.isdisjoint(passage.text[slice(*frame.source)].lower().split())


def is_inserted(passage: Passage, frame: Frame) -> bool:
    """Whether nothing but a speaker and the verb stands between two commas: "all three, it emphasizes, were killed"."""
    if frame.source is None or frame.verb.family is not Family.SAY or frame.verb.lemma in HEARING:
        return False
    listed = passage.text[slice(*frame.source)].split()
    between = passage.text[frame.source[1] : frame.cue[0]].lower().split()
    is_speaker = listed[0][0].isupper() or listed[0].lower() in english.PRONOUNS | {"the"}
    is_short = len(listed) <= MOST_INSERTED and NO_SPEAKER.isdisjoint(listed)
    return is_speaker and is_short and all(word in english.AUXILIARIES | english.ADVERBS for word in between)


MOST_INSERTED = 5  # words
NO_SPEAKER = frozenset({"that", "which", "who", "what", "was", "were"})
HEARING = frozenset({"hear", "learn", "discover", "see", "find", "remember"})
WRITTEN = frozenset({"write", "tweet", "report", "post"})
