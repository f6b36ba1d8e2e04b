"""The first day of an installation, by pages alone: from nothing to the first claim before an invited annotator."""

from __future__ import annotations

import re
from io import StringIO

import pytest
from django.core.management import call_command
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.conftest import fits, no_barriers, sign_in
from tests.factories import PASSWORD, GuidelineFactory, ProjectFactory, member
from verification.actions.projects import add_guideline
from verification.jobs import extract, read
from verification.models import Article
from verification.vocabulary import Role

pytestmark = pytest.mark.browser

TEXT = "Forty soldiers were killed in the northern village on Monday, the ministry said. No one could verify it."


def is_good(page: Page) -> None:
    no_barriers(page)
    assert fits(page), page.url


def newcomer(browser: Browser, link: str, name: str) -> Page:
    """Somebody in a browser of their own who opens an invitation and makes an account."""
    page = browser.new_page(reduced_motion="reduce")
    page.goto(link)
    is_good(page)
    page.get_by_label("User name").fill(name)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_label("The same password again").fill(PASSWORD)
    page.get_by_role("button", name="Make my account and join").click()
    expect(page.get_by_text("Welcome.")).to_be_visible()
    return page


def invite(page: Page, *roles: str) -> str:
    """The link that the page of a project's people shows for somebody with these roles."""
    page.get_by_role("link", name="People", exact=True).click()
    page.get_by_role("link", name="Invite somebody").click()
    is_good(page)
    by_link = page.get_by_role("region", name="By a link")
    for role in ("annotator", "adjudicator", "curator", "researcher"):
        by_link.get_by_label(f"{role}: ").set_checked(role in roles)
    by_link.get_by_role("button", name="Make the link").click()
    is_good(page)
    return page.get_by_label("Link", exact=True).input_value()


def test_from_an_empty_installation_to_the_first_claim_of_an_invited_annotator(live_server, browser, settings):
    settings.SITE_URL = live_server.url
    out = StringIO()
    call_command("invite_administrator", "--if-none", stdout=out)

    # An administrator comes in and makes a project.
    admin = newcomer(browser, out.getvalue().split("\n")[1], "keeper")
    is_good(admin)
    admin.get_by_role("link", name="Create the first project").click()
    is_good(admin)
    admin.get_by_label("Name", exact=True).fill("Northern reports")
    expect(admin.get_by_label("Short name")).to_have_value("northern-reports")
    admin.get_by_label("Judgements per claim").fill("1")
    admin.get_by_role("button", name="Create the project").click()
    expect(admin.get_by_text("Invite at least 1 annotator")).to_be_visible()
    is_good(admin)

    # A curator comes in, pastes an article, and invites an annotator.
    curator = newcomer(browser, invite(admin, "curator"), "leader")
    is_good(curator)
    curator.locator(".first-steps").get_by_role("link", name="Add articles").click()
    curator.get_by_label("Text", exact=True).fill(TEXT)
    curator.get_by_role("button", name="Add the text").click()
    article = Article.objects.get()
    if article.text is None:
        read.run(article.pk)
    extract.run(article.pk)
    link = invite(curator, "annotator")
    curator.get_by_role("link", name="To the people").click()
    expect(curator.get_by_role("button", name="Revoke")).to_have_count(1)
    is_good(curator)

    # The annotator comes in and has a claim to judge.
    annotator = newcomer(browser, link, "reader")
    is_good(annotator)
    annotator.get_by_role("button", name="Next claim").click()
    expect(annotator.locator("#statement")).to_contain_text("killed")

    # The link is spent; the curator sees who is here.
    visitor = browser.new_page()
    visitor.goto(link)
    expect(visitor.get_by_role("heading", name="This invitation does not work")).to_be_visible()
    is_good(visitor)
    curator.reload()
    expect(curator.get_by_role("row", name=re.compile("reader"))).to_contain_text("annotator")
    for page in (admin, curator, annotator, visitor):
        page.close()


def test_the_pages_of_a_curator_have_no_barriers(live_server, look: BrowserContext):
    project = ProjectFactory(name="گزارش‌های مرز", slug="border", guideline=None)
    GuidelineFactory(project=project, text="# قاعده‌ها\n\nبه یک منبع نگاه کن.")
    add_guideline(project, text="# قاعده‌ها\n\nبه دو منبع نگاه کن.", note="پس از هفتهٔ نخست", by=None)
    curator, other = member(project, Role.CURATOR, username="leader"), member(project, username="reader-" + "x" * 40)
    sign_in(look, live_server.url, curator)
    page = look.new_page()
    for path in ("settings/", "guideline/", "guideline/1/", "guideline/compare/", "guideline/write/", "people/"):
        page.goto(f"{live_server.url}/p/border/{path}")
        is_good(page)
    page.goto(f"{live_server.url}/p/border/people/{other.pk}/")
    is_good(page)
    page.goto(f"{live_server.url}/p/border/guideline/write/")
    page.get_by_role("button", name="Look at it first").click()
    expect(page.get_by_role("heading", name="How it will look")).to_be_visible()
    is_good(page)
    page.goto(f"{live_server.url}/p/border/settings/")
    page.get_by_label("Skip limit").fill("99")
    page.get_by_role("button", name="Save the settings").click()
    expect(page.get_by_role("alert")).to_be_visible()
    is_good(page)


def test_without_scripts_the_link_can_be_selected_and_with_them_it_is_copied(live_server, browser: Browser):
    curator = member(ProjectFactory(slug="border"), Role.CURATOR)
    for scripts in (False, True):
        context = browser.new_context(java_script_enabled=scripts, permissions=["clipboard-read", "clipboard-write"])
        sign_in(context, live_server.url, curator)
        page = context.new_page()
        page.goto(f"{live_server.url}/p/border/people/invite/")
        page.get_by_role("checkbox", name="annotator: judges").first.check()
        page.get_by_role("button", name="Make the link").click()
        link = page.get_by_label("Link", exact=True)
        expect(link).to_have_attribute("readonly", "")
        button = page.get_by_role("button", name="Copy the link")
        if not scripts:
            expect(button).to_be_hidden()
        else:
            button.click()
            expect(page.get_by_text("Copied")).to_be_visible()
            assert page.evaluate("navigator.clipboard.readText()") == link.input_value()
        context.close()
