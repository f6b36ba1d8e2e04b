"""Signing in, one's own account, and what is closed."""

from __future__ import annotations

import re
import time

import pytest
from allauth.mfa.totp.internal import auth as totp
from allauth.usersessions.models import UserSession
from django.test import Client

from tests.annotate.views.people import words
from tests.factories import PASSWORD, UserFactory
from verification.actions.tokens import issue_token
from verification.models import AuditEvent, Token, User

pytestmark = pytest.mark.django_db

NEW = "seven green umbrellas at noon"


@pytest.fixture
def person() -> User:
    made: User = UserFactory(username="patient_reader")
    return made


def signed_in(person: User, password: str = PASSWORD) -> Client:
    """Through the door, as a browser would."""
    client = Client(HTTP_USER_AGENT="Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0")
    client.post("/accounts/login/", {"login": person.username, "password": password})
    assert "_auth_user_id" in client.session
    return client


def confirm(client: Client, password: str = PASSWORD) -> None:
    """Show once more who it is."""
    assert client.post("/accounts/reauthenticate/", {"password": password}).status_code == 302


def is_in(client: Client) -> bool:
    return client.get("/account/").status_code == 200


@pytest.mark.parametrize(
    "path",
    [
        "signup/", "inactive/", "email/", "confirm-email/", "confirm-email/abc/", "login/code/", "login/code/confirm/",
        "phone/verify/", "phone/change/", "social/signup/", "3rdparty/", "3rdparty/signup/", "sign-on/x/login/",
        "two-factor/codes/download/", "sessions/", "password/reset/confirm/", "",
    ],
)  # fmt: skip
def test_addresses_of_sign_in_that_are_not_used_lead_nowhere(path, person):
    for client in (Client(), signed_in(person)):
        assert client.get(f"/accounts/{path}").status_code == 404
        assert client.post(f"/accounts/{path}").status_code == 404


def test_the_account_page_wants_a_sign_in():
    assert Client().get("/account/")["Location"].startswith("/accounts/login/")


def test_changing_the_password_signs_out_every_other_browser(person):
    here, there = signed_in(person), signed_in(person)
    answer = here.post(
        "/accounts/password/change/", {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW}, follow=True
    )
    assert answer.redirect_chain[-1][0] == "/account/"
    assert is_in(here)
    assert not is_in(there)
    person.refresh_from_db()
    assert person.check_password(NEW)
    assert AuditEvent.objects.filter(kind="user.password_set", actor=person.pk).count() == 1
    assert UserSession.objects.filter(user=person).count() == 1


@pytest.mark.parametrize("bad", ["short", "password123", "1234567890123", "patient-reader"])
def test_a_weak_password_is_refused_with_a_reason(person, bad):
    answer = signed_in(person).post(
        "/accounts/password/change/", {"oldpassword": PASSWORD, "password1": bad, "password2": bad}
    )
    assert answer.status_code == 200
    assert answer.context["form"].errors["password1"]
    person.refresh_from_db()
    assert person.check_password(PASSWORD)


def test_one_browser_is_signed_out_or_all_but_this_one(person):
    here, there, elsewhere = signed_in(person), signed_in(person), signed_in(person)
    assert words(here.get("/account/")).count("Firefox, Linux") >= 3
    session = UserSession.objects.get(session_key=there.session.session_key)
    here.post(f"/account/sessions/{session.pk}/end/")
    assert (is_in(here), is_in(there), is_in(elsewhere)) == (True, False, True)
    here.post("/account/sessions/end/")
    assert (is_in(here), is_in(elsewhere)) == (True, False)


def test_nobody_ends_the_session_of_another(person):
    other = signed_in(UserFactory())
    session = UserSession.objects.get(session_key=other.session.session_key)
    signed_in(person).post(f"/account/sessions/{session.pk}/end/")
    assert is_in(other)


def test_a_token_is_made_once_more_shown_to_be_oneself_and_shown_once(person):
    client = signed_in(person)
    asked = client.post("/account/tokens/", {"name": "notebook"})
    assert asked["Location"].startswith("/accounts/reauthenticate/")
    answer = client.post("/accounts/reauthenticate/", {"password": PASSWORD, "next": "/account/tokens/"})
    secret = re.search(r'id="secret">([^<]+)<', words(answer))
    assert secret is not None
    api = Client(headers={"Authorization": f"Token {secret[1]}"})
    assert api.get("/api/v1/projects/").status_code == 200
    page = words(client.get("/account/"))
    assert "notebook" in page
    assert secret[1] not in page
    client.post(f"/account/tokens/{Token.objects.get(user=person).pk}/revoke/")
    assert api.get("/api/v1/projects/").status_code == 401


def test_nobody_revokes_the_token_of_another(person):
    token, _secret = issue_token(UserFactory(), name="theirs", by=None)
    assert signed_in(person).post(f"/account/tokens/{token.pk}/revoke/").status_code == 404
    token.refresh_from_db()
    assert token.revoked_at is None


def code_of(secret: str) -> str:
    return totp.format_hotp_value(totp.hotp_value(secret, int(time.time()) // 30))


def turn_on(client: Client) -> str:
    """The secret that the page shows, once its first code was typed."""
    confirm(client)
    page = client.get("/accounts/two-factor/app/on/")
    secret: str = page.context["form"].secret
    assert client.post("/accounts/two-factor/app/on/", {"code": code_of(secret)}).status_code == 302
    return secret
