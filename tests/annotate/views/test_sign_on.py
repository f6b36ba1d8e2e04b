"""Sign-on by OpenID Connect, against a provider that is a server of its own."""

from __future__ import annotations

import urllib.error
import urllib.request
from collections.abc import Iterator
from typing import Any

import pytest
from allauth.socialaccount.models import SocialAccount
from django.core.cache import cache
from django.test import Client

from tests.annotate import openid_provider
from tests.annotate.openid_provider import CLIENT, SECRET, Provider
from tests.annotate.views.people import is_in, words
from tests.factories import PASSWORD, UserFactory
from verification.models import User

pytestmark = pytest.mark.django_db

LOGIN = "/accounts/sign-on/oidc/login/"


def use_provider(settings: Any, url: str) -> None:
    app = {"provider_id": "oidc", "name": "Newsroom", "client_id": CLIENT, "secret": SECRET}
    app["settings"] = {"server_url": url}
    told = settings.SOCIALACCOUNT_PROVIDERS["openid_connect"] | {"APPS": [app]}
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": told}


@pytest.fixture
def provider(settings: Any) -> Iterator[Provider]:
    cache.clear()
    with openid_provider.running() as provider:
        use_provider(settings, provider.url)
        yield provider


@pytest.fixture
def person() -> User:
    made: User = UserFactory(username="reader")
    return made


def signed_in(person: User) -> Client:
    client = Client()
    client.post("/accounts/login/", {"login": person.username, "password": PASSWORD})
    return client


class Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: Any) -> None:
        return None


def through(client: Client, *, process: str = "login") -> Any:
    """To the provider and back, as a browser follows."""
    away = client.get(LOGIN, {"process": process})["Location"]
    try:
        urllib.request.build_opener(Stay).open(away)
    except urllib.error.HTTPError as found:
        back = found.headers["Location"]
    return client.get(back.removeprefix("http://testserver"))


def connect(client: Client) -> None:
    asked = through(client, process="connect")
    assert asked["Location"].startswith("/accounts/reauthenticate/")
    client.post("/accounts/reauthenticate/", {"password": PASSWORD})


def test_without_a_provider_nothing_of_it_is_there(person):
    assert "sign-on" not in words(Client().get("/accounts/login/"))
    assert "Sign-on from elsewhere" not in words(signed_in(person).get("/account/"))
    for path in (LOGIN, "/accounts/sign-on/oidc/callback/"):
        assert Client().get(path).status_code == 404


def test_an_identity_that_nobody_connected_makes_no_account(provider, person):
    assert "Sign in with Newsroom" in words(Client().get("/accounts/login/"))
    client = Client()
    answer = through(client)
    assert "No account knows you yet" in words(answer)
    assert not is_in(client)
    assert User.objects.count() == 1
    assert not SocialAccount.objects.exists()


def test_an_identity_signs_in_once_its_owner_has_connected_it(provider, person):
    mine = signed_in(person)
    connect(mine)
    account = SocialAccount.objects.get(user=person)
    assert account.uid == "subject-1"
    assert "Person of subject-1" in words(mine.get("/accounts/sign-on/"))
    client = Client()
    assert through(client).status_code == 302
    assert client.session["_auth_user_id"] == str(person.pk)
    provider.who = "subject-2"
    other = Client()
    assert "No account knows you yet" in words(through(other))
    mine.post("/accounts/sign-on/", {"account": account.pk})
    provider.who = "subject-1"
    assert "No account knows you yet" in words(through(Client()))


def test_nothing_is_connected_before_the_person_shows_once_more_who_they_are(provider, person):
    mine = signed_in(person)
    through(mine, process="connect")
    assert not SocialAccount.objects.exists()
    mine.post("/accounts/reauthenticate/", {"password": "a guess"})
    assert not SocialAccount.objects.exists()


def test_an_identity_belongs_to_one_account(provider, person):
    connect(signed_in(person))
    other = UserFactory()
    connect(signed_in(other))
    assert SocialAccount.objects.get().user == person


def test_somebody_shut_out_comes_in_this_way_neither(provider, person):
    connect(signed_in(person))
    User.objects.filter(pk=person.pk).update(is_active=False)
    client = Client()
    assert "This account is closed" in words(through(client))
    assert not is_in(client)


def test_an_answer_that_was_not_asked_for_lets_nobody_in(provider, person):
    connect(signed_in(person))
    client = Client()
    away = client.get(LOGIN)["Location"]
    stranger = Client()
    assert away
    answer = stranger.get("/accounts/sign-on/oidc/callback/", {"code": "x", "state": "of somebody else"})
    assert "That did not work" in words(answer)
    assert not is_in(stranger)


def test_a_provider_that_is_away_is_said_in_words(settings, person):
    use_provider(settings, "http://127.0.0.1:9")
    answer = Client().get(LOGIN)
    assert answer.status_code == 502
    assert "That did not work" in words(answer)
