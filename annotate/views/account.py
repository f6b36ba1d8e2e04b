"""The account page: how one signs in, where one is signed in, and keys to the API."""

from __future__ import annotations

import logging
from http import HTTPStatus
from typing import Any

from allauth.account import views as allauth_views
from allauth.account.decorators import reauthentication_required
from allauth.mfa.models import Authenticator
from allauth.socialaccount.adapter import get_adapter as sign_on
from allauth.socialaccount.models import SocialAccount
from allauth.socialaccount.providers.openid_connect import views as openid_connect
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib import messages
from django.contrib.sessions.models import Session
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_POST, require_safe
from requests import RequestException

from annotate import known_browser
from annotate.account_forms import Email, TokenName
from annotate.views.guard import SignedInRequest, signed_in
from verification.actions.accounts import end_sessions, set_email
from verification.actions.tokens import issue_token, revoke_token
from verification.models import Token

log = logging.getLogger(__name__)

MOST_SHOWN = 50


@require_safe
@signed_in
def account(request: SignedInRequest) -> HttpResponseBase:
    return _page(request)


def _page(request: SignedInRequest, **more: Any) -> HttpResponseBase:
    keys = Authenticator.objects.filter(user=request.user).order_by("pk")
    by_type: dict[str, list[Authenticator]] = {}
    for key in keys:
        by_type.setdefault(key.type, []).append(key)
    codes = by_type.get(Authenticator.Type.RECOVERY_CODES)
    begun = Session.objects.filter(expire_date__gt=timezone.now()).values("session_key")
    sessions = UserSession.objects.filter(user=request.user, session_key__in=begun)
    context = {
        "app": by_type.get(Authenticator.Type.TOTP),
        "codes_left": len(codes[0].wrap().get_unused_codes()) if codes else None,
        "passkeys": by_type.get(Authenticator.Type.WEBAUTHN, []),
        "sessions": sessions.order_by("-last_seen_at")[:MOST_SHOWN],
        "here": request.session.session_key,
        "tokens": Token.objects.filter(user=request.user, revoked_at__isnull=True).order_by("-pk")[:MOST_SHOWN],
        "token_form": TokenName(),
        "providers": sign_on().list_providers(request),
        "sends_email": settings.SENDS_EMAIL,
        "connected": SocialAccount.objects.filter(user=request.user).exists(),
    }
    return render(request, "account/account.html", context | more)


@signed_in
@reauthentication_required
def email(request: SignedInRequest) -> HttpResponseBase:
    """To where a link is sent if the password is forgotten; there only where this site sends mail."""
    if not settings.SENDS_EMAIL:
        raise Http404
    form = Email(request.POST or None, initial={"email": request.user.email})
    if request.method == "POST" and form.is_valid():
        set_email(request.user, email=form.cleaned_data["email"], by=request.user)
        messages.success(request, _("Saved."))
        return redirect("account")
    return render(request, "account/email.html", {"form": form})


@require_POST
@signed_in
def session_end(request: SignedInRequest, pk: int) -> HttpResponseBase:
    """Signs out of one session."""
    end_sessions(request.user, only=pk, by=request.user)
    messages.success(request, _("That browser is signed out."))
    return redirect("account")


@require_POST
@signed_in
def sessions_end(request: SignedInRequest) -> HttpResponseBase:
    """Signs out everywhere else."""
    end_sessions(request.user, but=request.session.session_key, by=request.user)
    messages.success(request, _("You are signed out everywhere but here."))
    return redirect("account")


@signed_in
@reauthentication_required
@sensitive_variables("secret")
def token_make(request: SignedInRequest) -> HttpResponseBase:
    """A new key to the API. Its secret is on this answer alone: not in a message, which would travel in a cookie."""
    if request.method != "POST":
        return redirect("account")
    form = TokenName(request.POST)
    if not form.is_valid():
        return _page(request, token_form=form)
    token, secret = issue_token(request.user, name=form.cleaned_data["name"], by=request.user)
    return render(request, "account/token.html", {"token": token, "secret": secret})


@require_POST
@signed_in
def token_revoke(request: SignedInRequest, pk: int) -> HttpResponseBase:
    token = get_object_or_404(Token, pk=pk, user=request.user, revoked_at__isnull=True)
    revoke_token(token, by=request.user)
    messages.success(request, _("The token is revoked. It opens nothing any more."))
    return redirect("account")


def sign_on_begin(request: HttpRequest, provider_id: str) -> HttpResponseBase:
    """Off to the provider of sign-on, where it answers."""
    try:
        answer: HttpResponseBase = openid_connect.login(request, provider_id)
    except RequestException as error:
        log.error("The provider of sign-on does not answer: %s", error)
        return render(request, "socialaccount/authentication_error.html", status=HTTPStatus.BAD_GATEWAY)
    return answer


def sign_out(request: HttpRequest) -> HttpResponseBase:
    """And have the browser forget the pages it kept. Drafts stay: they are the person's, under their number."""
    answer: HttpResponseBase = allauth_views.logout(request)
    if request.method == "POST":
        answer["Clear-Site-Data"] = '"cache"'
    return answer


def password_reset(request: HttpRequest) -> HttpResponseBase:
    """By e-mail, where this site sends any; otherwise the page says whom to ask."""
    if not settings.SENDS_EMAIL:
        return render(request, "account/password_ask.html")
    answer: HttpResponseBase = allauth_views.password_reset(request)
    return answer


class ChoosePassword(allauth_views.PasswordResetFromKeyView):
    """Behind a link by mail or of an administrator. The browser is known from then on: whoever was kept out gets in."""

    def form_valid(self, form: Any) -> HttpResponse:
        answer: HttpResponse = super().form_valid(form)
        known_browser.remember(self.request, answer, self.reset_user.get_username())
        return answer
