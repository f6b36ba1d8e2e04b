"""The articles that whoever changes the extraction may read, with what the present engine makes of them.

`python -m tests.gold.development [--polnear FILE…]` prints the figures, set by set; with the endings of articles' names
(`python -m tests.gold.development lekki-tollgate -fa`) what is missed and what is wrong in these articles.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from tests.gold.held_aside import HEAD, Article, figures, of_engine, of_languages, own_articles, real_articles
from verification.extraction.candidate import Against, Candidate
from verification.extraction.engine import extract
from verification.extraction.scoring import AUTHOR, matches, score
from verification.vocabulary import Dispute

DEVELOPMENT = Path(__file__).parent / "development"
ENGLISH, LATER, SECOND, LANGUAGES, REAL, RETOLD, RETOLD_LANGUAGES = (
    DEVELOPMENT / f"{name}.jsonl"
    for name in ("english", "english_later", "english_second", "languages", "real", "retold", "retold_languages")
)


def as_claims(units: list[dict[str, Any]]) -> list[Candidate]:
    """What a reader marked in an article, as if an engine had found it."""
    spans = {unit["i"]: (unit["start"], unit["end"]) for unit in units}
    return [
        Candidate(
            start=unit["start"],
            end=unit["end"],
            quote=unit["text"],
            prefix="",
            suffix="",
            statement=unit["text"],
            claimant=None if unit["claimants"][0] == AUTHOR else unit["claimants"][0],
            check_worthiness=1.0,
            dispute=Dispute(unit["dispute"][0]),
            against=tuple(Against(start=spans[i][0], end=spans[i][1], reason="") for i in unit["against"]),
        )
        for unit in units
        if unit["kind"] == "claim"
    ]


def rows(corpora: Sequence[Path]) -> Iterator[str]:
    yield HEAD
    english, second = own_articles(ENGLISH), own_articles(SECOND)
    yield figures("English", of_engine(english.values()))
    yield figures("English, later", of_engine(own_articles(LATER).values()))
    yield figures("English, retold", of_engine(own_articles(RETOLD).values()))
    if corpora:
        yield figures("English, real", of_engine(real_articles(*corpora, gold=REAL).values()))
    yield figures("English of two readers", of_engine(english[name] for name in second))
    yield figures("English of two readers, by the second one's labels", of_engine(second.values()))
    readers = [(english[name][0], as_claims(units)) for name, (units, _) in second.items()]
    yield figures("English of two readers, the second one instead of the engine", readers, ranked=False)
    yield from of_languages(LANGUAGES)
    yield from of_languages(RETOLD_LANGUAGES, which=", retold")


def wrong(article: Article) -> Iterator[str]:
    """What the engine missed in an article, and what it has wrong, a line each."""
    units, text = article
    found = extract(text)
    for unit in units:
        claims = [claim for claim in found if matches(unit, claim.start, claim.end)]
        if unit["kind"] != "claim":
            if unit["kind"] != "either" and claims:
                yield f"no claim but {unit['kind']}: {unit['text']}"
            continue
        if not claims:
            yield f"missed: {unit['text']}"
            continue
        of_unit = score([([unit], claims)])
        if of_unit.named_claimants.rate == 0 or of_unit.own_voice.rate == 0:
            said = " / ".join(str(claim.claimant) for claim in claims)
            yield f"said by {said}, not {' / '.join(unit['claimants'])}: {unit['text']}"
        if not any(claim.dispute in unit["dispute"] for claim in claims):
            said = " / ".join(claim.dispute for claim in claims)
            yield f"dispute {said}, not {' / '.join(unit['dispute'])}: {unit['text']}"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m tests.gold.development", description=__doc__.split("\n")[0])
    parser.add_argument("endings", nargs="*", metavar="ENDING", help="of the names of articles to be read through")
    parser.add_argument(
        "--polnear", type=Path, nargs="+", default=(), metavar="FILE", help="files with the texts of the real articles"
    )
    chosen = parser.parse_args()
    if chosen.endings:
        listed = own_articles(ENGLISH) | own_articles(LATER) | own_articles(LANGUAGES)
        if chosen.polnear:
            listed |= real_articles(*chosen.polnear, gold=REAL)
        for name, article in listed.items():
            for line in wrong(article) if name.removesuffix(".md").endswith(tuple(chosen.endings)) else ():
                print(f"{name}: {line}")
    else:
        print(*rows(chosen.polnear), sep="\n")
