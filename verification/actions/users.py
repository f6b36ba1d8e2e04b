from __future__ import annotations

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from verification.actions.accounts import drop_sessions
from verification.actions.audit import record
from verification.exceptions import Conflict
from verification.models import User
from verification.policies import require, why_not_manage_people, why_not_recover


@transaction.atomic
def create_user(username: str, *, by: User | None, is_superuser: bool = False) -> tuple[User, str]:
    """A new person, and the link with which they choose their password. `by` is None for a command."""
    if by is not None:
        require(why_not_manage_people(by))
    user = User.objects.create_user(username, is_staff=is_superuser, is_superuser=is_superuser)
    record("user.created", by=by, subject=user, is_superuser=is_superuser)
    return user, _recovery_link(user)


@transaction.atomic
def recover(user: User, *, by: User) -> str:
    """A link with which somebody who lost their password chooses another.

    The old password is gone and every session ended. The link is good once and for PASSWORD_RESET_TIMEOUT; it is
    not stored and cannot be shown again, and a newer one takes its place. Two-factor stays as it is.
    """
    user = User.objects.select_for_update().get(pk=user.pk)
    require(why_not_recover(by, user))
    user.set_unusable_password()
    user.save(update_fields=["password"])
    drop_sessions(user)
    record("user.recovery_link_made", by=by, subject=user)
    return _recovery_link(user)


def _recovery_link(user: User) -> str:
    """Signed, and bound to the password that the person has now (or to their having none)."""
    key = {"uidb36": user_pk_to_url_str(user), "key": default_token_generator.make_token(user)}
    return f"{settings.SITE_URL}{reverse('account_reset_password_from_key', kwargs=key)}"


@transaction.atomic
def take_off_two_factor(user: User, *, by: User) -> None:
    """For somebody who lost their device: app, recovery codes and passkeys are gone, every session is ended."""
    user = User.objects.select_for_update().get(pk=user.pk)
    require(why_not_recover(by, user))
    keys = Authenticator.objects.filter(user=user)
    kinds = sorted(keys.values_list("type", flat=True))
    if not kinds:
        raise Conflict(_("They have no two-factor and no passkeys."))
    keys.delete()
    drop_sessions(user)
    record("user.two_factor_taken_off", by=by, subject=user, kinds=kinds)


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
    drop_sessions(user)  # or they would come back with whoever is let in again
    record("user.let_in" if is_active else "user.shut_out", by=by, subject=user)
