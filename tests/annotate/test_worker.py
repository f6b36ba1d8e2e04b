import os
import signal
import threading
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection
from django.utils import timezone

from tests.conftest import forget_connections, wait_until
from verification.models import Heartbeat
from verification.tasks import read_article


def waiting() -> int:
    """How many messages are in the queue, in hand or not."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT coalesce(sum(queue_length), 0) FROM pgmq.metrics_all()")
        return int(cursor.fetchone()[0])


def test_a_message_goes_to_the_tests_own_database_and_nowhere_else(queue):
    queue.send_task("celery.accumulate", args=[1, 2])
    assert waiting() == 1


def test_connections_that_open_at_the_same_time_send_all_there_is(queue):
    forget_connections()
    together, failures = threading.Barrier(6), []

    def send():
        together.wait()
        try:
            read_article.delay(0)
        except Exception as failure:
            failures.append(failure)

    senders = [threading.Thread(target=send) for _ in range(6)]
    for sender in senders:
        sender.start()
    for sender in senders:
        sender.join()
    assert failures == []
    assert waiting() == 6


def test_a_worker_takes_what_was_enqueued_and_shows_that_it_lives(queue, celery_worker_process):
    for _ in range(5):
        queue.send_task("celery.accumulate", args=[1, 2])
    assert wait_until(lambda: waiting() == 0)
    assert Heartbeat.objects.get(name="worker").at > timezone.now() - timedelta(seconds=30)


def pool_processes(worker):
    return Path(f"/proc/{worker.pid}/task/{worker.pid}/children").read_text().split()


def test_a_worker_whose_pool_is_busy_shows_that_it_lives(celery_worker_process):
    for pid in pool_processes(celery_worker_process.running):
        os.kill(int(pid), signal.SIGSTOP)  # as long at one task as can be
    busy_since = timezone.now() + timedelta(seconds=1)
    assert wait_until(lambda: Heartbeat.objects.filter(name="worker", at__gt=busy_since).exists())


def test_pool_processes_end_with_their_worker(celery_worker_process):
    worker = celery_worker_process.running
    children = pool_processes(worker)
    assert len(children) == 2
    os.kill(worker.pid, signal.SIGKILL)
    assert wait_until(lambda: not any(Path(f"/proc/{pid}").exists() for pid in children))


def test_a_worker_that_is_asked_to_stop_ends_in_time(celery_worker_process):
    celery_worker_process.ask_to_stop()
    assert celery_worker_process.running.wait(15) == 0


def test_the_queue_is_empty_at_the_start_of_each_test(queue):
    assert waiting() == 0


pytestmark = pytest.mark.django_db(transaction=True)
