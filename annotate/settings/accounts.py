"""Who comes in, and how."""

from urllib.parse import urlsplit

from annotate.environment import BadEnvironment, read_mail, read_text, read_whole

from .site import HTTPS, SITE_URL

# Sign-in: by user name and password, open to people who were invited. Its limits are allauth's own, counted in the
# database's cache for all processes: failed attempts by address, and by account for browsers that are not known to it.

AUTH_USER_MODEL = "verification.User"
# It is Django's own and more; with both, a wrong password would be hashed twice.
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "annotate.account_adapter.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_SESSION_REMEMBER = True
SESSION_COOKIE_AGE = read_whole("SESSION_DAYS", 14, least=1) * 24 * 3600  # from the last use on
ACCOUNT_FORMS = {
    "login": "annotate.account_forms.SignIn",
    "change_password": "annotate.account_forms.ChangedPassword",
    "set_password": "annotate.account_forms.NewPassword",
    "reset_password_from_key": "annotate.account_forms.NewPassword",
}
ACCOUNT_RATE_LIMITS = {"login_failed": "10/m/ip,5/5m/key"}
ACCOUNT_REAUTHENTICATION_REQUIRED = True  # before a sign-on of elsewhere is connected or taken off
# A mail to an address that nobody here has would let strangers send mail through this site.
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if HTTPS else "http"
PASSWORD_RESET_TIMEOUT = 24 * 3600  # of links by mail and of an administrator's

# E-mail, for forgotten passwords. Without a server for it nothing is sent, and the page says whom to ask instead.

_mail = read_mail("EMAIL_URL")
SENDS_EMAIL = _mail is not None
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if SENDS_EMAIL else 'dummy'}.EmailBackend"
if _mail:
    EMAIL_HOST, EMAIL_PORT, EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = _mail.host, _mail.port, _mail.user, _mail.password
    EMAIL_USE_TLS, EMAIL_USE_SSL = _mail.starttls, _mail.tls
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = read_text("EMAIL_FROM", f"attest@{urlsplit(SITE_URL).hostname}")

# OpenID Connect: a second way in for those who connected it with their account. It makes no accounts.

OIDC_SERVER_URL = read_text("OIDC_SERVER_URL", "")
_oidc = {"client_id": read_text("OIDC_CLIENT_ID", ""), "secret": read_text("OIDC_CLIENT_SECRET", "")}
if OIDC_SERVER_URL and not all(_oidc.values()):
    raise BadEnvironment("OIDC_SERVER_URL wants OIDC_CLIENT_ID and OIDC_CLIENT_SECRET too: the provider gives both.")
_oidc |= {"provider_id": "oidc", "name": read_text("OIDC_NAME", urlsplit(OIDC_SERVER_URL).hostname or "OpenID Connect")}
SOCIALACCOUNT_PROVIDERS = {
    "openid_connect": {
        "OAUTH_PKCE_ENABLED": True,
        "SCOPE": ["openid", "profile"],
        "APPS": [_oidc | {"settings": {"server_url": OIDC_SERVER_URL}}] if OIDC_SERVER_URL else [],
    }
}
# By a link rather than a form: a form that is sent on to another site, and on from there, is stopped by
# `form-action`. Connecting asks once more who it is, so a link of a stranger connects nothing.
SOCIALACCOUNT_LOGIN_ON_GET = True

# Two-factor: codes of an authenticator app, recovery codes, and passkeys, with which one also signs in.

MFA_ADAPTER = "annotate.two_factor.TwoFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes", "webauthn"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Attest"
MFA_TOTP_TOLERANCE = 1  # a clock may be half a minute off
MFA_RECOVERY_CODES_SHOW_ONCE = True
# Browsers hold passkeys back from http, except on this machine.
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not HTTPS and urlsplit(SITE_URL).hostname in ("localhost", "127.0.0.1", "::1")
