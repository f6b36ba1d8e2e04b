"""Labelled sentences of speeches (PoliClaim), and the weights of `verifiable.py` that are learned from them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from verification.extraction import verifiable
from verification.extraction.verifiable import Features, Weights, rarity

from .corpus import held_aside
from .labelled import labelled_news
from .logistic import fit_letters, fit_words
from .spelling import spelled

VOTES_FOR = 1.8  # of 3, from which a sentence labelled by a language model counts as verifiable
PULL_WORDS, PULL_COUNTS, PULL_ALIKE = 0.6, 2.0, 4.0
PULL_LETTERS, PULL_COUNTS_LETTERS = 0.2, 1.0
# What letters count beside words, chosen on the speeches that no people labelled, as was that rare words count more.
LETTERS = 0.2
OF_PEOPLE = 2.5  # what a sentence labelled by people counts beside one labelled by a language model


@dataclass(frozen=True, slots=True)
class Spoken:
    """Labelled sentences of speeches: features, labels, weights, and the speech of those that people labelled."""

    found: Features
    right: NDArray[np.float64]
    share: NDArray[np.float64]
    speeches: list[str]  # "" where the label was not a person's

    def fitted(self, chosen: NDArray[np.int64], alike: NDArray[np.float64]) -> Fitted:
        """The weights of the first step, for some of the sentences.

        The mean of two: of words that share what is learned with words used alike, and of the letters of words.
        """
        found, right = self.found.chosen(chosen), self.right[chosen]
        times = np.bincount(found.ids, minlength=verifiable.SIZE)
        words, counts, bias = fit_words(
            found, right, self.share[chosen], alike, rarity(times, len(found)),
            pull=PULL_WORDS, pull_counts=PULL_COUNTS, pull_alike=PULL_ALIKE,
        )  # fmt: skip
        by_letter = spelled(found.words)
        letters, counts_letters, bias_letters = fit_letters(
            found, right, by_letter, rarity(by_letter.times(), len(found)),
            pull=PULL_LETTERS, pull_counts=PULL_COUNTS_LETTERS,
        )  # fmt: skip
        return Fitted(
            hashed=(1 - LETTERS) * words,
            times=times,
            letters=LETTERS * letters,
            letters_times=by_letter.times(),
            counts=(1 - LETTERS) * counts + LETTERS * counts_letters,
            bias=(1 - LETTERS) * bias + LETTERS * bias_letters,
            sentences=len(found),
        )


@dataclass(frozen=True, slots=True)
class Fitted:
    """What is learned and kept, in fewer bits: weights, and in how many of as many sentences each place was seen."""

    hashed: NDArray[np.float64]
    times: NDArray[np.int64]
    letters: NDArray[np.float64]
    letters_times: NDArray[np.int64]
    counts: NDArray[np.float64]
    bias: float
    sentences: int

    @property
    def weights(self) -> Weights:
        return verifiable.read(self.stored())

    def stored(self) -> dict[str, NDArray[Any]]:
        return {
            "hashed": self.hashed.astype(np.float16),
            "times": self.times.astype(np.uint32),
            "letters": self.letters.astype(np.float16),
            "letters_times": self.letters_times.astype(np.uint32),
            "counts": self.counts,
            "bias": np.array(self.bias),
            "sentences": np.array(self.sentences),
        }


def sentences(gold: Path, votes: Path | None) -> Spoken:
    listed: list[tuple[str, float, float, str]] = [
        (s["text"], float(s["label"]), OF_PEOPLE, s["speech"]) for s in lines(gold)
    ]
    listed += [(s["text"], float(s["votes"] > VOTES_FOR), 1.0, "") for s in other_speeches(gold, votes)]
    texts, right, share, speeches = zip(*listed, strict=True)
    return Spoken(verifiable.features(texts), np.array(right), np.array(share), list(speeches))


def other_speeches(gold: Path, votes: Path | None) -> list[dict[str, Any]]:
    """The sentences of speeches that no people labelled: none of theirs must come in through its other copy."""
    known = {s["speech"] for s in lines(gold)}
    return [s for s in lines(votes) if s["speech"] not in known] if votes else []


def plain_texts(votes: Path | None, gold: Path, corpus: Path, without: Path | None) -> list[str]:
    """What word vectors are learned from: no text on which a figure is measured, though labels are not looked at."""
    left_out = {article.name for article in labelled_news(corpus)} | (held_aside(without) if without else frozenset())
    return [s["text"] for s in other_speeches(gold, votes)] + [
        article["text"] for article in lines(corpus) if article["doc"] not in left_out
    ]


def lines(path: Path) -> list[dict[str, Any]]:
    with path.open(encoding="utf-8") as file:
        return [json.loads(line) for line in file]
