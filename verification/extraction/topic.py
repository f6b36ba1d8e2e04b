"""What a claim is about."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

from verification.text.folding import PLAIN, folded
from verification.vocabulary import Topic

from .model.topics import INDEX, INDEXED

MOST_TOPICS = 3
LONGEST_KEPT = 40  # letters of a word
ORDER = {topic: at for at, topic in enumerate(Topic)}
JOINED = ("و", "ف", "ب", "ل", "ک")  # in Arabic "and", "in" and "for" are written as one with the word behind them
ARTICLES = ("ال", "لل")


def topics(text: str) -> tuple[Topic, ...]:
    """The topics of a claim, the one with most words first; `OTHER` where none fits."""
    counts: Counter[Topic] = Counter()
    for word in PLAIN.findall(folded(text)):
        about = kept(word) if len(word) <= LONGEST_KEPT else about_of(word)
        if about:
            counts.update(about)
    found = sorted(counts, key=lambda topic: (-counts[topic], ORDER[topic]))
    return tuple(found[:MOST_TOPICS]) or (Topic.OTHER,)


def about_of(word: str) -> frozenset[Topic]:
    """The topics whose stems a word begins with, as it stands or without what is written in front of it."""
    about = begun(word)
    return begun(bare(word)) if not about and word > "\u0600" else about


kept = lru_cache(8_192)(about_of)


def begun(word: str) -> frozenset[Topic]:
    listed = INDEX.get(word[:INDEXED], ())
    return frozenset(topic for stem, is_whole, topic in listed if (word == stem if is_whole else word.startswith(stem)))


def bare(word: str) -> str:
    """An Arabic word without what is written in front of it as one."""
    if word.startswith(JOINED) and len(word) > 4:
        word = word[1:]
    return word[2:] if word.startswith(ARTICLES) and len(word) > 4 else word
