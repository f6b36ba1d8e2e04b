"""Accounts in a real browser: passkeys, two-factor, and what a sign-out leaves behind."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from django.core.cache import cache
from playwright.sync_api import BrowserContext, Page, expect

from tests.annotate.views.people import code_of
from tests.browser.conftest import fits
from tests.browser.pictures import shoot
from tests.factories import PASSWORD, ProjectFactory, UserFactory, member
from verification.actions.tokens import issue_token
from verification.actions.users import recover
from verification.models import User
from verification.vocabulary import Role

pytestmark = pytest.mark.browser


@pytest.fixture
def person(transactional_db: None) -> User:
    cache.clear()
    made: User = UserFactory(username="reader")
    return made


@pytest.fixture
def quiet(page: Page) -> Iterator[Page]:
    """A page; what the browser complains of fails the test."""
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    yield page
    assert complaints == []


@pytest.fixture
def key(context: BrowserContext, page: Page) -> None:
    """A device that keeps passkeys and always finds the right finger."""
    devices = context.new_cdp_session(page)
    devices.send("WebAuthn.enable")
    options = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True}
    options |= {"isUserVerified": True, "automaticPresenceSimulation": True}
    devices.send("WebAuthn.addVirtualAuthenticator", {"options": options})


def sign_in(page: Page, url: str, name: str = "reader", password: str = PASSWORD) -> None:
    page.goto(f"{url}/accounts/login/")
    page.fill("input[name=login]", name)
    page.fill("input[name=password]", password)
    with page.expect_navigation():
        page.get_by_role("button", name="Sign in", exact=True).click()


def confirm(page: Page) -> None:
    page.fill("input[name=password]", PASSWORD)
    with page.expect_navigation():
        page.get_by_role("button", name="Go on").click()


def test_somebody_signs_in_with_a_passkey_alone(live_server, quiet: Page, person: User, key: None) -> None:
    page = quiet
    sign_in(page, live_server.url)
    page.goto(f"{live_server.url}/account/")
    page.get_by_role("link", name="Add a passkey").click()
    confirm(page)
    page.get_by_label("Name").fill("My laptop")
    page.get_by_role("button", name="Add the passkey").click()
    page.get_by_role("heading", name="Recovery codes").wait_for()
    assert page.locator(".codes li").count() == 10
    page.get_by_role("link", name="I have kept them").click()
    expect(page.get_by_text("My laptop").first).to_be_visible()
    page.get_by_role("banner").get_by_role("button", name="Sign out").click()
    page.get_by_role("button", name="Sign in with a passkey").click()
    page.wait_for_url(f"{live_server.url}/")
    assert page.get_by_role("banner").get_by_text("reader").is_visible()


def test_a_passkey_is_the_second_step_after_the_password(live_server, quiet: Page, person: User, key: None) -> None:
    page = quiet
    sign_in(page, live_server.url)
    page.goto(f"{live_server.url}/accounts/passkeys/add/")
    confirm(page)
    page.get_by_label("Sign in with it alone").uncheck()
    page.get_by_role("button", name="Add the passkey").click()
    page.get_by_role("link", name="I have kept them").click()
    page.get_by_role("banner").get_by_role("button", name="Sign out").click()
    sign_in(page, live_server.url)
    page.get_by_role("button", name="Use a passkey instead").click()
    page.wait_for_url(f"{live_server.url}/")


def test_a_browser_without_the_passkey_is_told_in_words(live_server, quiet: Page, person: User, key: None) -> None:
    quiet.goto(f"{live_server.url}/accounts/login/")
    quiet.get_by_role("button", name="Sign in with a passkey").click()
    expect(quiet.get_by_text("No passkey of this site answered")).to_be_visible()


def test_an_app_is_turned_on_by_its_picture_and_asked_for(live_server, quiet: Page, person: User) -> None:
    page = quiet
    sign_in(page, live_server.url)
    page.goto(f"{live_server.url}/accounts/two-factor/app/on/")
    confirm(page)
    picture = page.locator(".qr svg").bounding_box()
    assert picture is not None
    assert 150 < picture["width"] == picture["height"]
    page.get_by_text("Or type the key into it").click()
    secret = page.locator(".key").inner_text()
    page.get_by_label("Authenticator code").fill(code_of(secret))
    page.get_by_role("button", name="Turn two-factor on").click()
    codes = page.locator(".codes li").all_inner_texts()
    page.get_by_role("banner").get_by_role("button", name="Sign out").click()
    sign_in(page, live_server.url)
    page.get_by_label("Code").fill(codes[3])
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.wait_for_url(f"{live_server.url}/")


def test_after_signing_out_nothing_private_comes_back(live_server, quiet: Page, person: User) -> None:
    page = quiet
    sign_in(page, live_server.url)
    page.goto(f"{live_server.url}/account/")
    page.get_by_role("banner").get_by_role("button", name="Sign out").click()
    page.wait_for_url(f"{live_server.url}/accounts/login/")
    page.go_back()
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()
    assert page.get_by_text("Where you are signed in").count() == 0


def test_what_was_typed_outlives_a_session_that_ended(live_server, page: Page, context: BrowserContext) -> None:
    cache.clear()
    project = ProjectFactory()
    person = member(project, Role.CURATOR)
    sign_in(page, live_server.url, name=person.username)
    page.goto(f"{live_server.url}/p/{project.slug}/articles/add/")
    page.get_by_label("Title").fill("The harbour")
    page.locator("[name=text]").fill("It took an hour to type this.")
    context.clear_cookies(name="sessionid")
    page.get_by_role("button", name="Add the text").click()
    expect(page.get_by_role("heading", name="You are signed out")).to_be_visible()
    with context.expect_page() as opened:
        page.get_by_role("link", name="Sign in in a new tab").click()
    sign_in(opened.value, live_server.url, name=person.username)
    opened.value.wait_for_url(f"{live_server.url}/")
    page.go_back()
    assert page.locator("[name=text]").input_value() == "It took an hour to type this."


PAGES = [
    "account/",
    "accounts/password/change/",
    "accounts/passkeys/add/",
    "accounts/two-factor/app/on/",
    "accounts/two-factor/app/off/",
    "accounts/two-factor/codes/",
    "accounts/two-factor/codes/new/",
    "accounts/sign-on/",
    "accounts/logout/",
]


def test_no_page_of_an_account_has_a_barrier(
    live_server, look: BrowserContext, person: User, has_no_barriers: Callable[[Page], None]
) -> None:
    page = look.new_page()

    def good(name: str, says: str = "") -> None:
        """`says`: words of the page that a click leads to. Without them the page before it would be looked at."""
        if says:
            page.get_by_text(says).first.wait_for()
        shoot(page, re.sub(r"\W+", "-", name).strip("-"))
        has_no_barriers(page)
        assert fits(page)

    issue_token(person, name="notebook on a laptop", by=None)
    link = recover(UserFactory(username="forgetful"), by=UserFactory(is_superuser=True, username="administrator"))
    page.goto(f"{live_server.url}/accounts/password/reset/")
    good("forgot")
    page.goto(f"{live_server.url}/{link.split('/', 3)[3]}")
    good("choose password")
    page.get_by_label("New password").fill("short")
    page.get_by_label("The same again").fill("short")
    page.get_by_role("button", name="Set the password").click()
    good("choose password refused", "This password is too short")
    page.goto(f"{live_server.url}/accounts/password/reset/1-nothing/")
    good("used up")
    sign_in(page, live_server.url)
    page.goto(f"{live_server.url}/account/")
    page.get_by_label("What it is for").fill("a script")
    page.get_by_role("button", name="Make a token").click()
    good("is it you", "Is it you?")
    confirm(page)
    good("new token", "Copy it now")
    page.goto(f"{live_server.url}/accounts/two-factor/app/on/")
    good("turn on")
    page.get_by_text("Or type the key into it").click()
    secret = page.locator(".key").inner_text()
    page.get_by_label("Authenticator code").fill(code_of(secret))
    page.get_by_role("button", name="Turn two-factor on").click()
    page.locator(".codes").wait_for()
    good("codes shown")
    for path in PAGES:
        page.goto(f"{live_server.url}/{path}")
        good(path)
    page.get_by_role("main").get_by_role("button", name="Sign out").click()
    page.wait_for_url(f"{live_server.url}/accounts/login/")
    sign_in(page, live_server.url)
    page.get_by_role("heading", name="The second step").wait_for()
    good("second step")
