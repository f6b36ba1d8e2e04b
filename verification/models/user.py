from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib.auth.models import AbstractUser

if TYPE_CHECKING:
    from .membership import Kept


class User(AbstractUser):
    """Somebody who signs in. What they may do in a project is in their memberships."""

    kept_memberships: Kept | None = None  # where `keep_at_hand` was called for them

    class Meta(AbstractUser.Meta):
        # AbstractUser's own Meta is abstract; this one is the table.
        abstract = False
