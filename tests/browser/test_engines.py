"""Choosing what looks for claims, and reading who did, in a browser."""

from __future__ import annotations

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from pytest_django import Settings

from tests.browser.conftest import fits, sign_in
from tests.factories import ArticleFactory, ExtractionRunFactory, ProjectFactory, member
from verification.models import Project, User
from verification.vocabulary import ArticleState, Role

pytestmark = pytest.mark.browser

WHY = "The language model's server was tried 4 times; at last it answered 500."


@pytest.fixture
def project(transactional_db: None, settings: Settings) -> Project:
    settings.LANGUAGE_MODEL_URL, settings.LANGUAGE_MODEL_NAME = "https://models.example.org/v1", "small-1"
    made: Project = ProjectFactory(slug="coast")
    return made


@pytest.fixture
def curator(project: Project) -> User:
    return member(project, Role.CURATOR)


def read_by_the_rules(project: Project) -> str:
    """The address of an article for which the rules stood in, and not for the first time."""
    article = ArticleFactory(project=project, state=ArticleState.DONE)
    ExtractionRunFactory(article=article, engine="language_model", model="small-1", version="1.0", dropped_spans=2)
    ExtractionRunFactory(
        article=article, fell_back_because=WHY, requests=5, tokens_in=4512, tokens_out=800, cost="0.0123"
    )
    return f"/p/{project.slug}/articles/{article.pk}/"


def test_a_curator_chooses_the_model_and_has_it_try_again(
    live_server, context: BrowserContext, page: Page, project: Project, curator: User
) -> None:
    address = live_server.url + read_by_the_rules(project)
    sign_in(context, live_server.url, curator)
    page.goto(address)
    again = page.get_by_role("button", name="Try again with the language model")
    expect(again).to_be_disabled()
    page.goto(f"{live_server.url}/p/coast/settings/")
    page.get_by_label("What looks for claims").select_option("a language model")
    page.get_by_role("button", name="Save the settings").click()
    expect(page.get_by_text("The settings are saved")).to_be_visible()
    page.goto(address)
    again.click()
    expect(page.get_by_text("is on its way again")).to_be_visible()
    expect(again).to_have_count(0)


def test_choosing_and_reading_who_read_has_no_barriers(
    live_server, look: BrowserContext, project: Project, curator: User, has_no_barriers
) -> None:
    sign_in(look, live_server.url, curator)
    page = look.new_page()
    page.goto(f"{live_server.url}/p/coast/settings/")
    expect(page.get_by_text("models.example.org")).to_be_visible()
    assert fits(page)
    has_no_barriers(page)
    page.goto(live_server.url + read_by_the_rules(project))
    page.get_by_text("How this text was made").click()
    expect(page.get_by_text("5 requests, 4512 tokens sent, 800 answered, cost 0.0123")).to_be_visible()
    assert fits(page)
    has_no_barriers(page)
