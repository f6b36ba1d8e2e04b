"""manage.py release: a project's dataset, written into a new folder."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from verification.jobs.release import put_in_place, reason_of, unfinished, write_dataset
from verification.models import Project


class Command(BaseCommand):
    help = "Writes a project's dataset as it stands now into a new folder: JSON Lines, CSV, manifest, checksums."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--project", required=True, metavar="SLUG", help="the project's short name")
        parser.add_argument("--out", required=True, type=Path, metavar="DIR", help="a folder that is new or empty")
        parser.add_argument(
            "--text",
            choices=("full", "offsets"),
            default="full",
            help="full: with article texts and quotes; offsets: hashes and offsets alone (default: full)",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        project = Project.objects.filter(slug=options["project"]).first()
        if project is None:
            known = ", ".join(Project.objects.values_list("slug", flat=True)) or "none yet"
            raise CommandError(f"There is no project “{options['project']}”. Known projects: {known}.")
        folder: Path = options["out"].resolve()
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise CommandError(f"{folder} is there already and not an empty folder. Name a new one with --out.")
        try:
            with unfinished(folder) as partial:
                written = write_dataset(project, partial, text=options["text"])
                put_in_place(partial, folder)
        except OSError as error:
            raise CommandError(reason_of(error, folder=folder)) from error
        for entry in written["files"]:
            rows = "" if entry["rows"] is None else f", {entry['rows']} rows"
            self.stdout.write(f"{folder / entry['name']}: {entry['bytes']} bytes{rows}")
        self.stdout.write(", ".join(f"{name.replace('_', ' ')} {count}" for name, count in written["counts"].items()))
        for held in written["held_back"]:
            self.stdout.write(f"Left out: {held['count']} {held['what']} ({held['why']})")
