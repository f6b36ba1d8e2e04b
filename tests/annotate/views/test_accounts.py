"""Signing in, one's own account, and what is closed."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.sessions.models import Session
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from tests.annotate.views.people import code_of, is_in, words
from tests.factories import PASSWORD, UserFactory
from verification.actions.tokens import issue_token
from verification.actions.users import let_in, recover, shut_out, take_off_two_factor
from verification.exceptions import NotAllowed
from verification.models import AuditEvent, Token, User

pytestmark = pytest.mark.django_db

NEW = "seven green umbrellas at noon"


@pytest.fixture(autouse=True)
def nothing_counted() -> None:
    cache.clear()


@pytest.fixture
def administrator() -> User:
    made: User = UserFactory(is_staff=True, is_superuser=True)
    return made


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


def test_an_empty_installation_names_the_command_that_lets_the_first_one_in(client):
    assert "invite_administrator" in words(client.get("/accounts/login/"))
    UserFactory()
    page = words(client.get("/accounts/login/"))
    assert "invite_administrator" not in page
    assert "People come by invitation" in page
    assert ">User name</label>" in page


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


def turn_on(client: Client) -> str:
    """The secret that the page shows, once its first code was typed."""
    confirm(client)
    page = client.get("/accounts/two-factor/app/on/")
    secret: str = page.context["form"].secret
    assert client.post("/accounts/two-factor/app/on/", {"code": code_of(secret)}).status_code == 302
    return secret


def sign_in_with(client: Client, person: User, password: str, code: str) -> None:
    asked = client.post("/accounts/login/", {"login": person.username, "password": password})
    assert asked["Location"] == "/accounts/two-factor/sign-in/"
    client.post("/accounts/two-factor/sign-in/", {"code": code})


def test_two_factor_is_turned_on_asked_for_and_turned_off(person):
    client = signed_in(person)
    secret = turn_on(client)
    codes = client.get("/accounts/two-factor/codes/").context["unused_codes"]
    assert len(codes) == 10
    assert codes[0] not in words(client.get("/accounts/two-factor/codes/"))  # shown this once
    again = Client()
    sign_in_with(again, person, PASSWORD, "000000")
    assert not is_in(again)
    again.post("/accounts/two-factor/sign-in/", {"code": codes[0]})
    assert is_in(again)
    spent = Client()
    sign_in_with(spent, person, PASSWORD, codes[0])
    assert not is_in(spent)
    assert secret not in str(Authenticator.objects.get(user=person, type="totp").data)
    client.post("/accounts/two-factor/app/off/")
    assert is_in(signed_in(person))


def test_a_code_signs_in_once_and_a_changed_key_of_the_site_fits_no_code(person, settings):
    secret = turn_on(signed_in(person))
    cache.clear()  # as if the code of turning it on were of half a minute ago
    code = code_of(secret)
    first, second = Client(), Client()
    sign_in_with(first, person, PASSWORD, code)
    assert is_in(first)
    sign_in_with(second, person, PASSWORD, code)
    assert not is_in(second)
    cache.clear()
    settings.SECRET_KEY = "another key, as long as a key must be, surely"
    third = Client()
    sign_in_with(third, person, PASSWORD, code_of(secret))
    assert not is_in(third)


def path_of(link: str) -> str:
    return link.removeprefix(settings.SITE_URL)


def use(link: str, password: str = NEW) -> Client:
    """Somebody who was given the link."""
    client = Client()
    form = client.get(path_of(link), follow=True)
    if "form" in form.context and form.redirect_chain:
        client.post(form.redirect_chain[-1][0], {"password1": password, "password2": password})
    return client


def test_a_recovery_link_ends_the_sessions_and_is_good_once(person, administrator):
    there = signed_in(person)
    link = recover(person, by=administrator)
    assert not is_in(there)
    use(link)
    assert is_in(signed_in(person, NEW))
    assert "This link is used up" in words(use(link, "five other words entirely").get(path_of(link)))
    person.refresh_from_db()
    assert person.check_password(NEW)
    kinds = AuditEvent.objects.filter(subject="user", subject_id=person.pk).order_by("pk").values_list("kind", "actor")
    assert list(kinds) == [("user.recovery_link_made", administrator.pk), ("user.password_set", person.pk)]


def test_a_newer_recovery_link_takes_the_place_of_the_older(person, administrator):
    older, newer = recover(person, by=administrator), recover(person, by=administrator)
    assert "This link is used up" in words(Client().get(path_of(older)))
    use(newer)
    assert is_in(signed_in(person, NEW))


def test_a_recovery_link_expires(person, administrator, settings):
    link = recover(person, by=administrator)
    settings.PASSWORD_RESET_TIMEOUT = -1  # it is counted in whole seconds: so old it is at once
    assert "This link is used up" in words(Client().get(path_of(link)))


def test_whoever_follows_a_recovery_link_still_needs_their_second_factor(person, administrator):
    secret = turn_on(signed_in(person))
    use(recover(person, by=administrator))
    cache.clear()
    client = Client()
    sign_in_with(client, person, NEW, "000000")
    assert not is_in(client)
    client.post("/accounts/two-factor/sign-in/", {"code": code_of(secret)})
    assert is_in(client)
    take_off_two_factor(person, by=administrator)
    assert not is_in(client)
    assert is_in(signed_in(person, NEW))


@pytest.mark.parametrize("what", [recover, take_off_two_factor])
def test_only_administrators_help_others_in_and_nobody_themselves(person, administrator, what):
    with pytest.raises(NotAllowed, match="Only administrators"):
        what(person, by=UserFactory(is_staff=True))
    with pytest.raises(NotAllowed, match="your own account"):
        what(administrator, by=administrator)
    person.is_active = False
    person.save()
    with pytest.raises(NotAllowed, match="Let them in first"):
        what(person, by=administrator)


def test_somebody_shut_out_is_told_so_and_their_sessions_never_come_back(person, administrator):
    client = signed_in(person)
    shut_out(person, by=administrator)
    answer = Client().post("/accounts/login/", {"login": person.username, "password": PASSWORD})
    assert answer.status_code == 403
    assert "This account is closed" in words(answer)
    let_in(person, by=administrator)
    assert not is_in(client)


def test_the_administration_changes_passwords_on_the_account_page(administrator):
    assert signed_in(administrator).get("/admin/password_change/")["Location"] == "/accounts/password/change/"


def test_without_mail_the_page_says_whom_to_ask(person):
    page = Client().get("/accounts/password/reset/")
    assert "Ask an administrator of this site for a recovery link" in words(page)
    Client().post("/accounts/password/reset/", {"email": "reader@example.org"})
    assert mail.outbox == []


def test_pages_of_a_session_are_kept_by_no_cache_and_others_as_they_were(person):
    client = signed_in(person)
    for path in ("/", "/account/", "/accounts/two-factor/app/on/", "/nothing/"):
        assert "no-store" in client.get(path)["Cache-Control"]
        assert "private" in client.get(path)["Cache-Control"]
    assert not Client().get("/nothing/").has_header("Cache-Control")
    static = client.get("/static/annotate/attest.css")
    assert "no-store" not in static["Cache-Control"]
    assert b"".join(static.streaming_content)
    assert client.post("/accounts/logout/")["Clear-Site-Data"] == '"cache"'


def test_a_session_lasts_from_its_last_use_on(person):
    client = signed_in(person)
    assert settings.SESSION_COOKIE_AGE == 14 * 24 * 3600
    row = Session.objects.get(session_key=client.session.session_key)
    client.get("/account/")
    assert Session.objects.get(pk=row.pk).expire_date == row.expire_date  # not at every look
    an_hour_ago = client.session
    an_hour_ago["seen_at"] -= 3700
    an_hour_ago.save()
    Session.objects.filter(pk=row.pk).update(expire_date=timezone.now() + timedelta(hours=1))
    assert client.get("/account/").cookies[settings.SESSION_COOKIE_NAME]["max-age"] == settings.SESSION_COOKIE_AGE
    assert Session.objects.get(pk=row.pk).expire_date > timezone.now() + timedelta(days=13)
