"""Trains the tagger of who says what: `python -m verification.extraction.training.attribution POLNEAR_TRAIN.jsonl`.

The corpus has an object a line, with `doc`, `text` and `attributions` (lists of spans for source, cue and content).
Needs the extra `train`. With `--without-tenth N` a tenth of the articles is left out of training, for choosing
settings. With `--passages FILE` passages with marks (`tests/gold/attributions.jsonl`) are learned from, too.
About ten minutes and 3 GB of memory for 840 articles.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from verification.extraction.tagger.features import JOINTS, Context, word_features
from verification.extraction.tagger.lexicon import Lexicon
from verification.extraction.tagger.model import WEIGHTS, Floats
from verification.extraction.tagger.reading import Array
from verification.extraction.tagger.words import REACH, Ints

from . import company, crf
from .corpus import Example, examples, held_aside, passages_written

LEAST = 3  # a feature that is seen less often teaches nothing
MOST = 150_000  # features in the file: those with the largest weights
STEPS = 127
# Without it the tagger finds fewer spans than there are; chosen on a tenth of the corpus, held aside.
TOWARDS_SPANS = 0.1


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m verification.extraction.training.attribution")
    parser.add_argument("corpus", type=Path, metavar="POLNEAR_TRAIN.jsonl")
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    parser.add_argument("--without-tenth", type=int, choices=range(10), metavar="0-9", help="leave out a tenth")
    parser.add_argument(
        "--without", type=Path, metavar="HELD_ASIDE.jsonl", help="leave out the articles (`doc`) of a file"
    )
    parser.add_argument("--passages", type=Path, metavar="MARKED.jsonl", help="learn from passages with marks, too")
    chosen = parser.parse_args(arguments)
    left_out = held_aside(chosen.without) if chosen.without else frozenset()
    learned = [
        example
        for example in examples(chosen.corpus)
        if example.fold // 100 != chosen.without_tenth and example.doc not in left_out and example.reading.words
    ]
    if chosen.passages:
        learned += passages_written(chosen.passages)
    table = company.table(learned)
    lexicon = Lexicon(table, most=sys.maxsize)
    features, joints, gold, bounds = observed(learned, lexicon)
    keys, counts = np.unique(features, return_counts=True)
    keys = keys[counts >= LEAST]
    rows = indexed(features, keys)
    del features
    weights, steps = crf.train(rows, gold, joints, bounds, len(keys), crf.Rates(), JOINTS)
    save(chosen.out, table, keys, weights, steps)
    return 0


def observed(learned: list[Example], lexicon: Lexicon) -> tuple[Ints, Array, Array, Array]:
    """The features of all words (a row each), what stands before each, the labels, and where paragraphs begin."""
    contexts = [Context(example.reading, lexicon) for example in learned]
    of_forms, places = word_features(np.array([form.attributes for form in lexicon.forms], dtype=np.uint32))
    found, joints, gold, bounds, total = [], [], [], [np.zeros(1, dtype=np.int64)], 0
    for example, context in zip(learned, contexts, strict=True):
        beside = [of_forms[at, context.near(context.row_of_forms, p - REACH)] for at, p in enumerate(places)]
        found.append(np.concatenate([np.stack(beside), context.features()]).T)
        joints.append(context.joints())
        gold.append(example.labels)
        bounds.append(example.reading.bounds[1:] + total)
        total += len(example.labels)
    return np.concatenate(found), np.concatenate(joints), np.concatenate(gold), np.concatenate(bounds)


def indexed(features: Ints, keys: Ints) -> npt.NDArray[np.int32]:
    """Where each feature stands among `keys`, -1 where it does not."""
    rows = np.empty(features.shape, dtype=np.int32)
    for begin in range(0, len(features), 20_000):
        part = features[begin : begin + 20_000]
        place = np.minimum(np.searchsorted(keys, part), len(keys) - 1)
        rows[begin : begin + 20_000] = np.where(keys[place] == part, place, -1)
    return rows


def save(path: Path, table: Ints, keys: Ints, weights: Floats, steps: Floats) -> None:
    """Writes what the tagger reads: eight bits a weight, and only features that say something."""
    largest = np.abs(weights).max(axis=1)
    kept = np.sort(np.argsort(-largest, kind="stable")[:MOST])
    kept = kept[largest[kept] > 0]
    scale = float(np.quantile(largest[kept], 0.9995)) / STEPS
    values = np.clip(np.rint(weights[kept] / scale), -STEPS, STEPS).astype(np.int8)
    steps[:, :, 1:] += np.float32(TOWARDS_SPANS)
    np.savez_compressed(
        path, lexicon=table, keys=keys[kept], values=values, scale=np.float32(scale), steps=steps.astype(np.float16)
    )
    print(f"{path}: {len(kept)} features, {path.stat().st_size:,} bytes", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
