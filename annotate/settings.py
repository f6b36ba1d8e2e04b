"""All settings, read from the environment alone. `.env.example` says what each variable means."""

from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _
from kombu import Queue

from .environment import (
    BadEnvironment,
    read_database,
    read_key,
    read_list,
    read_mail,
    read_networks,
    read_one_of,
    read_ports,
    read_price,
    read_service,
    read_site,
    read_text,
    read_whole,
    read_yes_no,
)

BASE_DIR = Path(__file__).resolve().parent.parent

# The site

SITE_URL = read_site("SITE_URL", "http://127.0.0.1:8000")
HTTPS = SITE_URL.startswith("https://")
DEBUG = read_yes_no("DEBUG", False)
SECRET_KEY = read_text("SECRET_KEY")
if len(SECRET_KEY) < 32 and not DEBUG:
    raise BadEnvironment("SECRET_KEY is shorter than 32 characters: take a long random one.")
ALLOWED_HOSTS = read_list("ALLOWED_HOSTS", [urlsplit(SITE_URL).hostname or "", "127.0.0.1", "localhost", "[::1]"])
CSRF_TRUSTED_ORIGINS = read_list("CSRF_TRUSTED_ORIGINS", [SITE_URL])

ROOT_URLCONF = "annotate.urls"
WSGI_APPLICATION = "annotate.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "annotate.apps.AdministrationConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django_htmx",
    "csp",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.usersessions",
    "rest_framework",
    "drf_spectacular",
    "verification",
    "annotate",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "annotate.preferences.AsPreferred",
    "annotate.middleware.LastingSessions",
    "annotate.middleware.PrivatePages",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "annotate.middleware.NeedsNoDevices",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "annotate.middleware.RequestLimit",
    "annotate.middleware.RefusalPages",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

# The database. A pool belongs to the web server only: worker processes are forked, and a fork must not
# inherit open connections.

DATABASE_POOL_MAX = read_whole("DATABASE_POOL_MAX", 0)
DATABASE_STATEMENT_SECONDS = read_whole("DATABASE_STATEMENT_SECONDS", 30)  # see annotate/wsgi.py
_pool = {"min_size": 1, "max_size": DATABASE_POOL_MAX, "timeout": 10}
# What is to be kept planned (`verification.models.planned`) is so from the first time on.
_options: dict[str, Any] = {"prepare_threshold": 0} | ({"pool": _pool} if DATABASE_POOL_MAX else {})
_database = read_database("DATABASE_URL")
DATABASES: dict[str, dict[str, Any]] = {
    "default": {
        **_database,
        "CONN_MAX_AGE": 0 if DATABASE_POOL_MAX else 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": _options,
    }
}
# Sign-in counts its attempts here, so that every web process sees the same count.
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "cache"},
}

# Background work. Without a broker of its own the queue lives in the same database.

OWN_QUEUE = "pgmq://{USER}:{PASSWORD}@{HOST}:{PORT}/{NAME}".format(
    **{key: quote(str(value), safe="") for key, value in _database.items()}
)
CELERY_BROKER_URL = read_text("CELERY_BROKER_URL", OWN_QUEUE)
BROKER_IS_DATABASE = CELERY_BROKER_URL.startswith("pgmq://")
CELERY_BROKER_TRANSPORT_OPTIONS = (
    {
        # Said outright, because the client would otherwise prefer DATABASE_URL to the broker's address.
        "conn_string": CELERY_BROKER_URL.replace("pgmq://", "postgresql://", 1),
        "init_extension": False,  # a migration installs its SQL; managed servers lack the extension
        "use_notify": True,
        "polling_interval": 2,
        "wait_time_seconds": 0,
        "visibility_timeout": 1800,
        "pool_size": 4,
    }
    if BROKER_IS_DATABASE
    else {"confirm_publish": True}  # a message counts as sent once RabbitMQ has it
)
if not BROKER_IS_DATABASE:
    # A name of its own on a server that others may use. RabbitMQ takes back, after half an hour by default, what a
    # worker has not acknowledged: longer than the longest task, which is a release (`verification.tasks`).
    CELERY_TASK_DEFAULT_QUEUE = "attest"
    CELERY_TASK_QUEUES = [Queue("attest", queue_arguments={"x-consumer-timeout": 4 * 3600 * 1000})]
# A worker waits for its broker for ever; whoever enqueues gives up soon, because the sweep enqueues again.
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_CONNECTION_MAX_RETRIES = None
CELERY_BROKER_CONNECTION_TIMEOUT = 2
CELERY_BROKER_HEARTBEAT = 30
CELERY_TASK_PUBLISH_RETRY_POLICY = {"max_retries": 1, "interval_start": 0, "interval_step": 0.1, "interval_max": 0.1}
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_SERIALIZER = "json"
CELERY_ACCEPT_CONTENT = ["json"]
CELERY_TASK_SOFT_TIME_LIMIT = 240
CELERY_TASK_TIME_LIMIT = 300
CELERY_WORKER_PREFETCH_MULTIPLIER = 2
CELERY_WORKER_ENABLE_REMOTE_CONTROL = False
CELERY_WORKER_HIJACK_ROOT_LOGGER = False

