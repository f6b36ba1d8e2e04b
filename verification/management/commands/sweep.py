import math
import time
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.db import OperationalError, connection

from verification import tasks
from verification.jobs import sweep
from verification.jobs.heartbeat import Beating

# Any number that no other part of this database locks.
LOCK = 7_240_811
# A sweep that takes longer than this hangs; it must not look alive.
SWEPT_WITHIN = 60.0


class Command(BaseCommand):
    help = "Gives overdue work out again and frees idle places, until stopped. One at a time: others wait."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--every", type=float, default=10.0, help="seconds between two sweeps (default 10)")
        parser.add_argument("--once", action="store_true", help="sweep once and end")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["once"]:
            self._sweep_as_the_only_one()
            return
        swept_at = -math.inf
        patience = options["every"] + SWEPT_WITHIN
        Beating("sweep", well=lambda: time.monotonic() - swept_at < patience).start()
        while True:
            try:
                if self._sweep_as_the_only_one():
                    swept_at = time.monotonic()
            except OperationalError as error:
                # The database went away: the lock went with it, so take both anew.
                self.stderr.write(f"The database did not answer ({error}); trying again.")
                connection.close()
            time.sleep(options["every"])

    def _sweep_as_the_only_one(self) -> bool:
        """Whether it was this one's turn."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_try_advisory_lock(%s)", [LOCK])
            if not cursor.fetchone()[0]:
                return False
            try:
                self._sweep()
            finally:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [LOCK])
        return True

    def _sweep(self) -> None:
        swept = sweep.run()
        try:
            self._enqueue(swept)
        except Exception as error:
            # Whatever the broker and its client say: the rows stay what they are, overdue again after a while.
            self.stderr.write(f"The queue did not answer ({error}); the next sweeps try again.")
        handed_out = (
            swept.to_read,
            swept.to_extract,
            swept.to_match,
            swept.to_unpack,
            swept.to_release,
            swept.to_compute,
            swept.to_retrieve,
        )
        requeued = sum(map(len, handed_out))
        if requeued or swept.given_up or swept.lapsed:
            self.stdout.write(
                f"Requeued {requeued}, gave up {swept.given_up}, freed {swept.lapsed} idle places.", ending="\n"
            )
            self.stdout.flush()

    def _enqueue(self, swept: sweep.Swept) -> None:
        for ids, task in (
            (swept.to_read, tasks.read_article),
            (swept.to_extract, tasks.extract_article),
            (swept.to_match, tasks.match_article),
            (swept.to_unpack, tasks.unpack_bundle),
            (swept.to_release, tasks.write_release),
            (swept.to_compute, tasks.compute_agreement),
            (swept.to_retrieve, tasks.retrieve_link),
        ):
            for pk in ids:
                task.delay(pk)
