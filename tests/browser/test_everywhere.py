"""Every page of docs/permissions.md in a real browser: no barriers, nothing off the side, and keys alone suffice."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from playwright.sync_api import BrowserContext, Error, Page

from tests.browser.conftest import LOOKS, fits, sign_in
from tests.browser.pictures import FOLDER, shoot
from tests.guards.requests import url
from tests.guards.tables import each_of, rows_of
from tests.guards.world import World, build

pytestmark = [pytest.mark.browser, pytest.mark.long]

# What is no page to look at: answers for programs, and files.
NO_PAGES = ("/api/v1/", "/api/schema", "/livez", "/readyz", "/healthz", "/language/")
# Its thirteen thousand elements are looked at in test_barriers, in the light and with some of them open.
LOOKED_AT_ELSEWHERE = ("/api/docs/", "light")
MOST_STOPS = 120
AT_ONCE = 10


def pages(*, of_administration: bool) -> Iterator[tuple[str, str]]:
    """Each address that shows a page, with the kind of person who sees most there."""
    for row in rows_of("permissions.md", first="address"):
        sees = [person for person, said in row.items() if said == "yes"]
        for address in each_of(row["address"].strip("`")):
            is_page = row["method"] == "GET" and sees and not address.startswith(NO_PAGES)
            if is_page and address.startswith("/admin/") == of_administration:
                yield address, sees[-1 if of_administration else 0]


@pytest.fixture
def world(transactional_db: None, settings: Any, tmp_path: Any) -> World:
    settings.RELEASES_DIR = tmp_path
    return build()


# The administration's pages are alike for each noun: every second one is looked at on a phone, the others on a desk.
LOOKED_AT = [
    ("light", False, slice(None)),
    ("Persian phone", False, slice(None)),
    ("light", True, slice(0, None, 2)),
    ("dark phone", True, slice(1, None, 2)),
]
if FOLDER:  # for pictures, each page in each look
    LOOKED_AT = [(look, administration, slice(None)) for look in LOOKS for administration in (False, True)]


@pytest.mark.parametrize(
    ("look", "of_administration", "which"),
    LOOKED_AT,
    ids=[f"{'administration' if administration else 'people'}, {look}" for look, administration, _ in LOOKED_AT],
    indirect=["look"],
)
def test_every_page_is_for_everybody(
    live_server,
    look: BrowserContext,
    world: World,
    has_no_barriers,
    request: pytest.FixtureRequest,
    of_administration: bool,
    which: slice,
) -> None:
    complaints: list[str] = []
    wrong: dict[str, str] = {}
    seen = 0
    # One page for all of them: what a browser has compiled it keeps for the next address.
    page = look.new_page()
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    for address, sees in list(pages(of_administration=of_administration))[which]:
        look.clear_cookies()
        person = world.people[sees][0]
        if not isinstance(person, AnonymousUser):
            sign_in(look, live_server.url, person)
        if is_a_page(page, live_server.url + url(world, address)):
            seen += 1
            shoot(page, f"{sees}{address}")
            try:
                assert of_administration or fits(page), "it runs off the side"
                assert keys_suffice(page) == []
                assert complaints == []
                if (address, request.node.callspec.params["look"]) != LOOKED_AT_ELSEWHERE:
                    has_no_barriers(page)
            except AssertionError as barrier:
                wrong[f"{address} as {sees}"] = str(barrier)[:600]
        page.goto("about:blank")  # what it saves on being left is saved by whoever wrote it
        complaints.clear()  # what looks for barriers may itself be refused a style
    assert wrong == {}, "\n".join(f"{page}: {barrier}" for page, barrier in wrong.items())
    assert seen > 30


def is_a_page(page: Page, address: str) -> bool:
    """Goes there; False where a piece of a page or a file is what is there."""
    try:
        response = page.goto(address)
    except Error as refused:
        if "Download is starting" in refused.message:
            return False
        raise
    assert response is not None
    return "text/html" in response.headers["content-type"] and "<html" in response.text()


def keys_suffice(page: Page) -> list[str]:
    """What cannot be reached with the Tab key, or does not show that it was."""
    page.evaluate(TO_THE_TOP)
    page.evaluate(TABBABLE)
    for _stops in range(0, MOST_STOPS, AT_ONCE):
        for _stop in range(AT_ONCE):  # held down
            page.keyboard.down("Tab")
        page.keyboard.up("Tab")
        if page.evaluate("window.wentRound"):
            break
    return page.evaluate(FAULTS)


# From the top, wherever the page has put the focus.
TO_THE_TOP = """() => {
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute('tabindex');
    getSelection().removeAllRanges();
    scrollTo(0, 0);
}"""
# Of a group of radio buttons one is a stop; what is not shown or is in a closed <details> is none. What is arrived at
# is noted in the page, since to ask after each key takes longer than all else.
TABBABLE = """() => {
    const shown = e => e.checkVisibility({visibilityProperty: true}) && e.tabIndex >= 0 && !e.closest('[inert]');
    const wanted = 'a[href], button:not(:disabled), input:not(:disabled):not([type=hidden]):not([type=radio]),'
        + ' select:not(:disabled), textarea:not(:disabled), summary';
    const marks = s => s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0 || s.boxShadow !== 'none';
    const marked = e => marks(getComputedStyle(e)) || e.labels?.[0] && marks(getComputedStyle(e.labels[0]));
    window.toReach = new Set([...document.querySelectorAll(wanted)].filter(shown).slice(0, 80));
    window.unseen = [];
    window.wentRound = false;
    document.addEventListener('focusin', event => {
        window.toReach.delete(event.target);
        if (!window.wentRound && !marked(event.target)) window.unseen.push(event.target.outerHTML.slice(0, 90));
    });
    document.addEventListener('focusout', event => { window.wentRound ||= !event.relatedTarget; });
}"""
# What the page has put another in the place of meanwhile was reached as that other.
FAULTS = """() => [
    ...window.unseen.map(shown => 'no sign of focus on ' + shown),
    ...[...window.toReach].filter(e => e.isConnected).map(e => 'not reached: ' + e.outerHTML.slice(0, 90)),
]"""
