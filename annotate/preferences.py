"""How a person has the pages, taken into force: their language, their time zone, their keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import tzinfo
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone, translation

from verification.models import User
from verification.single_keys import STANDARD, in_force

FOR_PROGRAMS = ("/api/v1/", "/api/schema/")


class AsPreferred:
    """Pages in the language and the time of whoever reads them; for programs always in English and UTC.

    Who has not chosen a language, or is not signed in, gets the one that their browser asks for.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        # Who has no session is nobody, and need not be looked up.
        user: Any = request.user if settings.SESSION_COOKIE_NAME in request.COOKIES else None
        if request.path.startswith(FOR_PROGRAMS):
            translation.activate(settings.LANGUAGE_CODE)
            timezone.deactivate()
        else:
            if language := _language_of(user):
                translation.activate(language)
            timezone.activate(zone_of(user))
        request.LANGUAGE_CODE = translation.get_language()
        return self.get_response(request)


@contextmanager
def as_read_by(user: User) -> Iterator[None]:
    """What is written within, such as an e-mail, is in this person's language and time."""
    with translation.override(_language_of(user) or settings.LANGUAGE_CODE), timezone.override(zone_of(user)):
        yield


def zone_of(user: Any) -> tzinfo:
    """A person's time zone; that of the site where they chose none, or one that this machine does not know."""
    chosen = getattr(user, "time_zone", "")
    try:
        return ZoneInfo(chosen) if chosen else timezone.get_default_timezone()
    except (ZoneInfoNotFoundError, ValueError):
        return timezone.get_default_timezone()


def keys_of(user: Any) -> dict[str, str]:
    """The key of each action, see `verification.single_keys`; the standard ones for whoever is not signed in."""
    return in_force(user.key_map, user.own_keys) if isinstance(user, User) else dict(STANDARD)


def _language_of(user: Any) -> str:
    """What the person chose, where the site still has it."""
    chosen: str = getattr(user, "language", "")
    return chosen if chosen in dict(settings.LANGUAGES) else ""
