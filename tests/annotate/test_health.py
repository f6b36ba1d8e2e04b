import json
import os
import socket
import subprocess
import sys
import time
from datetime import timedelta

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone

from annotate.alive import ALIVE_WITHIN
from annotate.machine import free_port
from annotate.processes import Process
from tests import factories
from tests.conftest import database_url, wait_until
from verification.models import Article, Heartbeat, Release
from verification.vocabulary import ArticleState

# Health is asked over a connection of its own, which sees only what is committed.
committed = pytest.mark.django_db(transaction=True)


def beat(name: str, *, seconds_ago: float = 0) -> None:
    Heartbeat.objects.update_or_create(name=name, defaults={"at": timezone.now() - timedelta(seconds=seconds_ago)})


def waiting(article: Article, *, seconds: float) -> None:
    Article.objects.filter(pk=article.pk).update(queued_at=timezone.now() - timedelta(seconds=seconds))


@committed
def test_anybody_hears_that_all_is_ready(client):
    beat("worker", seconds_ago=4)
    beat("sweep")
    beat("noise", seconds_ago=9999)
    answer = client.get("/healthz")
    assert answer.status_code == 200
    assert answer.json()["status"] == "ready"
    assert answer.json()["database"]["ok"] is True
    assert answer.json()["migrations"] == {"ok": True, "missing": []}
    assert answer.json()["queue"] == {
        "ok": True,
        "broker": "database",
        "waiting": 0,
        "more": False,
        "age_seconds": None,
    }
    assert 4 <= answer.json()["worker"]["age_seconds"] < 8
    assert "no-store" in answer["Cache-Control"]


@committed
def test_it_says_how_much_waits_and_how_long_the_oldest_has(client):
    waiting(factories.ArticleFactory(state=ArticleState.RECEIVED), seconds=50)
    waiting(factories.ArticleFactory(state=ArticleState.EXTRACTING, text=factories.TEXT), seconds=20)
    waiting(factories.ArticleFactory(state=ArticleState.DONE, text=factories.TEXT), seconds=900)
    in_hand = factories.ArticleFactory(state=ArticleState.READING)
    waiting(in_hand, seconds=800)
    Article.objects.filter(pk=in_hand.pk).update(lease_until=timezone.now() + timedelta(hours=1))
    now = timezone.now()
    Release.objects.create(
        project=in_hand.project, requested_by=factories.UserFactory(), requested_at=now, queued_at=now
    )
    queue = client.get("/healthz").json()["queue"]
    assert (queue["waiting"], queue["more"]) == (3, False)
    assert 50 <= queue["age_seconds"] < 60


@committed
@pytest.mark.parametrize("missing", ["worker", "sweep"])
def test_a_process_that_never_started_makes_it_not_ready(client, missing):
    beat({"worker": "sweep", "sweep": "worker"}[missing])
    answer = client.get("/healthz")
    assert answer.status_code == 503
    assert answer.json()[missing] == {"ok": False, "age_seconds": None}
    assert client.get("/readyz").status_code == 200, "pages can be served all the same"


@committed
def test_a_process_that_went_quiet_makes_it_not_ready(client):
    beat("worker", seconds_ago=10)
    beat("sweep")
    answer = client.get("/healthz")
    assert answer.status_code == 503
    assert answer.json()["worker"]["ok"] is False
    assert answer.json()["sweep"]["ok"] is True


@committed
def test_a_worker_that_is_killed_is_missed_within_ten_seconds(client, celery_worker_process: Process):
    beat("sweep")
    assert wait_until(lambda: client.get("/healthz").json()["worker"]["ok"])
    celery_worker_process.kill_group()
    killed = time.monotonic()
    assert wait_until(lambda: not client.get("/healthz").json()["worker"]["ok"])
    assert time.monotonic() - killed < 10
    assert client.get("/readyz").status_code == 200


