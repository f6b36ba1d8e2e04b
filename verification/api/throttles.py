"""How much one person, or one address, may ask. The limits are settings; see decision 0016.

All web processes count in one table. Each takes a share of a limit from it at once (a thousandth) and spends that by
itself, so that a person at work costs a write in many requests, and no sum ever exceeds the limit.
"""

from __future__ import annotations

import threading
import time
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from ipaddress import ip_network
from typing import Any

from django.conf import settings
from django.utils.crypto import salted_hmac
from rest_framework.request import Request
from rest_framework.throttling import BaseThrottle

from verification.models import RequestCount

SHARES = 1000
MOST_HELD = 20_000  # keys that a process remembers; more than that many people at once means strangers


@dataclass
class Share:
    """What this process may still spend under one key until the window ends; none left and refused: wait."""

    ends_at: float
    left: int = 0
    refused: bool = False


class Counter:
    """One process's shares."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.held: dict[str, Share] = {}

    def wait(self, scope: str, who: str) -> float | None:
        """Counts one request; None where it may go on, or else the seconds until it may be tried again."""
        limit, seconds = settings.THROTTLES[scope]
        if not limit:
            return None
        now = time.time()
        key = f"{scope}:{who}"
        ends_at = (now // seconds + 1) * seconds
        with self.lock:
            share = self._share(key, ends_at)
            if share.left:
                share.left -= 1
                return None
            if share.refused:
                return ends_at - now
        size = max(1, limit // SHARES)
        before = RequestCount.objects.add(key, requests=size, ends_at=datetime.fromtimestamp(ends_at, UTC)) - size
        granted = min(size, limit - before)
        with self.lock:
            if granted > 0:
                share.left += granted - 1
                return None
            share.refused = True
        return ends_at - now

    def _share(self, key: str, ends_at: float) -> Share:
        share = self.held.get(key)
        if share is None or share.ends_at < ends_at:
            if len(self.held) >= MOST_HELD:
                self.held = {key: held for key, held in self.held.items() if held.ends_at >= ends_at}
            share = self.held[key] = Share(ends_at)
        return share


counter = Counter()


def address_of(request: Request) -> str:
    """Who is asking as far as the network tells, behind the proxies that are trusted; never the address itself."""
    address = BaseThrottle().get_ident(request) or ""
    with suppress(ValueError):
        address = str(ip_network(f"{address}/64", strict=False))  # of IPv6 a household has so many
    return salted_hmac("throttle", address).hexdigest()[:32]


class Throttle(BaseThrottle):
    """Each request counts for its person, or its address; some count besides as what the view calls them."""

    def allow_request(self, request: Request, view: Any) -> bool:
        person = request.user
        if not person.is_authenticated:
            waits = [counter.wait("anonymous", address_of(request))]
        else:
            scopes = ["person", *filter(None, [getattr(view, "counts_as", {}).get(request.method)])]
            waits = [counter.wait(scope, str(person.pk)) for scope in scopes]
        self.seconds = max((wait for wait in waits if wait is not None), default=None)
        return self.seconds is None

    def wait(self) -> float | None:
        return self.seconds