# A job holds its row this long; the sweep gives an overdue one to another worker, so many times in all.
LEASE_SECONDS = read_whole("LEASE_SECONDS", 60, least=3)
ATTEMPTS = read_whole("ATTEMPTS", 5, least=1)
# A queued row that no worker took for so long while all were idle has lost its message.
REQUEUE_AFTER_SECONDS = read_whole("REQUEUE_AFTER_SECONDS", 60, least=1)
SWEEP_BATCH = 500
# After so long without a sign of life a person's place on a claim may be given to another.
PLACE_LAPSES_AFTER_MINUTES = read_whole("PLACE_LAPSES_AFTER_MINUTES", 30, least=1)
# So many claims beyond the one at hand are held by an open review page, for when the network is gone.
PLACES_AHEAD = read_whole("PLACES_AHEAD", 5, least=0, most=20)

# A language model as a second engine, for projects that choose it. Without an address nothing is ever sent.

LANGUAGE_MODEL_URL = read_service("LANGUAGE_MODEL_URL", example="https://models.example.org/v1")
LANGUAGE_MODEL_KEY = read_key("LANGUAGE_MODEL_KEY")
LANGUAGE_MODEL_NAME = read_text("LANGUAGE_MODEL_NAME", "")
LANGUAGE_MODEL_REQUEST_SECONDS = read_whole("LANGUAGE_MODEL_REQUEST_SECONDS", 120, least=1, most=1200)
# Less than the queue waits for a worker (visibility_timeout above), with the time of the rules on top.
LANGUAGE_MODEL_ARTICLE_SECONDS = read_whole("LANGUAGE_MODEL_ARTICLE_SECONDS", 900, least=1, most=1200)
LANGUAGE_MODEL_ATTEMPTS = read_whole("LANGUAGE_MODEL_ATTEMPTS", 4, least=1, most=20)
LANGUAGE_MODEL_PRICE_IN = read_price("LANGUAGE_MODEL_PRICE_IN")
LANGUAGE_MODEL_PRICE_OUT = read_price("LANGUAGE_MODEL_PRICE_OUT")
if LANGUAGE_MODEL_URL and not LANGUAGE_MODEL_NAME:
    raise BadEnvironment(
        "LANGUAGE_MODEL_URL wants LANGUAGE_MODEL_NAME too: the model that the server is to answer with."
    )
if LANGUAGE_MODEL_URL.endswith("/chat/completions"):
    raise BadEnvironment("LANGUAGE_MODEL_URL ends in /chat/completions: leave that out, it is added.")
if (LANGUAGE_MODEL_PRICE_IN is None) != (LANGUAGE_MODEL_PRICE_OUT is None):
    raise BadEnvironment("LANGUAGE_MODEL_PRICE_IN and LANGUAGE_MODEL_PRICE_OUT go together: set both or neither.")

# Pages of the web that people name: links of evidence, and articles by their address. Workers retrieve them.

RETRIEVAL = read_yes_no("RETRIEVAL", True)
RETRIEVAL_NETWORKS = read_networks("RETRIEVAL_NETWORKS")
RETRIEVAL_PORTS = read_ports("RETRIEVAL_PORTS", "80, 443")
RETRIEVAL_PROXY = read_service("RETRIEVAL_PROXY", example="http://proxy.example.org:3128", with_user=True)
RETRIEVAL_LIMIT_MB = read_whole("RETRIEVAL_LIMIT_MB", 5, least=1, most=100)
RETRIEVAL_SECONDS = read_whole("RETRIEVAL_SECONDS", 20, least=1, most=120)
RETRIEVAL_PAUSE_SECONDS = read_whole("RETRIEVAL_PAUSE_SECONDS", 2, least=0, most=60)
RETRIEVAL_AFTER_SUBMIT = read_yes_no("RETRIEVAL_AFTER_SUBMIT", True)

# Limits. A multipart file streams; a JSON body with a text must fit in memory.

UPLOAD_LIMIT_MB = read_whole("UPLOAD_LIMIT_MB", 20, least=1)
TEXT_LIMIT_MB = read_whole("TEXT_LIMIT_MB", 5, least=1)
# Of one .zip, .csv or .jsonl: how many articles, and how much its files may come to once unpacked.
PARTS_LIMIT = read_whole("PARTS_LIMIT", 2000, least=1)
UNPACKED_LIMIT_MB = read_whole("UNPACKED_LIMIT_MB", 200, least=1)
# All that one form may send, and how many files; each streams, a large one to the disk.
REQUEST_LIMIT_MB = read_whole("REQUEST_LIMIT_MB", 500, least=1)
DATA_UPLOAD_MAX_NUMBER_FILES = read_whole("FILES_LIMIT", 1000, least=1)
DATA_UPLOAD_MAX_MEMORY_SIZE = (TEXT_LIMIT_MB + 1) * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 4000  # a judgement with a hundred pieces of evidence and a hundred searches

