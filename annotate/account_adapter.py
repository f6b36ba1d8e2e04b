from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest
from django.utils.translation import gettext_lazy


class AccountAdapter(DefaultAccountAdapter):
    """Sign-in as allauth does it, with sign-up closed: people come by invitation."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "username_password_mismatch": gettext_lazy("This user name and password do not belong together. Try again."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False
