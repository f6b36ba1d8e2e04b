"""Of two people who change the same thing at once, the later is told, and nothing is overwritten unseen.

A page hands out the version of what it shows and sends it back with the change.
"""

from __future__ import annotations

import hashlib
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from verification.exceptions import Conflict
from verification.models import Article, Project, Publication

# What people change of each kind of row. The short name of a project stands in addresses and releases, so it stays.
CHANGEABLE: dict[type[Article | Project | Publication], tuple[str, ...]] = {
    Article: ("title", "language", "licence", "embargo_until", "keep_until", "is_sensitive"),
    Project: (
        *("name", "language", "places", "consensus", "skip_limit", "engine"),
        *("strategy", "random_share", "unaided_share", "shows_pace"),
        *("calibrates", "calibration_pass", "check_share", "repeat_share", "repeat_after_days"),
    ),
    Publication: ("url", "outlet", "byline", "published_on", "published_precision", "published_basis", "origin"),
}


def version_of(row: Article | Project | Publication) -> str:
    """A name for how the row stands at this moment; another once anything of it is changed. 16 characters."""
    content = "\x1f".join(str(plain(getattr(row, name))) for name in CHANGEABLE[type(row)])
    return hashlib.sha256(content.encode("utf-8", "replace")).hexdigest()[:16]


def require_seen(row: Article | Project | Publication, seen: str | None) -> None:
    """Raises Conflict where the row, which the caller has locked, is no longer as `seen`; None asks for nothing."""
    if seen is not None and seen != version_of(row):
        raise Conflict(_("Somebody else has changed this meanwhile. Look at how it stands now, then send it again."))


def plain(value: Any) -> Any:
    """A value as JSON can hold it."""
    return value.isoformat() if isinstance(value, date) else value
