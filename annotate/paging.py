"""Lists a page at a time, by key: the last page is as fast as the first, and nothing is counted."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

from django.db.models import Model, Q, QuerySet

Row = TypeVar("Row", bound=Model)

PAGE_SIZE = 25  # as the administration has them; on a phone it is long already
MOST_DIGITS = 19


@dataclass(frozen=True, kw_only=True)
class Page(Generic[Row]):
    """Rows of one page; `next` is what the following page is asked for with, None on the last one.

    `previous` is what the page before is asked for with, None on the first one and where there is only a way on.
    """

    rows: list[Row]
    next: str | None
    previous: str | None = None

    def __bool__(self) -> bool:
        return bool(self.rows)


def newest_first(
    rows: QuerySet[Any, Any], *, before: str | None, after: str | None = None, size: int = PAGE_SIZE
) -> Page[Any]:
    """A page of `rows` by falling id: those below `before`, or the last ones above `after`.

    What is unusable, or none of both, is the first page.
    """
    below, above = whole(before), whole(after)
    if below is None and above is not None:
        nearest = list(rows.filter(pk__gt=above).order_by("pk")[: size + 1])
        shown = nearest[:size][::-1]
        if len(nearest) > size:
            return Page(rows=shown, next=str(shown[-1].pk), previous=str(shown[0].pk))
        return newest_first(rows, before=None, size=size)  # the beginning, with what came since
    if below is not None:
        rows = rows.filter(pk__lt=below)
    page = _cut(list(rows.order_by("-pk")[: size + 1]), size=size, key=lambda row: str(row.pk))
    if below is None or not page.rows:
        return page
    return replace(page, previous=str(page.rows[0].pk))


def most_urgent_first(
    rows: QuerySet[Any, Any], *, after: str | None, before: str | None = None, size: int = PAGE_SIZE
) -> Page[Any]:
    """A page of claims by falling urgency, then rising id: those behind the position `after`, or the last
    ones ahead of the position `before`. What is unusable, or none of both, is the first page.
    """
    if (start := _place(after)) is None and (end := _place(before)) is not None:
        nearest = list(rows.filter(_ahead(*end)).order_by("urgency", "-pk")[: size + 1])
        shown = nearest[:size][::-1]
        if len(nearest) > size:
            return Page(rows=shown, next=position(shown[-1]), previous=position(shown[0]))
        return most_urgent_first(rows, after=None, size=size)  # the beginning, with what came since
    page = _cut(list(behind(rows, after).order_by("-urgency", "pk")[: size + 1]), size=size, key=position)
    return page if start is None or not page.rows else replace(page, previous=position(page.rows[0]))


def by_name(rows: QuerySet[Any, Any], *, after: str | None, size: int = PAGE_SIZE) -> Page[Any]:
    """A page of people by rising user name, from behind `after`."""
    if after:
        rows = rows.filter(username__gt=after.replace("\x00", ""))
    return _cut(list(rows.order_by("username")[: size + 1]), size=size, key=lambda row: row.username)


def position(claim: Any) -> str:
    """A claim's place in the order of urgency."""
    return f"{claim.urgency!r}:{claim.pk}"


def behind(rows: QuerySet[Any, Any], after: str | None) -> QuerySet[Any, Any]:
    """The claims that come after the position `after` in the order of urgency; all where it is unusable."""
    place = _place(after)
    if place is None:
        return rows
    score, key = place
    return rows.filter(Q(urgency__lt=score) | Q(urgency=score, pk__gt=key))


def _ahead(score: float, key: int) -> Q:
    """The claims that come before this position in the order of urgency."""
    return Q(urgency__gt=score) | Q(urgency=score, pk__lt=key)


def _place(given: str | None) -> tuple[float, int] | None:
    """Urgency and id of a position as an address names it; None for what is none."""
    urgency, _colon, pk = (given or "").partition(":")
    key = whole(pk)
    try:
        return None if key is None else (float(urgency), key)
    except ValueError:
        return None


def whole(given: str | None) -> int | None:
    """A whole number as an address names it; None for what is none. One that no column can hold finds nothing."""
    usable = given and given.isascii() and given.isdigit() and len(given) <= MOST_DIGITS
    return int(given) if given and usable else None


def _cut(rows: list[Any], *, size: int, key: Any) -> Page[Any]:
    shown = rows[:size]
    return Page(rows=shown, next=key(shown[-1]) if len(rows) > size else None)
