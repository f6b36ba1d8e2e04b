"""Finding the words that attribute: verbs of saying in every form, told apart by what they do to a claim."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache, partial
from typing import NamedTuple

from verification.text.cutting import COMMON_WORD, cut_by

from .model import english


class Family(Enum):
    """What a verb of speech does with what follows it."""

    SAY = "say"
    CALL = "call"  # what follows is asked for, promised or judged: nothing to check
    DENY = "deny"
    ACCUSE = "accuse"


class Form(Enum):
    """The form in which a verb stands."""

    BASE = "base"
    THIRD = "third"
    PAST = "past"
    GERUND = "gerund"


@dataclass(frozen=True, slots=True)
class Verb:
    """One verb of speech in one form."""

    lemma: str
    family: Family
    form: Form
    is_strong: bool


def forms(lemma: str) -> list[tuple[str, Form]]:
    """The forms of a verb; regular unless the lexicon lists them."""
    listed = english.IRREGULAR.get(lemma)
    if listed:
        third, *past, gerund = [f for f in listed.split() if f != "labeling"]
        made = [(past_form, Form.PAST) for past_form in past]
        return [(lemma, Form.BASE), (third, Form.THIRD), (gerund, Form.GERUND), *made]
    if lemma.endswith("e"):
        return [
            (lemma, Form.BASE),
            (lemma + "s", Form.THIRD),
            (lemma + "d", Form.PAST),
            (lemma[:-1] + "ing", Form.GERUND),
        ]
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        stem = lemma[:-1]
        return [
            (lemma, Form.BASE),
            (stem + "ies", Form.THIRD),
            (stem + "ied", Form.PAST),
            (lemma + "ing", Form.GERUND),
        ]
    third = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x")) else "s")
    return [(lemma, Form.BASE), (third, Form.THIRD), (lemma + "ed", Form.PAST), (lemma + "ing", Form.GERUND)]


def lexicon() -> dict[str, Verb]:
    """Every form of every verb of speech, by the word as it stands in a text (lower case)."""
    found: dict[str, Verb] = {}
    families = (
        (english.CALLING, Family.CALL),
        (english.STRONG | english.WEAK, Family.SAY),
        (english.DENIED, Family.DENY),
        (english.ACCUSING, Family.ACCUSE),
    )
    for lemmas, family in families:
        for lemma in sorted(lemmas):
            for word, form in forms(lemma):
                found[word] = Verb(lemma, family, form, lemma in english.STRONG)
    return found


VERBS = lexicon()
TOKENS = re.compile(rf"({COMMON_WORD}|~~*|\d\d*(?:[.,]\d+)*%?|[^\W_][^\W_]*(?:[’'.-][^\W_]+)*[’']?|[^\s\w]|_)")


class Token(NamedTuple):
    """A word or mark of a passage, with its place in it."""

    text: str
    lower: str
    start: int
    end: int


# In capitals these are names, although their small letters are pronouns.
NAMED_IN_CAPITALS = frozenset({"WHO", "US", "IT"})


# Each step reads the passages of an article again, one after the other: the last ones are kept, in some megabytes.
KEPT_PASSAGES = 512
LONGEST_KEPT = 1_000


def tokens(masked: str) -> list[Token]:
    """Words and marks; what is quoted is one token of "~". The list is kept and shared: nobody changes it."""
    return cut(masked) if len(masked) > LONGEST_KEPT else kept(masked)


def lowered_word(word: str) -> str:
    return word if word in NAMED_IN_CAPITALS else word.lower()


def cut(masked: str) -> list[Token]:
    listed, starts, ends = cut_by(TOKENS, masked)
    lowered = map(str.lower if NAMED_IN_CAPITALS.isdisjoint(listed) else lowered_word, listed)
    return list(map(made, zip(listed, lowered, starts, ends, strict=True)))


kept = lru_cache(KEPT_PASSAGES)(cut)


def first_word(text: str) -> str:
    """The first of the `tokens` of a text, in small letters; nothing where there is none."""
    found = TOKENS.search(text)
    return lowered_word(found[0]) if found else ""


made = partial(tuple.__new__, Token)  # as `Token(...)` does, without a step in Python for each word
