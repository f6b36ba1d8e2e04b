"""How web requests write to a queue that lives in their own database: by the connection at hand, in one statement.

The transport's own way is a connection beside it, asked first whether it answers, with a transaction: eight messages to
the server. Workers go on that way, who wait for what comes.
"""

from __future__ import annotations

from typing import Any

from django.db import connection as at_hand
from kombu.transport import pgmq
from psycopg.types.json import Jsonb

from verification.models.planned import ask

SEND = "SELECT pgmq.send(%(queue)s::text, %(message)s::jsonb, %(headers)s::jsonb, %(delay)s::integer)"
# Nobody waits for the disk: the row that it names is there already, and should the server lose a message with what it
# wrote in its last moments, the row is enqueued again. Said of this statement alone.
WITHOUT_WAITING = f"{SEND}, set_config('synchronous_commit', 'off', true)"


class Channel(pgmq.Channel):
    def _put(self, queue: str, message: dict[str, Any], **_options: Any) -> None:
        more = self._pgmq_send_kwargs(message)
        given = {
            "queue": self._queue_name(queue),
            "message": Jsonb(message),
            "headers": Jsonb(more["headers"]) if "headers" in more else None,
            "delay": more.get("delay", 0),
        }
        ask(SEND if at_hand.in_atomic_block else WITHOUT_WAITING, given)


class Transport(pgmq.Transport):
    Channel = Channel

    def verify_connection(self, connection: Any) -> bool:
        return True  # whether the database answers shows when it is written to
