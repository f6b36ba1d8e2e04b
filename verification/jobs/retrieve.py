"""Retrieves a page that somebody named as evidence, and keeps what it was at that moment."""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from verification.jobs.confined import read_confined
from verification.jobs.leases import Held, keep, take
from verification.models import LinkCopy, LinkSnapshot
from verification.retrieval.fetch import fetch
from verification.retrieval.page import MEGABYTE, Bounds, NotRetrieved, Page
from verification.text.document import Document, Unreadable
from verification.text.normalise import normalise
from verification.vocabulary import RetrievalState

SUFFIXES = {"text/html": ".html", "text/plain": ".txt", "application/pdf": ".pdf"}
SWITCHED_OFF = "Retrieving pages is switched off on this installation."


def run(snapshot_id: int) -> bool:
    """Whether the page was had; otherwise the snapshot says in a sentence why not."""
    rows = LinkSnapshot.objects.all()
    lease = take(rows, snapshot_id, states=(RetrievalState.WAITING,), become=RetrievalState.WAITING)
    if lease is None:
        return False
    url = LinkSnapshot.objects.values_list("url", flat=True).get(pk=snapshot_id)
    with Held(rows, snapshot_id, lease=lease) as held:
        try:
            page = retrieved(url)
        except NotRetrieved as why:
            found = {"final_url": why.url, "status": why.status, "retrieved_at": timezone.now(), "failure": str(why)}
            keep(rows, snapshot_id, lease=held.stop(), state=RetrievalState.FAILED, **found)
            return False
        at = timezone.now()
        document = _read(page)
        return _keep(snapshot_id, page, document, at=at, lease=held.stop())


def retrieved(url: str) -> Page:
    """The page at an address, within the bounds of this installation; raises NotRetrieved."""
    if not settings.RETRIEVAL:
        raise NotRetrieved(SWITCHED_OFF)
    bounds = Bounds(
        allowed=settings.RETRIEVAL_NETWORKS,
        ports=settings.RETRIEVAL_PORTS,
        proxy=settings.RETRIEVAL_PROXY or None,
        most_bytes=settings.RETRIEVAL_LIMIT_MB * MEGABYTE,
        seconds=settings.RETRIEVAL_SECONDS,
        agent=f"Attest (checks sources; {settings.SITE_URL})",
    )
    return fetch(url, bounds)


def name_of(page: Page) -> str:
    """A file name by which a page of its type is read."""
    return f"page{SUFFIXES[page.type]}"


def _read(page: Page) -> Document | None:
    """What the page says, in a process of its own; None where no text can be had of it."""
    try:
        return read_confined(page.content, name_of(page))
    except Unreadable:
        return None


def _keep(snapshot_id: int, page: Page, document: Document | None, *, at: datetime, lease: datetime) -> bool:
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
    return kept
