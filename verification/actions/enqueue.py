import logging
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from celery import Task
from django.db import transaction

# After the queue has not answered, for how many seconds it is not asked again: whoever adds a hundred articles
# must not wait a hundred times.
LEFT_ALONE = 10
log = logging.getLogger(__name__)
_left_alone_until = 0.0
_for_later: ContextVar[list[Callable[[], None]] | None] = ContextVar("for_later", default=None)


def enqueue_on_commit(task: Task, pk: int) -> None:
    """Hands the row to a worker once it is committed; in a request, once that is answered.

    A queue that cannot be reached is logged and undoes nothing: the sweep enqueues the row again.
    """
    transaction.on_commit(lambda: _enqueue_in_turn(task, pk), robust=True)


@contextmanager
def left_for_later() -> Iterator[list[Callable[[], None]]]:
    """What is handed to workers meanwhile, for the caller to call in this order: nobody waits for a queue."""
    waiting: list[Callable[[], None]] = []
    before = _for_later.set(waiting)
    try:
        yield waiting
    finally:
        _for_later.reset(before)


def try_again() -> None:
    """Forgets that the queue did not answer."""
    global _left_alone_until
    _left_alone_until = 0.0


def _enqueue_in_turn(task: Task, pk: int) -> None:
    waiting = _for_later.get()
    if waiting is None:
        _enqueue(task, pk)
    else:
        waiting.append(lambda: _enqueue(task, pk))


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
