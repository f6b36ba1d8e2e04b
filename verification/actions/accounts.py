"""What people do with their own account. What administrators do with others' is in `users`."""

from __future__ import annotations

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db import transaction

from verification.actions.audit import record
from verification.models import User


@transaction.atomic
def set_password(user: User, *, password: str, by: User | None) -> None:
    """A password that the person chose; ends every session. The one at work is begun anew by its request."""
    user.set_password(password)
    user.save(update_fields=["password"])
    end_sessions(user)
    record("user.password_set", by=by, subject=user)


@transaction.atomic
def set_email(user: User, *, email: str, by: User | None) -> None:
    """To where a link is sent if the password is forgotten; empty for nowhere. Older links end."""
    user.email = User.objects.normalize_email(email)
    user.save(update_fields=["email"])
    record("user.email_set", by=by, subject=user, has_email=bool(email))


@transaction.atomic
def end_sessions(user: User, *, only: int | None = None, but: str | None = None) -> int:
    """Signs a person out and tells how often: everywhere, or of one session by its id, or but for one by its key."""
    sessions = UserSession.objects.filter(user=user)
    if only is not None:
        sessions = sessions.filter(pk=only)
    if but is not None:
        sessions = sessions.exclude(session_key=but)
    keys = list(sessions.values_list("session_key", flat=True))
    sessions.delete()
    Session.objects.filter(session_key__in=keys).delete()
    return len(keys)
