"""manage.py evaluate_extraction: how well an engine finds the claims of labelled articles."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from verification.extraction.engines import ENGINES, RULES, extractor
from verification.extraction.evaluation import Evaluation, Figures, Range, Unscorable, evaluate, gold_articles
from verification.extraction.llm.client import Trouble
from verification.jobs.language_model import server_set_up

COLUMNS = {
    "recall": "recall",
    "precision": "precision",
    "named_claimants": "named",
    "own_voice": "own voice",
    "dispute_recall": "disputes found",
    "dispute_precision": "right",
    "link_recall": "links found",
    "link_precision": "right",
}


class Command(BaseCommand):
    help = "Scores an engine against labelled articles: claims, claimants, disputes, links, ranking, reliability."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("gold", type=Path, metavar="GOLD", help="labelled units, one a line (JSON Lines)")
        parser.add_argument("--engine", choices=ENGINES, default=RULES, help=f"default: {RULES}")
        parser.add_argument(
            "--texts", type=Path, action="append", metavar="DIR", help="folder of the articles (default: GOLD's own)"
        )
        parser.add_argument("--corpus", type=Path, metavar="FILE", help='texts as {"doc", "text"} lines instead')
        parser.add_argument("--json", action="store_true", help="one JSON object in place of tables")

    def handle(self, *args: Any, **options: Any) -> None:
        gold: Path = options["gold"]
        folders = options["texts"] or [gold.parent, gold.with_suffix("")]
        try:
            engine = extractor(options["engine"], server=server_set_up())
            found = evaluate(gold_articles(gold, folders, options["corpus"]), engine)
        except (Unscorable, Trouble) as why:
            raise CommandError(str(why)) from why
        if options["json"]:
            self.stdout.write(json.dumps(as_json(found), ensure_ascii=False))
            return
        for line in lines(found):
            self.stdout.write(line)


def lines(found: Evaluation) -> list[str]:
    heads = ["articles", "units", "recall", "precision", "F1", "AP", "furniture", *list(COLUMNS.values())[2:], "ECE"]
    said = [f"| {' | '.join(['language', *heads])} |", f"|---|{'---:|' * len(heads)}"]
    said += [f"| {' | '.join(cells(row))} |" for row in found.rows]
    said += ["", "In the middle 95 % of articles drawn anew:"]
    said += [f"  {name.replace('_', ' ')} {between(range_)}" for name, range_ in found.intervals.items()]
    said += ["", "| score | units | says | was so |", "|---|---:|---:|---:|"]
    said += [f"| {b.low:.1f}-{b.high:.1f} | {b.count} | {b.said:.2f} | {b.was:.2f} |" for b in found.reliability]
    return said


def cells(row: Figures) -> list[str]:
    recall, precision, *others = (
        "–" if share.rate is None else f"{share.rate:.3f} of {share.of}" for share in row.shares().values()
    )
    return [
        row.language or "all",
        str(row.articles),
        str(row.units),
        recall,
        precision,
        number(row.f1),
        number(row.average_precision),
        str(row.score.furniture_extracted),
        *others,
        number(row.calibration_error),
    ]


def number(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def between(found: Range) -> str:
    return (
        "undefined (fewer than two articles, or nothing to count)"
        if found is None
        else f"{found[0]:.3f} to {found[1]:.3f}"
    )


def as_json(found: Evaluation) -> dict[str, Any]:
    return {
        "rows": [
            {
                "language": row.language,
                "articles": row.articles,
                "units": row.units,
                **{name: {"rate": share.rate, "of": share.of} for name, share in row.shares().items()},
                "f1": row.f1,
                "average_precision": row.average_precision,
                "furniture_extracted": row.score.furniture_extracted,
                "calibration_error": row.calibration_error,
            }
            for row in found.rows
        ],
        "intervals": found.intervals,
        "reliability": [
            {"low": b.low, "high": b.high, "count": b.count, "said": b.said, "was": b.was} for b in found.reliability
        ],
    }
