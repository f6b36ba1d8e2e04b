"""Connections of the web server's pool: whole ones are not asked, broken ones are replaced."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings
from django.db import connection, connections
from psycopg import Connection

from annotate.pooled import base
from annotate.pooled.base import DatabaseWrapper

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def pooled() -> Iterator[DatabaseWrapper]:
    options = settings.DATABASES["default"]["OPTIONS"] | {"pool": {"min_size": 1, "max_size": 1, "timeout": 10}}
    wrapper = DatabaseWrapper(
        connection.settings_dict | {"OPTIONS": options, "CONN_MAX_AGE": 0, "CONN_HEALTH_CHECKS": False}, alias="pooled"
    )
    connections["pooled"] = wrapper
    yield wrapper
    wrapper.close()
    wrapper.close_pool()
    del connections["pooled"]


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Connection[Any]]:
    """The connections that were asked whether they are whole."""
    were: list[Connection[Any]] = []
    ask = base.ConnectionPool.check_connection

    def note(connection: Connection[Any]) -> None:
        were.append(connection)
        ask(connection)

    monkeypatch.setattr(base.ConnectionPool, "check_connection", staticmethod(note))
    return were


def backend_of(wrapper: DatabaseWrapper) -> int:
    """The process of the server at the other end; the connection goes back to the pool."""
    with wrapper.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        (pid,) = cursor.fetchone()
    wrapper.close()
    return int(pid)


def test_a_connection_is_asked_once_and_then_trusted_for_a_while(
    pooled: DatabaseWrapper, asked: list[Connection[Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = backend_of(pooled)
    assert [backend_of(pooled) for _again in range(3)] == [first] * 3
    assert len(asked) == 1
    monkeypatch.setattr(base, "TRUSTED", 0)
    assert backend_of(pooled) == first
    assert len(asked) == 2


def test_a_connection_that_the_server_has_ended_is_replaced(pooled: DatabaseWrapper) -> None:
    first = backend_of(pooled)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(%s, 5000)", [first])
    assert backend_of(pooled) != first