@committed
@pytest.mark.parametrize("address", ["/healthz", "/readyz"])
def test_a_migration_that_is_not_applied_makes_it_not_ready(client, address):
    beat("worker")
    beat("sweep")
    applied = MigrationRecorder.Migration.objects.get(app="verification", name="0003_queue")
    applied.delete()
    try:
        answer = client.get(address)
    finally:
        applied.save()  # what follows needs its tables, which are there
    assert answer.status_code == 503
    assert answer.json()["migrations"] == {"ok": False, "missing": ["verification.0003_queue"]}


def answers_of_a_site_at(port: int) -> tuple[dict[str, tuple[int, object]], float]:
    """What each address says in a process whose database should be at this port, and how long all three took."""
    code = (
        "import json, time, django; django.setup()\n"
        "from django.test import Client\n"
        "began, said = time.monotonic(), {}\n"
        "for name in ('livez', 'readyz', 'healthz'):\n"
        "    answer = Client().get('/' + name, headers={'host': 'localhost'})\n"
        "    said[name] = answer.status_code, answer.json()\n"
        "print(json.dumps([said, time.monotonic() - began]))"
    )
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "annotate.settings",
        "DATABASE_URL": f"postgresql://nobody:hidden@127.0.0.1:{port}/none",
    }
    ran = subprocess.run(
        [sys.executable, "-c", code],
        env=environment,
        cwd=settings.BASE_DIR,
        capture_output=True,
        text=True,
        check=True,
    )
    assert "hidden" not in ran.stdout
    said, took = json.loads(ran.stdout)
    return said, took


def test_without_a_database_the_process_lives_and_is_not_ready():
    said, _took = answers_of_a_site_at(free_port())
    assert said["livez"] == [200, {"status": "alive"}]
    assert said["readyz"] == [
        503,
        {"status": "not ready", "database": {"ok": False}, "migrations": {"ok": False}},
    ]
    assert said["healthz"][0] == 503
    assert said["healthz"][1]["worker"] == {"ok": False, "age_seconds": None}


def test_a_database_that_hangs_is_not_waited_for():
    with socket.create_server(("127.0.0.1", 0)) as silent:
        said, took = answers_of_a_site_at(silent.getsockname()[1])
    assert [status for status, _said in said.values()] == [200, 503, 503]
    assert took < 10, "about three seconds each"


def test_whether_the_process_lives_is_answered_without_the_database(client):
    assert client.get("/livez").json() == {"status": "alive"}  # pytest refuses the database to this test


@pytest.mark.parametrize("address", ["/livez", "/readyz", "/healthz"])
def test_it_is_read_only_and_answers_plain_http_where_the_site_is_https(client, address, settings):
    settings.SECURE_SSL_REDIRECT = True
    assert client.get("/").status_code == 301
    assert client.post(address).status_code == 405


@committed
def test_a_command_says_whether_a_process_is_alive(capsys):
    with pytest.raises(CommandError, match="The worker has never shown a sign of life"):
        call_command("is_alive", "worker")
    beat("worker")
    call_command("is_alive", "worker")
    assert "The worker showed a sign of life 0." in capsys.readouterr().out
    beat("worker", seconds_ago=ALIVE_WITHIN.total_seconds() + 1)
    with pytest.raises(CommandError, match="and none since"):
        call_command("is_alive", "worker")


@committed
def test_a_health_check_loads_no_tables_and_ends_as_the_process_is(settings):
    def check() -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-X", "importtime", "manage.py", "is_alive", "sweep"]
        environment = os.environ | {"DATABASE_URL": database_url()}
        return subprocess.run(command, env=environment, cwd=settings.BASE_DIR, capture_output=True, text=True)

    beat("sweep")
    assert ((ran := check()).returncode, ran.stdout[:33]) == (0, "The sweep showed a sign of life 0")
    assert "psycopg" in ran.stderr
    assert "verification" not in ran.stderr
    beat("sweep", seconds_ago=60)
    assert (ran := check()).returncode == 1
    assert "and none since" in ran.stderr
