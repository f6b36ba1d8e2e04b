"""Articles, claims and releases in a browser: selecting words, news by themselves, and no barriers."""

from __future__ import annotations

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, BrowserContext, FilePayload, Page, expect

from tests.annotate.views.people import judged_alike
from tests.browser.conftest import PERSIAN, TEXT, fits, sign_in
from tests.factories import (
    ArticleFactory,
    AttributionFactory,
    BearingFactory,
    BundleFactory,
    ClaimFactory,
    OriginalFactory,
    PublicationFactory,
    UploadFactory,
    member,
)
from verification.jobs import extract, release
from verification.models import Article, Claim, Project, Release, User
from verification.vocabulary import ArticleState, BundleState, Role

pytestmark = pytest.mark.browser

MISSED = "Pilots were back"


@pytest.fixture
def article(transactional_db: None) -> Article:
    """A done article with two claims, one of them resolved."""
    made: Article = PublicationFactory(article__text=TEXT, article__title="The harbour opens").article
    start = TEXT.index("The harbour was reopened")
    claim = ClaimFactory(article=made, start=start, statement="The harbour was reopened.", topics=["governance"])
    AttributionFactory(claim=claim)
    BearingFactory(claim=claim, start=TEXT.index("denied it"), end=TEXT.index("since Friday"))
    return made


@pytest.fixture
def curator(article: Article) -> User:
    return member(article.project, Role.CURATOR)


@pytest.fixture
def desk(live_server, context: BrowserContext, page: Page, article: Article, curator: User) -> Page:
    sign_in(context, live_server.url, curator)
    page.goto(f"{live_server.url}/p/{article.project.slug}/articles/{article.pk}/")
    return page


def select(page: Page, words: str) -> None:
    """Selects words in the article as a mouse would."""
    page.evaluate(
        """words => {
            for (const segment of document.querySelectorAll("[data-article] [data-start]")) {
                const at = segment.firstChild.data.indexOf(words);
                if (at < 0) continue;
                const range = document.createRange();
                range.setStart(segment.firstChild, at);
                range.setEnd(segment.firstChild, at + words.length);
                getSelection().removeAllRanges();
                getSelection().addRange(range);
                return;
            }
            throw new Error("not there: " + words);
        }""",
        words,
    )


def test_selected_words_become_a_claim_at_their_place(desk: Page, article: Article):
    select(desk, MISSED)
    desk.keyboard.press("a")
    expect(desk.locator("#id_quote")).to_have_value(MISSED)
    expect(desk.locator("#id_statement")).to_be_focused()
    desk.keyboard.type("The pilots of the harbour were back.")
    desk.get_by_role("button", name="Add the claim").click()
    expect(desk.locator("h1")).to_have_text("The pilots of the harbour were back.")
    claim = Claim.objects.get(statement="The pilots of the harbour were back.")
    assert TEXT[claim.start : claim.end] == MISSED


def test_without_a_selection_it_says_what_to_do(desk: Page):
    desk.get_by_text("Add a claim that was missed").click()
    desk.get_by_role("button", name="Take the selected words").click()
    expect(desk.get_by_text("Select words in the article first.")).to_be_visible()


def test_a_claim_in_the_margin_leads_to_its_words(desk: Page):
    desk.get_by_role("link", name="in the text").first.click()
    expect(desk.locator(".anchor:target + mark")).to_be_in_viewport()


def test_a_claim_stands_beside_its_words_and_lights_them(desk: Page):
    claim, words = desk.locator(".margin > li").first, desk.locator(".anchor + mark").first
    assert abs(claim.bounding_box()["y"] - words.bounding_box()["y"]) < 40
    claim.hover()
    expect(words).to_have_class("other lit")
    desk.set_viewport_size({"width": 390, "height": 844})
    expect(desk.locator(".margin.aligned")).to_have_count(0)
    assert claim.bounding_box()["y"] > desk.locator("#article-text").bounding_box()["y"]


