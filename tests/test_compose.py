"""docker-compose.yml by hand: every command and every health check as written, against real servers.

In order, because it is the story of one installation: it is built, started, used, loses its worker and its broker,
and ends. The addresses of the file (`database:5432`, `rabbitmq:5672`, port 8000) are mapped to loopback.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.conf import settings

from annotate import binaries, embedded
from annotate.machine import free_port
from tests import compose
from tests.conftest import wait_until
from tests.rabbitmq import PASSWORD, RabbitMQ

ROOT: Path = settings.BASE_DIR
GIVEN = {"SECRET_KEY": "compose " * 5, "POSTGRES_PASSWORD": "in-the-database-url", "RABBITMQ_PASSWORD": PASSWORD}
ALL = ("web", "worker", "sweep")
# Spread over several processes they would make several installations.
pytestmark = pytest.mark.long
TEXT = "The mayor said on Friday that the bridge at Nord was closed. The police denied it.\n"


class Installation:
    """The services of the file on this machine, in a copy of what the image would hold."""

    def __init__(self, folder: Path, *, database: str, broker: RabbitMQ) -> None:
        self.folder = folder / "app"
        self.broker = broker
        self.port = free_port()
        self.database = urlsplit(database)
        at = f":{self.database.password}@{self.database.hostname}:{self.database.port}"
        elsewhere = {
            f":{GIVEN['POSTGRES_PASSWORD']}@database:5432": at,
            "@rabbitmq:5672": f"@127.0.0.1:{broker.port}",
            ":8000": f":{self.port}",
            "/releases": str(folder / "releases"),
        }
        self.image = compose.image_of(ROOT)
        self.services = compose.services(ROOT, given=GIVEN, elsewhere=elsewhere)
        self.releases = elsewhere["/releases"]
        self.running: dict[str, subprocess.Popen[bytes]] = {}
        self.is_migrated = False
        ignored = shutil.ignore_patterns(*(line.strip("*/") for line in (ROOT / ".dockerignore").read_text().split()))
        shutil.copytree(ROOT, self.folder, ignore=ignored)

    def environment(self, of: dict[str, str]) -> dict[str, str]:
        """What the container would have, and no more; the image's Python is the one of these tests."""
        postgresql = str(binaries.find_all()[0].folder)
        at = {"PGHOST": self.database.hostname or "", "PGPORT": str(self.database.port)}
        path = os.pathsep.join([str(Path(sys.executable).parent), postgresql, os.environ["PATH"]])
        return {"PATH": path, "HOME": str(self.folder.parent)} | at | of | {"RELEASES_DIR": self.releases}

    def run(self, service: str, command: list[str], *, within: float = 120) -> subprocess.CompletedProcess[str]:
        """Runs it to its end where the service runs."""
        if service == "rabbitmq":
            return self.broker.run(command)
        return subprocess.run(
            command,
            cwd=self.folder,
            env=self.environment(self.services[service].environment),
            capture_output=True,
            text=True,
            timeout=within,
            check=False,
        )

    def collect(self) -> subprocess.CompletedProcess[str]:
        """What the image does with the static files when it is built."""
        (step,) = (step for step in self.image.steps if "manage.py" in step)
        return subprocess.run(
            ["/bin/sh", "-c", step],
            cwd=self.folder,
            env=self.environment(self.image.environment),
            capture_output=True,
            text=True,
            check=False,
        )

    def migrate(self) -> subprocess.CompletedProcess[str]:
        ran = self.run("migrate", self.services["migrate"].command)
        self.is_migrated = ran.returncode == 0
        return ran

    def start(self, name: str) -> None:
        service = self.services[name]
        with self.log(name).open("ab") as log:
            self.running[name] = subprocess.Popen(
                service.command,
                cwd=self.folder,
                env=self.environment(service.environment),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )

    def log(self, name: str) -> Path:
        return self.folder.parent / f"{name}.log"

    def stop(self, name: str) -> float:
        """Asks it to end, as the engine does; the seconds it took, which the file's grace must allow."""
        process, began = self.running.pop(name), time.monotonic()
        process.terminate()
        try:
            process.wait(self.services[name].grace)
        finally:
            process.kill()
            process.wait()
        return time.monotonic() - began

    def is_healthy(self, name: str) -> bool:
        return self.run(name, self.services[name].health).returncode == 0

    def get(self, path: str) -> tuple[int, str]:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=20) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as answer:
            return answer.code, answer.read().decode()

    def said(self, part: str) -> bool:
        """Whether /healthz says that this part is well."""
        return bool(json.loads(self.get("/healthz")[1])[part]["ok"])


