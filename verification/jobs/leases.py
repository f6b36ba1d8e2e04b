"""Who works on a row, and until when. The row is the truth; the queue only carries its id."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
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
