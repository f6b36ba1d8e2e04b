"""Capitalised words in a row, and which of them name somebody."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from verification.text.word_lists import words

from . import cues
from .cues import Token, tokens
from .model import english, grammar
from .spellings import POSSESSIVES, without_possessive

BODY_WORDS = english.GROUP_HEADS | words(
    "league parties forces nations union states ministries house senate times post news resistance states"
)


class Run(NamedTuple):
    """Capitalised words in a row."""

    first: int  # index of the first token
    last: int
    words: tuple[str, ...]


def is_capitalised(word: str) -> bool:
    return word[:1].isupper() and not word.startswith(("I’", "I'")) and word != "I"


def runs(line: list[Token]) -> list[Run]:
    """Capitalised words in a row, with "bin", "al" and their kin inside; a possessive ends a run."""
    found: list[Run] = []
    after = 0
    for at in [at for at, token in enumerate(line) if token.text[0].isupper()]:
        token = line[at]
        if at < after:
            continue
        if not is_capitalised(token.text) or token.lower in english.NOT_NAMES:
            continue
        last = at
        while not line[last].text.endswith(POSSESSIVES) or is_owned_body(line, last):
            is_initial = are_initials(line[last].text)
            begins = step = last + 2 if is_initial and last + 1 < len(line) and line[last + 1].text == "." else last + 1
            while step < len(line) and line[step].lower in english.PARTICLES and step - begins < 2:
                step += 1
            if step >= len(line) or not is_capitalised(line[step].text):
                break
            if line[step].lower in english.NOT_NAMES or line[step].start - line[step - 1].end > 1 + is_initial:
                break
            last = step
        found.append(Run(at, last, named_by(line[at : last + 1])))
        after = last + 1
    return found


def are_initials(word: str) -> bool:
    """Whether a stop behind a word belongs to it: "F" of "F. Smith", "U.S" of "U.S. Central Command"."""
    return len(word) == 1 or ("." in word and all(len(letter) == 1 for letter in word.split(".")))


def is_owned_body(line: list[Token], at: int) -> bool:
    """Whether an owner is part of a body's name: "the Harbour Workers' Union"."""
    if line[at].lower in OF_MANY:
        return at + 1 < len(line) and line[at + 1].text[0].isupper()  # "the Tigray People's Liberation Front"
    is_of_many = line[at].text.endswith(("s’", "s'")) and at + 1 < len(line)
    return is_of_many and line[at + 1].text[0].isupper() and line[at + 1].lower in english.GROUP_HEADS


OF_MANY = words("people's people’s women's women’s men's men’s children's children’s")


def named_by(line: list[Token]) -> tuple[str, ...]:
    """The words of a run, an initial with its stop: "Fred B. Jonson"; "Jr" behind a name is left out."""
    found: list[str] = []
    for at, token in enumerate(line):
        if token.text == ".":
            continue
        is_dotted = are_initials(token.text) and at + 1 < len(line) and line[at + 1].start > token.end + 1
        is_dotted = is_dotted or (at + 1 < len(line) and line[at + 1].text == ".")
        is_inside = token.lower in OF_MANY and at + 1 < len(line)
        found.append(token.text + "." if is_dotted else token.text if is_inside else without_possessive(token.text))
    if len(found) > 2 and found[-1] in ("Jr", "Sr"):
        found.pop()
    return tuple(found)


def runs_in(text: str) -> Sequence[Run]:
    """The `runs` of a text; as its tokens are, they are kept while the article is read again and again."""
    return runs(tokens(text)) if len(text) > cues.LONGEST_KEPT else kept_runs(text)


@lru_cache(cues.KEPT_PASSAGES)
def kept_runs(text: str) -> tuple[Run, ...]:
    return tuple(runs(tokens(text)))


@lru_cache(4_096)
def person_words(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a run that name the person, without affiliation and titles before them."""
    if words[-1].lower() in BODY_WORDS:
        return words  # "the International Energy Agency" holds no title
    for at in range(len(words) - 1, -1, -1):
        if words[at].lower() in english.TITLES:
            if words[at] == "General" and at + 1 < len(words) and words[at + 1] in OF_A_GENERAL_BODY:
                return words[at:]  # "the General Staff"
            return words[at + 1 :]
    if len(words) > 2 and words[0].lower() in OFFICES and words[1].lower() in grammar.FIRST_NAMES:
        return words[1:]  # "State" of "Secretary of State John F. Smith"
    return words


OF_A_GENERAL_BODY = words("Staff Motors Electric Assembly Council Mills Dynamics Secretariat Directorate")
OFFICES = words(
    "state defense defence treasury commerce labor labour transportation intelligence affairs staff education"
    " agriculture security trade culture transport environment"
)
