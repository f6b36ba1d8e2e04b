"""A link by mail for whoever forgot their password, where the site sends mail."""

from __future__ import annotations

import re
import threading
from typing import Any

import pytest
from django.core import mail
from django.core.cache import cache
from django.test import Client

from tests.annotate.views.people import words
from tests.factories import PASSWORD, UserFactory
from verification.models import AuditEvent, User

pytestmark = pytest.mark.django_db

NEW = "seven green umbrellas at noon"


@pytest.fixture(autouse=True)
def sends_mail(settings: Any) -> None:
    cache.clear()
    settings.SENDS_EMAIL = True


@pytest.fixture
def person() -> User:
    made: User = UserFactory(username="reader", email="reader@example.org")
    return made


def ask(address: str) -> str:
    answer = Client().post("/accounts/password/reset/", {"email": address}, follow=True)
    for thread in threading.enumerate():
        if thread.name == "mail":
            thread.join()
    return re.sub(r'value="[^"]*"', "", words(answer))


def link_of(number: int = -1) -> str:
    found = re.search(r"https?://[^/]+(/accounts/password/reset/\S+)", str(mail.outbox[number].body))
    assert found is not None
    return found[1]


def use(link: str, password: str) -> str:
    client = Client()
    form = client.get(link)
    if form.status_code != 302:
        return words(form)
    return words(client.post(form["Location"], {"password1": password, "password2": password}, follow=True))


def test_the_answer_is_the_same_for_an_address_that_nobody_has(person):
    assert ask("reader@example.org") == ask("nobody@example.org")
    assert [message.to for message in mail.outbox] == [["reader@example.org"]]


def test_the_link_is_good_once(person):
    ask("Reader@Example.org")
    assert "reader" in str(mail.outbox[0].body)
    link = link_of()
    assert "The password is set" in use(link, NEW)
    person.refresh_from_db()
    assert person.check_password(NEW)
    assert "This link is used up" in use(link, "five other words entirely")


def test_the_link_leads_to_this_site_whatever_name_was_asked_for(person, settings):
    Client().post("/accounts/password/reset/", {"email": "reader@example.org"}, headers={"Host": "localhost"})
    ask("nobody@example.org")
    assert f"{settings.SITE_URL}/accounts/password/reset/" in str(mail.outbox[0].body)


def test_a_weak_password_is_refused_and_the_link_stays_good(person):
    ask("reader@example.org")
    assert "too short" in use(link_of(), "short")
    assert "The password is set" in use(link_of(), NEW)


def test_an_address_is_set_by_whoever_shows_once_more_who_they_are(person):
    ask("reader@example.org")
    client = Client()
    client.post("/accounts/login/", {"login": "reader", "password": PASSWORD})
    asked = client.post("/account/email/", {"email": "elsewhere@example.org"})
    assert asked["Location"].startswith("/accounts/reauthenticate/")
    client.post("/accounts/reauthenticate/", {"password": PASSWORD, "next": "/account/email/"})
    person.refresh_from_db()
    assert person.email == "elsewhere@example.org"
    assert "This link is used up" in use(link_of(), NEW)
    assert AuditEvent.objects.get(kind="user.email_set").facts == {"has_email": True}
    assert "elsewhere@example.org" in words(client.get("/account/"))


def test_where_no_mail_is_sent_there_is_no_address(person, settings):
    settings.SENDS_EMAIL = False
    client = Client()
    client.post("/accounts/login/", {"login": "reader", "password": PASSWORD})
    client.post("/accounts/reauthenticate/", {"password": PASSWORD})
    assert client.get("/account/email/").status_code == 404
    assert "reader@example.org" not in words(client.get("/account/"))
