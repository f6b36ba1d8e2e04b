"""Makes the weights of check-worthiness: `python -m verification.extraction.training.worthiness --help`.

Two steps: whether a sentence can be checked, learned from speeches (PoliClaim); then what that and the signs of
news weigh together, learned from labelled articles. Prints the figures of `docs/models/worthiness.md`.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from verification.extraction import verifiable, worth_model
from verification.extraction.ranking import SEED, average_precision, calibration_error, interval, macro_f1, reliability
from verification.extraction.worth_features import AGAINST, FEATURES, FOR
from verification.extraction.worth_model import WorthModel
from verification.extraction.worthiness import ENGLISH_THRESHOLD

from .labelled import Labelled, Rows, from_gold, labelled_news, rows_of
from .logistic import fit
from .speeches import Fitted, Spoken, plain_texts, sentences
from .word_vectors import word_vectors

MODEL = Path(worth_model.__file__).with_name("model")
PARTS = 10
PULL = 4.0
# What was known before any label: which way each sign points. Few labels move the signs that are rare.
KNOWN = {
    "verifiable": 0.6, "stage": -3.0, "calls": -1.0, "warns_against": -2.0, "must_first": -1.5, "will_first": -2.0,
    "no_clause": -1.0, "short": -0.5, "nested": 1.0, "denies": 1.5, "accuses": 1.5, "deed": 0.8, "heading": -0.3,
    "labels": -0.5, "we_outside_quotes": -0.5, "names": 0.5, "number_of": 0.5, "denied_elsewhere": 0.8, "doubted": 0.5,
    "beside": 0.8, "of_others": 0.5, "tells_who": 0.5, "title_case": -0.7,
    **dict.fromkeys(FOR, 0.5), **dict.fromkeys(AGAINST, -0.7),
}  # fmt: skip
KNOWN_BIAS = -1.0


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m verification.extraction.training.worthiness")
    parser.add_argument("--policlaim", type=Path, required=True, help="labelled sentences of speeches (JSON Lines)")
    parser.add_argument("--votes", type=Path, help="more of them, with the votes of a language model")
    parser.add_argument("--polnear", type=Path, required=True, help="the corpus whose labelled articles are read")
    parser.add_argument(
        "--gold", nargs=3, action="append", default=[], metavar=("GOLD", "TEXTS", "TIMES"),
        help="labelled articles, the folder or the corpus with their texts, and how much each of their units counts",
    )  # fmt: skip
    parser.add_argument(
        "--without", type=Path, metavar="HELD_ASIDE", help="learn nothing from the corpus's articles (`doc`) of a file"
    )
    parser.add_argument("--report", action="store_true", help="print the figures and write nothing")
    one = parser.add_mutually_exclusive_group()
    one.add_argument("--first-alone", action="store_true", help="leave the second step's weights as they are")
    one.add_argument("--second-alone", action="store_true", help="leave the first step's weights as they are")
    chosen = parser.parse_args(arguments)
    if not chosen.second_alone:
        learn_verifiable(chosen)
    articles = labelled_news(chosen.polnear)
    times = [1.0] * len(articles)
    for gold, texts, counts in chosen.gold:
        found = from_gold(Path(gold), Path(texts))
        articles += found
        times += [float(counts)] * len(found)
    rows = rows_of(articles)
    rows.share[:] *= np.array(times)[rows.article]
    report_worthiness(rows, articles)
    if not (chosen.report or chosen.first_alone):
        (MODEL / "worthiness.npz").write_bytes(calibrated(rows, np.ones(len(rows.right), dtype=np.bool_)).to_bytes())
    return 0


def learn_verifiable(chosen: argparse.Namespace) -> None:
    spoken = sentences(chosen.policlaim, chosen.votes)
    alike = word_vectors(plain_texts(chosen.votes, chosen.policlaim, chosen.polnear, chosen.without))
    report_verifiable(spoken, alike)
    if not chosen.report:
        write_verifiable(spoken.fitted(np.arange(len(spoken.right)), alike))


def report_verifiable(spoken: Spoken, alike: NDArray[np.float64]) -> None:
    """Each sentence that people labelled, scored by weights that never saw it, and by some that never saw its speech.

    Ten parts are how the corpus is commonly cross-validated; new speeches are the harder and the more honest test.
    What the sentences beside it add is scored by weights that saw none of those that people labelled.
    """
    of = np.array(spoken.speeches)
    people = np.flatnonzero(of != "")
    right, of = spoken.right[people] > 0, of[people]
    others = np.flatnonzero(np.array(spoken.speeches) == "")
    around = np.zeros(len(people))
    if len(others):
        unlabelled = verifiable.logits(spoken.found.chosen(people), spoken.fitted(others, alike).weights)
        for speech in np.unique(of):
            around[of == speech] = verifiable.beside(unlabelled[of == speech])
    for name, parts in (("in ten parts", in_parts(right)), (f"each of {len(set(of))} speeches", of)):
        alone = unseen_logits(spoken, alike, people, parts)
        print(f"Verifiable or not, {len(people)} sentences, {name} held aside in turn:")
        figures(alone, right, list(of))
        print(" with the sentences beside each:")
        figures(alone + around, right, list(of))


def figures(logits: NDArray[np.float64], labels: NDArray[np.bool_], groups: Sequence[str]) -> None:
    figure(
        "average precision",
        average_precision(logits, labels),
        interval(groups, lambda rows: average_precision(logits[rows], labels[rows])),
    )
    figure(
        "macro-F1",
        macro_f1(logits > 0, labels),
        interval(groups, lambda rows: macro_f1(logits[rows] > 0, labels[rows])),
    )


def in_parts(labels: NDArray[np.bool_]) -> NDArray[np.int64]:
    """The part of each sentence, drawn at random; every part has the same share of those that can be checked."""
    chance = np.random.default_rng(SEED)
    parts = np.zeros(len(labels), dtype=np.int64)
    for label in (False, True):
        drawn = chance.permutation(np.flatnonzero(labels == label))
        parts[drawn] = np.arange(len(drawn)) % PARTS
    return parts


def unseen_logits(
    spoken: Spoken, alike: NDArray[np.float64], people: NDArray[np.int64], parts: NDArray[Any]
) -> NDArray[np.float64]:
    """The log odds of the sentences `people`, each part of them by weights of all sentences but its own."""
    logits = np.zeros(len(people))
    for part in np.unique(parts):
        unseen = people[parts == part]
        seen = np.setdiff1d(np.arange(len(spoken.right)), unseen)
        logits[parts == part] = verifiable.logits(spoken.found.chosen(unseen), spoken.fitted(seen, alike).weights)
    return logits


def write_verifiable(found: Fitted) -> None:
    np.savez_compressed(MODEL / "verifiable.npz", allow_pickle=False, **found.stored())
    verifiable.shipped.cache_clear()


def fitted(rows: Rows, chosen: NDArray[np.bool_]) -> WorthModel:
    """The weights of the second step, for some of the rows."""
    known = np.array([KNOWN.get(name, 0.0) for name in FEATURES])
    weights, bias = fit(
        rows.features[chosen], rows.right[chosen], rows.share[chosen], known=known, known_bias=KNOWN_BIAS, pull=PULL
    )
    return WorthModel(FEATURES, weights, bias)


def calibrated(rows: Rows, chosen: NDArray[np.bool_]) -> WorthModel:
    """The same weights, drawn together by as much as they promise too much of articles that they never saw."""
    logits = np.zeros(len(rows.right))
    part = part_of(rows.article)
    for held in np.unique(part[chosen]):
        unseen = chosen & (part == held)
        found = fitted(rows, chosen & ~unseen)
        logits[unseen] = rows.features[unseen] @ found.weights + found.bias
    (by,), more = fit(
        logits[chosen, None], rows.right[chosen], rows.share[chosen], known=np.ones(1), known_bias=0.0, pull=1.0
    )
    found = fitted(rows, chosen)
    return WorthModel(FEATURES, found.weights * by, found.bias * by + more)


def part_of(articles: NDArray[np.int64]) -> NDArray[np.int64]:
    """The part of each row, drawn by article."""
    return np.random.default_rng(SEED).integers(0, PARTS, int(articles.max(initial=0)) + 1)[articles]


def held_aside(rows: Rows) -> NDArray[np.float64]:
    """For each unit the highest score of its statements by weights that never saw its article; -1 without any."""
    scores = np.full(len(rows.unit_right), -1.0)
    part = part_of(rows.article)
    for held in np.unique(part):
        unseen = part == held
        found = calibrated(rows, ~unseen).scores(rows.features[unseen])
        np.maximum.at(scores, rows.unit[unseen], found)
    return scores


def report_worthiness(rows: Rows, articles: Sequence[Labelled]) -> None:
    scores, right, groups = held_aside(rows), rows.unit_right, rows.unit_article.tolist()
    kept = scores >= ENGLISH_THRESHOLD
    print(f"\nWorth checking or not, {len(right)} units of {len(articles)} articles, each tenth held aside in turn:")
    figure(
        "average precision",
        average_precision(scores, right),
        interval(groups, lambda rows: average_precision(scores[rows], right[rows])),
    )
    print(f"  at {ENGLISH_THRESHOLD}: precision {(kept & right).sum() / kept.sum():.3f}, ", end="")
    print(f"recall {(kept & right).sum() / right.sum():.3f}")
    figure(
        "calibration error (ECE)",
        calibration_error(scores, right),
        interval(groups, lambda rows: calibration_error(scores[rows], right[rows])),
    )
    print("\n| score | statements | says | was so |\n|---|---:|---:|---:|")
    for found in reliability(scores, right):
        print(f"| {found.low:.1f}-{found.high:.1f} | {found.count} | {found.said:.2f} | {found.was:.2f} |")


def figure(name: str, value: float | None, between: tuple[float, float] | None) -> None:
    words = "undefined" if value is None else f"{value:.3f}"
    print(f"  {name} {words}" + (f" ({between[0]:.3f} to {between[1]:.3f})" if between else ""))


if __name__ == "__main__":
    sys.exit(main())
