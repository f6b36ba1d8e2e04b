"""What a claim is about."""

from __future__ import annotations

from functools import lru_cache

from verification.text.folding import PLAIN, folded
from verification.vocabulary import Topic

from .model.topics import BY_HAND, INDEX, INDEXED, KILLING, NATURE, OTHERWISE, PLACED
from .passage import Passage
from .said import Said

MOST_TOPICS = 3
LONGEST_KEPT = 40  # letters of a word
LONGEST_TEXT = 1_000  # characters of a claim that is kept: what it is about is asked for several times
ORDER = {topic: at for at, topic in enumerate(Topic)}
JOINED = ("و", "ف", "ب", "ل", "ک")  # in Arabic "and", "in" and "for" are written as one with the word behind them
ARTICLES = ("ال", "لل")


def told(passage: Passage, said: Said, text: str) -> str:
    """`text`, a claim as it stands in a passage, without who says it: a "leader of the Front" is no topic."""
    frame = said.frame
    if frame is None or frame.source is None or not said.chain:
        return text
    start, end = min(frame.source[0], frame.cue[0]), max(frame.source[1], frame.cue[1])
    if start < said.content[0] < end:
        start, end = frame.source
    spoken = passage.text[start:end]
    return text.replace(spoken, " ", 1) if start >= said.span[0] and end <= said.span[1] else text


def topics(text: str) -> tuple[Topic, ...]:
    """The topics of a claim, the one with most words first; `OTHER` where none fits."""
    return kept_topics(text) if len(text) <= LONGEST_TEXT else topics_of(text)


def topics_of(text: str) -> tuple[Topic, ...]:
    lowered = OTHERWISE.sub(" ", folded(PLACED.sub(r"\1", text)))
    counts = counted(lowered)
    if Topic.VIOLENCE in counts and NATURE.search(lowered) and not BY_HAND.search(lowered):
        counts = counted(KILLING.sub(" dead ", lowered))  # measles and floods kill, and do no violence
    found = sorted(counts, key=lambda topic: (-counts[topic], ORDER[topic]))
    return tuple(found[:MOST_TOPICS]) or (Topic.OTHER,)


def counted(lowered: str) -> dict[Topic, int]:
    """How many of the words speak of each topic."""
    counts: dict[Topic, int] = {}
    listed = PLAIN.findall(lowered)
    is_short = max(map(len, listed), default=0) <= LONGEST_KEPT
    for about in filter(None, map(kept if is_short else about_of, listed)):  # most words are about nothing
        for topic in about:
            counts[topic] = counts.get(topic, 0) + 1
    return counts


kept_topics = lru_cache(256)(topics_of)


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
