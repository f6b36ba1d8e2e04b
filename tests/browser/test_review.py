"""The review page in a real browser: by keyboard alone, and with no script at all."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import sign_in
from tests.browser.reviewing import judge, out_of_the_fields, saved
from verification.actions.preferences import set_preferences
from verification.models import Annotation

pytestmark = pytest.mark.browser


def test_in_persian_numbers_have_one_kind_of_digits_and_an_english_claim_the_edge_of_its_page(
    live_server, context, page: Page, place: Annotation
):
    sign_in(context, live_server.url, place.person)
    page.set_extra_http_headers({"Accept-Language": "fa"})
    page.goto(f"{live_server.url}/review/{place.pk}/")
    page.locator("#rationale").fill("The dockers deny it.")
    expect(page.locator("#saved")).to_have_text(re.compile("[0-9]"), timeout=8000)
    assert re.search("[۰-۹]", page.locator("body").inner_text()) is None
    away = page.locator("h1").evaluate("""heading => {
        const range = document.createRange();
        range.selectNodeContents(heading);
        return heading.getBoundingClientRect().right - range.getBoundingClientRect().right;
    }""")
    assert page.evaluate("document.documentElement.dir") == "rtl"
    assert abs(away) < 2


def test_a_claim_is_judged_by_keyboard_alone_and_the_next_one_comes(desk: Page, place: Annotation):
    judge(desk)
    desk.keyboard.press("Tab")
    desk.keyboard.type("The dockers deny it.")
    expect(desk.locator("#rule")).to_have_text("Ready to submit.", timeout=8000)
    desk.keyboard.press("Control+Enter")
    desk.wait_for_url(lambda url: not url.endswith(f"/{place.pk}/"))
    frozen = place.latest()
    assert frozen is not None
    assert (frozen.verdict, frozen.reason, frozen.rationale) == (
        "disputed",
        "conflicting_sources",
        "The dockers deny it.",
    )
    item = frozen.evidence.get()
    assert (item.stance, item.quote) == ("contradicts", "denied it and said that no ship had docked")
    expect(desk.locator("h1")).to_have_text("Another one.")
    expect(desk.locator(".messages")).to_contain_text("Your last claim is submitted.")


def test_the_text_opens_where_the_claim_stands_with_the_claim_card_in_sight(desk: Page):
    expect(desk.locator("#this-claim")).to_be_in_viewport()
    expect(desk.locator("h1")).to_be_in_viewport()
    expect(desk.get_by_role("button", name="Submit and next")).to_be_in_viewport()


def test_the_rule_line_is_what_the_server_says(desk: Page):
    expect(desk.locator("#rule")).to_contain_text("Choose a verdict")
    desk.keyboard.press("1")
    expect(desk.locator("#rule")).to_contain_text("Choose the reason", timeout=8000)
    desk.get_by_label("fully").check()
    expect(desk.locator("#rule")).to_contain_text("Supported needs evidence that supports the claim", timeout=8000)


def test_single_keys_do_nothing_while_somebody_types_and_enter_does_not_submit(desk: Page, place: Annotation):
    desk.keyboard.press("l")
    desk.keyboard.type("https://archive.example/123xsa")
    desk.keyboard.press("Enter")
    desk.locator("#rationale").fill("")
    desk.locator("#rationale").press_sequentially("1 2 3 x a / ? e s l")
    saved(desk)
    draft = place.draft()
    assert draft is not None
    assert (draft.verdict, draft.rationale) == (None, "1 2 3 x a / ? e s l")
    assert draft.evidence.get().url == "https://archive.example/123xsa"
    assert desk.locator("dialog[open]").count() == 0


def test_every_choice_has_a_key(desk: Page, place: Annotation):
    for key in ("e", "d", "2", "5", "9", "w"):
        desk.keyboard.press(key)
    desk.keyboard.type("They deny it: 123.")
    desk.keyboard.press("Escape")
    desk.keyboard.press("0")
    desk.keyboard.press("Control+Enter")
    expect(desk.locator("h1")).to_have_text("Another one.")
    frozen = place.latest()
    assert frozen is not None
    assert (frozen.verdict, frozen.reason, frozen.confidence) == ("disputed", "conflicting_sources", "certain")
    assert (frozen.rationale, frozen.evidence.get().stance) == ("They deny it: 123.", "contradicts")


def test_what_was_taken_removed_or_chosen_is_undone_and_what_was_typed_stays(desk: Page, place: Annotation):
    judge(desk)
    desk.locator("#rationale").fill("Typed before.")
    out_of_the_fields(desk)
    desk.get_by_role("button", name="Remove this piece of evidence").click()
    desk.keyboard.press("1")
    desk.locator("#rationale").fill("Typed after.")
    out_of_the_fields(desk)
    desk.keyboard.press("u")
    expect(desk.get_by_role("radio", name="Disputed")).to_be_checked()
    expect(desk.locator("#items .item")).to_have_count(0)
    desk.get_by_role("button", name="Undo").click()
    expect(desk.locator("#items q")).to_have_text("denied it and said that no ship had docked")
    expect(desk.locator("#items [value=contradicts]")).to_be_checked()
    expect(desk.locator("#rationale")).to_have_value("Typed after.")
    saved(desk)
    draft = place.draft()
    assert draft is not None
    assert (draft.verdict, draft.reason, draft.evidence.count()) == ("disputed", "conflicting_sources", 1)


def test_a_key_leads_back_to_what_was_submitted_last_and_shows_it(desk: Page, place: Annotation):
    judge(desk)
    desk.locator("#rationale").fill("Perhaps.")
    desk.keyboard.press("Control+Enter")
    expect(desk.locator("h1")).to_have_text("Another one.")
    desk.keyboard.press("u")
    desk.wait_for_url(lambda url: url.endswith(f"/{place.pk}/"))
    desk.get_by_text("What you submitted", exact=True).click()
    expect(desk.locator(".revisions")).to_contain_text("Perhaps.")


def test_a_claim_is_skipped_with_a_reason_by_keyboard(desk: Page, place: Annotation):
    desk.keyboard.press("x")
    desk.keyboard.press("Space")
    desk.keyboard.press("Enter")
    desk.wait_for_url(lambda url: not url.endswith(f"/{place.pk}/"))
    place.refresh_from_db()
    assert place.skip_reason == "not_a_claim"


def test_a_full_judgement_without_javascript(live_server, browser: Browser, place: Annotation):
    context = browser.new_context(java_script_enabled=False)
    sign_in(context, live_server.url, place.person)
    page = context.new_page()
    page.goto(f"{live_server.url}/review/{place.pk}/")
    page.get_by_role("button", name="Take as evidence").first.click()
    page.locator("#evidence-0 label.contradicts").click()
    page.get_by_role("button", name="Link").click()
    page.locator("#evidence-1-url").fill("https://archive.example/1")
    page.locator("#evidence-1-url").press("Enter")  # saves, and never submits
    page.locator("#evidence-1 label.context").click()
    page.locator("label.disputed").click()
    page.get_by_label("sources conflict").check()
    page.get_by_label("Why, in a sentence or two").fill("The dockers deny it.")
    page.get_by_role("button", name="Submit and next").click()
    assert "Another one." in page.locator("h1").inner_text()
    frozen = place.latest()
    assert frozen is not None
    assert [item.stance for item in frozen.evidence.all()] == ["contradicts", "context"]
    context.close()


def test_keys_of_ones_own_work_in_any_alphabet_and_none_do_once_they_are_off(desk: Page, place: Annotation) -> None:
    # As a keyboard sends it on which Persian is typed: the letter in the place of g.
    desk.evaluate("document.body.dispatchEvent(new KeyboardEvent('keydown', {key: 'ل', code: 'KeyG', bubbles: true}))")
    expect(desk.get_by_role("dialog")).to_contain_text("Guideline")
    set_preferences(place.person, change={"key_map": "own", "own_keys": {"disputed": "b"}}, by=place.person)
    desk.reload()
    desk.keyboard.press("2")
    expect(desk.get_by_role("radio", name="Disputed")).not_to_be_checked()
    desk.keyboard.press("b")
    expect(desk.get_by_role("radio", name="Disputed")).to_be_checked()
    set_preferences(place.person, change={"key_map": "off"}, by=place.person)
    desk.reload()
    desk.keyboard.press("1")
    desk.keyboard.press("x")
    expect(desk.get_by_role("dialog")).to_have_count(0)
    expect(desk.get_by_role("radio", name="Supported")).not_to_be_checked()
