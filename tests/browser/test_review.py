"""The review page in a real browser: by keyboard, offline, twice at once, and with no script at all."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import TEXT, sign_in
from tests.conftest import wait_until
from tests.factories import ArticleFactory
from verification.actions.preferences import set_preferences
from verification.models import Annotation, Claim, Evidence, Judgement

pytestmark = pytest.mark.browser

SELECT = """([from, to]) => {
  const find = (words) => {
    for (const segment of document.querySelectorAll("[data-article] [data-start]")) {
      const at = segment.firstChild.data.indexOf(words);
      if (at >= 0) return [segment.firstChild, at];
    }
  };
  const range = document.createRange();
  const [first, start] = find(from), [last, end] = find(to);
  range.setStart(first, start);
  range.setEnd(last, end + to.length);
  document.getSelection().removeAllRanges();
  document.getSelection().addRange(range);
}"""


def select(page: Page, first: str, last: str | None = None) -> None:
    page.evaluate(SELECT, [first, last or first])
    page.wait_for_timeout(50)  # the browser tells of a selection a moment later


def out_of_the_fields(page: Page) -> None:
    page.evaluate("document.activeElement.blur()")


def saved(page: Page) -> None:
    expect(page.locator("#saved")).to_have_text(re.compile(r"^Saved"), timeout=8000)


def judge(page: Page) -> None:
    """By keyboard alone: the suggested passage contradicts, so sources conflict."""
    page.keyboard.press("e")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("2")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")


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
    expect(desk.locator(".messages")).to_contain_text("Submitted.")


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


def test_selected_words_become_evidence_at_the_right_code_points(desk: Page, place: Annotation):
    select(desk, "Pilots were back")
    desk.keyboard.press("s")
    expect(desk.locator("#items q")).to_have_text("Pilots were back")
    saved(desk)
    item = Evidence.objects.get()
    assert (item.start, item.quote) == (TEXT.index("Pilots"), "Pilots were back")


def test_a_selection_over_marks_paragraphs_and_emoji_is_the_text_between(desk: Page):
    select(desk, "on Monday", "🌊 since")
    desk.get_by_role("button", name="Selected words").click()
    saved(desk)
    item = Evidence.objects.get()
    end = TEXT.index("🌊 since") + len("🌊 since")
    assert (item.start, item.end) == (TEXT.index("on Monday"), end)
    assert item.quote == TEXT[item.start : item.end]


def test_persian_words_become_evidence_at_the_right_code_points(live_server, context, page: Page, persian_place):
    sign_in(context, live_server.url, persian_place.person)
    page.goto(f"{live_server.url}/review/{persian_place.pk}/")
    select(page, "کشتی‌ای پهلو")
    page.keyboard.press("s")
    saved(page)
    assert Evidence.objects.get().quote == "کشتی‌ای پهلو"
    direction = "element => getComputedStyle(element).direction"
    assert page.locator("#this-claim").evaluate(direction) == "rtl"
    assert page.locator("h1").evaluate(direction) == "rtl"


def test_pressing_s_with_nothing_selected_says_what_to_do(desk: Page):
    desk.keyboard.press("s")
    expect(desk.locator("#saved")).to_have_text("Select words in the article first, then press “Selected words”.")


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


def test_the_server_asks_beside_the_item_and_a_word_sets_it_aside(desk: Page):
    desk.keyboard.press("l")
    desk.keyboard.type("https://archive.example/1")
    note = desk.locator("#items .warning")
    expect(note).to_contain_text("Its date is not known", timeout=8000)
    note.get_by_role("textbox").fill("The archive dates nothing.")
    saved(desk)
    wait_until(lambda: Evidence.objects.get().dismissed.exists())
    assert Evidence.objects.get().dismissed.get().word == "The archive dates nothing."


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
    expect(desk.locator(".messages")).to_contain_text("Submitted.")
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


def test_pressing_e_with_nothing_left_to_take_says_what_to_do(desk: Page):
    for _passage in range(desk.locator("[data-take]").count()):
        desk.keyboard.press("e")
    expect(desk.locator("[data-take]:enabled")).to_have_count(0)
    saved(desk)
    desk.keyboard.press("e")
    expect(desk.locator("#saved")).to_contain_text("No marked passage is left to take")


def test_a_passage_of_another_article_is_found_read_and_taken(desk: Page, place: Annotation):
    text = "🚢 Three ships are listed. None left."
    other = ArticleFactory(project=place.claim.project, title="The register", text=text)
    desk.keyboard.press("/")
    desk.keyboard.type("register")
    desk.keyboard.press("Enter")
    desk.get_by_role("link", name="The register").click()
    expect(desk.get_by_role("heading", name="The register")).to_be_visible()
    select(desk, "Three ships are listed")
    desk.keyboard.press("s")
    expect(desk.locator("#items .where")).to_have_text("The register")
    saved(desk)
    item = Evidence.objects.get()
    assert (item.article, item.start, item.quote) == (other, 2, "Three ships are listed")


def test_a_missed_claim_is_added_from_the_selected_words(desk: Page, place: Annotation):
    select(desk, "Pilots were back")
    desk.keyboard.press("a")
    expect(desk.get_by_label("Its exact words in this article")).to_have_value("Pilots were back")
    desk.get_by_role("button", name="Add the claim").click()
    expect(desk.locator("#saved")).to_contain_text("Added to the queue")
    added = Claim.objects.get(origin_person=place.person)
    assert (added.start, added.quote) == (TEXT.index("Pilots"), "Pilots were back")


def test_a_missed_claim_is_added_from_another_article_which_stays_open(desk: Page, place: Annotation):
    other = ArticleFactory(
        project=place.claim.project, title="The register", text="🚢 Three ships are listed. None left."
    )
    desk.keyboard.press("/")
    desk.keyboard.type("register")
    desk.keyboard.press("Enter")
    desk.get_by_role("link", name="The register").click()
    expect(desk.get_by_role("heading", name="The register")).to_be_visible()
    select(desk, "Three ships are listed")
    desk.keyboard.press("a")
    expect(desk.get_by_label("Its exact words in “The register”")).to_have_value("Three ships are listed")
    desk.get_by_role("button", name="Add the claim").click()
    expect(desk.locator("#add-claim")).to_be_hidden()
    added = Claim.objects.get(origin_person=place.person)
    assert (added.article, added.start, added.quote) == (other, 2, "Three ships are listed")
    select(desk, "None left")
    desk.keyboard.press("s")
    expect(desk.locator("#items q")).to_have_text("None left")


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


def test_no_evidence_found_shows_where_searches_are_written_down(desk: Page, place: Annotation):
    desk.keyboard.press("3")
    desk.get_by_label("no evidence found").check()
    expect(desk.get_by_role("button", name="Add a search")).to_be_visible()


def test_what_removes_a_passage_covers_none_of_its_words(desk: Page, place: Annotation):
    desk.keyboard.press("e")
    item = desk.locator("#items .item").first
    item.locator(".quote").evaluate("quote => { quote.dir = 'rtl'; quote.textContent = 'وزارت دفاع '.repeat(30); }")
    words, button = item.locator(".quote").bounding_box(), item.locator(".remove").bounding_box()
    assert words is not None
    assert button is not None
    assert words["x"] + words["width"] <= button["x"] + 4


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
