"""Two-factor as allauth does it, with its secrets encrypted and our words for keys."""

import base64
import secrets

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet, InvalidToken
from django.contrib.auth.base_user import AbstractBaseUser
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _


class TwoFactorAdapter(DefaultMFAAdapter):
    """Whoever reads the database alone (a backup, say) can make no codes with what is in it."""

    def encrypt(self, text: str) -> str:
        return _cipher().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        try:
            return _cipher().decrypt(encrypted_text.encode()).decode()
        except InvalidToken:
            # The site's SECRET_KEY was changed. Never an empty secret, whose codes anybody can compute: one that
            # nobody knows fits no code, and an administrator takes the two-factor off.
            return base64.b32encode(secrets.token_bytes(20)).decode()

    def generate_authenticator_name(self, user: AbstractBaseUser, type: Authenticator.Type) -> str:
        number = Authenticator.objects.filter(user_id=user.pk, type=type).count() + 1
        return _("Passkey %(number)d") % {"number": number}


def _cipher() -> Fernet:
    key = salted_hmac("annotate.two_factor", "", algorithm="sha256").digest()
    return Fernet(base64.urlsafe_b64encode(key))
