"""Two who say something together: "the WHO and the CDC", "Maria Keller and Tomas Brandt" are both named.

A body may have "and" in its name ("the Ministry of Health and Social Protection"): only what is plainly two is parted.
"""

from __future__ import annotations

import re

from verification.text.word_lists import words

from .model import english, grammar
from .model.nations import NATION
from .names import Names

AND = re.compile(r",? and ")
LED = re.compile(r"^(?:both )?the ", re.IGNORECASE)
IN_BRACKETS = re.compile(r" \([A-Z][\w.&-]*\)")
SECOND = re.compile(
    r"(?: \([A-Z][\w.&-]*\))?,? and (?:the )?[A-Z][\w.’'-]*(?: (?:[A-Z][\w.’'-]*|of|for|and|the|on))*(?: \([A-Z]\w*\))?"
)
INSIDE = words("of for the on and de al bin van von")
LONGEST_ACRONYM = 6


def two_names(said: str) -> tuple[str, str] | None:
    """The two names that are joined by "and", as they stand, without brackets; None where it is one, or not plain."""
    said = IN_BRACKETS.sub("", said)
    for joint in AND.finditer(said):
        one, other = said[: joint.start()], said[joint.end() :]
        if not (is_name(one) and is_name(other)):
            continue
        goes_on = {"of", "for"} & set(one.split()) and not (LED.match(other) or is_short(other) or is_person(other))
        if not goes_on:
            return one, other
    return None


def two_surnames(said: str, names: Names) -> tuple[str, str] | None:
    """ "Keller and Brandt", where the article names both of them in full."""
    one, _, other = said.partition(" and ")
    both = one.isalpha() and other.isalpha() and one.istitle() and other.istitle()
    return (one, other) if both and all(" " in names.fullest((name,)) for name in (one, other)) else None


def with_second(text: str, start: int, end: int) -> str:
    """Who speaks from `start` to `end`, with the name behind initials in brackets: "the Front (NF) and the League"."""
    behind = SECOND.match(text, end)
    both = text[start : behind.end()] if behind is not None else ""
    return both if both and two_names(both) is not None else text[start:end]


def is_name(side: str) -> bool:
    """Whether words are one name in full: a person's or a body's, initials, or a state."""
    listed = LED.sub("", side).split()
    if len(listed) == 1:
        return is_short(side) or listed[0].lower() in NATION
    capital = [word for word in listed if word[0].isupper()]
    if (
        not listed
        or "," in side
        or any(word not in capital and word not in INSIDE for word in listed)
        or len(capital) < 2
    ):
        return False
    return listed[0] in capital and listed[-1] in capital and listed[0].lower() not in english.NOT_NAMES


def is_short(side: str) -> bool:
    name = LED.sub("", side)
    return name.isupper() and name.isalpha() and 1 < len(name) <= LONGEST_ACRONYM


def is_person(side: str) -> bool:
    return side.partition(" ")[0].lower() in grammar.FIRST_NAMES
