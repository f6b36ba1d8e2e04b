import json
import os
import re
import subprocess
import sys
import traceback
from importlib import import_module
from types import SimpleNamespace
from unittest import mock
from urllib.parse import quote

import pytest
from django.conf import global_settings, settings
from django.db import connection

import annotate
from annotate.environment import BadEnvironment
from verification.models import User

GOOD = {
    "SECRET_KEY": "long enough to be a secret key, surely",
    "DATABASE_URL": "postgresql://user:p%40ss@db.example.org:6543/attest",
}


SOURCE = "\n".join(path.read_text() for path in sorted((settings.BASE_DIR / "annotate" / "settings").glob("*.py")))


def values(**variables: str) -> SimpleNamespace:
    """The settings as they are read with these variables and none of ours."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    ours = [name for name in sys.modules if name.split(".")[:2] == ["annotate", "settings"]]
    with (
        mock.patch.dict(os.environ, kept | variables, clear=True),
        mock.patch.dict(sys.modules),
        mock.patch.object(annotate, "settings", create=True),
    ):
        for name in ours:
            del sys.modules[name]
        read = import_module("annotate.settings")
    default = {name: value for name, value in vars(global_settings).items() if name.isupper()}
    return SimpleNamespace(**(default | vars(read)))


def value_of(expression: str, **variables: str) -> str:
    return json.dumps(eval(expression, {"s": values(**(GOOD | variables))}), default=str)  # noqa: S307 - our own words


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("SECRET_KEY", "", "SECRET_KEY is not set"),
        ("SECRET_KEY", "short", "SECRET_KEY is shorter than 32 characters"),
        ("DATABASE_URL", "", "DATABASE_URL is not set"),
        ("DATABASE_URL", "mysql://a:hidden@host/b", "DATABASE_URL is not an address such as postgresql://"),
        ("DATABASE_URL", "postgresql://a:hidden@host:port/b", "DATABASE_URL is not an address"),
        ("DATABASE_URL", "postgresql://a:hidden@host", "DATABASE_URL is not an address"),
        ("SITE_URL", "attest.example.org", "SITE_URL is 'attest.example.org', which is not a site's address"),
        ("SITE_URL", "https://attest.example.org/path", "SITE_URL is"),
        ("DEBUG", "perhaps", "DEBUG is 'perhaps', which is neither yes nor no"),
        ("LOG_LEVEL", "loud", "LOG_LEVEL is 'loud', which is none of DEBUG, INFO"),
        ("UPLOAD_LIMIT_MB", "0", "UPLOAD_LIMIT_MB is '0', which is not a whole number of at least 1"),
        ("TEXT_LIMIT_MB", "five", "TEXT_LIMIT_MB is 'five'"),
        ("TEXT_LIMIT_MB", "٥", "TEXT_LIMIT_MB is"),
        ("LEASE_SECONDS", "-1", "LEASE_SECONDS is '-1'"),
        ("TRUSTED_PROXIES", "1.5", "TRUSTED_PROXIES is '1.5'"),
        ("STATIC_COLLECTED", "2", "STATIC_COLLECTED is '2'"),
        ("SESSION_DAYS", "0", "SESSION_DAYS is '0'"),
        ("EMAIL_URL", "mail.example.org", "EMAIL_URL is not an address such as smtp+starttls://"),
        ("EMAIL_URL", "https://user:hidden@mail.example.org", "EMAIL_URL is not an address"),
        ("LANGUAGE_MODEL_URL", "http://127.0.0.1:8080/v1", "LANGUAGE_MODEL_URL wants LANGUAGE_MODEL_NAME too"),
        ("LANGUAGE_MODEL_URL", "models.example.org/v1", "LANGUAGE_MODEL_URL is not an address such as https://"),
        ("LANGUAGE_MODEL_URL", "file:///etc/passwd", "LANGUAGE_MODEL_URL is not an address"),
        ("LANGUAGE_MODEL_URL", "https://user:hidden@models.example.org", "LANGUAGE_MODEL_URL is not an address"),
        ("LANGUAGE_MODEL_URL", "https://models.example.org/v1?key=hidden", "LANGUAGE_MODEL_URL is not an address"),
        ("LANGUAGE_MODEL_URL", "https://models.example.org:many/v1", "LANGUAGE_MODEL_URL is not an address"),
        ("LANGUAGE_MODEL_KEY", "hidden\r\nX-Other: header", "LANGUAGE_MODEL_KEY holds a space"),
        ("LANGUAGE_MODEL_REQUEST_SECONDS", "0", "LANGUAGE_MODEL_REQUEST_SECONDS is '0'"),
        ("LANGUAGE_MODEL_ARTICLE_SECONDS", "7200", "LANGUAGE_MODEL_ARTICLE_SECONDS is '7200', which is more than 1200"),
        ("LANGUAGE_MODEL_ATTEMPTS", "many", "LANGUAGE_MODEL_ATTEMPTS is 'many'"),
        ("LANGUAGE_MODEL_PRICE_IN", "cheap", "LANGUAGE_MODEL_PRICE_IN is 'cheap', which is not a price such as 0.15"),
        ("LANGUAGE_MODEL_PRICE_IN", "1001", "LANGUAGE_MODEL_PRICE_IN is '1001'"),
        ("LANGUAGE_MODEL_PRICE_IN", "-1", "LANGUAGE_MODEL_PRICE_IN is '-1'"),
        ("LANGUAGE_MODEL_PRICE_OUT", "nan", "LANGUAGE_MODEL_PRICE_OUT is 'nan'"),
        ("LANGUAGE_MODEL_PRICE_OUT", "0.6", "LANGUAGE_MODEL_PRICE_IN and LANGUAGE_MODEL_PRICE_OUT go together"),
        (
            "OIDC_SERVER_URL",
            "https://id.example.org",
            "OIDC_SERVER_URL wants OIDC_CLIENT_ID and OIDC_CLIENT_SECRET too",
        ),
    ],
)
def test_a_bad_value_stops_the_start_with_a_sentence_that_names_the_variable(name, value, sentence):
    with pytest.raises(BadEnvironment) as refused:
        values(**(GOOD | {name: value}))
    assert sentence in str(refused.value)
    assert "hidden" not in "".join(traceback.format_exception(refused.value))


def test_manage_py_says_the_sentence_alone():
    ran = subprocess.run(
        [sys.executable, "manage.py", "check"],
        env=os.environ | {"LOG_LEVEL": "loud"},
        cwd=settings.BASE_DIR,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 1
    assert ran.stderr == "LOG_LEVEL is 'loud', which is none of DEBUG, INFO, WARNING, ERROR.\n"


def test_the_example_lists_every_variable_that_is_read_and_no_other():
    read = re.findall(r"\bread_\w+\(\s*\"([A-Z_]+)\"", SOURCE)
    example = (settings.BASE_DIR / ".env.example").read_text()
    listed = re.findall(r"^([A-Z_]+)=", example, flags=re.MULTILINE)
    assert sorted(read) == sorted(listed)
    assert len(set(listed)) == len(listed)
    for name in listed:
        assert re.search(rf"^# .+\n{name}=", example, flags=re.MULTILINE), f"{name} has no comment above it"


def test_settings_read_nothing_of_the_environment_but_through_the_readers():
    assert "environ" not in re.sub(r"\.environment\b|the environment", "", SOURCE)


def test_a_database_url_is_taken_apart_and_unquoted():
    database = value_of("{k: s.DATABASES['default'][k] for k in ('HOST', 'PORT', 'NAME', 'USER', 'PASSWORD')}")
    assert database == (
        '{"HOST": "db.example.org", "PORT": 6543, "NAME": "attest", "USER": "user", "PASSWORD": "p@ss"}'
    )


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("comes", "variables", "limit", "plans"),
    [
        ("import annotate.wsgi", {}, "30s", "force_generic_plan"),
        (
            "import annotate.wsgi",
            {"DATABASE_STATEMENT_SECONDS": "7", "DATABASE_POOL_MAX": "2"},
            "7s",
            "force_generic_plan",
        ),
        ("import annotate.wsgi", {"DATABASE_STATEMENT_SECONDS": "0"}, "0", "force_generic_plan"),
        ("import django; django.setup()", {}, "0", "auto"),
    ],
)
def test_statements_of_web_requests_alone_have_a_limit_and_plans_for_anybody(comes, variables, limit, plans):
    database = connection.settings_dict
    address = "postgresql://{USER}:{PASSWORD}@{HOST}:{PORT}/{NAME}".format(
        **{key: quote(str(value), safe="") for key, value in database.items()}
    )
    ask = "SELECT current_setting('statement_timeout'), current_setting('plan_cache_mode')"
    cursor = "from django.db import connection as c; u = c.cursor()"
    program = f"{comes}; {cursor}; u.execute({ask!r}); print(*u.fetchone()); c.close(); c.close_pool()"
    asked = subprocess.run(
        [sys.executable, "-c", program],
        env=os.environ | GOOD | {"DJANGO_SETTINGS_MODULE": "annotate.settings", "DATABASE_URL": address} | variables,
        cwd=settings.BASE_DIR,
        capture_output=True,
        text=True,
        check=False,
    )
    assert asked.stdout.split() == [limit, plans], asked.stderr


def test_without_a_broker_the_queue_is_the_database():
    assert value_of("s.CELERY_BROKER_URL") == '"pgmq://user:p%40ss@db.example.org:6543/attest"'
    assert value_of("s.CELERY_BROKER_TRANSPORT_OPTIONS", CELERY_BROKER_URL="amqp://broker//") == (
        '{"confirm_publish": true}'
    )
    assert value_of("s.CELERY_TASK_DEFAULT_QUEUE", CELERY_BROKER_URL="amqp://broker//") == '"attest"'


def test_behind_https_cookies_are_secure_and_http_is_left():
    wire = "[s.SESSION_COOKIE_SECURE, s.CSRF_COOKIE_SECURE, s.SECURE_SSL_REDIRECT, s.SECURE_HSTS_SECONDS > 0]"
    assert value_of(wire, SITE_URL="https://attest.example.org") == "[true, true, true, true]"
    assert value_of(wire) == "[false, false, false, false]"
    cookies = "[s.SESSION_COOKIE_HTTPONLY, s.SESSION_COOKIE_SAMESITE, s.CSRF_COOKIE_SAMESITE, s.LANGUAGE_COOKIE_SECURE]"
    assert value_of(cookies, SITE_URL="https://attest.example.org") == '[true, "Lax", "Lax", true]'
    assert value_of("s.ALLOWED_HOSTS[0]", SITE_URL="https://attest.example.org") == '"attest.example.org"'
    assert value_of("s.CSRF_TRUSTED_ORIGINS", SITE_URL="https://attest.example.org/") == (
        '["https://attest.example.org"]'
    )


def test_mail_is_sent_only_where_a_server_takes_it():
    mail = (
        "[s.SENDS_EMAIL, s.EMAIL_BACKEND.split('.')[-2], s.EMAIL_HOST, s.EMAIL_PORT, s.EMAIL_USE_TLS, s.EMAIL_USE_SSL]"
    )
    assert value_of(mail).startswith('[false, "dummy"')
    address = "smtp+starttls://user:p%40ss@mail.example.org"
    assert value_of(mail, EMAIL_URL=address) == '[true, "smtp", "mail.example.org", 587, true, false]'
    assert (
        value_of(mail, EMAIL_URL="smtps://mail.example.org") == '[true, "smtp", "mail.example.org", 465, false, true]'
    )
    assert value_of("s.EMAIL_HOST_PASSWORD", EMAIL_URL=address) == '"p@ss"'


def test_a_language_model_is_set_up_by_its_address_and_name() -> None:
    assert value_of("s.LANGUAGE_MODEL_URL") == '""'
    chosen = {"LANGUAGE_MODEL_URL": "http://127.0.0.1:8080/v1/", "LANGUAGE_MODEL_NAME": "small"}
    assert (
        value_of("[s.LANGUAGE_MODEL_URL, s.LANGUAGE_MODEL_NAME]", **chosen) == '["http://127.0.0.1:8080/v1", "small"]'
    )
    whole = chosen | {"LANGUAGE_MODEL_URL": "https://models.example.org/v1/chat/completions"}
    with pytest.raises(BadEnvironment, match="leave that out"):
        values(**(GOOD | whole))


def test_passkeys_without_https_are_for_this_machine_alone():
    allowed = "s.MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN"
    assert value_of(allowed, SITE_URL="http://localhost:8000") == "true"
    assert value_of(allowed, SITE_URL="http://attest.example.org") == "false"
    assert value_of(allowed, SITE_URL="https://localhost") == "false"


def test_a_forwarded_protocol_is_believed_only_behind_a_proxy():
    assert value_of("s.SECURE_PROXY_SSL_HEADER") == "null"
    assert "X_FORWARDED_PROTO" in value_of("s.SECURE_PROXY_SSL_HEADER", TRUSTED_PROXIES="1")


@pytest.mark.django_db
def test_every_page_forbids_what_it_does_not_need(client):
    policy = client.get("/healthz")["Content-Security-Policy"]
    directives = dict(part.strip().split(" ", 1) for part in policy.split(";"))
    assert directives["default-src"] == "'none'"
    assert directives["frame-ancestors"] == directives["base-uri"] == "'none'"
    assert directives["script-src"] == directives["style-src"] == directives["form-action"] == "'self'"
    assert "unsafe" not in policy


@pytest.mark.django_db
def test_sign_up_is_closed_and_the_admin_has_no_door_of_its_own(client):
    password = "a password nobody guesses"
    client.post("/accounts/signup/", {"username": "stranger", "password1": password, "password2": password})
    assert not User.objects.filter(username="stranger").exists()
    answer = client.get("/admin/")
    assert answer.status_code == 302
    answer = client.get("/admin/login/?next=/admin/")
    assert answer.status_code == 302
    assert answer["Location"].startswith("/accounts/login/")
