"""Browsers from which somebody has signed in before: their failed attempts are counted apart from all others.

Guessing has to be slowed down by account, from wherever it comes; but then a stranger who keeps guessing wrong would
keep the person out as well. So a browser that signed in once holds a signed cookie for that account, and what
strangers do does not count against it (OWASP calls these device cookies). It lets nobody in by itself.
"""

import hashlib
import secrets

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse

LASTS = 365 * 24 * 3600


def count_key(request: HttpRequest, username: str) -> str:
    """By what failed attempts are counted: this browser's own, or the account's for all that are not known."""
    username = username.lower()
    known = request.get_signed_cookie(_name(username), default=None, salt=_salt(username), max_age=LASTS)
    return f"{username}:{known}" if known else username


def remember(request: HttpRequest, answer: HttpResponseBase, username: str) -> None:
    """Let the browser be known for this account from now on."""
    username = username.lower()
    if request.get_signed_cookie(_name(username), default=None, salt=_salt(username), max_age=LASTS // 2):
        return
    answer.set_signed_cookie(
        _name(username),
        secrets.token_urlsafe(12),
        salt=_salt(username),
        max_age=LASTS,
        path=reverse("account_login").removesuffix("login/"),
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def _name(username: str) -> str:
    """One for each account, so that several people may share a browser. Tells no name."""
    return f"known_{hashlib.sha256(username.encode()).hexdigest()[:12]}"


def _salt(username: str) -> str:
    return f"annotate.known_browser:{username}"
