import time
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.db import OperationalError, connection

from verification import tasks
from verification.jobs import sweep

# Any number that no other part of this database locks.
LOCK = 7_240_811


class Command(BaseCommand):
    help = "Gives overdue work out again and frees idle places, until stopped. One at a time: others wait."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--every", type=float, default=10.0, help="seconds between two sweeps (default 10)")
        parser.add_argument("--once", action="store_true", help="sweep once and end")

    def handle(self, *args: Any, **options: Any) -> None:
        while True:
            try:
                self._sweep_as_the_only_one()
            except OperationalError as error:
                # The database went away: the lock went with it, so take both anew.
                if options["once"]:
                    raise
                self.stderr.write(f"The database did not answer ({error}); trying again.")
                connection.close()
            if options["once"]:
                return
            time.sleep(options["every"])

    def _sweep_as_the_only_one(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_try_advisory_lock(%s)", [LOCK])
            if not cursor.fetchone()[0]:
                return
            try:
                self._sweep()
            finally:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [LOCK])

    def _sweep(self) -> None:
        swept = sweep.run()
        for ids, task in (
            (swept.to_read, tasks.read_article),
            (swept.to_extract, tasks.extract_article),
            (swept.to_release, tasks.write_release),
        ):
            for pk in ids:
                task.delay(pk)
        requeued = len(swept.to_read) + len(swept.to_extract) + len(swept.to_release)
        if requeued or swept.given_up or swept.lapsed:
            self.stdout.write(
                f"Requeued {requeued}, gave up {swept.given_up}, freed {swept.lapsed} idle places.", ending="\n"
            )
            self.stdout.flush()
