"""Where a text ran, as whoever sent it says."""

from __future__ import annotations

from datetime import date, datetime
from typing import TypedDict

from verification.models import Article, Publication
from verification.vocabulary import DateBasis, DatePrecision


class Ran(TypedDict, total=False):
    """Where and when a text ran, as far as somebody says it."""

    url: str | None
    outlet: str | None
    byline: str | None
    published_on: date | None
    published_precision: DatePrecision | None  # left out, the date is known to the day
    retrieved_at: datetime | None


def add_publication(article: Article, ran: Ran | None) -> Publication | None:
    """A publication from what was said, or None where nothing was, or the address is listed already."""
    said = {key: value for key, value in (ran or {}).items() if value not in (None, "")}
    said.pop("published_precision", None)
    if not said or article.publications.filter(url=said.get("url"), url__isnull=False).exists():
        return None
    dated = "published_on" in said
    precision = (ran or {}).get("published_precision") or DatePrecision.DAY
    return Publication.objects.create(
        article=article,
        published_precision=precision if dated else None,
        published_basis=DateBasis.PERSON if dated else DateBasis.UNKNOWN,
        **said,
    )
