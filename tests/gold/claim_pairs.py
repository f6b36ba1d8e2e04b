"""What matching says of pairs of claims written by hand: `python -m tests.gold.claim_pairs [--show]`.

The pairs are of several subjects and in other words than the benchmark's. Nobody tunes on them: look at totals alone.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from datetime import date
from pathlib import Path

from verification.matching.compare import compare
from verification.matching.keys import asked, keys
from verification.matching.stated import Stated

FILE = Path(__file__).with_suffix(".tsv")
NEAR = "near"  # looks alike and is another thing


def stated(words: str, on: str) -> Stated:
    day = date.fromisoformat(on) if on else None
    return Stated(statement=words, language="en", published=(day, day) if day else None)


def main(show: bool) -> None:
    rows = list(csv.DictReader(FILE.open(encoding="utf-8"), delimiter="\t"))
    total, keyed, linked, right = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    for row in rows:
        wanted = row["relation"]
        one, other = stated(row["one"], row["one_on"]), stated(row["other"], row["other_on"])
        shares = bool(set(asked(one.read, one.said)) & set(keys(other.read, other.said)))
        how = compare(one, other) if shares else None
        how = how if how is not None and how.is_sure else None
        total[wanted] += 1
        keyed[wanted] += shares
        linked[wanted] += how is not None
        right[wanted] += how is not None and how.kind == wanted and not (how.is_turned and wanted == "updates")
        if show:
            print(wanted, "->", how and how.kind, "" if shares else "(no key)", "\n ", row["one"], "\n ", row["other"])
    print("| pairs | number | share a key | linked | linked as that |\n|---|---:|---:|---:|---:|")
    for wanted in total:
        as_that = "" if wanted == NEAR else right[wanted]
        print(f"| {wanted} | {total[wanted]} | {keyed[wanted]} | {linked[wanted]} | {as_that} |")
    proposed, good = linked.total(), right.total()
    print(f"\nOf {proposed} links proposed, {good} are right; {linked[NEAR]} are between different things.")


if __name__ == "__main__":
    main("--show" in sys.argv[1:])
