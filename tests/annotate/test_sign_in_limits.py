"""Guessing passwords is slowed down, in all processes together, and keeps nobody out of their own browser."""

from __future__ import annotations

import re
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from http.cookiejar import CookieJar
from pathlib import Path

import pytest
from django.core.cache import cache
from django.test import Client

from annotate.machine import port_is_free
from annotate.processes import Process, stop_all, web_command
from tests.annotate.views.people import is_in
from tests.conftest import database_url, wait_until
from tests.factories import PASSWORD, UserFactory
from verification.actions.users import recover
from verification.models import User

TOO_MANY = "Too many attempts. Wait five minutes"


@pytest.fixture(autouse=True)
def nothing_counted(db: None) -> Iterator[None]:
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def person() -> User:
    made: User = UserFactory(username="reader")
    return made


def attempt(client: Client, password: str, *, name: str = "reader", address: str = "192.0.2.1") -> str:
    answer = client.post("/accounts/login/", {"login": name, "password": password}, REMOTE_ADDR=address)
    return answer.content.decode()


def guess(times: int, *, name: str = "reader", net: str = "192.0.2") -> list[str]:
    """Somebody who guesses from one address after the other."""
    return [attempt(Client(), "a guess", name=name, address=f"{net}.{number}") for number in range(times)]


def test_the_sixth_attempt_at_an_account_is_refused_wherever_it_comes_from(person):
    said = guess(6)
    assert "do not belong together" in said[4]
    assert TOO_MANY in said[5]
    stranger = Client()
    attempt(stranger, PASSWORD, address="198.51.100.1")
    assert not is_in(stranger)  # or five guesses more would do no harm


def test_an_account_that_does_not_exist_is_answered_alike(person):
    here, nowhere = guess(6), guess(6, name="nobody", net="203.0.113")

    def plain(page: str) -> str:
        return re.sub(r'value="[^"]*"', "", page)

    assert [plain(page) for page in here] == [plain(page) for page in nowhere]


def test_capitals_make_no_other_account_of_it(person):
    for name in ("reader", "Reader", "READER", "rEADER", "reaDER"):
        attempt(Client(), "a guess", name=name)
    assert TOO_MANY in attempt(Client(), "a guess", name="READEr")


def test_nobody_is_kept_out_of_a_browser_that_knows_them(person):
    mine = Client()
    attempt(mine, PASSWORD)
    mine.post("/accounts/logout/")
    for _round in range(3):
        guess(6)
        attempt(mine, "my own slip", address="198.51.100.1")
    attempt(mine, PASSWORD, address="198.51.100.1")
    assert is_in(mine)


def test_a_known_browser_guesses_no_more_than_others_and_knows_one_account(person):
    mine = Client()
    attempt(mine, PASSWORD)
    mine.post("/accounts/logout/")
    said = [attempt(mine, "a guess", address=f"192.0.2.{number}") for number in range(6)]
    assert TOO_MANY in said[5]
    UserFactory(username="other")
    guess(5, name="other", net="203.0.113")
    assert TOO_MANY in attempt(mine, "a guess", name="other", address="198.51.100.1")


def test_a_forged_cookie_makes_no_browser_known(person):
    mine = Client()
    attempt(mine, PASSWORD)
    cookie = next(name for name in mine.cookies if name.startswith("known_"))
    assert mine.cookies[cookie]["httponly"]
    guess(5)
    forger = Client()
    forger.cookies[cookie] = "anything:else"
    attempt(forger, PASSWORD, address="198.51.100.1")
    assert not is_in(forger)


def test_a_recovery_link_lets_in_whoever_was_kept_out(person):
    guess(6)
    link = recover(person, by=UserFactory(is_superuser=True))
    client = Client()
    path = client.get("/" + link.split("/", 3)[3]).headers["Location"]
    client.post(path, {"password1": "seven green umbrellas", "password2": "seven green umbrellas"})
    attempt(client, "seven green umbrellas")
    assert is_in(client)


def test_one_address_is_counted_over_all_accounts(person):
    said = [attempt(Client(), "a guess", name=f"name{number}") for number in range(11)]
    assert TOO_MANY in said[10]
    assert "do not belong together" in attempt(Client(), "a guess", name="name12", address="192.0.2.2")


def test_behind_a_proxy_its_own_word_for_the_address_counts(person, settings):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    for number in range(10):
        client = Client(headers={"X-Forwarded-For": f"10.0.0.{number}, 203.0.113.7"})
        attempt(client, "a guess", name=f"name{number}")
    assert TOO_MANY in attempt(Client(headers={"X-Forwarded-For": "10.9.9.9, 203.0.113.7"}), "a guess", name="x")
    assert TOO_MANY not in attempt(Client(headers={"X-Forwarded-For": "203.0.113.7, 203.0.113.8"}), "a guess", name="x")


def test_too_many_requests_say_when_to_come_back(person):
    for _number in range(30):
        Client().post("/accounts/login/", {"login": "", "password": ""})
    answer = Client().post("/accounts/login/", {"login": "", "password": ""})
    assert answer.status_code == 429
    assert answer["Retry-After"] == "60"
    assert "Wait a minute" in answer.content.decode()


@pytest.fixture
def two_servers(transactional_db: None, tmp_path: Path) -> Iterator[list[str]]:
    """Two web processes on the tests' database: their addresses."""
    ports = [port for port in range(8123, 8323) if port_is_free(port)][:2]
    urls = [f"http://127.0.0.1:{port}" for port in ports]
    environment = {"DATABASE_URL": database_url(), "SITE_URL": urls[0], "DATABASE_POOL_MAX": "0"}
    servers = [
        Process("web", web_command(port), log=tmp_path / f"{port}.log", environment=environment) for port in ports
    ]
    try:
        for server in servers:
            server.start()
        for url in urls:
            assert wait_until(lambda url=url: answers(url), within=60), servers[0].log.read_text()
        yield urls
    finally:
        stop_all(servers)


def answers(url: str) -> bool:
    try:
        return bool(urllib.request.urlopen(f"{url}/accounts/login/", timeout=5).status == 200)
    except OSError:
        return False


def guess_at(url: str) -> str:
    jar = CookieJar()
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))
    token = re.search(r'csrfmiddlewaretoken" value="([^"]+)"', browser.open(f"{url}/accounts/login/").read().decode())
    assert token is not None
    given = {"csrfmiddlewaretoken": token[1], "login": "reader", "password": "a guess"}
    request = urllib.request.Request(f"{url}/accounts/login/", urllib.parse.urlencode(given).encode())
    said: str = browser.open(request).read().decode()
    return said


def test_two_processes_count_together(two_servers: list[str], person: User) -> None:
    said = [guess_at(two_servers[number % 2]) for number in range(6)]
    assert [TOO_MANY in page for page in said] == [False] * 5 + [True]
