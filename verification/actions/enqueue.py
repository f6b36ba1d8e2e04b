import logging
import time

from celery import Task
from django.db import transaction

# After the queue has not answered, for how many seconds it is not asked again: whoever adds a hundred articles
# must not wait a hundred times.
LEFT_ALONE = 10
log = logging.getLogger(__name__)
_left_alone_until = 0.0


def enqueue_on_commit(task: Task, pk: int) -> None:
    """Hands the row to a worker once it is committed.

    A queue that cannot be reached is logged and undoes nothing: the sweep enqueues the row again.
    """
    transaction.on_commit(lambda: _enqueue(task, pk), robust=True)


def try_again() -> None:
    """Forgets that the queue did not answer."""
    global _left_alone_until
    _left_alone_until = 0.0


def _enqueue(task: Task, pk: int) -> None:
    global _left_alone_until
    if time.monotonic() < _left_alone_until:
        return
    try:
        task.delay(pk)
    except Exception as error:
        # Whatever the broker and its client say (away, asleep, another password): the row is committed and stands.
        _left_alone_until = time.monotonic() + LEFT_ALONE
        log.warning("The queue does not answer (%s): the sweep will enqueue what comes in now.", error)
