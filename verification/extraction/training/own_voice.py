"""Makes the weights that tell events from speech: `python -m verification.extraction.training.own_voice --help`.

From labelled articles: a frame in a claim that only the article's own voice vouches for tells of an event, one whose
speaker is an accepted claimant is speech. Where both are accepted, or neither, nothing is learned.
"""

from __future__ import annotations

import argparse
import io
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from verification.extraction import own_voice
from verification.extraction.attribution import who_speaks
from verification.extraction.names import Names
from verification.extraction.passage import passages
from verification.extraction.ranking import SEED
from verification.extraction.scoring import AUTHOR, is_same, matches, plain
from verification.extraction.speakers import UNNAMED

from .gold_articles import Article, gold_articles
from .logistic import fit

MODEL = Path(own_voice.__file__).with_name("model") / "own_voice.npz"
LEAST = 5  # frames in which a sign is seen that may have a weight
PULL = 2.0
PARTS = 10
# What was known before any label: who denies or accuses is heard, and who refuses something does.
KNOWN = {"family deny": -1.5, "family accuse": -1.0, "refuses": 2.0}
Seen = dict[str, float]


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m verification.extraction.training.own_voice")
    parser.add_argument(
        "--gold", nargs=2, action="append", type=Path, required=True, metavar=("GOLD", "TEXTS"),
        help="labelled articles, and the folder or the corpus with their texts",
    )  # fmt: skip
    parser.add_argument("--report", action="store_true", help="print the figures and write nothing")
    chosen = parser.parse_args(arguments)
    sets = [list(examples(gold_articles(gold, texts))) for gold, texts in chosen.gold]
    print("| articles | speech | event | called an event, rightly | wrongly |\n|---|---:|---:|---:|---:|")
    for (gold, _), found, called in zip(chosen.gold, sets, unseen(sets), strict=True):
        is_event = np.array([event for _, _, event in found], dtype=np.bool_)
        counts = (~is_event).sum(), is_event.sum(), (called & is_event).sum(), (called & ~is_event).sum()
        print(f"| {gold.name} | {' | '.join(map(str, counts))} |")
    if not chosen.report:
        MODEL.write_bytes(stored(*fitted([(seen, event) for found in sets for _, seen, event in found])))
    return 0


def examples(articles: dict[str, Article]) -> Iterator[tuple[str, Seen, bool]]:
    """Article, signs and whether it is an event, of each frame of which the labels tell."""
    for name, (units, text) in articles.items():
        claims = [unit for unit in units if unit["kind"] == "claim"]
        lines = passages(text, without=[])
        heard, sources = who_speaks(lines, Names(line.text for line in lines))
        for passage, listed in zip(lines, heard, strict=True):
            here = [unit for unit in claims if matches(unit, passage.start, passage.end)]
            accepted = {plain(name) for unit in here for name in unit["claimants"]}
            for at, frame in enumerate(listed):
                source = sources.get((passage.index, at))
                if source is None or source is UNNAMED or not accepted:
                    continue
                is_own, is_said = plain(AUTHOR) in accepted, is_same(plain(source.name), accepted)
                if is_own != is_said:
                    yield name, own_voice.signs(passage, frame, source, len(listed)), is_own


def fitted(rows: Sequence[tuple[Seen, bool]]) -> tuple[list[str], NDArray[np.float64]]:
    counted = Counter(name for seen, _ in rows for name in seen)
    names = sorted(name for name, times in counted.items() if times >= LEAST)
    right = np.array([float(event) for _, event in rows])
    known = np.array([KNOWN.get(name, 0.0) for name in names])
    weights, bias = fit(
        table([seen for seen, _ in rows], names), right, np.ones(len(rows)), known=known, known_bias=0.0, pull=PULL
    )
    return [*names, own_voice.BIAS], np.append(weights, bias)


def table(seen: Iterable[Seen], names: list[str]) -> NDArray[np.float64]:
    return np.array([[signs.get(name, 0.0) for name in names] for signs in seen]).reshape(-1, len(names))


def unseen(sets: list[list[tuple[str, Seen, bool]]]) -> Iterator[NDArray[np.bool_]]:
    """For each set which frames are called events by weights that saw nothing of their articles."""
    articles = sorted({name for found in sets for name, _, _ in found})
    part = dict(zip(articles, np.random.default_rng(SEED).integers(0, PARTS, len(articles)).tolist(), strict=True))
    models = [
        fitted([(seen, event) for found in sets for name, seen, event in found if part[name] != held])
        for held in range(PARTS)
    ]
    for found in sets:
        called = np.zeros(len(found), dtype=np.bool_)
        for at, (name, seen, _) in enumerate(found):
            names, weights = models[part[name]]
            logit = table([seen], names[:-1]) @ weights[:-1] + weights[-1]
            called[at] = logit[0] > own_voice.SURE
        yield called


def stored(names: list[str], weights: NDArray[np.float64]) -> bytes:
    written = io.BytesIO()
    np.savez_compressed(written, names=np.array(names), weights=weights.astype(np.float32))
    return written.getvalue()


if __name__ == "__main__":
    sys.exit(main())
