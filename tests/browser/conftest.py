"""A signed-in browser, and an article with its claim to judge in it."""

from collections.abc import Callable, Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe, AxeResults
from django.conf import settings
from django.db import connection
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page

from tests.conftest import wait_until
from tests.factories import ArticleFactory, BearingFactory, ClaimFactory, PublicationFactory, member
from verification.actions.places import start_next
from verification.models import Annotation, User

# More than one screen of text, with characters outside the basic plane before what is to be selected.
TEXT = "\n\n".join(
    [
        *["Traders had waited for the harbour all week, and prices rose in the town behind it. " * 3] * 8,
        "🚢🚢 The harbour was reopened on Monday, the port authority said. 👩🏽‍✈️ Pilots were back.",
        "A spokesman for the dockers denied it and said that no ship had docked 🌊 since Friday.",
        "Neither account could be verified.",
        *["The weather stayed mild, and the ferries kept to their winter times until further notice. " * 3] * 6,
    ]
)
PERSIAN = "\n\n".join(
    [
        "بازرگانان یک هفته چشم‌به‌راه بودند و بهای کالا در شهر بالا رفت.",
        "اداره بندر گفت که بندر روز دوشنبه باز شد.",
        "سخنگوی کارگران این را رد کرد و گفت که هیچ کشتی‌ای پهلو نگرفت.",
    ]
)


@pytest.fixture(autouse=True)
def server_comes_to_rest(transactional_db: None) -> Iterator[None]:
    """A page saves on leaving: what it sent last must be answered before the tables are emptied."""
    yield
    rests = 0

    def at_rest() -> bool:
        nonlocal rests
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT count(*) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid() AND state <> 'idle'"
            )
            rests = 0 if cursor.fetchone()[0] else rests + 1
        return rests >= 4

    if not wait_until(at_rest):
        raise AssertionError("the server is still at work on a request of this test")


LOOKS = {
    "light": {"color_scheme": "light", "viewport": {"width": 1280, "height": 900}},
    "dark": {"color_scheme": "dark", "viewport": {"width": 1280, "height": 900}},
    "dark phone": {"color_scheme": "dark", "viewport": {"width": 390, "height": 844}, "has_touch": True},
    "Persian phone": {"locale": "fa-IR", "color_scheme": "dark", "viewport": {"width": 390, "height": 844}},
}


@pytest.fixture
def place(transactional_db: None) -> Annotation:
    """An annotator's place on a claim in the middle of an article, with a passage that bears on it."""
    return place_on(TEXT, "The harbour was reopened on Monday", "denied it and said that no ship had docked")


@pytest.fixture
def persian_place(transactional_db: None) -> Annotation:
    return place_on(PERSIAN, "بندر روز دوشنبه باز شد", "هیچ کشتی‌ای پهلو نگرفت", language="fa")


def place_on(text: str, claimed: str, bears: str, *, language: str = "en") -> Annotation:
    article = ArticleFactory(text=text, language=language, title=text.split("\n")[0][:60])
    PublicationFactory(article=article)
    start = text.index(claimed)
    claim = ClaimFactory(article=article, start=start, end=start + len(claimed), statement=claimed + ".")
    at = text.index(bears)
    BearingFactory(claim=claim, start=at, end=at + len(bears))
    other = text.index(text.split("\n\n")[-1])
    ClaimFactory(article=article, start=other, end=len(text), statement="Another one.", check_worthiness=0.2)
    person = member(claim.project)
    annotation = start_next(claim.project, by=person)
    if annotation is None or annotation.claim != claim:
        raise AssertionError("the claim with the highest check-worthiness comes first")
    return annotation


def sign_in(context: BrowserContext, url: str, person: User) -> None:
    client = Client()
    client.force_login(person)
    cookie = client.cookies[settings.SESSION_COOKIE_NAME]
    context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": url}])


@pytest.fixture
def desk(live_server, context: BrowserContext, page: Page, place: Annotation) -> Iterator[Page]:
    """The review page of `place`, open; a complaint of the browser fails the test."""
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda said: complaints.append(said.text) if "Content Security Policy" in said.text else None)
    sign_in(context, live_server.url, place.person)
    page.goto(f"{live_server.url}/review/{place.pk}/")
    yield page
    assert complaints == []


@pytest.fixture
def has_no_barriers() -> Callable[[Page], None]:
    """Asserts that axe finds nothing on a page."""
    return no_barriers


def no_barriers(page: Page) -> None:
    """What axe found good, or not to be told, stays in the browser: there is much of it."""
    page.evaluate(Axe().axe_script)
    found = AxeResults(page.evaluate("axe.run({resultTypes: ['violations']}).then(({violations}) => ({violations}))"))
    assert found.violations_count == 0, found.generate_report()


# What is bad in the dark, or on a phone, is so on a dark phone.
@pytest.fixture(params=["light", "dark phone"])
def look(request: pytest.FixtureRequest, browser: Browser) -> Iterator[BrowserContext]:
    """A browser at each look that a page must be good in."""
    context: BrowserContext = browser.new_context(reduced_motion="reduce", **LOOKS[request.param])
    yield context
    context.close()


def fits(page: Page) -> bool:
    """Whether nothing runs off the side, and the top bar has not squeezed away who is signed in."""
    return page.evaluate("""
        document.documentElement.scrollWidth <= innerWidth
        && (document.querySelector('.top .who')?.offsetWidth ?? 99) > 20""")
