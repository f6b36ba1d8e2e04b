"""manage.py train_worthiness: check-worthiness as a project's own annotators decide it."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from verification.actions.worthiness import adopt_weights
from verification.extraction import engine
from verification.extraction.training.decisions import FIGURES, Fitted, Table, Wanting, fitted, table_of, wanting
from verification.extraction.worth_features import FEATURES
from verification.extraction.worth_model import shipped
from verification.jobs.worthiness import decided_articles, weights_before
from verification.models import Project

NAMES = {
    "average_precision": "average precision",
    "recall": "of what people kept, proposed",
    "precision": "of what is proposed, kept",
    "brier": "Brier score (less is better)",
    "calibration_error": "calibration error",
}


class Command(BaseCommand):
    help = (
        "Fits check-worthiness to what a project's annotators judged, skipped as no claim and added by hand, compares"
        " it on articles held aside with the weights in use, and adopts it if it is no worse. English articles alone."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--project", required=True, metavar="SLUG", help="the project's short name")
        choice = parser.add_mutually_exclusive_group()
        choice.add_argument("--report", action="store_true", help="print the figures and change nothing")
        choice.add_argument("--adopt", action="store_true", help="adopt the new weights even if they are worse")
        choice.add_argument("--shipped", action="store_true", help="go back to the weights that come with Attest")

    def handle(self, *args: Any, **options: Any) -> None:
        project = Project.objects.filter(slug=options["project"]).first()
        if project is None:
            known = ", ".join(Project.objects.values_list("slug", flat=True)) or "none yet"
            raise CommandError(f"There is no project “{options['project']}”. Known projects: {known}.")
        if options["shipped"]:
            adopted = adopt_weights(project, model=shipped(FEATURES), report={"shipped": True}, decisions=0, by=None)
            self.stdout.write(f"Number {adopted.number}: articles are read with the weights that come with Attest.")
            return
        table = table_of(decided_articles(project))
        self._say_what_there_is(table)
        missing = wanting(table)
        if missing is not None:
            self.stdout.write(needed(missing))
            return
        found = fitted(table, weights_before(project))
        for line in compared(found):
            self.stdout.write(line)
        if options["report"]:
            self.stdout.write("Nothing was changed.")
        elif found.is_no_worse or options["adopt"]:
            report = report_of(found, table)
            adopted = adopt_weights(project, model=found.model, report=report, decisions=len(table.kept), by=None)
            self.stdout.write(f"Adopted as number {adopted.number}: articles are read with it from now on.")
        else:
            self.stdout.write(
                "Not adopted: on articles held aside it may rank worse, lose claims, or be believed less."
                " Gather more decisions, or adopt it all the same with --adopt."
            )

    def _say_what_there_is(self, table: Table) -> None:
        kept = int(table.is_kept.sum())
        self.stdout.write(
            f"{len(table.kept)} decisions: {kept} kept ({table.added} added by hand),"
            f" {len(table.kept) - kept} no claim."
            f" {table.unread} more stand where the engine reads no statement."
        )


def needed(missing: Wanting) -> str:
    wants = {
        f"{missing.decisions} more decisions": missing.decisions,
        f"{missing.kept} more that are kept": missing.kept,
        f"{missing.refused} more skipped as no claim": missing.refused,
        f"decisions on {missing.articles} more articles": missing.articles,
    }
    return (
        f"Too few to learn from: {', '.join(words for words, number in wants.items() if number)}. Nothing was changed."
    )


def compared(found: Fitted) -> list[str]:
    said = ["On articles held aside:", "| | before | after | difference, middle 95 % |", "|---|---:|---:|---:|"]
    for name in FIGURES:
        between = found.difference[name]
        range_ = f"{between[0]:+.3f} to {between[1]:+.3f}" if between else "undefined"
        said.append(f"| {NAMES[name]} | {number(found.before[name])} | {number(found.after[name])} | {range_} |")
    return said


def number(value: float | None) -> str:
    return "undefined" if value is None else f"{value:.3f}"


def report_of(found: Fitted, table: Table) -> dict[str, Any]:
    kept = int(table.is_kept.sum())
    return {
        "engine_version": engine.VERSION,
        "kept": kept,
        "no_claim": len(table.kept) - kept,
        "added_by_hand": table.added,
        "before": found.before,
        "after": found.after,
        "difference": found.difference,
        "no_worse": found.is_no_worse,
    }
