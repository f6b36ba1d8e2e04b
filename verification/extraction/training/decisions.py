"""Check-worthiness fitted to what a project's annotators decided, and held against the weights in use before.

Whoever judged a claim kept it; who skipped it as no claim did not; who added one by hand says that it was missed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from verification.extraction.ranking import SEED, average_precision, calibration_error, interval
from verification.extraction.scoring import matches
from verification.extraction.worth_features import FEATURES
from verification.extraction.worth_model import WorthModel
from verification.extraction.worthiness import ENGLISH_THRESHOLD

from .labelled import statements
from .logistic import fit

LEAST_DECISIONS, LEAST_OF_EACH, LEAST_ARTICLES = 100, 15, 8
FOLDS = 5
PULL, PULL_BIAS = 8.0, 1.0
TOLERANCE = 0.01  # of average precision: a loss that cannot be told from none
LOST = 0.03  # of the claims that people kept: more than this must not fall below the threshold
FIGURES = ("average_precision", "recall", "precision", "brier", "calibration_error")


@dataclass(frozen=True, slots=True)
class Decision:
    """What people decided about one claim: where it stands, and how many kept and how many refused it."""

    start: int
    end: int
    kept: int
    refused: int
    added: bool = False


@dataclass(frozen=True, slots=True)
class Decided:
    """An article with the decisions about its claims."""

    text: str
    decisions: Sequence[Decision]


@dataclass(frozen=True, slots=True)
class Table:
    """A row for each decision that meets a statement; `unread` counts those that meet none."""

    features: NDArray[np.float64]
    kept: NDArray[np.float64]  # share of the people, 0 to 1
    article: NDArray[np.int64]
    added: int
    unread: int

    @property
    def is_kept(self) -> NDArray[np.bool_]:
        return np.asarray(self.kept >= 0.5)


def table_of(articles: Iterable[Decided]) -> Table:
    features: list[Any] = []
    kept: list[float] = []
    of_article: list[int] = []
    added = unread = 0
    for number, article in enumerate(articles):
        seen, spans = statements(article.text)
        for decision in article.decisions:
            unit = {"start": decision.start, "end": decision.end}
            best = max(
                (at for at, (start, end) in enumerate(spans) if matches(unit, start, end)),
                key=lambda at: min(spans[at][1], decision.end) - max(spans[at][0], decision.start),
                default=None,
            )
            if best is None:
                unread += 1
                continue
            features.append(seen[best])
            kept.append(decision.kept / (decision.kept + decision.refused))
            of_article.append(number)
            added += decision.added
    return Table(
        np.array(features).reshape(-1, len(FEATURES)),
        np.array(kept),
        np.array(of_article, dtype=np.int64),
        added,
        unread,
    )


@dataclass(frozen=True, slots=True)
class Wanting:
    """How many more are needed before anything is fitted: decisions, of them kept and refused, and articles."""

    decisions: int
    kept: int
    refused: int
    articles: int


def wanting(table: Table) -> Wanting | None:
    """None where there are enough."""
    kept = int(table.is_kept.sum())
    found = Wanting(
        max(0, LEAST_DECISIONS - len(table.kept)),
        max(0, LEAST_OF_EACH - kept),
        max(0, LEAST_OF_EACH - (len(table.kept) - kept)),
        max(0, LEAST_ARTICLES - len(np.unique(table.article))),
    )
    return found if any((found.decisions, found.kept, found.refused, found.articles)) else None


@dataclass(frozen=True, slots=True)
class Fitted:
    """New weights, and the figures of the old and the new on articles that the new ones never saw."""

    model: WorthModel
    before: dict[str, float | None]
    after: dict[str, float | None]
    difference: dict[str, tuple[float, float] | None]

    @property
    def is_no_worse(self) -> bool:
        """Whether it ranks no worse, by the interval of the difference, loses no claims and is believed no less."""
        ranks = self.difference["average_precision"]
        lost = (self.before["recall"] or 0) - (self.after["recall"] or 0)
        off = (self.after["brier"] or 0) - (self.before["brier"] or 0)
        return ranks is not None and ranks[0] >= -TOLERANCE and lost <= LOST and off <= 0


def fitted(table: Table, before: WorthModel) -> Fitted:
    """Weights pulled towards `before`, so that few decisions change little."""
    everything = np.arange(len(table.kept))
    old = before.scores(table.features)
    new = np.zeros(len(table.kept))
    articles = np.unique(table.article)
    shuffled = np.random.default_rng(SEED).permutation(articles)
    for fold in range(min(FOLDS, len(articles))):
        unseen = np.isin(table.article, shuffled[fold::FOLDS])
        new[unseen] = _fit(table, everything[~unseen], before).scores(table.features[unseen])
    groups = table.article.tolist()

    def figure(name: str, scores: NDArray[np.float64], rows: NDArray[np.int64]) -> float | None:
        return _figures(scores[rows], table.kept[rows], table.is_kept[rows])[name]

    def gained(name: str, rows: NDArray[np.int64]) -> float | None:
        then, now = figure(name, old, rows), figure(name, new, rows)
        return None if then is None or now is None else now - then

    return Fitted(
        _fit(table, everything, before),
        _figures(old, table.kept, table.is_kept),
        _figures(new, table.kept, table.is_kept),
        {name: interval(groups, lambda rows, name=name: gained(name, rows)) for name in FIGURES},  # type: ignore[misc]
    )


def _figures(
    scores: NDArray[np.float64], kept: NDArray[np.float64], is_kept: NDArray[np.bool_]
) -> dict[str, float | None]:
    proposed = scores >= ENGLISH_THRESHOLD
    return {
        "average_precision": average_precision(scores, is_kept),
        "recall": float(proposed[is_kept].mean()) if is_kept.any() else None,
        "precision": float(is_kept[proposed].mean()) if proposed.any() else None,
        "brier": float(((scores - kept) ** 2).mean()) if len(scores) else None,
        "calibration_error": calibration_error(scores, is_kept),
    }


def _fit(table: Table, rows: NDArray[np.int64], before: WorthModel) -> WorthModel:
    weights, bias = fit(
        table.features[rows],
        table.kept[rows],
        np.ones(len(rows)),
        known=before.weights,
        known_bias=before.bias,
        pull=PULL,
        pull_bias=PULL_BIAS,
    )
    return WorthModel(FEATURES, weights, bias)
