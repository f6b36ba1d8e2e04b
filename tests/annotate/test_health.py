import os
import subprocess
import sys
from datetime import timedelta

import pytest
from django.conf import settings
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone

from annotate.machine import free_port
from verification.models import Heartbeat


def beat(name: str, *, seconds_ago: float = 0) -> None:
    Heartbeat.objects.create(name=name, at=timezone.now() - timedelta(seconds=seconds_ago))


@pytest.mark.django_db
def test_anybody_hears_that_all_is_ready(client):
    beat("worker", seconds_ago=12)
    beat("sweep")
    beat("noise", seconds_ago=9999)
    answer = client.get("/healthz")
    assert answer.status_code == 200
    assert answer.json()["status"] == "ready"
    assert answer.json()["database"] == {"ok": True}
    assert answer.json()["migrations"] == {"ok": True, "missing": []}
    assert 12 <= answer.json()["worker"]["age_seconds"] < 30
    assert "no-store" in answer["Cache-Control"]


@pytest.mark.django_db
@pytest.mark.parametrize("missing", ["worker", "sweep"])
def test_a_process_that_never_started_makes_it_not_ready(client, missing):
    beat({"worker": "sweep", "sweep": "worker"}[missing])
    answer = client.get("/healthz")
    assert answer.status_code == 503
    assert answer.json()[missing] == {"ok": False, "age_seconds": None}


@pytest.mark.django_db
def test_a_process_that_went_quiet_makes_it_not_ready(client):
    beat("worker", seconds_ago=300)
    beat("sweep")
    answer = client.get("/healthz")
    assert answer.status_code == 503
    assert answer.json()["worker"]["ok"] is False
    assert answer.json()["sweep"]["ok"] is True


@pytest.mark.django_db
def test_a_migration_that_is_not_applied_makes_it_not_ready(client):
    beat("worker")
    beat("sweep")
    MigrationRecorder.Migration.objects.filter(app="verification", name="0003_queue").delete()
    answer = client.get("/healthz")
    assert answer.status_code == 503
    assert answer.json()["migrations"] == {"ok": False, "missing": ["verification.0003_queue"]}


def test_without_a_database_it_answers_that_it_is_not_ready():
    code = (
        "import django; django.setup()\n"
        "from django.test import Client\n"
        "answer = Client().get('/healthz', headers={'host': 'localhost'})\n"
        "print(answer.status_code, answer.json()['database'])"
    )
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "annotate.settings",
        "DATABASE_URL": f"postgresql://nobody:nothing@127.0.0.1:{free_port()}/none",
    }
    ran = subprocess.run(
        [sys.executable, "-c", code],
        env=environment,
        cwd=settings.BASE_DIR,
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout == "503 {'ok': False}\n"


@pytest.mark.django_db
def test_it_is_read_only(client):
    assert client.post("/healthz").status_code == 405
