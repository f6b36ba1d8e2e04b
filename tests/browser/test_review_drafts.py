"""What is typed on the review page is kept: offline, signed out, reloaded, twice at once."""

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import sign_in
from tests.browser.reviewing import judge, saved
from verification.models import Annotation, Judgement

pytestmark = pytest.mark.browser


def test_a_draft_survives_a_reload_at_any_moment(desk: Page):
    judge(desk)
    desk.locator("#rationale").fill("Typed a moment ago")
    desk.reload()
    expect(desk.locator("#rationale")).to_have_value("Typed a moment ago")
    expect(desk.locator("#items .item")).to_have_count(1)
    expect(desk.get_by_role("radio", name="Disputed")).to_be_checked()
    expect(desk.get_by_role("radio", name="sources conflict")).to_be_checked()
    expect(desk.locator("#kept")).to_be_hidden()


def test_words_written_offline_are_kept_said_to_be_and_sent_when_the_network_is_back(desk: Page, place: Annotation):
    desk.context.set_offline(True)
    judge(desk)
    desk.locator("#rationale").fill("Written under way")
    expect(desk.locator("#saved")).to_have_text("Offline, kept here")
    desk.context.set_offline(False)
    saved(desk)
    draft = place.draft()
    assert draft is not None
    assert draft.rationale == "Written under way"
    assert draft.evidence.count() == 1


def test_words_written_offline_survive_a_closed_tab(desk: Page, place: Annotation):
    desk.context.set_offline(True)
    judge(desk)
    desk.locator("#rationale").fill("Written under way")
    url, context = desk.url, desk.context
    desk.close()
    context.set_offline(False)
    again = context.new_page()
    again.goto(url)
    expect(again.locator("#rationale")).to_have_value("Written under way")
    expect(again.locator("#items q")).to_have_text("denied it and said that no ship had docked")
    expect(again.locator("#restored")).to_be_visible()
    saved(again)
    draft = place.draft()
    assert draft is not None
    assert draft.evidence.get().stance == "contradicts"


def test_words_written_while_signed_out_are_kept_and_sent_after_signing_in_again(desk: Page, live_server, place):
    desk.context.clear_cookies()
    desk.locator("#rationale").fill("Still here")
    expect(desk.locator("#saved")).to_contain_text("You are signed out", timeout=8000)
    sign_in(desk.context, live_server.url, place.person)
    with desk.context.expect_page() as opened:
        desk.get_by_role("link", name="Sign in in a new tab").click()
    opened.value.goto(live_server.url)  # brings a new token, as signing in does
    expect(desk.locator("#saved")).to_have_text(re.compile("^Saved"), timeout=20000)
    assert place.draft().rationale == "Still here"


def test_a_judgement_sent_while_signed_out_is_whole_in_a_new_tab_and_is_sent_again_at_once(
    desk: Page, live_server, place: Annotation
):
    url = desk.url
    desk.context.clear_cookies()
    judge(desk)
    desk.locator("#rationale").fill("The dockers deny it.")
    desk.get_by_role("radio", name="certain", exact=True).check()
    desk.get_by_role("button", name="Submit and next").click()
    expect(desk.get_by_label("Verdict", exact=True)).to_have_value("Disputed")
    expect(desk.get_by_label("Reason", exact=True)).to_have_value("sources conflict")
    expect(desk.get_by_label("Piece of evidence 1: What it does to the claim")).to_have_value("contradicts")
    sign_in(desk.context, live_server.url, place.person)
    other = desk.context.new_page()
    other.goto(url)
    expect(other.get_by_role("radio", name="Disputed")).to_be_checked()
    expect(other.get_by_label("sources conflict")).to_be_checked()
    expect(other.get_by_role("radio", name="certain", exact=True)).to_be_checked()
    expect(other.locator("#rationale")).to_have_value("The dockers deny it.")
    expect(other.locator("#items q")).to_have_text("denied it and said that no ship had docked")
    expect(other.locator("#restored")).to_be_visible()
    desk.get_by_role("button", name="Send it again").click()
    expect(desk.locator(".messages")).to_contain_text("Your last claim is submitted.")
    frozen = place.latest()
    assert frozen is not None
    assert (frozen.verdict, frozen.confidence, frozen.evidence.count()) == ("disputed", "certain", 1)


@pytest.mark.parametrize("wait", [True, False])
def test_a_reload_after_just_typing_says_nothing_of_restoring(desk: Page, wait: bool):
    judge(desk)
    desk.get_by_role("radio", name="Supported").check()
    desk.locator("#searches summary").click()
    desk.get_by_role("button", name="Add a search").click()
    desk.keyboard.type("port register ")
    desk.locator("#rationale").fill("Only typed. \n")
    if wait:
        saved(desk)
    desk.reload()
    expect(desk.locator("#rationale")).to_have_value("Only typed. \n")
    expect(desk.locator("#restored")).to_be_hidden()
    expect(desk.locator("#kept")).to_be_hidden()


