from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib.auth.models import AbstractUser
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import CheckConstraint, Q

from verification.vocabulary import KeyMap, Theme, Topic

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

    mails_notices = models.BooleanField(default=True, help_text="Whether notices come by mail too")

    # What they need in order to go on with this work: for the queue and for themselves, and for nobody else. No page of
    # others, no list, no answer of the API, no audit event and no release says anything of it.
    avoided_topics = ArrayField(models.CharField(max_length=20), default=list, blank=True)
    wants_warning = models.BooleanField(default=False, help_text="Before text about violence")
    most_violent_in_a_row = models.PositiveSmallIntegerField(null=True, blank=True)

    kept_memberships: Kept | None = None  # where `keep_at_hand` was called for them

    class Meta(AbstractUser.Meta):
        # AbstractUser's own Meta is abstract; this one is the table.
        abstract = False
        constraints = [
            one_of("theme", Theme, name="user_theme_is_in_the_vocabulary"),
            CheckConstraint(
                condition=Q(avoided_topics__contained_by=[topic.value for topic in Topic]),
                name="user_avoided_topics_are_in_the_vocabulary",
            ),
            CheckConstraint(
                condition=Q(most_violent_in_a_row__range=(1, 9)), name="user_most_violent_in_a_row_is_between_1_and_9"
            ),
            one_of("key_map", KeyMap, name="user_key_map_is_in_the_vocabulary"),
        ]
