"""Accounts and keys."""

from __future__ import annotations

from django.utils.translation import gettext as _

from verification.models import Token, User


def why_not_manage_people(user: User, shut_out: User | None = None) -> str | None:
    """Why not make accounts and passwords; `shut_out` is whom they want to keep from signing in."""
    if not user.is_superuser:
        return _("Only administrators make accounts, give new passwords and shut people out.")
    if shut_out is not None and shut_out.pk == user.pk:
        return _("You cannot shut yourself out. Ask another administrator.")
    return None


def why_not_recover(user: User, person: User) -> str | None:
    """Why not help `person` back into their account."""
    if not user.is_superuser:
        return _("Only administrators give recovery links and take two-factor off.")
    if person.pk == user.pk:
        return _("This is your own account: change it on your account page, or ask another administrator.")
    if not person.is_active:
        return _("They are shut out. Let them in first.")
    return None


def why_not_own_account(user: User, person: User) -> str | None:
    """Why not act on the account of `person` as on one's own: its password, its address, its sessions and its keys."""
    return None if user.pk == person.pk else _("This is another person's account.")


def why_not_revoke_token(user: User, token: Token) -> str | None:
    if user.is_superuser or user.pk == token.user_id:
        return None
    return _("Only its owner and administrators revoke a token.")
