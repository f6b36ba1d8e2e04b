import hashlib
import secrets

from django.db import transaction
from django.utils import timezone

from verification.actions.audit import record
from verification.models import Token, User


def digest(secret: str) -> str:
    """What is stored of a token: a plain SHA-256 will do, because the secret is long and random."""
    return hashlib.sha256(secret.encode()).hexdigest()


@transaction.atomic
def issue_token(user: User, *, name: str, by: User | None, secret: str | None = None) -> tuple[Token, str]:
    """A new key to the API and its secret, which is not stored and cannot be shown again."""
    secret = secret or secrets.token_urlsafe(32)
    token = Token.objects.create(user=user, name=name, digest=digest(secret))
    record("token.issued", by=by, subject=token)
    return token, secret


@transaction.atomic
def revoke_token(token: Token, *, by: User | None) -> None:
    token.revoked_at = timezone.now()
    token.save(update_fields=["revoked_at"])
    record("token.revoked", by=by, subject=token)
