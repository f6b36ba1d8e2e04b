from __future__ import annotations

from datetime import datetime

from django.db import connection, models

ADD = """
INSERT INTO verification_requestcount AS counted (key, ends_at, requests) VALUES (%(key)s, %(ends_at)s, %(requests)s)
ON CONFLICT (key) DO UPDATE SET
    requests = excluded.requests + CASE WHEN excluded.ends_at > counted.ends_at THEN 0 ELSE counted.requests END,
    ends_at = greatest(excluded.ends_at, counted.ends_at)
RETURNING requests
"""


class RequestCountQuerySet(models.QuerySet["RequestCount"]):
    def add(self, key: str, *, requests: int, ends_at: datetime) -> int:
        """Adds to what is counted under this key in the window that ends then; returns the sum. Atomic."""
        with connection.cursor() as cursor:
            cursor.execute(ADD, {"key": key, "requests": requests, "ends_at": ends_at})
            found: tuple[int] = cursor.fetchone()
        return found[0]


class RequestCount(models.Model):
    """How many requests of one kind somebody made in a window of time, over all web processes.

    Its table is not logged (migration 0007): adding costs no wait for the disk, and after a crash it is empty.
    """

    key = models.CharField(max_length=80, primary_key=True)
    ends_at = models.DateTimeField(db_index=True)
    requests = models.BigIntegerField()

    objects = RequestCountQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.key}: {self.requests}"
