"""What the tagger knows of a word by itself: numbers that stand for its spelling, its sort and its company."""

from __future__ import annotations

import re
from zlib import crc32

import numpy as np
import numpy.typing as npt

from verification.extraction.cues import VERBS, Form
from verification.extraction.model import english
from verification.text.word_lists import words

Ints = npt.NDArray[np.uint32]

KNOWN = 30_000  # words that are remembered before the memory is emptied: an article of odd words fills no worker

# Each attribute of a word with the places around a token at which the tagger looks at it.
ATTRIBUTES: tuple[tuple[str, int, int], ...] = (
    ("word", -4, 4),
    ("stem", -2, 2),
    ("suffix3", -1, 1),
    ("suffix2", 0, 0),
    ("shape", -2, 2),
    ("company", -3, 3),
    ("wide_company", -5, 5),
    ("verb", -6, 6),
    ("role", -4, 4),
    ("cue_like", -6, 6),
    ("source_like", -4, 4),
)
REACH = 6
NAMES = tuple(name for name, _, _ in ATTRIBUTES)

NOUNS = words(
    """
    claim claims report reports statement statements allegation allegations accusation accusations belief view views
    opinion argument comment comments remark remarks announcement news rumour rumours rumor rumors fear fears concern
    concerns suggestion notion idea assertion warning warnings testimony account accounts interview letter tweet tweets
    speech poll survey study criticism denial evidence promise plan call calls question questions answer response
    """
)
CLAUSE = words("that whether why how what who which whom whose where when if because while although though as than")
DETERMINERS = words("the a an his her their its this that these those some any no every each another my your our")
CLITICS = words("'s ’s 're ’re 've ’ve 'd ’d 'll ’ll 'm ’m")
GENERIC = words(
    "people others some many voters americans everyone somebody someone anyone nobody critics both most all"
)
DAYS = words(
    """
    monday tuesday wednesday thursday friday saturday sunday yesterday today tomorrow tonight january february march
    april may june july august september october november december week month year morning night afternoon evening
    """
)
PUNCTUATION = {mark: at for at, mark in enumerate(",.:;?!—–-()[]“”\"«»„‘’'…/", start=40)}
ROLE_LISTS = (
    words("he she they it we i you"),
    words("him her them us me who whom"),
    english.MODALS,
    english.AUXILIARIES,
    CLITICS,
    CLAUSE,
    DETERMINERS,
    DAYS,
    english.TITLES,
    english.PLURAL_PEOPLE | GENERIC,
    english.GROUP_HEADS,
    english.ROLES,
    NOUNS,
    english.ADVERBS,
    english.PREPOSITIONS,
)


def number(text: str) -> int:
    """The same number for the same text on every machine."""
    return crc32(text.encode("utf-8", "surrogatepass"))


CLAUSE_MARKS = frozenset(map(number, CLAUSE | {",", ";", ":", "—", "–", "(", ")", "and", "but"}))
# What a word leads to, for the words behind it.
JOINT_OF = {
    number(word): joint
    for joint, listed in enumerate(((",",), ("that", ":", "to", "of"), ("”", '"', "’", "'")), start=1)
    for word in listed
}
SORTS = tuple(
    (re.compile(sort), stands_for)
    for sort, stands_for in (("[A-Z]", "A"), (r"[^\W\d_A-Z]", "a"), ("[0-9]", "0"), (r"(.)\1+", r"\1+"))
)
SMALL, TITLE = number("a+"), number("Aa+")  # the shapes of most words


def shape(word: str) -> int:
    """Letters and figures by their sort, runs of one sort as one."""
    if len(word) == 1:
        sort = "A" if word.isupper() else "a" if word.isalpha() else "0" if word.isdigit() else word
        return number(sort)
    for runs, stands_for in SORTS:
        word = runs.sub(stands_for, word)
    return number(word)


def verb(lowered: str) -> int:
    """Family, form and strength of a verb of speech, 0 for other words."""
    known = VERBS.get(lowered)
    if known is None:
        return 1 if lowered in ("according", "reportedly", "allegedly", "purportedly") else 0
    family = ("say", "call", "deny", "accuse").index(known.family.value)
    form = list(Form).index(known.form)
    return 2 + family * 16 + form * 4 + known.is_strong * 2 + (known.lemma in ("say", "tell", "add"))


def role(lowered: str) -> int:
    """Which kind of little word, role or mark this is, 0 for other words."""
    if lowered in PUNCTUATION:
        return PUNCTUATION[lowered]
    return next((at for at, listed in enumerate(ROLE_LISTS, start=1) if lowered in listed), 0)


def lemma(lowered: str) -> int:
    """A number for a word in any of its forms, where it is a verb of speech."""
    known = VERBS.get(lowered)
    return number(known.lemma if known else lowered)
