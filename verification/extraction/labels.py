"""A speaker before a colon without a verb, as live blogs and headlines write: "Oder: 40 tents have been sent"."""

from __future__ import annotations

import re

from .cues import Family, Form, Verb
from .frame import Frame
from .model import grammar
from .names import Names
from .passage import Passage
from .sources import is_place

SAID = Verb("say", Family.SAY, Form.PAST, True)
LEAST_SAID = 4  # words
LABEL = re.compile(
    r"(?:\d{1,2}[.:]\d{2}\s?(?:[–—-]\s)?)?(?P<who>[A-Z][\w’'-]+(?:\s[A-Z][\w’'.-]+){0,3})(?P<colon>:)\s(?=[\w“\"‘'])"
)


def labelled(passage: Passage, names: Names) -> Frame | None:
    """The frame of a passage that opens with the name of somebody whom the article knows in full, and a colon."""
    found = LABEL.match(passage.masked) if ":" in passage.text else None
    if found is None or passage.text.count(" ", found.end()) < LEAST_SAID - 1:
        return None
    called = tuple(found["who"].split())
    full = names.fullest(called)
    known = names.full.get(full)
    if known is None or known.is_body or is_place(full):
        return None
    if len(called) > 1 and not (known.descriptions or called[0].lower() in grammar.FIRST_NAMES):
        return None
    return Frame(SAID, found.span("colon"), found.span("who"), (found.end(), len(passage.text)))
