"""What the site is made of, where it is, what it speaks and what it writes down."""

from pathlib import Path
from urllib.parse import urlsplit

from django.utils.translation import gettext_lazy as _

from annotate.environment import BadEnvironment, read_list, read_one_of, read_site, read_text, read_yes_no

BASE_DIR = Path(__file__).resolve().parent.parent.parent

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
    "annotate.middleware.WorkAfterTheAnswer",
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
