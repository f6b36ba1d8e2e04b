"""Retrieves a page that somebody named as evidence, and keeps what it was at that moment."""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from verification.jobs.confined import read_confined
from verification.jobs.leases import Held, keep, take
from verification.models import HostTurn, LinkCopy, LinkSnapshot
from verification.retrieval.address import web_address
from verification.retrieval.fetch import fetch
from verification.retrieval.page import MEGABYTE, Bounds, NotRetrieved, Page
from verification.text.document import Document, Unreadable
from verification.text.normalise import normalise
from verification.vocabulary import RetrievalState

SUFFIXES = {"text/html": ".html", "text/plain": ".txt", "application/pdf": ".pdf"}
SWITCHED_OFF = "Retrieving pages is switched off on this installation."


def run(snapshot_id: int) -> float:
    """Retrieves it, and 0; or does nothing, and in how many seconds it is its turn: hosts are not asked in a row.

    Where no page was had, the snapshot says in a sentence why not.
    """
    rows = LinkSnapshot.objects.all()
    if seconds := _until_its_turn(snapshot_id):
        return seconds
    lease = take(rows, snapshot_id, states=(RetrievalState.WAITING,), become=RetrievalState.WAITING)
    if lease is None:
        return 0
    url = LinkSnapshot.objects.values_list("url", flat=True).get(pk=snapshot_id)
    with Held(rows, snapshot_id, lease=lease) as held:
        try:
            page = retrieved(url)
        except NotRetrieved as why:
            found = {"final_url": why.url, "status": why.status, "retrieved_at": timezone.now(), "failure": str(why)}
            keep(rows, snapshot_id, lease=held.stop(), state=RetrievalState.FAILED, **found)
            return 0
        at = timezone.now()
        document = _read(page)
        _keep(snapshot_id, page, document, at=at, lease=held.stop())
    return 0


def retrieved(url: str) -> Page:
    """The page at an address, within the bounds of this installation; raises NotRetrieved."""
    if not settings.RETRIEVAL:
        raise NotRetrieved(SWITCHED_OFF)
    return fetch(url, _bounds())


def waiting_in(annotation_id: int) -> list[int]:
    """Pages of a place that a worker still has to retrieve, as ids."""
    return list(LinkSnapshot.objects.unfinished().filter(annotation=annotation_id).values_list("pk", flat=True))


def take_turn(url: str) -> datetime | None:
    """The moment from which on the host of this address may be asked, for the caller alone; None where it has no host
    or hosts have no pause."""
    if not (settings.RETRIEVAL and settings.RETRIEVAL_PAUSE_SECONDS):
        return None
    bounds = _bounds()
    try:
        host = web_address(url, ports=bounds.ports, allowed=bounds.allowed).host
    except NotRetrieved:
        return None
    return HostTurn.objects.take(host, pause=timedelta(seconds=settings.RETRIEVAL_PAUSE_SECONDS))


def _until_its_turn(snapshot_id: int) -> float:
    """In how many seconds; 0 for now. The turn is kept with the row, which counts as queued for that moment."""
    waiting = LinkSnapshot.objects.unfinished().filter(pk=snapshot_id)
    row = waiting.values("url", "turn_at").first()
    if row is None:
        return 0
    turn = row["turn_at"] or take_turn(row["url"])
    now = timezone.now()
    if turn is None or turn <= now:
        return 0
    if row["turn_at"] is None:
        waiting.update(turn_at=turn, queued_at=turn)
    return float((turn - now).total_seconds())


def _bounds() -> Bounds:
    return Bounds(
        allowed=settings.RETRIEVAL_NETWORKS,
        ports=settings.RETRIEVAL_PORTS,
        proxy=settings.RETRIEVAL_PROXY or None,
        most_bytes=settings.RETRIEVAL_LIMIT_MB * MEGABYTE,
        seconds=settings.RETRIEVAL_SECONDS,
        agent=f"Attest (checks sources; {settings.SITE_URL})",
    )


def name_of(page: Page) -> str:
    """A file name by which a page of its type is read."""
    return f"page{SUFFIXES[page.type]}"


def _read(page: Page) -> Document | None:
    """What the page says, in a process of its own; None where no text can be had of it."""
    try:
        return read_confined(page.content, name_of(page))
    except Unreadable:
        return None


def _keep(snapshot_id: int, page: Page, document: Document | None, *, at: datetime, lease: datetime) -> None:
    said: dict[str, Any] = {}
    if document is not None:
        said = {"title": document.title, "outlet": document.outlet, "published_on": document.published_on}
    with transaction.atomic():
        kept = keep(
            LinkSnapshot.objects.all(),
            snapshot_id,
            lease=lease,
            state=RetrievalState.DONE,
            final_url=page.url,
            status=page.status,
            content_type=page.type,
            retrieved_at=at,
            sha256=hashlib.sha256(page.content).hexdigest(),
            bytes=len(page.content),
            **said,
        )
        if kept:
            text = normalise(document.text).text if document is not None else None
            LinkCopy.objects.create(snapshot_id=snapshot_id, content=page.content, text=text)
