"""Who works on a row, and until when. The row is the truth; the queue only carries its id."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from threading import Event, Thread
from typing import Any

from django.conf import settings
from django.db import InterfaceError, OperationalError, connection
from django.db.models import F, Q, QuerySet
from django.utils import timezone


def take(rows: QuerySet[Any], pk: int, *, states: Iterable[str], become: str) -> datetime | None:
    """Takes the row for this worker, or returns None where another has it or it needs no work any more.

    The lease returned is the key to `keep`: whoever outlives it cannot write any more.
    """
    now = timezone.now()
    lease: datetime = now + timedelta(seconds=settings.LEASE_SECONDS)
    free = Q(lease_until__isnull=True) | Q(lease_until__lt=now)
    taken = (
        rows.filter(free, pk=pk, state__in=[str(state) for state in states])
        .order_by()
        .update(state=become, lease_until=lease, attempts=F("attempts") + 1)
    )
    return lease if taken else None


def keep(rows: QuerySet[Any], pk: int, *, lease: datetime, **fields: Any) -> bool:
    """Writes `fields` and gives the row back, if the lease is still ours; False where another took over."""
    written = rows.filter(pk=pk, lease_until=lease).order_by().update(**(fields | {"lease_until": None}))
    return bool(written)


class Held:
    """A lease that is renewed from a thread of its own, for work that outlasts one lease.

    The work's own connection may be in a read-only transaction, so the thread has one of its own; it dies with the
    process, and the sweep takes over. `stop` ends the renewing and gives the key to `keep`.
    """

    def __init__(self, rows: QuerySet[Any], pk: int, *, lease: datetime) -> None:
        self._lease = lease
        self._rows = rows.filter(pk=pk).order_by()
        self._over = Event()
        self._thread = Thread(target=self._renew, name=f"lease-{pk}", daemon=True)

    def __enter__(self) -> Held:
        self._thread.start()
        return self

    def __exit__(self, *exc: object) -> None:
        self.stop()

    def stop(self) -> datetime:
        """Ends the renewing; the lease as it stands now. Stopping twice changes nothing."""
        self._over.set()
        self._thread.join()
        return self._lease

    def _renew(self) -> None:
        try:
            while not self._over.wait(settings.LEASE_SECONDS / 3):
                until: datetime = timezone.now() + timedelta(seconds=settings.LEASE_SECONDS)
                try:
                    if not self._rows.filter(lease_until=self._lease).update(lease_until=until):
                        return  # another worker has taken over: `keep` will say so
                    self._lease = until
                except (OperationalError, InterfaceError):
                    connection.close()  # tried anew before the lease ends
        finally:
            connection.close()
