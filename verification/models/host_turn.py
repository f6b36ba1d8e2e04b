from __future__ import annotations

from datetime import datetime, timedelta

from django.db import connection, models
from django.utils import timezone

TAKE = """
INSERT INTO verification_hostturn AS host (host, free_at) VALUES (%(host)s, %(now)s + make_interval(secs => %(pause)s))
ON CONFLICT (host) DO UPDATE SET free_at = greatest(host.free_at, %(now)s) + make_interval(secs => %(pause)s)
RETURNING free_at - make_interval(secs => %(pause)s)
"""
LONGEST = 255


class HostTurnQuerySet(models.QuerySet["HostTurn"]):
    def take(self, host: str, *, pause: timedelta) -> datetime:
        """The moment from which on the caller may ask this host, once. Each caller gets another one. Atomic."""
        with connection.cursor() as cursor:
            cursor.execute(TAKE, {"host": host[:LONGEST], "pause": pause.total_seconds(), "now": timezone.now()})
            found: tuple[datetime] = cursor.fetchone()
        return found[0]


class HostTurn(models.Model):
    """From when on a host of the web may be asked for a further page, over all workers.

    Its table is not logged (migration 0032): after a crash it is empty, and each host is free. The sweep empties it.
    """

    host = models.CharField(max_length=LONGEST, primary_key=True)
    free_at = models.DateTimeField(db_index=True)

    objects = HostTurnQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.host}: free from {self.free_at}"
