"""What people settle for themselves: how they read the pages, by which keys they work, what they need for it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from zoneinfo import available_timezones

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from verification import single_keys
from verification.actions.audit import record
from verification.exceptions import Invalid
from verification.models import User
from verification.policies import require, why_not_own_account
from verification.vocabulary import KeyMap, Theme, Topic

ROW = range(1, 10)  # how many violent claims in a row somebody may choose
READING = ("language", "time_zone", "theme", "key_map", "own_keys", "mails_notices")
CARE = ("avoided_topics", "wants_warning", "most_violent_in_a_row")
CHANGEABLE = READING + CARE


@transaction.atomic
def set_preferences(user: User, *, change: Mapping[str, Any], by: User) -> None:
    """Sets those of `CHANGEABLE` that `change` names. The audit trail says that it was done and never what."""
    require(why_not_own_account(by, user))
    if sentence := _why_not(change):
        raise Invalid(sentence)
    for name in CHANGEABLE:
        if name in change:
            setattr(user, name, change[name])
    user.save(update_fields=[name for name in CHANGEABLE if name in change])
    record("user.preferences_set", by=by, subject=user)


def _why_not(change: Mapping[str, Any]) -> str | None:
    if change.keys() - set(CHANGEABLE):
        return _("There is no such setting.")
    if change.get("language") and change["language"] not in dict(settings.LANGUAGES):
        return _("The pages are not there in this language. Choose one of the list.")
    if change.get("time_zone") and change["time_zone"] not in available_timezones():
        return _("There is no such time zone. Choose one of the list, such as Asia/Kabul.")
    if change.get("theme", Theme.SYSTEM) not in list(Theme) or change.get("key_map", KeyMap.OFF) not in list(KeyMap):
        return _("There is no such choice. Choose one of the list.")
    if (
        not set(change.get("avoided_topics") or []) <= set(Topic)
        or (change.get("most_violent_in_a_row") or 1) not in ROW
    ):
        return _("There is no such choice. Choose one of the list.")
    return _why_not_keys(change.get("own_keys") or {})


def _why_not_keys(own: Mapping[str, str]) -> str | None:
    if own.keys() - single_keys.STANDARD.keys():
        return _("There is no such setting.")
    if not all(key == "" or single_keys.is_usable(key) for key in own.values()):
        return _("A key is one letter, digit or sign, or nothing.")
    if shared := single_keys.twice({**single_keys.STANDARD, **own}):
        return _("Two things have the key “%(key)s”. Give one of them another.") % {"key": shared[0]}
    return None
