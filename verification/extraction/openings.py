"""What a sentence begins with that says nothing in it: whom "it", "they" or "the former president" mean next."""

from __future__ import annotations

from .bodies import HEADS, KINDS
from .capitals import runs_in
from .clauses import is_finite
from .cues import Token, tokens
from .genders import gender_of
from .model import english
from .names import Names
from .sources import is_place
from .spellings import without_possessive
from .subjects import DETERMINERS

LEAST_TIMES, LEAST_WORDS = 2, 3
MOST_AHEAD = 7  # words before the name of "the children's fund, Unicef"


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


def opening_body(text: str, names: Names) -> str | None:
    """The body that a sentence begins with: "Hezbollah, which …", "The children's fund, Unicef, called for …"."""
    line = tokens(text)
    found = runs_in(text)
    if not found or found[0].first > MOST_AHEAD or len(line) < LEAST_WORDS:
        return None
    run = found[0]
    comma = next((at for at, token in enumerate(line[:MOST_AHEAD]) if token.text == ","), 0)
    if comma and line[comma - 1].text in KINDS and line[0].lower == "the":
        run = next((other for other in found if other.first == comma + 1), run)
    elif any(token.lower != "the" for token in line[: run.first]):
        return None
    behind = line[run.last + 1] if run.last + 1 < len(line) else None
    is_subject = behind is not None and (behind.text in (",", "(") or is_finite(line, run.last + 1))
    name = " ".join(run.words)
    if not is_subject or is_place(name) or without_possessive(name) != name:
        return None
    is_kind = comma > 0 and run.first == comma + 1
    is_noun = len(run.words) == 1 and name.lower() in KINDS | english.PLURAL_PEOPLE  # "Police" where a sentence begins
    if (run.words[-1].lower() in HEADS and not is_noun) or name in names.acronyms or is_kind:
        return name
    is_word = len(run.words) == 1 and names.times(name) >= LEAST_TIMES and names.fullest(run.words) == name
    is_somebody = is_noun or gender_of(name) is not None or name.lower() in english.NOT_NAMES
    return name if is_word and not is_somebody else None


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
