"""Where a sentence has its subject and its verb, as far as its words tell without parsing it."""

from __future__ import annotations

from typing import NamedTuple

from verification.text.word_lists import words

from .cues import Token
from .model import english, grammar

MOST_SUBJECT = 30  # tokens looked at for the verb: beyond, a sentence is too involved to say

BASE = (
    grammar.PRESENT
    - english.NOUN_LIKE
    - words("work use back own produce cost export import rule share turn rise fall look")
)
MANY = words("they we people police both many some most others i you")
TYING = english.BEFORE_SUBJECT | english.ADVERBS
DETERMINING = words("the a an his her their its our my your this these those no any some each every of to for")
BEFORE_PARTICIPLE = DETERMINING | english.PREPOSITIONS | words("be been being most more of")
OPENING = english.PREPOSITIONS | grammar.SUBORDINATE | words("shortly immediately")
BEFORE_MAIN = grammar.FINITE_AUXILIARIES | english.BEING | english.ADVERBS | words("not to")


class Clause(NamedTuple):
    """The places of a clause's parts in a list of tokens."""

    first: int  # where the subject begins, past an adverbial that a comma closes
    verb: int  # the first word of the verb
    main: int  # past auxiliaries and adverbs: the word that says what happens


def is_past(word: str) -> bool:
    """Whether a word can be a past form: "went", "captured"."""
    return word in grammar.PAST or (word.endswith("ed") and len(word) > 4 and word not in grammar.NOT_PAST)


def is_finite(line: list[Token], at: int) -> bool:
    """Whether the word at `at` can be the verb of a sentence, seen what stands before it."""
    word = line[at].lower
    if at and line[at].text[0].isupper() and not line[at].text.isupper():
        return False  # "in May"
    if word in grammar.FINITE_AUXILIARIES or word.endswith(("n’t", "n't")):
        return True
    before = line[at - 1].lower if at else ""
    if word in grammar.THIRD:
        return before not in DETERMINING and before not in english.PREPOSITIONS
    if word in BASE and at:
        head = at - 1
        while head > 0 and line[head].lower in english.ADVERBS:
            head -= 1
        return line[head].lower in MANY or is_plural(line[head])
    if not is_past(word) or (at == 1 and before.endswith("ly")):  # "Sparsely populated Dakota"
        return False
    return before not in BEFORE_PARTICIPLE


def is_plural(token: Token) -> bool:
    """Whether a word can be the head of a plural subject: "officials", "the Taliban"."""
    word = token.lower
    is_name = token.text[0].isupper() and word not in english.NOT_NAMES
    return is_name or (len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "’s", "'s")))


def clause(line: list[Token], begin: int, end: int) -> Clause | None:
    """The first clause of the tokens from `begin` to `end` that has a subject and a verb."""
    first = begin
    depth = relative = 0
    last = min(end, begin + MOST_SUBJECT)
    if begin < last and line[begin].lower in OPENING:
        comma = next((at for at in range(begin, last) if line[at].text == ","), None)
        if comma is not None and comma + 1 < last:
            first = comma + 1
    elif begin + 2 < last and line[begin + 1].text == "," and line[begin].lower in TYING:
        first = begin + 2
    for at in range(first, last):
        word = line[at].lower
        if word in ("(", "["):
            depth += 1
        elif word in (")", "]"):
            depth -= 1
        elif depth > 0:
            continue
        elif at > first and word in ("who", "which", "whose", "that", "where") and line[at - 1].lower != "and":
            relative = 2 if line[at - 1].text == "," else 1
        elif word == "," and relative == 2:
            relative = 0
        elif at > first and is_finite(line, at):
            if relative == 0:
                return Clause(first, at, main_verb(line, at, end))
            if relative == 1:
                relative = 0
    return None


def main_verb(line: list[Token], at: int, end: int) -> int:
    """Past "has not yet been" to "taken"."""
    while at + 1 < end and (
        line[at].lower in BEFORE_MAIN or (line[at].lower.endswith("ly") and len(line[at].lower) > 4)
    ):
        at += 1
    return at