def test_the_page_of_an_article_shows_its_claims_by_itself_when_they_are_there(
    live_server, context: BrowserContext, page: Page, article: Article, curator: User
):
    waiting = ArticleFactory(
        project=article.project,
        text="Forty soldiers were killed in the northern village on Monday, the ministry said.",
        state=ArticleState.EXTRACTING,
        queued_at=timezone.now(),
    )
    sign_in(context, live_server.url, curator)
    page.goto(f"{live_server.url}/p/{article.project.slug}/articles/{waiting.pk}/")
    expect(page.get_by_text("read, waiting for a worker")).to_be_visible()
    expect(page.get_by_text("No worker answers")).to_be_visible()
    extract.run(waiting.pk)
    expect(page.locator(".margin > li").first).to_be_visible(timeout=10_000)
    assert page.locator("#article-state[hx-get]").count() == 0


def test_the_list_follows_what_is_under_way(
    live_server, context: BrowserContext, page: Page, article: Article, curator: User
):
    original = OriginalFactory(article__project=article.project, article__title="")
    sign_in(context, live_server.url, curator)
    page.goto(f"{live_server.url}/p/{article.project.slug}/articles/")
    expect(page.get_by_text("1 article is waiting for a worker.")).to_be_visible()
    Article.objects.filter(pk=original.article_id).update(
        state=ArticleState.FAILED, failure="There is no text in it. Check the file."
    )
    expect(page.get_by_text("There is no text in it.")).to_be_visible(timeout=10_000)
    assert page.locator("#articles[hx-get]").count() == 0


def written_release(project: Project) -> Release:
    now = timezone.now()
    made = Release.objects.create(
        project=project, requested_at=now, queued_at=now, requested_by=member(project, Role.RESEARCHER)
    )
    release.run(made.pk)
    return made


def test_no_page_of_a_project_has_barriers(
    live_server, look: BrowserContext, article: Article, curator: User, has_no_barriers, settings, tmp_path
):
    settings.RELEASES_DIR = tmp_path
    project = article.project
    resolved, *_people = judged_alike(project, check_worthiness=0.99)
    failed = OriginalFactory(article__project=project, article__title="").article
    Article.objects.filter(pk=failed.pk).update(state=ArticleState.FAILED, failure="There is no text in it.")
    OriginalFactory(article__project=project, article__title="")
    made = written_release(project)
    sign_in(look, live_server.url, curator)
    page = look.new_page()
    for path in (
        "articles/",
        "articles/?state=merged",
        "articles/add/",
        f"articles/{article.pk}/",
        f"articles/{article.pk}/details/",
        f"articles/{article.pk}/correct/",
        f"articles/{failed.pk}/",
        "claims/",
        "claims/?q=nowhere",
        f"claims/{resolved.pk}/",
        "releases/",
        f"releases/{made.pk}/",
    ):
        page.goto(f"{live_server.url}/p/{project.slug}/{path}")
        for summary in page.locator("main summary").all():
            summary.click()
        has_no_barriers(page)
        assert fits(page), path


def test_a_persian_article_reads_from_the_right_and_has_no_barriers(
    live_server, look: BrowserContext, article: Article, curator: User, has_no_barriers
):
    persian = ArticleFactory(project=article.project, text=PERSIAN, language="fa", title="بازگشایی بندر")
    claim = ClaimFactory(article=persian, start=0, end=30, statement="بازرگانان یک هفته چشم‌به‌راه بودند.")
    sign_in(look, live_server.url, curator)
    page = look.new_page()
    for path in (f"articles/{persian.pk}/", f"claims/{claim.pk}/", "claims/"):
        page.goto(f"{live_server.url}/p/{article.project.slug}/{path}")
        has_no_barriers(page)
        assert fits(page)
        if path != "claims/":
            assert page.locator(".prose p").first.evaluate("node => getComputedStyle(node).direction") == "rtl"


def chosen(*names: str, content: bytes = b"A ferry sank.") -> list[FilePayload]:
    return [{"name": name, "mimeType": "text/plain", "buffer": content + name.encode()} for name in names]


@pytest.fixture
def adding(live_server, context: BrowserContext, page: Page, article: Article, curator: User) -> Page:
    sign_in(context, live_server.url, curator)
    page.goto(f"{live_server.url}/p/{article.project.slug}/articles/add/")
    return page


