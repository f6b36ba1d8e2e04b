"""Who is asking: a token in the `Authorization` header, by its stored digest."""

from __future__ import annotations

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from rest_framework import authentication
from rest_framework.authentication import BaseAuthentication, get_authorization_header
from rest_framework.exceptions import AuthenticationFailed, PermissionDenied, Throttled
from rest_framework.request import Request

from verification.actions.tokens import digest
from verification.api.throttles import address_of, counter
from verification.models import Token, User
from verification.models.prepared import Prepared

KEYWORD = "Token"


class TokenAuthentication(BaseAuthentication):
    """`Authorization: Token <secret>`; revoked tokens and inactive people are refused alike."""

    def authenticate(self, request: Request) -> tuple[User, Token] | None:
        """The person and their token; None where the header is absent or speaks of another scheme."""
        words = get_authorization_header(request).split()
        if not words or words[0].lower() != KEYWORD.lower().encode():
            return None
        if len(words) != 2:
            raise AuthenticationFailed(_("Write the header as: Authorization: Token, a space, and your token."))
        token = _known.first(digest=digest(words[1].decode("latin-1")))
        if token is None:
            if wait := counter.wait("wrong_tokens", address_of(request)):
                raise Throttled(wait)
            raise AuthenticationFailed(_("This token is not known, or was revoked. Ask for a new one."))
        return token.user, token

    def authenticate_header(self, request: Request) -> str:
        return KEYWORD


@Prepared
def _known(digest: str) -> QuerySet[Token]:
    return Token.objects.select_related("user").filter(digest=digest, revoked_at__isnull=True, user__is_active=True)


class SessionAuthentication(authentication.SessionAuthentication):
    """The session of the pages; writing needs the form token, so that no other site can write in one's name."""

    def enforce_csrf(self, request: Request) -> None:
        try:
            super().enforce_csrf(request)
        except PermissionDenied as refusal:
            sentence = _("Writing in the session of a browser needs the cookie csrftoken in the header X-CSRFToken.")
            raise PermissionDenied(sentence) from refusal
