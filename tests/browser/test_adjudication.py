"""Adjudication in a browser: from the list to a decision, and no barriers on the way."""

from __future__ import annotations

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.annotate.views.people import judged_apart
from tests.browser.conftest import fits, sign_in
from tests.factories import ProjectFactory, member
from verification.models import Claim, Resolution, User
from verification.vocabulary import Role

pytestmark = pytest.mark.browser


@pytest.fixture
def claim(transactional_db: None) -> Claim:
    return judged_apart(ProjectFactory())[0]


@pytest.fixture
def adjudicator(claim: Claim) -> User:
    return member(claim.project, Role.ADJUDICATOR)


def test_a_claim_is_decided_from_the_list(
    live_server, context: BrowserContext, page: Page, claim: Claim, adjudicator: User
):
    sign_in(context, live_server.url, adjudicator)
    page.goto(f"{live_server.url}/p/{claim.project.slug}/adjudication/")
    page.get_by_role("link", name=claim.statement).click()
    page.locator(".decision .v.disputed").click()
    expect(page.locator(".reasons.disputed")).to_be_visible()
    expect(page.locator(".reasons.supported")).to_be_hidden()
    page.get_by_label("contradicted").check()
    page.get_by_label("What decides between the judgements").fill("The clerk saw it.")
    page.get_by_label("What made them differ").select_option("weighed_otherwise")
    page.get_by_label("Judgement B").check()
    page.get_by_label("Cite").last.check()
    page.get_by_role("button", name="Decide and next").click()
    expect(page.get_by_text("Nothing waits for you to decide.")).to_be_visible()
    resolution = Resolution.objects.get(claim=claim)
    assert (resolution.verdict, resolution.reason, resolution.rationale) == (
        "disputed",
        "contradicted",
        "The clerk saw it.",
    )
    assert resolution.judgements.get().rationale.startswith("A clerk of the quay")
    assert resolution.evidence.get().judgement == resolution.judgements.get()


def test_a_claim_is_decided_by_the_keyboard_alone(
    live_server, context: BrowserContext, page: Page, claim: Claim, adjudicator: User
):
    sign_in(context, live_server.url, adjudicator)
    page.goto(f"{live_server.url}/p/{claim.project.slug}/adjudication/{claim.pk}/")
    page.keyboard.press("2")
    page.keyboard.press("4")
    page.keyboard.press("w")
    page.keyboard.type("1: the clerk saw it.")  # what is typed into a box is no key
    page.keyboard.press("Tab")
    page.keyboard.type("Somebody missed")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_text("Nothing waits for you to decide.")).to_be_visible()
    resolution = Resolution.objects.get(claim=claim)
    assert (resolution.verdict, resolution.reason, resolution.rationale, resolution.disagreement) == (
        "disputed",
        "contradicted",
        "1: the clerk saw it.",
        "missed_evidence",
    )


def test_a_refused_decision_is_told_above_its_form_and_leads_to_what_is_missing(
    live_server, context: BrowserContext, page: Page, claim: Claim, adjudicator: User
):
    sign_in(context, live_server.url, adjudicator)
    page.goto(f"{live_server.url}/p/{claim.project.slug}/adjudication/{claim.pk}/")
    page.locator(".decision .v.disputed").click()
    page.get_by_role("button", name="Decide and next").click()
    summary = page.locator(".decision").get_by_role("alert")
    expect(summary).to_be_focused()
    expect(summary).to_be_in_viewport()
    for link, wanted in {
        "Because": page.get_by_label("contradicted"),
        "What decides between the judgements": page.get_by_label("What decides between the judgements"),
        "What made them differ": page.get_by_label("What made them differ"),
    }.items():
        summary.get_by_role("link", name=link).click()
        expect(wanted).to_be_focused()
        expect(wanted).to_be_in_viewport()


def test_a_double_click_decides_once(live_server, context: BrowserContext, page: Page, claim: Claim, adjudicator: User):
    sign_in(context, live_server.url, adjudicator)
    page.goto(f"{live_server.url}/p/{claim.project.slug}/adjudication/{claim.pk}/")
    page.locator(".decision .v.unverified").click()
    page.get_by_label("too little evidence").check()
    page.get_by_label("What decides between the judgements").fill("Neither shows enough.")
    page.get_by_label("What made them differ").select_option("weighed_otherwise")
    page.get_by_label("Judgement A").check()
    page.get_by_role("button", name="Decide and next").dblclick(no_wait_after=True)
    expect(page.get_by_role("status")).to_contain_text("ecided")
    assert Resolution.objects.filter(claim=claim).count() == 1


def test_no_page_has_barriers(live_server, look: BrowserContext, claim: Claim, adjudicator: User, has_no_barriers):
    sign_in(look, live_server.url, adjudicator)
    page = look.new_page()
    address = f"{live_server.url}/p/{claim.project.slug}/adjudication/"
    for path in ("", f"{claim.pk}/"):
        page.goto(address + path)
        has_no_barriers(page)
        assert fits(page)
    page.locator(".decision .v.supported").click()
    page.get_by_role("button", name="Decide and next").click()
    expect(page.get_by_role("alert")).to_be_visible()
    has_no_barriers(page)
    assert fits(page)
