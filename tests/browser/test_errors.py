"""What goes wrong in a real browser: nothing typed is lost, and whatever cannot be loaded says so."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import fits, sign_in
from tests.factories import ArticleFactory, ClaimFactory, ProjectFactory, member
from verification.models import Claim, Project
from verification.vocabulary import ArticleState, Role

pytestmark = pytest.mark.browser
WORDS = "It repeats another claim,\nword for word."


@pytest.fixture
def claim(transactional_db: None) -> Claim:
    return ClaimFactory(article__project=ProjectFactory())


def test_words_typed_before_the_session_ended_are_sent_after_signing_in_again(
    live_server, look, claim: Claim, has_no_barriers
):
    curator = member(claim.project, Role.CURATOR)
    sign_in(look, live_server.url, curator)
    page: Page = look.new_page()
    page.set_default_timeout(8000)
    page.goto(f"{live_server.url}/p/{claim.project.slug}/claims/{claim.pk}/")
    page.locator("#main [name=why]").fill(WORDS)
    look.clear_cookies(name="sessionid")
    page.get_by_role("button", name="Withdraw", exact=True).click()
    expect(page.get_by_role("heading", name="You are signed out")).to_be_visible()
    expect(page.locator("textarea[readonly]")).to_have_value(WORDS)
    has_no_barriers(page)
    assert fits(page)
    sign_in(look, live_server.url, curator)
    page.get_by_role("button", name="Send it again").click()
    if page.get_by_role("heading", name="This form has expired").is_visible():
        has_no_barriers(page)
        page.get_by_role("button", name="Send it again").click()
    page.wait_for_url(f"**/claims/{claim.pk}/")
    claim.refresh_from_db()
    assert (claim.withdrawn_why or "").replace("\r\n", "\n") == WORDS


def test_an_expired_form_is_sent_again_with_one_press(live_server, page: Page, context, claim: Claim):
    sign_in(context, live_server.url, member(claim.project, Role.CURATOR))
    page.goto(f"{live_server.url}/p/{claim.project.slug}/claims/{claim.pk}/")
    page.locator("#main [name=why]").fill(WORDS)
    context.clear_cookies(name="csrftoken")
    page.get_by_role("button", name="Withdraw", exact=True).click()
    expect(page.get_by_role("heading", name="This form has expired")).to_be_visible()
    page.get_by_role("button", name="Send it again").click()
    page.wait_for_url(f"**/claims/{claim.pk}/")
    claim.refresh_from_db()
    assert claim.withdrawn_at is not None


def test_a_list_that_cannot_be_loaded_anew_says_so_until_it_can(live_server, page: Page, context):
    project: Project = ProjectFactory()
    ArticleFactory(project=project, text=None, state=ArticleState.RECEIVED)
    sign_in(context, live_server.url, member(project, Role.CURATOR))
    page.goto(f"{live_server.url}/p/{project.slug}/articles/")
    trouble = page.locator("#trouble")
    expect(trouble).to_be_hidden()
    of_the_list = lambda request: request.headers.get("hx-request") == "true"  # noqa: E731
    page.route("**/*", lambda route: route.abort() if of_the_list(route.request) else route.continue_())
    expect(trouble).to_contain_text("cannot be reached", timeout=20_000)
    page.unroute("**/*")
    sentence = "Too many attempts in a short time."
    page.route(
        "**/*",
        lambda route: (
            route.fulfill(status=429, content_type="text/plain", body=sentence)
            if of_the_list(route.request)
            else route.continue_()
        ),
    )
    expect(trouble).to_have_text(sentence, timeout=20_000)
    page.unroute("**/*")
    expect(trouble).to_be_hidden(timeout=20_000)