def test_a_double_click_on_submit_submits_once(desk: Page, place: Annotation):
    judge(desk)
    expect(desk.locator("#rule")).to_have_text("Ready to submit.", timeout=8000)
    desk.get_by_role("button", name="Submit and next").dblclick()
    desk.wait_for_url(lambda url: not url.endswith(f"/{place.pk}/"))
    assert Judgement.objects.submitted().count() == 1
    assert Annotation.objects.filter(person=place.person).count() == 2


def test_a_refused_submit_keeps_every_word_and_puts_the_person_before_what_is_missing(desk: Page, place: Annotation):
    judge(desk)
    desk.get_by_role("radio", name="contradicted", exact=True).check()
    desk.locator("#rationale").fill("Only the dockers say so.")
    desk.keyboard.press("Control+Enter")
    expect(desk.locator("#refusal")).to_be_focused()
    expect(desk.locator("#refusal")).to_contain_text("Contradicted needs evidence")
    expect(desk.locator("#rationale")).to_have_value("Only the dockers say so.")
    expect(desk.locator("#items q")).to_have_text("denied it and said that no ship had docked")
    desk.get_by_role("radio", name="sources conflict").check()
    desk.get_by_role("button", name="Submit and next").click()
    desk.wait_for_url(lambda url: not url.endswith(f"/{place.pk}/"))
    assert place.latest().reason == "conflicting_sources"


def test_what_was_submitted_in_another_tab_is_said_and_the_words_stay(desk: Page, place: Annotation):
    other = desk.context.new_page()
    other.goto(desk.url)
    judge(other)
    expect(other.locator("#rule")).to_have_text("Ready to submit.", timeout=8000)
    other.keyboard.press("Control+Enter")
    other.wait_for_url(lambda url: not url.endswith(f"/{place.pk}/"))
    expect(desk.locator(".messages")).to_contain_text("Submitted or skipped in another tab.")
    expect(desk.get_by_role("link", name="To the next claim")).to_have_attribute("href", urlsplit(other.url).path)
    desk.locator("#rationale").fill("A late thought")
    expect(desk.locator("#saved")).to_contain_text("written for an earlier revision", timeout=8000)
    expect(desk.locator("#rationale")).to_have_value("A late thought")


def test_what_is_written_in_one_tab_shows_in_the_other_and_is_not_written_over(desk: Page, place: Annotation):
    other = desk.context.new_page()
    other.goto(desk.url)
    desk.locator("#rationale").fill("Written in the first tab")
    expect(other.locator("#rationale")).to_have_value("Written in the first tab")
    saved(desk)
    other.keyboard.press("2")
    saved(other)
    expect(desk.get_by_role("radio", name="Disputed")).to_be_checked()
    draft = place.draft()
    assert draft is not None
    assert (draft.rationale, draft.verdict) == ("Written in the first tab", "disputed")


def test_evidence_that_comes_from_another_tab_looks_like_its_stance(desk: Page):
    other = desk.context.new_page()
    other.goto(desk.url)
    desk.keyboard.press("e")
    desk.keyboard.press("d")
    edge = "item => getComputedStyle(item).borderInlineStartColor"
    expect(other.locator("#items .item.contradicts")).to_have_count(1, timeout=8000)
    assert other.locator("#items .item").evaluate(edge) == desk.locator("#items .item").evaluate(edge)


def test_after_a_refused_submit_marks_go_as_things_are_mended_and_a_reload_shows_the_draft(desk: Page):
    judge(desk)
    desk.get_by_role("radio", name="Supported").check()
    desk.keyboard.press("Control+Enter")
    expect(desk.locator("#refusal")).to_contain_text("Choose the reason")
    desk.get_by_role("radio", name="fully", exact=True).check()
    expect(desk.locator("#refusal")).not_to_contain_text("Choose the reason", timeout=8000)
    expect(desk.locator("#refusal")).to_contain_text("Supported needs evidence")
    desk.get_by_role("radio", name="Disputed").check()
    desk.get_by_label("sources conflict").check()
    expect(desk.locator("#refusal")).to_have_count(0, timeout=8000)
    desk.reload()
    expect(desk.get_by_label("sources conflict")).to_be_checked()
    expect(desk.locator("#rule")).to_have_text("Ready to submit.")


def test_a_submit_waits_for_the_save_before_it_and_its_marks_stay(desk: Page, place: Annotation):
    held, submitted = [], []

    def hold(route):
        if "do=save" in (route.request.post_data or "") and not held:
            return held.append(route)
        if "do=submit" in (route.request.post_data or ""):
            submitted.append(route)
        return route.fallback()

    desk.route(f"**/review/{place.pk}/", hold)
    with desk.expect_request(lambda sent: "do=save" in (sent.post_data or "")):
        judge(desk)
    desk.get_by_role("radio", name="Supported").check()
    desk.keyboard.press("Control+Enter")
    desk.wait_for_timeout(300)
    assert submitted == []
    held[0].continue_()
    expect(desk.locator("#refusal")).to_contain_text("Choose the reason")
    desk.wait_for_timeout(300)
    expect(desk.locator("#refusal")).to_contain_text("Choose the reason")
    draft = place.draft()
    assert draft is not None
    assert draft.verdict == "supported"


