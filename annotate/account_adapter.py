"""Sign-in as allauth does it, with sign-up closed: people come by invitation."""

import time
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy

from annotate import known_browser
from annotate.mail import send
from annotate.middleware import LastingSessions


class AccountAdapter(DefaultAccountAdapter):
    error_messages = DefaultAccountAdapter.error_messages | {
        "username_password_mismatch": gettext_lazy("This user name and password do not belong together. Try again."),
        "too_many_login_attempts": gettext_lazy(
            "Too many attempts. Wait five minutes, then try again. Whoever forgot their password asks an administrator"
            " for a recovery link, which works at once."
        ),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def post_login(self, request: HttpRequest, user: AbstractBaseUser, **how: Any) -> HttpResponse:
        answer: HttpResponse = super().post_login(request, user, **how)
        request.session[LastingSessions.KEY] = time.time()
        known_browser.remember(request, answer, user.get_username())
        return answer

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        return known_browser.count_key(request, credentials.get("username", ""))

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        send(self.render_mail(template_prefix, email, context))

    def format_email_subject(self, subject: str) -> str:
        return subject

    def get_reset_password_from_key_url(self, key: str) -> str:
        # Never by the name that the request came for: whoever asks would choose where the link leads.
        uidb36, _dash, key = key.partition("-")
        path = reverse("account_reset_password_from_key", kwargs={"uidb36": uidb36, "key": key})
        return f"{settings.SITE_URL}{path}"

    def respond_user_inactive(self, request: HttpRequest, user: AbstractBaseUser) -> HttpResponse:
        return render(request, "account/account_inactive.html", status=403)

    def get_client_ip(self, request: HttpRequest) -> str:
        try:
            return str(super().get_client_ip(request))
        except PermissionDenied:
            return "127.0.0.1"  # behind a socket, which names no address, all are counted as one

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("account")
