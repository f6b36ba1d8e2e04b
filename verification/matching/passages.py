"""Passages of another article that bear on a claim, ranked, each with what it shares with the claim; never a stance."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from verification.text.segment import paragraphs, sentences

from .features import Features, features, meanings
from .pair import Pair, pair_of

LONGEST_TEXT = 100_000  # code points of an article that are looked through
LONGEST, LEAST_WORDS = 600, 4
MOST = 2  # of one article beside one claim
LEAST_SCORE = 0.4


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of an article, with what its words mean; offsets count code points of the text."""

    start: int
    end: int
    said: str
    meanings: frozenset[str]
    language: str | None  # a primary code; None is read as English

    @property
    def read(self) -> Features:
        """Its features: of the few sentences alone that share a name with a claim."""
        # Asked as of a claim that says the same, which is mostly known already.
        return features(self.said, False, self.language)


@dataclass(frozen=True, slots=True)
class Found:
    """A passage that bears on a claim: how much (0 to 1), and what is in both."""

    start: int
    end: int
    score: float
    reason: str


def sentences_of(text: str, language: str | None = None) -> list[Sentence]:
    """The sentences of an article that say enough to be compared; linear in its length."""
    text = text[:LONGEST_TEXT]
    found: list[Sentence] = []
    for paragraph in paragraphs(text):
        for span in sentences(text, paragraph):
            words = span.slice(text)
            if len(words) <= LONGEST and len(words.split()) >= LEAST_WORDS:
                found.append(Sentence(span.start, span.end, words, meanings(words), language))
    return found


def bearing_on(claim: Features, listed: Sequence[Sentence], *, taken: Iterable[tuple[int, int]] = ()) -> list[Found]:
    """The passages that bear most on the claim, best first; none that overlap what is `taken` already."""
    spans = list(taken)
    found: list[Found] = []
    for sentence in listed:
        if claim.names.isdisjoint(sentence.meanings) or claim.names.isdisjoint(sentence.read.words):
            continue
        if any(start < sentence.end and sentence.start < end for start, end in spans):
            continue
        pair = pair_of(claim, sentence.read)
        score = _score(pair)
        if score >= LEAST_SCORE:
            found.append(Found(sentence.start, sentence.end, round(score, 3), _reason(pair)))
    return sorted(found, key=lambda passage: (-passage.score, passage.start))[:MOST]


def _score(pair: Pair) -> float:
    """How much of the claim the sentence speaks of; 0 where names and words do not speak for one event."""
    shared = pair.one.words.keys() & pair.other.words.keys() - pair.names
    anchors = pair.evidence + len(pair.differing)
    if pair.is_another() or anchors + len(shared) < 4 or not (anchors >= 2 or len(shared) >= 3):
        return 0.0
    # Of the claim's weight, what the sentence has too: a long sentence may say much more besides.
    common = sum(weight for word, weight in pair.one.words.items() if word in pair.other.words)
    return min(1.0, common / pair.one.weight) * 0.9 if pair.one.weight else 0.0


def _reason(pair: Pair) -> str:
    """What is in both, as the claim writes it, and what the sentence adds."""
    listed = [word for stem, word in pair.one.shown.items() if stem in pair.names][:4]
    reason = f"Speaks of {', '.join(pair.one.in_a_row(listed))} too"
    if pair.differing:
        reason += f", with another number: {pair.differing[0][1].value:,g}"
    elif pair.agreed:
        reason += f", with the same number: {pair.agreed[0][1].value:,g}"
    if pair.other.is_negative and not pair.one.is_negative:
        reason += ", with a denial"
    return reason + "."
