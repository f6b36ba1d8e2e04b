"""Labelled articles as rows of features, for fitting and for measuring check-worthiness."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from verification.extraction import engine
from verification.extraction.scoring import matches
from verification.extraction.worth_features import DISPUTED, FEATURES, statement_of
from verification.extraction.worthiness import table
from verification.vocabulary import Dispute

from .gold_articles import gold_articles

CLAIM, EITHER = "claim", "either"


@dataclass(frozen=True, slots=True)
class Labelled:
    """One article with its units: start, end and kind of each (`docs/models/worthiness.md`)."""

    name: str
    text: str
    units: Sequence[tuple[int, int, str]]


@dataclass(frozen=True, slots=True)
class Rows:
    """Statements of labelled units: features, whether the unit is a claim, its share of the unit, unit and article."""

    features: NDArray[np.float64]
    right: NDArray[np.float64]
    share: NDArray[np.float64]
    unit: NDArray[np.int64]
    article: NDArray[np.int64]  # of each row
    unit_right: NDArray[np.bool_]
    unit_article: NDArray[np.int64]


def labelled_news(corpus: Path) -> list[Labelled]:
    """The articles of the PolNeAR corpus that were labelled; the labels hold places and hashes, no text."""
    texts = {}
    with corpus.open(encoding="utf-8") as lines:
        for line in lines:
            text = json.loads(line)["text"]
            texts[hashlib.sha256(text.encode()).hexdigest()] = text
    stored = files("verification.extraction.training").joinpath("labelled_news.jsonl").read_text("utf-8")
    found = [json.loads(line) for line in stored.splitlines()]
    return [
        Labelled(article["doc"], texts[article["sha256"]], [tuple(unit) for unit in article["units"]])
        for article in found
        if article["sha256"] in texts
    ]


def from_gold(gold: Path, texts: Path) -> list[Labelled]:
    """The articles of a gold file; `texts` is a folder with their files or a corpus that holds them."""
    return [
        Labelled(name, text, [(unit["start"], unit["end"], unit["kind"]) for unit in units])
        for name, (units, text) in gold_articles(gold, texts).items()
    ]


def rows_of(articles: Iterable[Labelled]) -> Rows:
    """The statements of English articles; those that hold to several units count for each."""
    features: list[Any] = []
    right: list[float] = []
    share: list[float] = []
    of_unit: list[int] = []
    of_article: list[int] = []
    unit_right: list[bool] = []
    unit_article: list[int] = []
    for number, article in enumerate(articles):
        seen, spans = statements(article.text)
        for start, end, kind in article.units:
            if kind == EITHER:
                continue
            here = [at for at, (a, b) in enumerate(spans) if matches({"start": start, "end": end}, a, b)]
            features += [seen[at] for at in here]
            right += [float(kind == CLAIM)] * len(here)
            share += [1 / max(1, len(here))] * len(here)
            of_unit += [len(unit_right)] * len(here)
            of_article += [number] * len(here)
            unit_right.append(kind == CLAIM)
            unit_article.append(number)
    return Rows(
        np.array(features).reshape(-1, len(FEATURES)),
        np.array(right),
        np.array(share),
        np.array(of_unit, dtype=np.int64),
        np.array(of_article, dtype=np.int64),
        np.array(unit_right, dtype=np.bool_),
        np.array(unit_article, dtype=np.int64),
    )


def statements(text: str) -> tuple[NDArray[np.float64], list[tuple[int, int]]]:
    """The features of all that an English text states, kept or not, and where each stands."""
    reading = engine.read(text, engine.ENGLISH)
    found = [(unit, statement_of(*unit)) for unit in reading.units()]
    known = [(unit, statement) for unit, statement in found if statement is not None]
    spans = [engine.within(text, *unit) for unit, _ in known]
    seen = table([statement for _, statement in known])
    disputes = {(c.start, c.end): c.dispute for c in engine.extract(text, engine.ENGLISH)}
    for at, span in enumerate(spans):
        name = DISPUTED.get(disputes.get((span.start, span.end), Dispute.NONE))
        if name is not None:
            seen[at, FEATURES.index(name)] = 1.0
    return seen, [(span.start, span.end) for span in spans]
