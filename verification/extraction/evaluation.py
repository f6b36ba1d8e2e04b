"""An engine against labelled articles: figures in all and by language, their intervals, and reliability."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from verification.text.documents import read
from verification.text.language import identify
from verification.text.normalise import normalise

from .candidate import Candidate
from .ranking import Bin, average_precision, calibration_error, interval, reliability
from .scoring import Score, Share, gold_units, matches, score

EITHER, CLAIM = "either", "claim"
UNKNOWN = "unknown"
Range = tuple[float, float] | None


class Unscorable(ValueError):
    """The gold file and the texts do not belong together; says what to do."""


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """A labelled article: its units as `scoring.gold_units` gives them, and its normalised text."""

    name: str
    text: str
    language: str
    units: Sequence[Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Ranked:
    """For each scored unit the highest score of its claims (-1: none), whether it is a claim, and its article."""

    scores: NDArray[np.float64]
    right: NDArray[np.bool_]
    article: list[str]

    def recall(self, rows: NDArray[np.int64]) -> float | None:
        right = self.right[rows]
        return float((self.scores[rows] >= 0)[right].mean()) if right.any() else None

    def precision(self, rows: NDArray[np.int64]) -> float | None:
        found = self.scores[rows] >= 0
        return float(self.right[rows][found].mean()) if found.any() else None

    def average_precision(self, rows: NDArray[np.int64]) -> float | None:
        return average_precision(self.scores[rows], self.right[rows])

    def calibration_error(self, rows: NDArray[np.int64]) -> float | None:
        return calibration_error(self.scores[rows], self.right[rows])


@dataclass(frozen=True, slots=True)
class Figures:
    """One row: the articles of a language, or all of them."""

    language: str | None
    articles: int
    units: int
    score: Score
    average_precision: float | None
    calibration_error: float | None

    @property
    def f1(self) -> float | None:
        recall, precision = self.score.recall, self.score.precision
        both = recall.of + precision.of
        return round(2 * recall.right / both, 3) if both else None

    def shares(self) -> dict[str, Share]:
        found = self.score
        return {
            "recall": found.recall,
            "precision": found.precision,
            "named_claimants": found.named_claimants,
            "own_voice": found.own_voice,
            "dispute_recall": found.dispute_recall,
            "dispute_precision": found.dispute_precision,
            "link_recall": found.link_recall,
            "link_precision": found.link_precision,
        }


@dataclass(frozen=True, slots=True)
class Evaluation:
    """All languages first, then each; intervals are over articles drawn anew."""

    rows: list[Figures]
    intervals: dict[str, Range]
    reliability: list[Bin]


def evaluate(articles: Iterable[GoldArticle], extract: Callable[[str, str | None], list[Candidate]]) -> Evaluation:
    """The figures of an engine; it is told each article's language, as a project would know it."""
    found = [
        (article, extract(article.text, article.language if article.language != UNKNOWN else None))
        for article in articles
    ]
    languages = sorted({article.language for article, _ in found})
    rows = [figures(None, found)]
    if len(languages) > 1:
        rows += [figures(one, [pair for pair in found if pair[0].language == one]) for one in languages]
    ranking = ranked(found)
    names = ("recall", "precision", "average_precision", "calibration_error")
    return Evaluation(
        rows,
        {name: interval(ranking.article, getattr(ranking, name)) for name in names},
        reliability(ranking.scores, ranking.right),
    )


def figures(language: str | None, found: Sequence[tuple[GoldArticle, list[Candidate]]]) -> Figures:
    ranking = ranked(found)
    return Figures(
        language,
        len(found),
        len(ranking.scores),
        score((list(map(dict, article.units)), candidates) for article, candidates in found),
        average_precision(ranking.scores, ranking.right),
        calibration_error(ranking.scores, ranking.right),
    )


def ranked(found: Sequence[tuple[GoldArticle, list[Candidate]]]) -> Ranked:
    scores: list[float] = []
    right: list[bool] = []
    names: list[str] = []
    for article, candidates in found:
        for unit in article.units:
            if unit["kind"] == EITHER:
                continue
            of_unit = [c.check_worthiness for c in candidates if matches(dict(unit), c.start, c.end)]
            scores.append(max(of_unit, default=-1.0))
            right.append(unit["kind"] == CLAIM)
            names.append(article.name)
    return Ranked(np.array(scores, dtype=np.float64), np.array(right, dtype=np.bool_), names)


def gold_articles(gold: Path, folders: Sequence[Path], corpus: Path | None = None) -> list[GoldArticle]:
    """The articles of a gold file with their texts, from folders of files or from a corpus of {"doc", "text"} lines.

    Raises Unscorable where a text is missing, or labels do not stand in it where they say.
    """
    try:
        units = gold_units(gold)
    except (OSError, ValueError, KeyError) as problem:
        raise Unscorable(
            f"{gold} is no gold file ({problem}): one unit a line, with doc, start, end and kind."
        ) from problem
    of_corpus = _texts(corpus) if corpus else {}
    return [_article(name, of_article, folders, of_corpus) for name, of_article in units.items()]


def _texts(corpus: Path) -> dict[str, str]:
    with corpus.open(encoding="utf-8") as lines:
        return {row["doc"]: row["text"] for row in map(json.loads, lines)}


def _article(
    name: str, units: list[dict[str, Any]], folders: Sequence[Path], of_corpus: Mapping[str, str]
) -> GoldArticle:
    text = of_corpus.get(name)
    if text is None:
        path = next((folder / name for folder in folders if (folder / name).is_file()), None)
        if path is None:
            raise Unscorable(f"The text of {name} is missing. Name its folder with --texts, or a corpus with --corpus.")
        text = normalise(read(path.read_bytes(), name).text).text
    for unit in units:
        labelled = unit.setdefault("text", text[unit["start"] : unit["end"]])
        as_hashed = unit.get("sha256")
        if labelled != text[unit["start"] : unit["end"]] or (
            as_hashed and as_hashed != hashlib.sha256(text.encode()).hexdigest()
        ):
            raise Unscorable(f"The text of {name} is not the one that was labelled: unit {unit.get('i')} differs.")
        unit.setdefault("claimants", [])
        unit.setdefault("dispute", ["none"])
        unit.setdefault("against", [])
    return GoldArticle(name, text, identify(text) or UNKNOWN, units)
