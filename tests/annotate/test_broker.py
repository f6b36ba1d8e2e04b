import os
import subprocess
import sys

import pytest
from django.conf import settings
from django.db import connection, transaction
from django.http import HttpResponse
from django.test import RequestFactory

from annotate.middleware import WorkAfterTheAnswer
from tests.annotate.test_worker import waiting
from verification.actions.enqueue import enqueue_on_commit
from verification.tasks import read_article


def test_a_web_request_writes_by_the_connection_at_hand_what_a_worker_reads(queue):
    with queue.connection_for_write(transport="annotate.broker:Transport") as own:
        with transaction.atomic():
            read_article.apply_async((7,), connection=own)
            transaction.set_rollback(True)
        assert waiting() == 0
        read_article.apply_async((8,), connection=own)
    with queue.connection_for_read() as usual:
        message = usual.default_channel.basic_get("celery", no_ack=True)
    assert message.headers["task"] == read_article.name
    assert message.payload[0] == [8]


def test_what_else_the_request_writes_is_waited_for_until_it_is_on_the_disk(queue):
    def waits() -> str:
        with connection.cursor() as cursor:
            cursor.execute("SHOW synchronous_commit")
            return str(cursor.fetchone()[0])

    with queue.connection_for_write(transport="annotate.broker:Transport") as own:
        before = waits()
        with transaction.atomic():
            read_article.apply_async((7,), connection=own)
            assert waits() == before
        read_article.apply_async((8,), connection=own, countdown=60)
        assert waits() == before
    assert waiting() == 2


def test_what_a_request_leaves_to_workers_is_enqueued_once_it_is_answered(queue):
    def view(_request):
        with transaction.atomic():
            enqueue_on_commit(read_article, 7)
        with transaction.atomic():
            enqueue_on_commit(read_article, 8)
            transaction.set_rollback(True)
        return HttpResponse("Taken.")

    answer = WorkAfterTheAnswer(view)(RequestFactory().get("/"))
    assert waiting() == 0
    answer.close()  # as servers do once all of it is sent
    assert waiting() == 1
    enqueue_on_commit(read_article, 9)  # a command's, say: nobody has an answer to wait for
    assert waiting() == 2


@pytest.mark.parametrize(
    ("url", "module"),
    [
        ("", "annotate.broker"),
        ("pgmq://user:pass@elsewhere.example.org:5432/queue", "kombu.transport.pgmq"),
    ],
)
def test_they_do_so_where_the_queue_is_in_their_database(url, module):
    ask = "print(app.connection_for_write().get_transport_cls().__module__)"
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "annotate.settings", "CELERY_BROKER_URL": url}
    asked = subprocess.run(
        [sys.executable, "-c", f"import annotate.wsgi; from annotate.celery import app; {ask}"],
        env=environment,
        cwd=settings.BASE_DIR,
        capture_output=True,
        text=True,
        check=False,
    )
    assert asked.stdout.strip() == module, asked.stderr