@pytest.fixture(scope="module")
def installation(rabbitmq: RabbitMQ, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    home = tmp_path_factory.mktemp("database")
    embedded.make_home(home)
    with embedded.joined(home, temporary=True) as database:
        made = Installation(tmp_path_factory.mktemp("compose"), database=database, broker=rabbitmq)
        yield made
        for name in list(made.running):
            made.stop(name)


@pytest.fixture
def served(installation: Installation) -> Installation:
    """With all of it up. Tests run on several processes, and each of them may be the first of its own."""
    if not (installation.folder / "staticfiles").exists():
        collected = installation.collect()
        assert collected.returncode == 0, collected.stderr
    if not installation.is_migrated:
        migrated = installation.migrate()
        assert migrated.returncode == 0, migrated.stderr
    started = [name for name in ALL if name not in installation.running]
    for name in started:
        installation.start(name)
    for name in started:
        healthy = wait_until(lambda name=name: installation.is_healthy(name), within=60)
        assert healthy, installation.log(name).read_text()
    return installation


def test_the_image_collects_its_static_files(installation: Installation) -> None:
    ran = installation.collect()
    assert ran.returncode == 0, ran.stderr
    assert (installation.folder / "staticfiles" / "staticfiles.json").exists()


@pytest.mark.parametrize("service", ["database", "rabbitmq"])
def test_the_servers_are_found_healthy(installation: Installation, service: str) -> None:
    assert installation.is_healthy(service)


def test_migrating_ends_well_and_may_be_repeated(installation: Installation) -> None:
    for _time in range(2):
        migrated = installation.migrate()
        assert migrated.returncode == 0, migrated.stderr
    assert "to become the administrator" in migrated.stdout


def test_web_worker_and_sweep_become_healthy(served: Installation) -> None:
    status, said = served.get("/healthz")
    assert status == 200, said
    assert json.loads(said)["queue"]["broker"] == "amqp"
    assert [secret for secret in GIVEN.values() if secret in said] == []


def test_a_page_comes_with_its_style(served: Installation) -> None:
    status, page = served.get("/accounts/login/")
    assert status == 200
    (style, *_) = re.findall(r'href="(/static/[^"]+\.[0-9a-f]{12}\.css)"', page)
    assert served.get(style)[0] == 200


def test_the_worker_reads_and_extracts_an_article(served: Installation) -> None:
    file = served.folder.parent / "bridge.txt"
    file.write_text(TEXT)
    add = ["python", "manage.py", "import_articles", str(file), "--project", "bridge", "--create"]
    added = served.run("web", add)
    assert added.returncode == 0, added.stdout + added.stderr
    assert re.search(r"1 files: 1 done with [1-9]\d* claims", added.stdout)


def test_a_worker_that_stops_is_missed_within_ten_seconds_and_pages_are_served(served: Installation) -> None:
    served.stop("worker")
    stopped = time.monotonic()
    assert wait_until(lambda: not served.said("worker"))
    assert time.monotonic() - stopped < 10
    assert served.get("/healthz")[0] == 503
    assert served.get("/readyz")[0] == 200
    assert not served.is_healthy("worker")
    assert served.is_healthy("web")
    served.start("worker")
    assert wait_until(lambda: served.get("/healthz")[0] == 200, within=60)


def test_a_broker_that_stops_is_missed_and_found_again(served: Installation) -> None:
    served.broker.stop()
    try:
        assert wait_until(lambda: not served.said("queue"))
        assert served.get("/readyz")[0] == 200
    finally:
        served.broker.start()
    assert wait_until(lambda: served.get("/healthz")[0] == 200, within=60)


def test_each_ends_in_its_time_when_asked(served: Installation) -> None:
    for name in list(served.running):
        assert served.stop(name) < served.services[name].grace


def test_the_image_alone_is_the_web() -> None:
    assert compose.image_of(ROOT).command == compose.read(ROOT)["services"]["web"]["command"]


def test_no_secret_stands_in_the_files() -> None:
    for name in ("SECRET_KEY", "POSTGRES_PASSWORD", "RABBITMQ_PASSWORD"):
        with pytest.raises(ValueError, match=name):
            compose.services(ROOT, given={key: value for key, value in GIVEN.items() if key != name}, elsewhere={})
    environment = compose.image_of(ROOT).environment
    assert [name for name in environment if re.search("SECRET|PASSWORD|KEY|TOKEN", name)] == []
    for service in compose.read(ROOT)["services"].values():
        for name, value in service.get("environment", {}).items():
            assert not re.search("PASS|SECRET|KEY", name) or re.fullmatch(r"\$\{\w+:(\?[^}]+|-)\}", value), name


def test_every_setting_of_the_example_reaches_the_containers() -> None:
    """Or is the file's own to decide: what it decides must not be spoilt by a copy of the example."""
    settings_of_all = compose.read(ROOT)["x-attest"]["environment"]
    listed = re.findall(r"^([A-Z_]+)=(.*)$", (ROOT / ".env.example").read_text(), re.MULTILINE)
    decided = {"DATABASE_URL", "CELERY_BROKER_URL", "RELEASES_DIR", "STATIC_COLLECTED", "DATABASE_POOL_MAX", "DEBUG"}
    for name, _default in listed:
        handed_on = str(settings_of_all.get(name, "")).startswith(f"${{{name}:")
        assert handed_on != (name in decided), name


def test_a_copy_of_the_example_with_another_site_answers_to_its_name() -> None:
    copied = dict(re.findall(r"^([A-Z_]+)=(.*)$", (ROOT / ".env.example").read_text(), re.MULTILINE))
    given = copied | GIVEN | {"SITE_URL": "https://attest.example.org"}
    environment = compose.services(ROOT, given=given, elsewhere={})["web"].environment
    read = (
        "from annotate import settings as s; print(s.ALLOWED_HOSTS[0], *s.CSRF_TRUSTED_ORIGINS, s.DEFAULT_FROM_EMAIL)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", read],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"]} | environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout.split() == ["attest.example.org", "https://attest.example.org", "attest@attest.example.org"]
