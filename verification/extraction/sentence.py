"""What the words of one sentence tell of its pronouns: whether they are bound in it, and what stands behind them."""

from __future__ import annotations

import re

from verification.text.word_lists import words

from .clauses import is_finite
from .cues import Token
from .mentions import Mention, What
from .model import english, grammar

OBJECTS = words("him them it")
BOUNDARIES = grammar.SUBORDINATE | {",", ";", "and", "but", "or", "to", ":"}
EXPLETIVE = words("is was has will would remains seems appears could may might became becomes")
BEHIND_OBJECT = english.PREPOSITIONS | english.AUXILIARIES | BOUNDARIES | words("the a an what whom how why where that")
BEHIND_THIS = BEHIND_OBJECT | english.MODALS | english.ADVERBS | english.NOT_NAMES | words("not of")
DETERMINERS = words("the a an its their his her these those")
ONE_PERSON = english.ROLES - words("general major police source foreign defence defense health interior energy justice")
ONE_OF = words("the a an this that his her their its our my one")
PLURALS = words("people women men children police")
BODY_NOUNS = frozenset(grammar.ANY_BODY | grammar.PLACE_NOUNS)


def kind_for(noun: str) -> What:
    return What.PLACE if noun in grammar.PLACE_NOUNS else What.BODY


def is_body_noun(word: str) -> bool:
    return word.removesuffix("’s").removesuffix("'s") in BODY_NOUNS


def is_bare(line: list[Token], at: int) -> bool:
    """Whether "the group" has nothing behind it that says which: "the group of states", "the group that"."""
    following = line[at + 1].lower if at + 1 < len(line) else ""
    return following not in ("of", "that", "which", "who", "led", "called", "known", "formed", "named") and not (
        at + 1 < len(line) and line[at + 1].text[:1].isupper()
    )


def is_bound(people: list[Mention], line: list[Token], at: int, gender: str) -> bool:
    """Whether the sentence itself names whom a pronoun means, before it or, in a phrase ahead, just after."""
    token = line[at]
    before = [m for m in people if m.what is What.PERSON and m.end <= token.start and m.gender in (gender, None)]
    if before and (token.lower == "him" or (token.lower == "her" and is_object(line, at))) and len(before) == 1:
        between = {t.lower for t in line if before[0].end <= t.start < token.start}
        if not between & BOUNDARIES:
            return False  # "Smith arrested him": not Smith
    if before or is_described(line, at) or is_of_gender(line, at, gender):
        return True
    # "One year after his country fell, Smith goes on": a phrase ahead looks to the name behind its comma.
    comma = next((t.end for t in line[at:] if t.text == ","), None)
    return comma is not None and any(m.what is What.PERSON and comma <= m.start <= comma + 2 for m in people)


def is_of_gender(line: list[Token], at: int, gender: str) -> bool:
    """Whether "men" or "a woman" stands before a pronoun that may mean them; not so "as a boy"."""
    return any(
        token.lower in SOMEBODY[gender] and (step < 2 or line[step - 2].lower != "as")
        for step, token in enumerate(line[:at])
    )


SOMEBODY = {
    "m": words("man men boy boys husband father son"),
    "f": words("woman women girl girls wife mother daughter"),
}


def is_described(line: list[Token], at: int) -> bool:
    """Whether somebody is named by what he is, before a pronoun: "the young officer"."""
    return any(
        line[step].lower in ONE_PERSON and {t.lower for t in line[max(0, step - 3) : step]} & ONE_OF
        for step in range(1, at)
    )


def is_object(line: list[Token], at: int) -> bool:
    """Whether "her" is whom, not whose."""
    following = line[at + 1] if at + 1 < len(line) else None
    return following is None or not following.text[0].isalnum() or following.lower in BEHIND_OBJECT


def is_expletive(line: list[Token], at: int) -> bool:
    """ "It is clear that …" means nothing by "it"."""
    following = line[at + 1].lower if at + 1 < len(line) else ""
    if following.endswith(("’s", "'s")) or following in EXPLETIVE:
        ahead = {token.lower for token in line[at + 2 : at + 10]}
        return bool(ahead & {"that", "to", "whether", "why", "how", "who", "when", "where", "if"})
    if following in SHOWN and at + 2 < len(line) and line[at + 2].lower in ("that", "out"):
        return True  # "it emerged that", "it turned out that"
    if following == "that" and at and line[at - 1].lower in ("had", "has", "have"):
        return True  # "had it that", of what somebody claims
    return following in ("rained", "snowed", "took", "takes")


SHOWN = words("turned turns emerged emerges transpired followed follows happened happens turn")


def has_noun(line: list[Token], begin: int, end: int) -> bool:
    """Whether a name, a noun with its article or a plural stands between two places."""
    return any(is_noun(line[at], opens=at == 0) for at in range(begin, end))


def is_noun(token: Token, *, opens: bool) -> bool:
    word = token.lower
    if token.text[0].isupper() and word not in english.NOT_NAMES:
        return not opens or token.text.isupper() or word.endswith("s")
    if word in DETERMINERS or word in english.PLURAL_PEOPLE or word in PLURALS:
        return True
    return len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "’s", "'s", "ays"))


def inside_quotes(text: str) -> list[tuple[int, int]]:
    """Between which offsets a text quotes: those words are nobody's to change."""
    marks = [mark.start() for mark in QUOTE_MARK.finditer(text)]
    return list(zip(marks[::2], marks[1::2], strict=False))  # one that is never closed quotes nothing


QUOTE_MARK = re.compile('[“”"«»„]')


def applied(text: str, edits: list[tuple[int, int, str]]) -> str:
    done = len(text) + 1
    for start, end, instead in sorted(edits, reverse=True):
        if end <= done:
            text = text[:start] + instead + text[end:]
            done = start
    return text


def phrase_end(line: list[Token], at: int) -> int:
    """The noun of "this long meeting", where the phrase begins at `at`."""
    last = at
    while last + 1 < len(line) and last - at < 2:
        word = line[last + 1]
        if not word.text[0].isalpha() or word.lower in BEHIND_THIS or is_finite(line, last + 1):
            break
        last += 1
    return last


def is_name(claimant: str, named: str) -> bool:
    """Whether a claimant has a name and not only a description, such as "officials"."""
    return claimant != "unnamed" and (claimant[:1].isupper() or named != claimant) and "each" not in claimant.lower()