def test_many_files_are_sent_one_by_one_and_one_that_is_refused_stops_no_other(adding: Page, article: Article):
    names = [f"file {number}.txt" for number in range(30)]
    adding.set_input_files("#files", [*chosen(*names), {"name": "empty.txt", "mimeType": "text/plain", "buffer": b""}])
    expect(adding.get_by_text("31 files chosen.")).to_be_visible()
    adding.get_by_role("button", name="Add the files").click()
    adding.wait_for_url("**/uploads/*/", timeout=20_000)
    expect(adding.get_by_role("heading", name="What became of your files")).to_be_visible()
    expect(adding.get_by_text("31 in all")).to_be_visible()
    expect(adding.locator(".refused")).to_contain_text("empty.txt")
    assert article.project.articles.filter(upload__isnull=False).count() == 30


def test_a_network_that_dies_loses_nothing_and_the_rest_can_be_sent(adding: Page, article: Article):
    adding.evaluate("window.setTimeout = ((later) => (what, after) => later(what, after / 100))(window.setTimeout)")
    adding.route("**/files/", lambda route: route.abort())
    adding.set_input_files("#files", chosen("one.txt", "two.txt"))
    adding.get_by_role("button", name="Add the files").click()
    again = adding.get_by_role("button", name="Send the rest")
    expect(again).to_be_focused()
    expect(adding.get_by_text("2 files are not sent yet").first).to_be_visible()
    adding.unroute("**/files/")
    again.click()
    adding.wait_for_url("**/uploads/*/")
    assert article.project.articles.filter(upload__isnull=False).count() == 2


def test_files_are_dropped_on_the_page(adding: Page):
    adding.evaluate(
        """() => {
            const given = new DataTransfer();
            given.items.add(new File(["A ferry sank."], "dropped.txt"));
            const place = document.querySelector("[data-drop]");
            place.dispatchEvent(new DragEvent("drop", { dataTransfer: given, bubbles: true, cancelable: true }));
        }"""
    )
    expect(adding.get_by_text("1 file chosen.")).to_be_visible()


def test_without_scripts_the_files_go_at_once(live_server, browser: Browser, article: Article, curator: User):
    context = browser.new_context(java_script_enabled=False)
    sign_in(context, live_server.url, curator)
    page = context.new_page()
    page.goto(f"{live_server.url}/p/{article.project.slug}/articles/add/")
    expect(page.get_by_text("Without scripts, at most")).to_be_visible()
    page.set_input_files("#files", chosen("one.txt", "two.txt"))
    page.get_by_role("button", name="Add the files").click()
    expect(page.get_by_role("heading", name="What became of your files")).to_be_visible()
    expect(page.locator("tbody tr")).to_have_count(2)
    context.close()


def test_a_refused_form_and_what_became_of_files_have_no_barriers(
    live_server, look: BrowserContext, article: Article, curator: User, has_no_barriers
):
    sign_in(look, live_server.url, curator)
    page = look.new_page()
    page.goto(f"{live_server.url}/p/{article.project.slug}/articles/add/")
    page.get_by_role("button", name="Add the text").click()
    expect(page.get_by_role("alert")).to_be_visible()
    has_no_barriers(page)
    assert fits(page)
    page.evaluate("document.querySelector('[data-sending]').hidden = false")
    has_no_barriers(page)
    upload = UploadFactory(project=article.project, by=curator, refused=[{"name": "a.txt", "why": "It is empty."}])
    BundleFactory(upload=upload, state=BundleState.FAILED, failure="It is cut off.")
    bundle = BundleFactory(upload=upload, state=BundleState.DONE, parts=1)
    ArticleFactory(project=article.project, upload=upload, bundle=bundle, part="row 1")
    original = OriginalFactory(article__project=article.project, article__upload=upload, name="x" * 150 + ".txt")
    Article.objects.filter(pk=original.article_id).update(state=ArticleState.FAILED, failure="There is no text in it.")
    for path in (f"uploads/{upload.pk}/", "uploads/"):
        page.goto(f"{live_server.url}/p/{article.project.slug}/{path}")
        has_no_barriers(page)
        assert fits(page), path
