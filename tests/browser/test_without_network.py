"""Judging while the network is gone: nothing is lost, nothing doubled, and one goes on."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import TEXT, sign_in
from tests.browser.reviewing import judge
from tests.conftest import wait_until
from tests.factories import ClaimFactory
from verification.models import Annotation, Judgement

pytestmark = pytest.mark.browser
SENT = "Sent: your judgement of “The harbour was reopened on Monday.”"


@pytest.fixture
def place(place: Annotation) -> Annotation:
    """The place, and four claims more than the one that its article has besides."""
    for number in range(4):
        start = TEXT.index("Traders") + 3 * number
        ClaimFactory(
            article=place.claim.article, start=start, end=start + 9, statement=f"Number {number}.", check_worthiness=0.1
        )
    return place


def at_hand(page: Page, number: int) -> None:
    expect(page.locator("body")).to_have_attribute("data-at-hand", str(number), timeout=8000)


def judge_quickly(page: Page, words: str) -> str:
    """Submits the claim in sight, and gives its statement."""
    statement = page.locator("h1").inner_text()
    page.keyboard.press("3")
    page.get_by_label("the claim is ambiguous").check()
    page.locator("#rationale").fill(words)
    page.keyboard.press("Control+Enter")
    return statement


def test_five_claims_judged_without_a_network_all_arrive_once(desk: Page, place: Annotation):
    at_hand(desk, 5)
    desk.context.set_offline(True)
    judge(desk)
    desk.keyboard.press("Control+Enter")
    expect(desk.locator("h1")).to_have_text("Another one.")
    expect(desk.locator("#searches [data-count]")).to_have_text("0")  # the row for pages without a script is not there
    expect(desk.locator("#outbox")).to_contain_text("wait: 1")
    for number in range(4):
        before = judge_quickly(desk, f"What is meant is open, {number}.")
        expect(desk.locator("h1")).not_to_have_text(before)
    expect(desk.locator("#outbox")).to_contain_text("wait: 5")
    assert Judgement.objects.submitted().count() == 0
    desk.context.set_offline(False)
    expect(desk.locator("#outbox")).to_have_text("All that waited here is sent.", timeout=15000)
    frozen = Judgement.objects.submitted().order_by("annotation_id")
    assert [(judgement.verdict, judgement.rationale) for judgement in frozen] == [
        ("disputed", ""),
        *[("unverified", f"What is meant is open, {number}.") for number in range(4)],
    ]
    judge_quickly(desk, "The network is back.")
    desk.wait_for_url(re.compile(r"//[^/]+/$"))
    assert Judgement.objects.submitted().count() == 6


def test_what_waits_is_sent_by_any_page_once_there_is_a_network_again(desk: Page, place: Annotation, live_server):
    at_hand(desk, 5)
    desk.context.set_offline(True)
    judge(desk)
    desk.keyboard.press("Control+Enter")
    expect(desk.locator("#outbox")).to_contain_text("wait: 1")
    desk.keyboard.press("x")
    desk.get_by_label("not a claim").check()
    desk.get_by_role("button", name="Skip the claim").click()
    expect(desk.locator("#outbox")).to_contain_text("wait: 2")
    context = desk.context
    desk.close()
    context.set_offline(False)
    home = context.new_page()
    home.goto(live_server.url)
    expect(home.locator("#outbox p").first).to_have_text(SENT, timeout=15000)
    expect(home.locator("#outbox p").last).to_have_text("Sent: your skip of “Another one.”")
    assert Judgement.objects.submitted().get().annotation == place
    assert Annotation.objects.skipped().get().skip_reason == "not_a_claim"


def test_the_last_claim_at_hand_waits_and_leads_on_when_it_has_arrived(desk: Page, place: Annotation, settings):
    desk.context.set_offline(True)  # before anything is held
    judge(desk)
    desk.keyboard.press("Control+Enter")
    expect(desk.locator("#saved")).to_contain_text("no further claim is at hand")
    desk.context.set_offline(False)
    expect(desk.locator("h1")).to_have_text("Another one.", timeout=15000)
    assert Judgement.objects.submitted().count() == 1


def test_a_place_that_is_lost_meanwhile_is_said_and_its_words_are_kept(desk: Page, place: Annotation):
    at_hand(desk, 5)
    desk.context.set_offline(True)
    judge(desk)
    desk.locator("#rationale").fill("Too late.")
    desk.keyboard.press("Control+Enter")
    expect(desk.locator("#outbox")).to_contain_text("wait: 1")
    claim = place.claim
    claim.withdrawn_at, claim.withdrawn_by, claim.withdrawn_why = place.started_at, place.person, "Twice."
    claim.save()
    desk.context.set_offline(False)
    expect(desk.locator("#outbox")).to_contain_text("Not counted: “The harbour was reopened on Monday.”", timeout=15000)
    expect(desk.locator("#outbox")).to_contain_text("This claim was withdrawn.")
    desk.get_by_role("link", name="Open the claim").click()
    expect(desk.locator("#rationale")).to_have_value("Too late.")
    desk.get_by_role("button", name="I have seen it").click()
    expect(desk.locator("#outbox")).to_be_hidden()


def test_a_submit_that_was_taken_but_not_answered_is_no_second_judgement(desk: Page, place: Annotation, live_server):
    at_hand(desk, 5)
    lost = []

    def lose(route):
        if "do=submit" in (route.request.post_data or "") and not lost:
            lost.append(route.fetch())  # it arrives, and its answer does not
            return route.abort()
        return route.fallback()

    desk.route(f"**/review/{place.pk}/", lose)
    judge(desk)
    desk.keyboard.press("Control+Enter")
    expect(desk.locator("h1")).to_have_text("Another one.")
    expect(desk.locator("#outbox")).to_have_text(SENT, timeout=15000)
    assert lost[0].status == 200
    assert wait_until(lambda: Judgement.objects.submitted().count() == 1)


def test_what_needs_the_server_stays_open_with_its_words(desk: Page, place: Annotation):
    desk.context.set_offline(True)
    desk.keyboard.press("t")
    words = desk.locator("#flag textarea")
    words.fill("Which of the two?")
    desk.locator("#flag .primary").click()
    expect(desk.locator("#flag")).to_contain_text("No answer from the server")
    expect(words).to_have_value("Which of the two?")


def test_the_page_asks_for_little(live_server, browser, place: Annotation):
    context = browser.new_context()
    sign_in(context, live_server.url, place.person)
    page = context.new_page()
    answers = []
    page.on("response", lambda answer: answers.append(answer))
    page.goto(f"{live_server.url}/review/{place.pk}/", wait_until="load")
    sizes = {answer.url: len(answer.body()) for answer in answers}
    assert len(sizes) <= 8
    assert sum(sizes.values()) <= 150_000
    context.close()


@pytest.mark.parametrize("width", [700, 1280, 1700])
def test_what_is_submitted_just_after_is_said_beside_what_was_sent(desk: Page, place: Annotation, width: int):
    desk.set_viewport_size({"width": width, "height": 900})
    at_hand(desk, 5)
    desk.context.set_offline(True)
    judge(desk)
    desk.keyboard.press("Control+Enter")
    expect(desk.locator("#outbox")).to_contain_text("wait: 1")
    desk.context.set_offline(False)
    expect(desk.locator("#outbox")).to_have_text(SENT, timeout=15000)
    before = judge_quickly(desk, "The network is back.")
    expect(desk.locator("h1")).not_to_have_text(before)
    expect(desk.locator("#main > .messages")).to_contain_text("Your last claim is submitted.")
    boxes = [desk.locator(part).bounding_box() for part in ("#main > .messages", "#outbox", ".claim")]
    edges = [(box["y"], box["y"] + box["height"]) for box in boxes if box]
    assert len(edges) == 3
    assert edges[0][1] <= edges[1][0]
    assert edges[1][1] <= edges[2][0]
