"""PostgreSQL as Django speaks to it, with connections of a pool that are looked at before each use and asked rarely."""

from __future__ import annotations

import select
from time import monotonic
from typing import Any
from weakref import WeakKeyDictionary

from django.db.backends.postgresql import base
from psycopg import Connection, OperationalError
from psycopg_pool import ConnectionPool

TRUSTED = 10  # seconds after it was handed out last, a connection of which nothing was heard is taken to be whole

_handed_out: WeakKeyDictionary[Connection[Any], float] = WeakKeyDictionary()


class DatabaseWrapper(base.DatabaseWrapper):
    """To ask a connection whether it is whole takes as long as asking it for a row. A server that stops or breaks off
    says so to each of its connections, though, which can be seen without asking; only what lay idle for a while is
    asked, because a firewall may have forgotten it without a word."""

    def get_new_connection(self, conn_params: dict[str, Any]) -> Connection[Any]:
        while True:
            # Waits for what replaces a broken one, for as long as the pool has patience.
            connection: Connection[Any] = super().get_new_connection(conn_params)
            if self.pool is None or is_whole(connection):
                return connection
            connection.close()
            self.pool.putconn(connection)


def is_whole(connection: Connection[Any]) -> bool:
    """Whether a connection that nobody uses at this moment can be used."""
    now = monotonic()
    try:
        if now - _handed_out.get(connection, -TRUSTED) >= TRUSTED or _has_something_to_say(connection):
            ConnectionPool.check_connection(connection)
    except OperationalError:  # broken off, or closed already
        return False
    _handed_out[connection] = now
    return True


def _has_something_to_say(connection: Connection[Any]) -> bool:
    waiting = select.poll()
    waiting.register(connection.fileno(), select.POLLIN)
    return bool(waiting.poll(0))
