"""What a Celery worker process does besides its tasks: it shows that it lives, and ends with its parent."""

import logging
import signal
import threading

from celery.signals import worker_process_init, worker_ready, worker_shutting_down
from django.db import DatabaseError, close_old_connections, connection
from django.utils import timezone

from annotate.machine import end_with_parent
from verification.models import Heartbeat

BEAT_EVERY = 10
WORKER = "worker"
logger = logging.getLogger(__name__)
stopping = threading.Event()


@worker_ready.connect
def start_beating(**_: object) -> None:
    stopping.clear()
    threading.Thread(target=beat_until_stopped, name="heartbeat", daemon=True).start()


@worker_shutting_down.connect
def stop_beating(**_: object) -> None:
    stopping.set()


@worker_process_init.connect
def end_with_worker(**_: object) -> None:
    """A pool process whose worker was killed must not go on: nobody would acknowledge what it does."""
    end_with_parent(signal.SIGKILL)


def beat_until_stopped() -> None:
    try:
        while True:
            beat()
            if stopping.wait(BEAT_EVERY):
                return
    finally:
        connection.close()


def beat() -> None:
    """Write the time. A database that is away for a while is logged, not an end of the worker."""
    close_old_connections()
    try:
        Heartbeat.objects.update_or_create(name=WORKER, defaults={"at": timezone.now()})
    except DatabaseError as error:
        logger.warning("No heartbeat could be written: %s", error)
