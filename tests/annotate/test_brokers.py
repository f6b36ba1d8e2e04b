"""The same promises over each broker: the queue in the database, and RabbitMQ."""

from __future__ import annotations

import signal
import socket
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from celery import Celery
from django.test import Client
from pytest_django import Settings

from annotate import health
from annotate.celery import app
from annotate.machine import free_port
from tests import factories
from tests.conftest import forget_connections, wait_until
from tests.killing import Installation
from tests.rabbitmq import RabbitMQ
from verification.actions import enqueue
from verification.models import Article, Membership
from verification.vocabulary import ArticleState, Role

SOON = {"LEASE_SECONDS": "3", "REQUEUE_AFTER_SECONDS": "2"}

pytestmark = pytest.mark.django_db(transaction=True)


def test_nothing_is_lost_or_doubled_when_the_worker_is_killed(broker: str, tmp_path: Path) -> None:
    with Installation(tmp_path, broker=broker, **SOON) as installation:
        shaken = installation.let_through(20, kills=2, within=90)
    assert shaken.states == {ArticleState.DONE: 20}
    assert shaken.runs == 20
    assert shaken.claims.total() >= 20
    assert set(shaken.claims.values()) == {1}


def test_worker_and_sweep_outlast_a_broker_that_goes_away(rabbitmq: RabbitMQ, tmp_path: Path) -> None:
    with Installation(tmp_path, broker=rabbitmq.url, **SOON) as installation:
        project = installation.add(3)
        done = Article.objects.filter(project=project, state=ArticleState.DONE)
        assert wait_until(lambda: done.count() == 3, within=60)
        rabbitmq.stop()
        try:
            project = installation.add(3)  # the command says that it could not enqueue, and ends well
            done = Article.objects.filter(project=project, state=ArticleState.DONE)
            assert wait_until(lambda: "queue did not answer" in installation.sweep.log.read_text(), within=30)
        finally:
            rabbitmq.start()
        assert wait_until(lambda: done.count() == 3, within=90)
        assert installation.worker.ended_with is None
        assert installation.sweep.ended_with is None


def test_a_worker_that_is_started_first_waits_for_its_broker(rabbitmq: RabbitMQ, tmp_path: Path) -> None:
    rabbitmq.stop()
    try:
        installation = Installation(tmp_path, broker=rabbitmq.url, **SOON)
        installation.worker.start()
        assert wait_until(lambda: "Trying again" in installation.worker.log.read_text(), within=60)
    finally:
        rabbitmq.start()
    try:
        assert wait_until(lambda: "ready." in installation.worker.log.read_text(), within=60)
    finally:
        installation.worker.wait_and_kill(0)


@pytest.fixture
def enqueue_to(queue: Celery) -> Iterator[Callable[[str], None]]:
    """Makes this process, as a web process would, enqueue over another broker."""
    before = app.conf.broker_url, app.conf.broker_transport_options

    def point(url: str) -> None:
        forget_connections()
        app.conf.broker_url, app.conf.broker_transport_options = url, {"confirm_publish": True}
        enqueue.try_again()

    yield point
    forget_connections()
    app.conf.broker_url, app.conf.broker_transport_options = before
    enqueue.try_again()


@pytest.fixture
def silent_port() -> Iterator[int]:
    """Where connections are taken and nobody says a word."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        yield listening.getsockname()[1]


def add_one(client: Client, member: Membership) -> float:
    """Adds an article on the page, as a person does; the seconds it took."""
    began = time.monotonic()
    text = f"The harbour was closed on day {time.monotonic_ns()}, the mayor said."
    answer = client.post(f"/p/{member.project.slug}/articles/add/", {"text": text, "title": "Harbour"})
    assert answer.status_code == 302, answer.content
    return time.monotonic() - began


def test_what_is_added_while_the_broker_is_away_is_kept_and_nobody_waits(
    client: Client, enqueue_to: Callable[[str], None], silent_port: int, caplog: pytest.LogCaptureFixture
) -> None:
    curator = factories.MembershipFactory(role=Role.CURATOR)
    client.force_login(curator.user)
    for port in (free_port(), silent_port):
        enqueue_to(f"amqp://attest:hidden@127.0.0.1:{port}//")
        caplog.clear()
        assert add_one(client, curator) < 7
        assert "The queue does not answer" in caplog.text
        assert "hidden" not in caplog.text
        assert add_one(client, curator) < 1, "the next one does not wait again"
    assert Article.objects.unfinished().filter(queued_at__isnull=False).count() == 4


def test_a_broker_that_freezes_is_not_waited_for(
    client: Client, enqueue_to: Callable[[str], None], rabbitmq: RabbitMQ
) -> None:
    curator = factories.MembershipFactory(role=Role.CURATOR)
    client.force_login(curator.user)
    enqueue_to(rabbitmq.url)
    assert add_one(client, curator) < 3
    rabbitmq.signal(signal.SIGSTOP)
    try:
        assert add_one(client, curator) < 10
    finally:
        rabbitmq.signal(signal.SIGCONT)
    assert Article.objects.count() == 2


def test_health_says_whether_the_broker_lets_us_in(
    enqueue_to: Callable[[str], None], rabbitmq: RabbitMQ, silent_port: int, settings: Settings
) -> None:
    settings.BROKER_IS_DATABASE = False
    for url, answers in (
        (rabbitmq.url, True),
        (rabbitmq.url.replace("only-on-loopback", "wrong"), False),
        (f"amqp://127.0.0.1:{silent_port}//", False),
        (f"amqp://127.0.0.1:{free_port()}//", False),
    ):
        enqueue_to(url)
        began = time.monotonic()
        assert health.broker_answers() is answers, url
        assert time.monotonic() - began < 6