# Files

RELEASES_DIR = Path(read_text("RELEASES_DIR", str(BASE_DIR / ".attest" / "releases")))
STATIC_URL = "static/"
# The image collects its static files under names with a hash; elsewhere they are served from where they lie.
STATIC_COLLECTED = read_yes_no("STATIC_COLLECTED", False)
STATIC_ROOT = BASE_DIR / "staticfiles" if STATIC_COLLECTED else None
WHITENOISE_USE_FINDERS = not STATIC_COLLECTED
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": (
            "whitenoise.storage.CompressedManifestStaticFilesStorage"
            if STATIC_COLLECTED
            else "django.contrib.staticfiles.storage.StaticFilesStorage"
        )
    },
}

# Languages and times

LANGUAGE_CODE = "en"
# A language is offered once its catalogue is whole: a page half in one and half in another helps nobody.
LANGUAGES = [("en", _("English")), ("fa", _("Persian"))]
# Of who is not signed in, or chose none: for a year, on this browser.
LANGUAGE_COOKIE_AGE = 365 * 24 * 3600
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = "UTC"
USE_TZ = True
USE_I18N = True

# Sign-in: by user name and password, open to people who were invited. Its limits are allauth's own, counted in the
# cache above for all processes: failed attempts by address, and by account for browsers that are not known to it.

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
# By a link rather than a form: a form that is sent on to another site, and on from there, is stopped by form-action
# below. Connecting asks once more who it is, so a link of a stranger connects nothing.
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

# The wire

TRUSTED_PROXIES = read_whole("TRUSTED_PROXIES", 0)
ALLAUTH_TRUSTED_PROXY_COUNT = TRUSTED_PROXIES
if TRUSTED_PROXIES:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^(livez|readyz|healthz)$"]
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = True
SECURE_REFERRER_POLICY = "same-origin"
CSRF_FAILURE_VIEW = "annotate.views.errors.csrf_failure"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}

# The API

# How many requests, in how many seconds; 0 is no limit. Far above what one person reaches: see decision 0016.
THROTTLES = {
    "person": (read_whole("THROTTLE_PERSON_PER_MINUTE", 300_000), 60),
    "anonymous": (read_whole("THROTTLE_ANONYMOUS_PER_MINUTE", 600), 60),
    "wrong_tokens": (read_whole("THROTTLE_WRONG_TOKENS_PER_MINUTE", 60), 60),
    "uploads": (read_whole("THROTTLE_UPLOADS_PER_MINUTE", 60_000), 60),
    "releases": (read_whole("THROTTLE_RELEASES_PER_HOUR", 600), 3600),
}
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [
        "verification.api.auth.TokenAuthentication",
        "verification.api.auth.SessionAuthentication",
    ],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["verification.api.wire.StrictJSONParser"],
    "DEFAULT_CONTENT_NEGOTIATION_CLASS": "verification.api.wire.AlwaysJSON",
    "DEFAULT_PAGINATION_CLASS": "verification.api.pagination.NewestFirst",
    "DEFAULT_METADATA_CLASS": None,
    "DEFAULT_THROTTLE_CLASSES": ["verification.api.throttles.Throttle"],
    "NUM_PROXIES": TRUSTED_PROXIES,
    "EXCEPTION_HANDLER": "verification.api.errors.answer_error",
    "URL_FORMAT_OVERRIDE": None,
    "DEFAULT_SCHEMA_CLASS": "verification.api.schema.Described",
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Attest",
    "DESCRIPTION": "Contested news as labelled data: claims, their evidence, verdicts. A story in docs/api.md.",
    "VERSION": "1",
    "OAS_VERSION": "3.1.0",
    "LICENSE": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
    "SERVERS": [{"url": SITE_URL}],
    "SCHEMA_PATH_PREFIX": r"/api/v1",
    "SORT_OPERATIONS": False,  # in the order of the work, as the addresses are listed
    "POSTPROCESSING_HOOKS": ["drf_spectacular.hooks.postprocess_schema_enum_id_removal"],
}

# Logs go to standard error; what runs the process keeps them.

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "{asctime} {levelname} {name}: {reference}{message}", "style": "{"}},
    "filters": {"reference": {"()": "annotate.logs.Reference"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "plain", "filters": ["reference"]}},
    "root": {
        "handlers": ["stderr"],
        "level": read_one_of("LOG_LEVEL", "INFO", choices=("DEBUG", "INFO", "WARNING", "ERROR")),
    },
}
