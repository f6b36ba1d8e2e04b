from celery import Task
from django.db import transaction


def enqueue_on_commit(task: Task, pk: int) -> None:
    """Hands the row to a worker once it is committed.

    A queue that cannot be reached is logged and undoes nothing (`robust`): the sweep enqueues the row again.
    """
    transaction.on_commit(lambda: task.delay(pk), robust=True)
