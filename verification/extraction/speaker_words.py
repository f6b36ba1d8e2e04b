"""What the words that name a speaker tell of it: where they end, whether they mean several, or nobody at all."""

from __future__ import annotations

from verification.text.word_lists import words

from .clauses import is_past
from .cues import Token
from .model import english, grammar

HEAD_ENDS = english.PREPOSITIONS | words(
    "of for to who which that whose inside outside near across around behind beyond loyal close based living quoted"
)
TIMES = words("monday tuesday wednesday thursday friday saturday sunday today yesterday later earlier")
BEFORE_THE = english.PREPOSITIONS | words("of and or to for both all half inside outside near across around")
ARTICLES = words("the a an its his her their")
TOOK = grammar.ONLY_PAST | words("kept has had was were is are")
RELATIVE = words("which who that")
REFLEXIVE = words("himself herself itself themselves")
SUBJECTS, OBJECTS = words("he she they we you i it"), words("him them us me you")
CONTRACTED = ("n’t", "n't", "’d", "'d", "’re", "'re", "’ve", "'ve", "’ll", "'ll")
SOME = words("one some several many most two three four five both all none few")
OF_THEM = words("them those these")
COUNTS = words("two three four five six seven eight nine ten dozens hundreds thousands several many some most")
PLURALS = words("people men women children staff crew families parents")
PAPERS_OF = words("figures data statistics records documents emails letters papers estimates polls news reports")
PARTS = ("one of ", "some of ", "another of ")
# Whom an article leaves unnamed: no other word for somebody with a name.
NAMELESS = words("source witness resident survivor villager victim informant insider relative neighbour neighbor")
LEAST_GERUND = 5
SPANS = words("hour day week month year minute moment decade")


def may_be(name: str, noun: str) -> bool:
    """Whether "the minister" can be another word for a speaker: one with a name, or called the same before."""
    return (name[:1].isupper() and noun not in NAMELESS) or noun in name.lower().split()


def predicate(line: list[Token]) -> int:
    """Where a verb stands that is none of a speaker's words: "kept" of "The bank kept rates at 4 per cent"."""
    for at, token in enumerate(line):
        if at and token.text in TOOK:
            return at
        if token.lower in RELATIVE:
            break
    return len(line)


def restart(line: list[Token]) -> int:
    """Where a speaker begins behind words that no comma closes: "the army" of "its website the army"."""
    for at in range(len(line) - 1, 1, -1):
        ahead = line[at - 1].lower
        if ahead in RELATIVE | {"whom"}:
            return 0  # "a panel that the minister appointed"
        if ahead.endswith("ing") and len(ahead) > LEAST_GERUND:
            continue  # "lawyers monitoring the war"
        if line[at].lower == "the" and ahead not in BEFORE_THE and line[0].lower != "the":
            return at
    return 0


def is_several(first: str, noun: str) -> bool:
    """Whether a description is of several people: "four former workers", "angry parents"."""
    if first in COUNTS or first.isdigit() or noun in PLURALS:
        return True
    return noun.endswith("s") and not noun.endswith(("ss", "us", "is", "’s", "'s")) and noun not in PAPERS_OF


def is_clause(line: list[Token]) -> bool:
    """Whether what should be a speaker is a piece of a clause: "he didn’t", "You’d", "reviewed them"."""
    listed = [token.lower for token in line]
    if any(word.endswith(CONTRACTED) for word in listed):
        return True
    is_described = not RELATIVE.isdisjoint(listed[1:])  # "the company that employs them"
    if len(listed) > 1 and (listed[0] in SUBJECTS or (listed[-1] in OBJECTS and not is_described)):
        return listed[-2:-1] != ["of"]
    is_verb = len(listed) > 1 and line[0].text.islower() and is_past(listed[0])
    return is_verb and (line[1].text[0].isupper() or listed[1] in english.PREPOSITIONS | ARTICLES)


def after_time(line: list[Token]) -> int:
    """Past "Two days later" or "Last week" before a speaker."""
    if len(line) > 2 and line[0].lower in ("last", "this") and line[1].lower in SPANS:
        return 2
    for at, token in enumerate(line[:4]):
        if token.lower in ("later", "earlier", "afterwards", "ago") and line[at - 1].lower.rstrip("s") in SPANS and at:
            return at + 1
    return 0


def before_time(line: list[Token]) -> list[Token]:
    """A speaker's words without when they spoke: "Egypt Tuesday termed it", "the army on Thursday", "Riad at first".

    Nor with "himself" behind them.
    """
    ends = len(line) - (len(line) > 1 and line[-1].lower in REFLEXIVE)
    while ends > 1 and (
        line[ends - 1].lower in TIMES or (line[ends - 1].lower == "first" and line[ends - 2].lower == "at")
    ):
        ends -= 1
        while ends > 1 and line[ends - 1].lower in ("on", "late", "early", "earlier", "at", "last", "this"):
            ends -= 1
    return line[:ends]


def head_of(line: list[Token]) -> list[Token]:
    """The noun phrase without what hangs on it: "leader" of "leader of the party"."""
    for at, token in enumerate(line):
        if at and token.lower in HEAD_ENDS:
            return line[:at]
    return line
