from argparse import ArgumentParser
from typing import Any

import psycopg
from django.core.management.base import BaseCommand, CommandError

from annotate.alive import PROCESSES, is_alive


class Command(BaseCommand):
    help = "Ends with 0 when the worker (or the sweep) has shown a sign of life within the last seconds."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("process", choices=PROCESSES)

    def handle(self, *args: Any, **options: Any) -> None:
        name = options["process"]
        try:
            part = is_alive(name)
        except psycopg.Error as error:
            raise CommandError(f"The database did not answer: {error}") from None
        if part["age_seconds"] is None:
            raise CommandError(f"The {name} has never shown a sign of life.")
        words = f"The {name} showed a sign of life {part['age_seconds']} seconds ago"
        if not part["ok"]:
            raise CommandError(f"{words}, and none since.")
        self.stdout.write(f"{words}.")
