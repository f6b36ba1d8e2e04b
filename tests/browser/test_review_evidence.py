"""Evidence and missed claims from the words of an article, in a real browser."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import TEXT, sign_in
from tests.browser.pictures import shoot
from tests.browser.reviewing import saved, select
from tests.conftest import wait_until
from tests.factories import ArticleFactory, ClaimFactory, JudgementFactory, LinkSnapshotFactory
from tests.verification.conftest import LINK, SUPPORTED
from verification.actions.annotations import submit
from verification.models import Annotation, Claim, Evidence

pytestmark = pytest.mark.browser


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
    expect(desk.locator("#saved")).to_contain_text("Select words in the article first, then press “Selected words”.")


def test_the_server_asks_beside_the_item_and_a_word_sets_it_aside(desk: Page):
    desk.keyboard.press("l")
    desk.keyboard.type("https://archive.example/1")
    note = desk.locator("#items .warning")
    expect(note).to_contain_text("Its date is not known", timeout=8000)
    note.get_by_role("textbox").fill("The archive dates nothing.")
    saved(desk)
    wait_until(lambda: Evidence.objects.get().dismissed.exists())
    assert Evidence.objects.get().dismissed.get().word == "The archive dates nothing."


def test_pressing_e_with_nothing_left_to_take_says_what_to_do(desk: Page):
    for _passage in range(desk.locator("[data-take]").count()):
        desk.keyboard.press("e")
    expect(desk.locator("[data-take]:enabled")).to_have_count(0)
    saved(desk)
    desk.keyboard.press("e")
    expect(desk.locator("#saved")).to_contain_text("No marked passage is left to take")


def test_the_evidence_of_a_resolved_claim_is_taken_with_the_same_key_and_once(
    desk: Page, place: Annotation, has_no_barriers
):
    settled = ClaimFactory(article=place.claim.article, places=1, statement="The harbour is open.")
    judging = JudgementFactory(annotation__claim=settled).annotation
    change = SUPPORTED | {"evidence": [LINK | {"outlet": "The port", "published_on": "2026-11-20"}]}
    item = submit(judging, change=change, by=judging.person).evidence.get()
    Annotation.objects.filter(pk=place.pk).update(shown_evidence=[item.pk])
    desk.reload()
    expect(desk.locator(".bearing")).to_contain_text("evidence of the resolved claim The harbour is open.")
    has_no_barriers(desk)
    for _suggestion in ("the passage", "the link"):
        desk.keyboard.press("e")
    expect(desk.locator("[data-take]:enabled")).to_have_count(0)
    saved(desk)
    taken = Evidence.objects.get(judgement__annotation=place, kind="link")
    assert (taken.url, taken.quote, taken.outlet, str(taken.published_on)) == (
        item.url, item.quote, "The port", "2026-11-20",
    )  # fmt: skip
    assert taken.stance is None


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


def test_what_a_search_finds_is_marked_in_the_article_and_ways_lead_back(desk: Page, place: Annotation):
    text = "\n\n".join(["The weather stayed mild. " * 20] * 20 + ["Three ships are listed in the ledger."])
    ArticleFactory(project=place.claim.project, title="The register", text=text)
    desk.keyboard.press("/")
    desk.keyboard.type("ledger")
    desk.keyboard.press("Enter")
    expect(desk.locator("#found .around")).to_contain_text("Three ships are listed in the ledger.")
    desk.get_by_role("link", name="The register").click()
    expect(desk.locator("#found .prose mark.found")).to_be_in_viewport()
    shoot(desk, "a hit in another article")
    back = desk.get_by_role("link", name="Back to the search")
    expect(back).to_be_in_viewport()  # however far down the hit stands
    back.click()
    expect(desk.locator("#found .around mark")).to_have_text("ledger")
    desk.get_by_role("button", name="Back to the claim").click()
    expect(desk.locator("#find")).to_be_hidden()
    expect(desk.locator("h1")).to_be_in_viewport()


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


def test_no_evidence_found_shows_where_searches_are_written_down(desk: Page, place: Annotation):
    desk.keyboard.press("3")
    desk.get_by_label("no evidence found").check()
    expect(desk.get_by_role("button", name="Add a search")).to_be_visible()


def test_a_search_of_the_articles_is_written_down_at_once(desk: Page, place: Annotation):
    desk.keyboard.press("/")
    desk.keyboard.type("zeppelin")
    desk.keyboard.press("Enter")
    expect(desk.locator("#found")).to_contain_text("No article of this project")
    expect(desk.locator("#find [type=search]")).to_be_focused()  # for other words
    desk.get_by_role("button", name="Write this search down").click()
    expect(desk.get_by_label("What came of it")).to_be_focused()
    saved(desk)
    search = place.judgements.get().searches.get()
    assert (search.where, search.query) == ("the articles of this project", "zeppelin")
    assert search.outcome == "nothing found"


def test_what_removes_a_passage_covers_none_of_its_words(desk: Page, place: Annotation):
    desk.keyboard.press("e")
    item = desk.locator("#items .item").first
    item.locator(".quote").evaluate("quote => { quote.dir = 'rtl'; quote.textContent = 'وزارت دفاع '.repeat(30); }")
    words, button = item.locator(".quote").bounding_box(), item.locator(".remove").bounding_box()
    assert words is not None
    assert button is not None
    assert words["x"] + words["width"] <= button["x"] + 4


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (1366, 650)])
def test_with_a_piece_of_evidence_the_verdict_stays_at_hand_and_the_button_stands_still(
    desk: Page, width: int, height: int
):
    desk.set_viewport_size({"width": width, "height": height})
    submit = desk.get_by_role("button", name="Submit and next")
    stood = submit.bounding_box()
    desk.keyboard.press("e")
    desk.keyboard.press("d")
    desk.keyboard.press("2")
    item = desk.locator("#items .item")
    expect(item.locator(".brief")).to_contain_text("contradicts · this article")
    expect(desk.get_by_role("radio", name="Disputed")).to_be_in_viewport()
    last = desk.get_by_role("radio", name="did not say it").bounding_box()
    foot = desk.locator(".foot").bounding_box()
    assert last is not None
    assert foot is not None
    assert last["y"] + last["height"] < foot["y"]
    desk.keyboard.press("4")
    expect(desk.locator("#rule")).to_contain_text("Contradicted needs evidence against the claim", timeout=8000)
    assert desk.locator(".rule").evaluate("it => it.scrollHeight <= it.clientHeight + 1")
    assert submit.bounding_box() == stood
    desk.keyboard.press("c")
    expect(item.get_by_role("radio", name="gives context")).to_be_focused()
    expect(item.locator(".brief")).to_be_hidden()
    desk.keyboard.press("w")
    item.get_by_role("button", name="Edit").click()
    expect(item.get_by_role("radio", name="gives context")).to_be_focused()


def test_an_address_without_its_scheme_is_one_on_the_web(desk: Page, place: Annotation):
    desk.keyboard.press("l")
    desk.keyboard.type("apnews.com/article/kenya")
    desk.keyboard.press("Enter")
    expect(desk.locator("#items input[type=url]")).to_have_value("https://apnews.com/article/kenya")
    desk.get_by_label("What it says, word for word").fill("It is open.")
    saved(desk)
    assert place.draft().evidence.get().url == "https://apnews.com/article/kenya"


def test_a_page_that_could_not_be_retrieved_is_said_once_on_the_folded_piece_of_evidence_and_is_no_refusal(
    desk: Page, place: Annotation
):
    desk.keyboard.press("l")
    desk.keyboard.type("https://nowhere.example/")
    desk.get_by_role("radio", name="supports").check()
    saved(desk)
    LinkSnapshotFactory(annotation=place, url="https://nowhere.example/", state="failed", failure="No such host.")
    desk.reload()
    item = desk.locator("#items .item")
    expect(item.locator(".brief")).to_contain_text("https://nowhere.example/")
    told = item.get_by_text("Not retrieved: No such host. Look whether the address").filter(visible=True)
    expect(told).to_have_count(1)
    expect(item.locator(".error").filter(visible=True)).to_have_count(0)  # nothing is wrong with the form
    expect(item.get_by_label("Address")).to_be_hidden()


def test_a_folded_address_reads_from_left_to_right_among_persian_words(live_server, context, page: Page, persian_place):
    sign_in(context, live_server.url, persian_place.person)
    page.set_extra_http_headers({"Accept-Language": "fa"})
    page.goto(f"{live_server.url}/review/{persian_place.pk}/")
    page.keyboard.press("l")
    page.keyboard.type("https://port.example/")
    page.locator("#items [name$='-stance'][value=supports]").check()
    page.get_by_role("heading", level=1).click()
    brief = page.locator("#items [data-brief]")
    expect(brief).to_contain_text("https://port.example/")
    shoot(page, "folded address")
    assert page.evaluate("document.documentElement.dir") == "rtl"
    # The address begins on the left, with its scheme.
    assert brief.evaluate("""brief => {
        const text = brief.querySelector("bdi").firstChild, range = document.createRange();
        const at = (place) => {
            range.setStart(text, place);
            range.setEnd(text, place + 1);
            return range.getBoundingClientRect().x;
        };
        return at(0) < at(5) && at(5) < at(text.length - 1);
    }""")


def test_reasons_and_types_of_source_say_what_they_mean_where_they_are_chosen(desk: Page, has_no_barriers):
    desk.keyboard.press("e")
    source = desk.get_by_label("Source", exact=True)
    expect(source).to_have_accessible_description("")
    source.select_option("official body")
    expect(source).to_have_accessible_description(re.compile("^A public body that is no party"))
    desk.get_by_role("radio", name="Unverified").check()
    meant = desk.get_by_text("You found something, but too little to tell.").filter(visible=True)
    expect(meant).to_have_count(0)
    reason = desk.get_by_role("radio", name="too little evidence")
    expect(reason).to_have_accessible_description("You found something, but too little to tell.")
    reason.check()
    expect(meant).to_have_count(1)
    expect(desk.get_by_role("group", name="How sure (optional)")).to_be_visible()
    has_no_barriers(desk)
    desk.keyboard.press("g")
    with desk.expect_popup() as opened:
        desk.get_by_role("link", name="What the reasons and the types of source mean").click()
    expect(opened.value.get_by_text("A news agency, wherever its report ran.")).to_be_visible()


def test_on_a_phone_the_claim_stays_in_sight_beside_its_judgement(live_server, browser, place: Annotation):
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True)
    sign_in(context, live_server.url, place.person)
    page = context.new_page()
    page.goto(f"{live_server.url}/review/{place.pk}/")
    page.get_by_label("Why, in a sentence or two").focus()
    line = page.locator(".of a")
    expect(line).to_be_in_viewport()
    expect(page.locator("h1")).not_to_be_in_viewport()
    line.tap()
    expect(page.locator("h1")).to_be_in_viewport()
    context.close()


def test_sentences_are_marked_and_taken_by_keyboard_alone(desk: Page, place: Annotation):
    desk.keyboard.press("j")
    expect(desk.locator("#saved")).to_contain_text("Marked: “🚢🚢 The harbour was reopened on Monday")
    for _sentence in range(5):
        desk.keyboard.press("j")
    desk.keyboard.press("k")
    desk.keyboard.press("k")
    desk.keyboard.press("k")
    desk.keyboard.press("Shift+J")
    desk.keyboard.press("s")
    desk.keyboard.press("d")
    saved(desk)
    taken = place.draft().evidence.get()
    assert taken.stance == "contradicts"
    assert taken.quote == TEXT[taken.start : taken.end]
    assert taken.quote.startswith("A spokesman for the dockers denied it")
    assert taken.quote.endswith("\n\nNeither account could be verified.")


def test_sentences_of_persian_are_marked_with_a_persian_keyboard(live_server, context, page: Page, persian_place):
    sign_in(context, live_server.url, persian_place.person)
    page.goto(f"{live_server.url}/review/{persian_place.pk}/")
    press = "key => document.body.dispatchEvent(new KeyboardEvent('keydown', {...key, bubbles: true}))"
    page.evaluate(press, {"key": "ت", "code": "KeyJ"})
    page.evaluate(press, {"key": "ـ", "code": "KeyJ", "shiftKey": True})
    page.evaluate(press, {"key": "س", "code": "KeyS"})
    page.keyboard.press("d")
    saved(page)
    taken = persian_place.draft().evidence.get()
    assert taken.quote.startswith("اداره بندر گفت")
    assert taken.quote.endswith("پهلو نگرفت.")


def test_a_key_that_can_do_nothing_says_why(desk: Page, place: Annotation):
    place.claim.bearings.all().delete()
    desk.reload()
    desk.keyboard.press("e")
    expect(desk.locator("#saved")).to_contain_text("No passage bears on this claim.")
    expect(desk.locator("#saved")).to_contain_text("press “j” to mark a sentence")
    desk.keyboard.press("d")
    expect(desk.locator("#saved")).to_contain_text("There is no evidence yet")
    desk.keyboard.press("4")
    expect(desk.locator("#saved")).to_contain_text("Choose a verdict first")
    desk.keyboard.press("1")
    desk.keyboard.press("7")
    expect(desk.locator("#saved")).to_contain_text("The verdict has fewer reasons than that")
    desk.keyboard.press("?")
    expect(desk.locator("#keys")).to_contain_text("mark the next or the previous sentence of the article")
