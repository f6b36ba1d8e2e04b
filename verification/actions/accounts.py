"""What people do with their own account. What administrators do with others' is in `users`."""

from __future__ import annotations

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db import transaction

from verification.actions.audit import record
from verification.models import User
from verification.policies import require, why_not_own_account


@transaction.atomic
def set_password(user: User, *, password: str, by: User) -> None:
    """A password that the person chose; ends every session. The one at work is begun anew by its request."""
    require(why_not_own_account(by, user))
    user.set_password(password)
    user.save(update_fields=["password"])
    drop_sessions(user)
    record("user.password_set", by=by, subject=user)


@transaction.atomic
def set_email(user: User, *, email: str, by: User) -> None:
    """To where a link is sent if the password is forgotten; empty for nowhere. Older links end."""
    require(why_not_own_account(by, user))
    user.email = User.objects.normalize_email(email)
    user.save(update_fields=["email"])
    record("user.email_set", by=by, subject=user, has_email=bool(email))


@transaction.atomic
def end_sessions(user: User, *, by: User, only: int | None = None, but: str | None = None) -> None:
    """Signs a person out: of one session by its id, or of all but the one with this key."""
    require(why_not_own_account(by, user))
    if ended := drop_sessions(user, only=only, but=but):
        record("user.signed_out", by=by, subject=user, sessions=ended)


def drop_sessions(user: User, *, only: int | None = None, but: str | None = None) -> int:
    """Ends sessions of a person, all of them unless told which, and says how many; the caller has asked the policy."""
    sessions = UserSession.objects.filter(user=user)
    if only is not None:
        sessions = sessions.filter(pk=only)
    if but is not None:
        sessions = sessions.exclude(session_key=but)
    keys = list(sessions.values_list("session_key", flat=True))
    sessions.delete()
    Session.objects.filter(session_key__in=keys).delete()
    return len(keys)
