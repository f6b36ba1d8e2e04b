"""The world of the guards is built once; whatever is asked of it is undone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.db import transaction
from pytest_django import DjangoDbBlocker

from tests.guards.asking import Asker
from tests.guards.world import build


@pytest.fixture(scope="module")
def asker(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Asker]:
    """People of every kind at the door of a project with one of everything."""
    before: Path = settings.RELEASES_DIR
    settings.RELEASES_DIR = tmp_path_factory.mktemp("releases")
    settings.RETRIEVAL = True  # asked for, and undone before a worker hears of it
    with django_db_blocker.unblock(), transaction.atomic():
        yield Asker(build())
        transaction.set_rollback(True)
    settings.RELEASES_DIR, settings.RETRIEVAL = before, False
