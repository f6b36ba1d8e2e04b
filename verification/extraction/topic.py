"""What a claim is about."""

from __future__ import annotations

from verification.vocabulary import Topic

from .model.topics import PATTERNS

MOST_TOPICS = 3


def topics(text: str) -> tuple[Topic, ...]:
    """The topics of a claim, the one with most words first; `OTHER` where none fits."""
    lowered = text.lower()
    counts = [(len(pattern.findall(lowered)), topic) for topic, pattern in PATTERNS.items()]
    found = sorted((pair for pair in counts if pair[0]), key=lambda pair: -pair[0])
    return tuple(topic for _, topic in found[:MOST_TOPICS]) or (Topic.OTHER,)