def test_a_refused_submit_is_one_request_and_its_errors_lead_to_their_fields_without_a_reload(desk: Page):
    judge(desk)
    desk.get_by_role("radio", name="Supported").check()
    expect(desk.locator("#saved")).to_have_text(re.compile("^Saved"), timeout=8000)
    desk.evaluate("window.isSamePage = true")
    submitted, documents = [], []
    desk.on("request", lambda sent: submitted.append(sent) if "do=submit" in (sent.post_data or "") else None)
    desk.on("request", lambda sent: documents.append(sent) if sent.is_navigation_request() else None)
    desk.keyboard.press("Control+Enter")
    expect(desk.locator("#refusal")).to_be_focused()
    expect(desk.get_by_text("Choose the reason for your verdict.").filter(visible=True)).to_have_count(2)
    desk.keyboard.press("Tab")
    desk.keyboard.press("Enter")
    wanted = desk.get_by_role("radio", name="fully", exact=True)
    expect(wanted).to_be_focused()
    below = wanted.evaluate(
        "it => document.querySelector('.foot').getBoundingClientRect().top - it.getBoundingClientRect().bottom"
    )
    assert below > 0
    expect(desk.locator("#refusal")).to_be_visible()
    assert desk.evaluate("window.isSamePage")
    assert (len(submitted), documents) == (1, [])
    desk.keyboard.press("u")
    expect(desk.locator("#saved")).to_have_text("Undone.")
    expect(desk.get_by_role("radio", name="sources conflict")).to_be_checked()
    desk.locator("#rationale").fill("And typed on.")
    saved(desk)
    desk.reload()
    expect(desk.locator("#rationale")).to_have_value("And typed on.")
    expect(desk.locator("#kept")).to_be_hidden()


def test_a_way_within_the_page_reloads_nothing(desk: Page):
    desk.evaluate("window.isSamePage = true")
    desk.get_by_role("link", name="in the text").click()
    desk.go_back()
    desk.wait_for_timeout(500)
    assert desk.evaluate("window.isSamePage")


def test_a_search_without_its_outcome_is_named_and_the_way_leads_to_it(desk: Page):
    desk.get_by_role("radio", name="Unverified").check()
    desk.get_by_label("no evidence found").check()
    desk.get_by_role("button", name="Add a search").click()
    desk.get_by_label("Where").fill("The port's register")
    desk.get_by_label("For what").fill("reopened")
    desk.get_by_role("button", name="Submit and next").click()
    desk.locator("#refusal").get_by_role("link", name="Say what came of search 1.").click()
    expect(desk.get_by_label("What came of it")).to_be_focused()
    desk.keyboard.type("nothing")
    expect(desk.locator("#refusal")).to_have_count(0, timeout=8000)
    saved(desk)
    desk.reload()
    expect(desk.get_by_label("What came of it")).to_have_value("nothing")
    expect(desk.locator("#kept")).to_be_hidden()


def test_words_that_differ_are_told_before_they_are_used(desk: Page, place: Annotation):
    desk.locator("#rationale").fill("Kept in this browser")
    desk.evaluate("""() => {
        const form = document.getElementById("judgement");
        const key = `attest:${form.dataset.person}:${form.dataset.annotation}:1`;
        const pairs = [["verdict", "disputed"], ["rationale", "Kept in this browser"]];
        const held = { at: Date.now() - 60000, base: "2020-01-01T00:00:00Z", pairs };
        addEventListener("pagehide", () => localStorage.setItem(key, JSON.stringify(held)));
    }""")
    desk.locator("#rationale").fill("On the server")
    saved(desk)
    desk.reload()
    expect(desk.locator("#kept")).to_be_visible()
    expect(desk.locator("#kept li")).to_have_text(["Disputed", "Kept in this browser"])
    desk.get_by_role("button", name="Use them").click()
    expect(desk.locator("#rationale")).to_have_value("Kept in this browser")


def test_what_is_missing_never_contradicts_what_is_chosen_though_there_is_no_network(desk: Page):
    expect(desk.locator("#rule")).to_contain_text("Choose a verdict")
    expect(desk.locator("#saved")).to_have_text("")
    desk.context.set_offline(True)
    desk.get_by_role("radio", name="Unverified").check()
    expect(desk.locator("#rule")).to_have_text("Choose the reason for your verdict.")
    desk.get_by_label("too little evidence").check()
    expect(desk.locator("#rule")).to_have_text("Not checked while offline.")
    desk.context.set_offline(False)
    expect(desk.locator("#rule")).to_have_text(
        "Too little evidence needs at least one item: show what there is.", timeout=8000
    )


def test_what_is_missing_is_told_in_the_other_tab_too(desk: Page):
    other = desk.context.new_page()
    other.goto(desk.url)
    desk.get_by_role("radio", name="Unverified").check()
    expect(other.locator("#rule")).to_have_text("Choose the reason for your verdict.", timeout=8000)
    desk.get_by_label("too little evidence").check()
    needs = "Too little evidence needs at least one item: show what there is."
    expect(other.locator("#rule")).to_have_text(needs, timeout=8000)
