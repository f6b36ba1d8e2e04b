from __future__ import annotations

import secrets

from django.db import transaction

from verification.actions.audit import record
from verification.models import User
from verification.policies import require, why_not_manage_people


@transaction.atomic
def create_user(username: str, *, by: User | None, is_superuser: bool = False) -> tuple[User, str]:
    """A new person and their first password, which cannot be shown again. `by` is None for a command."""
    if by is not None:
        require(why_not_manage_people(by))
    password = secrets.token_urlsafe(12)
    user = User.objects.create_user(username, password=password, is_staff=is_superuser, is_superuser=is_superuser)
    record("user.created", by=by, subject=user, is_superuser=is_superuser)
    return user, password


@transaction.atomic
def renew_password(user: User, *, by: User) -> str:
    """A new password for somebody who lost theirs; ends their sessions. It cannot be shown again."""
    require(why_not_manage_people(by))
    password = secrets.token_urlsafe(12)
    user.set_password(password)
    user.save(update_fields=["password"])
    record("user.password_renewed", by=by, subject=user)
    return password


@transaction.atomic
def let_in(user: User, *, by: User) -> None:
    """Somebody who was shut out may sign in again."""
    _set_active(user, is_active=True, by=by)


@transaction.atomic
def shut_out(user: User, *, by: User) -> None:
    """Somebody may not sign in any more; what they did stays."""
    _set_active(user, is_active=False, by=by)


def _set_active(user: User, *, is_active: bool, by: User) -> None:
    require(why_not_manage_people(by, shut_out=None if is_active else user))
    if user.is_active == is_active:
        return
    user.is_active = is_active
    user.save(update_fields=["is_active"])
    record("user.let_in" if is_active else "user.shut_out", by=by, subject=user)
