"""Lists from the keyboard: from row to row, to the search, to the next page and back."""

from __future__ import annotations

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import sign_in
from tests.factories import ArticleFactory, ClaimFactory, ProjectFactory, member
from verification.vocabulary import Role

pytestmark = pytest.mark.browser


def test_rows_and_pages_are_reached_by_keys_which_do_nothing_while_somebody_types(
    live_server, context: BrowserContext, page: Page, transactional_db: None
):
    project = ProjectFactory()
    article = ArticleFactory(project=project)
    for number in range(60):
        ClaimFactory(project=project, article=article, statement=f"Ship {number} docked.")
    sign_in(context, live_server.url, member(project, Role.ANNOTATOR))
    page.goto(f"{live_server.url}/p/{project.slug}/claims/")

    def row(number: int):
        return page.get_by_role("link", name=f"Ship {number} docked.", exact=True)

    page.keyboard.press("j")
    expect(row(59)).to_be_focused()
    page.keyboard.press("j")
    expect(row(58)).to_be_focused()
    page.keyboard.press("k")
    expect(row(59)).to_be_focused()
    page.keyboard.press("n")
    expect(row(34)).to_be_visible()
    page.keyboard.press("p")
    expect(row(59)).to_be_visible()
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.type("jkn 7")
    expect(page.get_by_role("searchbox")).to_have_value("jkn 7")
    expect(row(59)).to_be_visible()
    page.get_by_role("searchbox").fill("")
    row(59).focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Ship 59 docked.")).to_be_visible()
