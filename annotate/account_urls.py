"""Signing in and what belongs to it: of allauth's addresses those alone that are used, each by its name.

Not included whole, because its list grows with its versions: sign-up, e-mail confirmation, sign-in by code and the
like lead nowhere here.
"""

from allauth.account import views as account
from allauth.mfa.base import views as two_factor
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as passkeys
from allauth.socialaccount import views as sign_on
from allauth.socialaccount.providers.openid_connect import views as openid_connect
from django.urls import path, re_path
from django.views.generic import RedirectView

from annotate.views.account import ChoosePassword, password_reset, sign_on_begin, sign_out

# The account page lists what allauth has pages of their own for.
to_account = RedirectView.as_view(pattern_name="account")

urlpatterns = [
    path("login/", account.login, name="account_login"),
    path("logout/", sign_out, name="account_logout"),
    path("reauthenticate/", account.reauthenticate, name="account_reauthenticate"),
    path("password/change/", account.password_change, name="account_change_password"),
    path("password/set/", account.password_set, name="account_set_password"),
    path("password/reset/", password_reset, name="account_reset_password"),
    path("password/reset/sent/", account.password_reset_done, name="account_reset_password_done"),
    path("password/reset/done/", account.password_reset_from_key_done, name="account_reset_password_from_key_done"),
    re_path(
        r"^password/reset/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        ChoosePassword.as_view(),
        name="account_reset_password_from_key",
    ),
    path("two-factor/", to_account, name="mfa_index"),
    path("two-factor/sign-in/", two_factor.authenticate, name="mfa_authenticate"),
    path("two-factor/confirm/", two_factor.reauthenticate, name="mfa_reauthenticate"),
    path("two-factor/app/on/", totp.activate_totp, name="mfa_activate_totp"),
    path("two-factor/app/off/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("two-factor/codes/", recovery_codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("two-factor/codes/new/", recovery_codes.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path("passkeys/", to_account, name="mfa_list_webauthn"),
    path("passkeys/add/", passkeys.add_webauthn, name="mfa_add_webauthn"),
    path("passkeys/sign-in/", passkeys.login_webauthn, name="mfa_login_webauthn"),
    path("passkeys/confirm/", passkeys.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"),
    path("passkeys/<int:pk>/name/", passkeys.edit_webauthn, name="mfa_edit_webauthn"),
    path("passkeys/<int:pk>/remove/", passkeys.remove_webauthn, name="mfa_remove_webauthn"),
    # Where no provider is set, these answer 404 or an empty list.
    path("sign-on/", sign_on.connections, name="socialaccount_connections"),
    path("sign-on/cancelled/", sign_on.login_cancelled, name="socialaccount_login_cancelled"),
    path("sign-on/failed/", sign_on.login_error, name="socialaccount_login_error"),
    path("sign-on/<str:provider_id>/login/", sign_on_begin, name="openid_connect_login"),
    path("sign-on/<str:provider_id>/callback/", openid_connect.callback, name="openid_connect_callback"),
]
