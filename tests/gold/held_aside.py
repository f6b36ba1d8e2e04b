"""The articles that are held aside: nobody tunes on them, and only their totals are looked at. See README.md here.

`python -m tests.gold.held_aside [--polnear FILE…]` prints the figures of the present engine, set by set.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from verification.extraction.candidate import Candidate
from verification.extraction.engine import extract
from verification.extraction.scoring import Score, Share, matches, score
from verification.extraction.training.gold_articles import Article, in_corpora, in_folder

HELD_ASIDE = Path(__file__).parent / "held_aside"
ENGLISH, LANGUAGES, REAL, RETOLD, RETOLD_LANGUAGES = (
    HELD_ASIDE / f"{name}.jsonl" for name in ("english", "languages", "real", "retold", "retold_languages")
)


def own_articles(gold: Path) -> dict[str, Article]:
    """Units and normalised text of each article in our own words, by file name."""
    return in_folder(gold, gold.parent)


def real_articles(*corpora: Path, gold: Path = REAL) -> dict[str, Article]:
    """Units and text of each real article, from the files of the corpora that hold the texts.

    Raises ValueError where a text is missing or is not the one that was labelled.
    """
    return in_corpora(gold, corpora)


def average_precision(articles: Iterable[tuple[list[dict[str, Any]], list[Candidate]]]) -> float:
    """How well check-worthiness ranks claims before other units; a unit that was not extracted comes last."""
    ranked: list[tuple[float, bool]] = []
    for units, found in articles:
        for unit in units:
            if unit["kind"] != "either":
                scores = [c.check_worthiness for c in found if matches(unit, c.start, c.end)]
                ranked.append((max(scores, default=-1.0), unit["kind"] == "claim"))
    right, total = 0, 0.0
    for rank, (_, is_claim) in enumerate(sorted(ranked, key=lambda pair: -pair[0]), 1):
        if is_claim:
            right += 1
            total += right / rank
    return total / right if right else 0.0


HEAD = "set | recall | precision | AP | furniture | named | own voice | disputes found | right | links found | right"


def figures(name: str, extracted: list[tuple[list[dict[str, Any]], list[Candidate]]], *, ranked: bool = True) -> str:
    """A row of the table in README.md."""
    total: Score = score(extracted)
    cells = [
        shown(total.recall),
        shown(total.precision),
        f"{average_precision(extracted):.3f}" if ranked else "–",
        str(total.furniture_extracted),
        *map(shown, (total.named_claimants, total.own_voice, total.dispute_recall, total.dispute_precision)),
        *map(shown, (total.link_recall, total.link_precision)),
    ]
    return " | ".join((name, *cells))


def of_engine(articles: Iterable[Article]) -> list[tuple[list[dict[str, Any]], list[Candidate]]]:
    return [(units, extract(text)) for units, text in articles]


def shown(share: Share) -> str:
    return "–" if share.rate is None else f"{share.rate:.3f} of {share.of}"


def rows(corpora: Sequence[Path]) -> Iterator[str]:
    yield HEAD
    yield figures("English", of_engine(own_articles(ENGLISH).values()))
    yield figures("English, retold", of_engine(own_articles(RETOLD).values()))
    if corpora:
        yield figures("English, real", of_engine(real_articles(*corpora).values()))
    yield from of_languages(LANGUAGES)
    yield from of_languages(RETOLD_LANGUAGES, which=", retold")


def of_languages(gold: Path, *, which: str = "") -> Iterator[str]:
    """A row for each language that the names of the articles end in, and one for all of them."""
    articles = own_articles(gold)
    for code in sorted({Path(name).stem.rpartition("-")[2] for name in articles}):
        of_code = (article for name, article in articles.items() if Path(name).stem.endswith(f"-{code}"))
        yield figures(f"{code}{which}", of_engine(of_code))
    yield figures(f"All other languages{which}", of_engine(articles.values()))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m tests.gold.held_aside", description=__doc__.split("\n")[0])
    parser.add_argument(
        "--polnear", type=Path, nargs="+", default=(), metavar="FILE", help="files with the texts of the real articles"
    )
    for row in rows(parser.parse_args().polnear):
        print(row)
