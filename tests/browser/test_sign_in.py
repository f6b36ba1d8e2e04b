import pytest
from playwright.sync_api import Page, expect

from tests.factories import PASSWORD, UserFactory

pytestmark = pytest.mark.browser


def test_a_person_signs_in_and_the_browser_has_nothing_to_complain_about(live_server, page: Page):
    UserFactory(username="reader")
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(f"{live_server.url}/accounts/login/")
    page.fill("input[name=login]", "reader")
    page.fill("input[name=password]", "wrong, surely")
    page.press("input[name=password]", "Enter")
    expect(page.locator("input[name=password]")).to_be_visible()
    page.fill("input[name=login]", "reader")
    page.fill("input[name=password]", PASSWORD)
    page.press("input[name=password]", "Enter")
    page.wait_for_url(lambda url: "/accounts/login/" not in url)
    assert "sessionid" in [cookie["name"] for cookie in page.context.cookies()]
    assert complaints == []
