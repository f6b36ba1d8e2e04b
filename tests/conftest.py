"""What every test may ask for. Models have their factories in tests/factories; fixtures here are about processes."""

import gc
import os
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote

import kombu.pools
import pytest
from celery import Celery
from django.conf import settings
from django.contrib.auth.hashers import PBKDF2PasswordHasher
from django.db import connection
from django.test import TransactionTestCase
from django.utils import translation
from pytest_django import DjangoDbBlocker
from whitenoise.middleware import WhiteNoiseMiddleware

from annotate.celery import app
from annotate.processes import Process, worker_command
from tests import rabbitmq as rabbitmq_server
from tests.emptying import empty_tables

# Playwright keeps an event loop in the test's thread; Django would refuse the database there.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

WORKER_READY_WITHIN = 60
CHROMIUM = os.environ.get("CHROMIUM") or next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)
NO_BROWSER = "there is no Chromium: install one (apt install chromium) or set CHROMIUM to its path"
NO_BROKER = "there is no RabbitMQ: install one (apt install rabbitmq-server)"
# What some tests need of the machine: the fixture that tells them, whether it is there, and what to say where not.
NEEDS = {"browser": ("browser", CHROMIUM, NO_BROWSER), "broker": ("rabbitmq", rabbitmq_server.INSTALLED, NO_BROKER)}


class QuickHasher(PBKDF2PasswordHasher):
    """The hash that the site uses, with a single turn: any process of the site reads it, and nobody waits for it."""

    iterations = 1


def pytest_configure() -> None:
    settings.PASSWORD_HASHERS = [f"{__name__}.QuickHasher", *settings.PASSWORD_HASHERS]
    settings.RETRIEVAL = False  # tests reach out to nothing, but where they are about that
    TransactionTestCase._fixture_teardown = lambda _test: empty_tables()  # type: ignore[method-assign]
    WhiteNoiseMiddleware.add_files_from_finders = once(WhiteNoiseMiddleware.add_files_from_finders)


def once(find: Callable[[WhiteNoiseMiddleware], None]) -> Callable[[WhiteNoiseMiddleware], None]:
    """Static files are looked for by the first client of the process; each further one takes those that were found."""
    found: dict[str, object] = {}

    def take(middleware: WhiteNoiseMiddleware) -> None:
        if not found:
            find(middleware)
            found.update(middleware.files)
        middleware.files.update(found)

    return take


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Without a browser or a broker its tests are skipped, and where one is required that is a failure.

    The longest come first: begun last, one of them would keep a single process at work when all others are done.
    """
    items.sort(key=lambda item: item.get_closest_marker("long") is None)
    for need, (name, there, why_not) in NEEDS.items():
        missing = [item for item in items if is_about(item, name)]
        if not missing or there:
            continue
        if os.environ.get(f"REQUIRE_{need.upper()}"):
            raise pytest.UsageError(f"REQUIRE_{need.upper()} is set and {why_not}.")
        for item in missing:
            item.add_marker(pytest.mark.skip(reason=why_not))


def pytest_collection_finish() -> None:
    """What is there before the first test stays to the end: walks for garbage leave it out, and come less often."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)


def is_about(item: pytest.Item, name: str) -> bool:
    """Whether the test has this marker, asks for this fixture or runs with this parameter."""
    parameters = item.callspec.params if isinstance(item, pytest.Function) and hasattr(item, "callspec") else {}
    asked = item.fixturenames if isinstance(item, pytest.Function) else ()
    return bool(item.get_closest_marker(name)) or name in asked or name in parameters.values()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    for need, (_name, _there, why_not) in NEEDS.items():
        skipped = [report for report in terminalreporter.stats.get("skipped", []) if why_not in str(report.longrepr)]
        if skipped:
            terminalreporter.section(f"{need.upper()} TESTS WERE SKIPPED", red=True, bold=True)
            terminalreporter.line(f"{len(skipped)} tests did not run: {why_not}.")


@pytest.fixture(autouse=True)
def language_of_the_site() -> None:
    """A page leaves its reader's language behind in the process, until the next one sets its own."""
    translation.activate(settings.LANGUAGE_CODE)


@pytest.fixture(scope="session")
def rabbitmq() -> Iterator[rabbitmq_server.RabbitMQ]:
    """A RabbitMQ of the tests' own."""
    with rabbitmq_server.running() as server:
        yield server


@pytest.fixture(params=["database", "rabbitmq"])
def broker(request: pytest.FixtureRequest) -> str:
    """CELERY_BROKER_URL of each broker in turn; empty for the queue in the tests' own database."""
    if request.param == "database":
        request.getfixturevalue("queue")
        return ""
    url: str = request.getfixturevalue("rabbitmq").url
    return url


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, object]:
    """The system's Chromium rather than a downloaded one; as root it refuses its sandbox."""
    arguments = ["--disable-background-networking"] + (["--no-sandbox"] if os.geteuid() == 0 else [])
    return {"executable_path": CHROMIUM, "args": arguments}


def database_url() -> str:
    """Where the tests' own database is, which Django made beside the one of DATABASE_URL."""
    at = connection.settings_dict
    user, password = quote(at["USER"], safe=""), quote(at["PASSWORD"], safe="")
    return f"postgresql://{user}:{password}@{at['HOST']}:{at['PORT']}/{at['NAME']}"


def wait_until(what: Callable[[], object], *, within: float = 60) -> bool:
    """Whether it became true in time, of which there is much: on a busy machine everything takes longer."""
    deadline = time.monotonic() + within
    while not what():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.05)
    return True


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The tests' database, and in it the queue: what a test commits is enqueued nowhere else."""
    before = app.conf.broker_transport_options
    forget_connections()
    with django_db_blocker.unblock():
        app.conf.broker_transport_options = before | {"conn_string": database_url()}
    yield
    forget_connections()
    app.conf.broker_transport_options = before
    # What a thread of a web server still holds would keep the database from being dropped.
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )


@pytest.fixture
def queue(transactional_db: None) -> Iterator[Celery]:
    """The Celery application on the queue in the tests' own database, empty before and after."""
    empty()
    yield app
    empty()


def forget_connections() -> None:
    """The next message opens a connection anew, to where the application then points."""
    kombu.pools.reset()
    app._pool = app.amqp._producer_pool = None


def empty() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pgmq.purge_queue(queue_name) FROM pgmq.meta")


@pytest.fixture
def celery_worker_process(queue: Celery, tmp_path: Path) -> Iterator[Process]:
    """A real worker, a process of its own on the tests' database, taking what tests enqueue."""
    environment = {"DATABASE_URL": database_url(), "CELERY_BROKER_URL": "", "DATABASE_POOL_MAX": "0"}
    environment["RELEASES_DIR"] = str(tmp_path / "releases")
    worker = Process("worker", worker_command(), log=tmp_path / "worker.log", environment=environment)
    worker.start()
    try:
        if not wait_until(lambda: "ready." in worker.log.read_text(), within=WORKER_READY_WITHIN):
            worker.fail()
        yield worker
    finally:
        worker.wait_and_kill(0)  # asked, it would take seconds, and nothing that it has in hand is wanted any more
        print(worker.log.read_text())  # pytest shows it where a test failed
