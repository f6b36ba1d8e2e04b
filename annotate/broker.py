"""How web requests write to a queue that lives in their own database: by the connection at hand, in one statement.

The transport's own way is a connection beside it, asked first whether it answers, with a transaction: eight messages to
the server. Workers go on that way, who wait for what comes.
"""

from __future__ import annotations

from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections
from kombu.transport import pgmq


class Channel(pgmq.Channel):
    def _put(self, queue: str, message: dict[str, Any], **_options: Any) -> None:
        at_hand: Any = connections[DEFAULT_DB_ALIAS]
        at_hand.ensure_connection()
        with at_hand.wrap_database_errors:
            name, more = self._queue_name(queue), self._pgmq_send_kwargs(message)
            self.pgmq.send(name, message, conn=at_hand.connection, **more)


class Transport(pgmq.Transport):
    Channel = Channel

    def verify_connection(self, connection: Any) -> bool:
        return True  # whether the database answers shows when it is written to
