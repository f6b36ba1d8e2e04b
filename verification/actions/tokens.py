import hashlib
import secrets

from django.db import transaction
from django.utils import timezone

from verification.actions.audit import record
from verification.models import Token, User
from verification.policies import require, why_not_own_account, why_not_revoke_token


def digest(secret: str) -> str:
    """What is stored of a token: a plain SHA-256 will do, because the secret is long and random."""
    return hashlib.sha256(secret.encode()).hexdigest()


@transaction.atomic
def issue_token(user: User, *, name: str, by: User | None, secret: str | None = None) -> tuple[Token, str]:
    """A new key to the API and its secret, which is not stored and cannot be shown again.

    People make keys for themselves alone; `by` is None for a command.
    """
    if by is not None:
        require(why_not_own_account(by, user))
    secret = secret or secrets.token_urlsafe(32)
    token = Token.objects.create(user=user, name=name, digest=digest(secret))
    record("token.issued", by=by, subject=token)
    return token, secret


@transaction.atomic
def revoke_token(token: Token, *, by: User) -> None:
    """The key opens nothing any more."""
    require(why_not_revoke_token(by, token))
    token.revoked_at = timezone.now()
    token.save(update_fields=["revoked_at"])
    record("token.revoked", by=by, subject=token)
