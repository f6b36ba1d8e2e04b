"""What a claim is about."""

from __future__ import annotations

from collections import Counter

from verification.text.folding import PLAIN, folded
from verification.vocabulary import Topic

from .model.topics import INDEX, INDEXED

MOST_TOPICS = 3
ORDER = {topic: at for at, topic in enumerate(Topic)}
JOINED = ("و", "ف", "ب", "ل", "ک")  # in Arabic "and", "in" and "for" are written as one with the word behind them
ARTICLES = ("ال", "لل")


def topics(text: str) -> tuple[Topic, ...]:
    """The topics of a claim, the one with most words first; `OTHER` where none fits."""
    counts: Counter[Topic] = Counter()
    for word in PLAIN.findall(folded(text)):
        about = about_of(word)
        if not about and word > "\u0600":
            about = about_of(bare(word))
        counts.update(about)
    found = sorted(counts, key=lambda topic: (-counts[topic], ORDER[topic]))
    return tuple(found[:MOST_TOPICS]) or (Topic.OTHER,)


def about_of(word: str) -> set[Topic]:
    """The topics whose stems a word begins with."""
    listed = INDEX.get(word[:INDEXED])
    if not listed:
        return set()
    return {topic for stem, is_whole, topic in listed if (word == stem if is_whole else word.startswith(stem))}


def bare(word: str) -> str:
    """An Arabic word without what is written in front of it as one."""
    if word.startswith(JOINED) and len(word) > 4:
        word = word[1:]
    return word[2:] if word.startswith(ARTICLES) and len(word) > 4 else word
