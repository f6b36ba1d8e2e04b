"""Pages that evidence names, as they were retrieved: what is shown beside each piece of evidence."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.conf import settings

from annotate.judgement_form import Item
from verification.models import Annotation, LinkSnapshot
from verification.models.link_snapshot import newest_by_url


def newest(annotation: Annotation, url: str) -> LinkSnapshot | None:
    """What is known of a page to whoever has this place."""
    return LinkSnapshot.objects.filter(annotation=annotation, url=url.strip()).order_by("-pk").first()


def beside_items(annotation: Annotation, items: Iterable[Item]) -> dict[str, LinkSnapshot]:
    """The newest snapshot of each address that the form's items name; asks nobody where none names one."""
    urls = {str(item["url"]).strip() for item in items if item.get("url")}
    if not urls:
        return {}
    found = newest_by_url(LinkSnapshot.objects.filter(annotation=annotation, url__in=urls).order_by("pk"))
    return {url: snapshot for (_annotation, url), snapshot in found.items()}


def context(annotation: Annotation, snapshot: LinkSnapshot | None) -> dict[str, Any]:
    """What the part of a page about one address is shown with."""
    return {"project": annotation.claim.project, "snapshot": snapshot, "may_check": settings.RETRIEVAL}
