"""What a Celery worker process does besides its tasks: it shows that it lives, and ends with its parent."""

import os
import signal

from celery.signals import worker_init, worker_process_init, worker_ready, worker_shutting_down

from annotate.machine import end_with
from verification.jobs.heartbeat import Beating

WORKER = "worker"
# In the worker's main process, which runs no tasks: it beats however long they take.
beating: list[Beating] = []
main_process = 0


@worker_init.connect
def remember_main_process(**_: object) -> None:
    global main_process
    main_process = os.getpid()


@worker_ready.connect
def start_beating(**_: object) -> None:
    stop_beating()
    beating.append(Beating(WORKER))
    beating[-1].start()


@worker_shutting_down.connect
def stop_beating(**_: object) -> None:
    while beating:
        beating.pop().stop()


@worker_process_init.connect
def end_with_worker(**_: object) -> None:
    """A pool process whose worker was killed must not go on: nobody would acknowledge what it does."""
    end_with(main_process, signal.SIGKILL)
