"""A reason why not, raised."""

from __future__ import annotations

from verification.exceptions import Conflict, NotAllowed


def require(reason: str | None) -> None:
    """Raises NotAllowed with the reason, where there is one."""
    if reason is not None:
        raise NotAllowed(reason)


def require_state(reason: str | None) -> None:
    """Raises Conflict with the reason, where there is one: the person may, but the thing has moved on."""
    if reason is not None:
        raise Conflict(reason)
