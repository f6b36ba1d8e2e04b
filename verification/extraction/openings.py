"""What a sentence begins with that says nothing in it: whom "it", "they" or "the former president" mean next."""

from __future__ import annotations

from .capitals import runs_in
from .clauses import is_finite
from .cues import Token, tokens
from .model import english
from .names import Names
from .sources import is_place
from .subjects import DETERMINERS

LEAST_TIMES = 2


def opening_name(text: str, names: Names) -> str | None:
    """The name of one word that a sentence begins with before its verb, where the article names it again."""
    found = runs_in(text)[:1]
    if not found or found[0].first or len(found[0].words) > 1:
        return None
    word, line = found[0].words[0], tokens(text)
    is_subject = len(line) > 2 and line[0].text == word and (is_finite(line, 1) or is_doing(line))
    if not is_subject or names.times(word) < LEAST_TIMES or is_place(word):
        return None
    return word if names.fullest((word,)) == word else None


def opening_people(text: str) -> str | None:
    """The people that a sentence begins with: "Villagers" of "Villagers tell it differently"."""
    for token in tokens(text)[:2]:
        if token.lower in english.PLURAL_PEOPLE or (token.lower[-1] == "s" and token.lower[:-1] in english.ROLES):
            return token.text
        if token.lower != "the":
            return None
    return None


def is_doing(line: list[Token]) -> bool:
    """Whether a verb with its object stands behind the first word: "breaks his silence"."""
    return line[1].text.islower() and line[1].lower.endswith("s") and line[2].lower in DETERMINERS
