"""The sign of life of a process that runs beside the web: the worker's, the sweep's."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import timedelta
from threading import Event, Thread

from django.db import Error, close_old_connections, connection
from django.utils import timezone

from verification.models import Heartbeat

BEAT_EVERY = 2.0  # seconds
# Many missed beats: only then is it worth telling the person who waits.
QUIET_AFTER = timedelta(seconds=30)
log = logging.getLogger(__name__)


def beat(name: str) -> None:
    """Writes the time."""
    Heartbeat.objects.bulk_create(
        [Heartbeat(name=name, at=timezone.now())],
        update_conflicts=True,
        unique_fields=["name"],
        update_fields=["at"],
    )


def worker_answers() -> bool:
    """Whether a worker has shown a sign of life lately; without one nothing is read, extracted or released."""
    return Heartbeat.objects.filter(name="worker", at__gte=timezone.now() - QUIET_AFTER).exists()


class Beating:
    """Beats from a thread of its own, so that work which takes minutes is not taken for death.

    `well` says whether the process still gets on; while it does not, no beat is written. A database that is away
    for a while is logged, not an end of the process.
    """

    def __init__(self, name: str, *, well: Callable[[], bool] = lambda: True) -> None:
        self._name = name
        self._well = well
        self._over = Event()
        self._thread = Thread(target=self._beat, name=f"heartbeat-{name}", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        """No beat follows. Stopping twice changes nothing."""
        self._over.set()

    def _beat(self) -> None:
        try:
            while not self._over.is_set():
                if self._well():
                    self._try()
                self._over.wait(BEAT_EVERY)
        finally:
            connection.close()

    def _try(self) -> None:
        close_old_connections()
        try:
            beat(self._name)
        except Error as error:
            log.warning("No heartbeat of the %s could be written: %s", self._name, error)
            connection.close()
