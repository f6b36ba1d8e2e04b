from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib.auth.models import AbstractUser
from django.db import models

from verification.vocabulary import KeyMap, Theme

from .constraints import choices, one_of

if TYPE_CHECKING:
    from .membership import Kept


class User(AbstractUser):
    """Somebody who signs in. What they may do in a project is in their memberships."""

    # How they have the pages; an empty text leaves it to their browser, or to the site.
    language = models.CharField(max_length=35, blank=True, default="")
    time_zone = models.CharField(max_length=64, blank=True, default="", help_text="Of the IANA list")
    theme = models.CharField(max_length=10, choices=choices(Theme), default=Theme.SYSTEM)
    key_map = models.CharField(max_length=10, choices=choices(KeyMap), default=KeyMap.STANDARD)
    own_keys = models.JSONField(default=dict, blank=True, help_text="Action to key, where it is not the standard one")

    kept_memberships: Kept | None = None  # where `keep_at_hand` was called for them

    class Meta(AbstractUser.Meta):
        # AbstractUser's own Meta is abstract; this one is the table.
        abstract = False
        constraints = [
            one_of("theme", Theme, name="user_theme_is_in_the_vocabulary"),
            one_of("key_map", KeyMap, name="user_key_map_is_in_the_vocabulary"),
        ]
