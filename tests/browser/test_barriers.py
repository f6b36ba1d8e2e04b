"""Nobody is kept out: axe finds nothing, in light and dark and on a phone; nothing runs off the side."""

import pytest

from tests.browser.conftest import fits, sign_in
from tests.browser.pictures import shoot

pytestmark = pytest.mark.browser


def test_the_sign_in_page(live_server, look, has_no_barriers):
    page = look.new_page()
    page.goto(f"{live_server.url}/accounts/login/")
    has_no_barriers(page)
    assert fits(page)


def test_home(live_server, look, place, has_no_barriers):
    sign_in(look, live_server.url, place.person)
    page = look.new_page()
    page.goto(live_server.url)
    has_no_barriers(page)
    assert fits(page)


def test_the_review_page_with_evidence_of_each_kind_and_a_refusal(live_server, look, place, has_no_barriers):
    sign_in(look, live_server.url, place.person)
    page = look.new_page()
    page.goto(f"{live_server.url}/review/{place.pk}/")
    has_no_barriers(page)
    page.keyboard.press("e")
    page.keyboard.press("l")
    page.keyboard.type("https://archive.example/1")
    page.locator("#items .warning").wait_for()
    page.locator("#items details summary").first.click()
    page.locator("[name=verdict][value=disputed]").check(force=True)
    page.locator("#searches summary").click()
    page.get_by_role("button", name="Add a search").click()
    has_no_barriers(page)
    assert fits(page)
    page.get_by_role("button", name="Submit and next").click()
    page.locator("#refusal").wait_for()
    has_no_barriers(page)


@pytest.mark.parametrize("name", ["keys", "skip", "add-claim", "find", "guideline"])
def test_each_dialog_of_the_review_page(live_server, look, place, has_no_barriers, name):
    sign_in(look, live_server.url, place.person)
    page = look.new_page()
    page.goto(f"{live_server.url}/review/{place.pk}/")
    page.keyboard.press({"keys": "?", "skip": "x", "add-claim": "a", "find": "/", "guideline": "g"}[name])
    page.locator(f"dialog#{name}").wait_for()
    has_no_barriers(page)


def test_a_persian_article(live_server, look, persian_place, has_no_barriers):
    sign_in(look, live_server.url, persian_place.person)
    page = look.new_page()
    page.goto(f"{live_server.url}/review/{persian_place.pk}/")
    has_no_barriers(page)
    assert fits(page)


def test_the_page_of_the_api(live_server, look, transactional_db, has_no_barriers):
    page = look.new_page()
    page.goto(f"{live_server.url}/api/docs/")
    assert fits(page)
    for summary in page.locator("details > summary").all()[:4]:
        summary.click()
    # It is long, and looked at once: with some of it open and the rest closed.
    assert page.locator("details:not([open])").count() > 4
    has_no_barriers(page)
    shoot(page, "api")
