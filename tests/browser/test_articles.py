"""Articles, claims and releases in a browser: selecting words, news by themselves, and no barriers."""

from __future__ import annotations

import pytest
from django.utils import timezone
from playwright.sync_api import BrowserContext, Page, expect

from tests.annotate.views.people import judged_alike
from tests.browser.conftest import PERSIAN, TEXT, fits, sign_in
from tests.factories import (
    ArticleFactory,
    AttributionFactory,
    BearingFactory,
    ClaimFactory,
    OriginalFactory,
    PublicationFactory,
    member,
)
from verification.jobs import extract, release
from verification.models import Article, Claim, Project, Release, User
from verification.vocabulary import ArticleState, Role

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


def test_a_refused_form_and_refused_files_have_no_barriers(
    live_server, look: BrowserContext, article: Article, curator: User, has_no_barriers
):
    sign_in(look, live_server.url, curator)
    page = look.new_page()
    page.goto(f"{live_server.url}/p/{article.project.slug}/articles/add/")
    files = [("good.txt", b"A ferry sank."), ("photo.png", b"x"), ("empty.md", b"")]
    page.set_input_files("#files", [{"name": name, "mimeType": "text/plain", "buffer": of} for name, of in files])
    page.get_by_role("button", name="Add the files").click()
    expect(page.locator(".results .refused")).to_have_count(2)
    has_no_barriers(page)
    page.get_by_role("button", name="Add the text").click()
    expect(page.get_by_role("alert")).to_be_visible()
    has_no_barriers(page)
    assert fits(page)
