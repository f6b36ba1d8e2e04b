"""The administration in a real browser: our content security policy breaks nothing of it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.urls import reverse
from playwright.sync_api import Page

from tests.browser.conftest import sign_in
from tests.browser.pictures import shoot
from tests.factories import ArticleFactory, MembershipFactory, UserFactory
from verification.models import Annotation, Claim, User
from verification.vocabulary import ArticleState, Role

pytestmark = pytest.mark.browser

LISTS = ["annotation", "article", "claim", "membership", "project", "user"]


@pytest.fixture
def admin(live_server, context, page: Page, place: Annotation) -> Iterator[Page]:
    """A page signed in as an administrator; anything that the browser complains of fails the test."""
    user = UserFactory(is_superuser=True, is_staff=True)
    MembershipFactory(project=place.claim.project, user=user, role=Role.CURATOR)
    sign_in(context, live_server.url, user)
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda said: complaints.append(f"{said.text} {said.location}") if said.type == "error" else None)
    page.goto(f"{live_server.url}/admin/")
    yield page
    assert complaints == []


def look_at(page: Page, live_server, name: str, *args: object) -> None:
    page.goto(live_server.url + reverse(f"admin:verification_{name}", args=args))
    shoot(page, f"admin_{name}")


def test_lists_pages_and_forms_open_without_a_complaint(live_server, admin: Page, place: Annotation) -> None:
    for name in LISTS:
        look_at(admin, live_server, f"{name}_changelist")
        assert admin.locator("#result_list tbody tr").count() > 0
    look_at(admin, live_server, "auditevent_changelist")
    look_at(admin, live_server, "claim_change", place.claim.pk)
    look_at(admin, live_server, "article_change", place.claim.article.pk)
    for name in ("project", "user", "membership", "guideline"):
        look_at(admin, live_server, f"{name}_add")
        assert admin.locator("input[name=_save]").is_visible()


def test_a_claim_is_withdrawn_by_hand(live_server, admin: Page, place: Annotation) -> None:
    look_at(admin, live_server, "claim_changelist")
    admin.locator("tr", has_text=place.claim.statement).locator("input.action-select").check()
    assert admin.locator(".action-counter").inner_text().startswith("1 of")  # its script runs
    admin.locator("select[name=action]").select_option("withdraw")
    admin.get_by_role("button", name="Run").or_(admin.get_by_role("button", name="Go")).first.click()
    admin.get_by_label("Why").fill("Not what the article says.")
    shoot(admin, "admin_why")
    admin.get_by_role("button", name="Withdraw these claims").click()
    admin.get_by_text("Done with 1.").wait_for()
    assert Claim.objects.get(pk=place.claim.pk).withdrawn_why == "Not what the article says."


def test_the_administration_is_as_dark_as_ones_settings_say(live_server, admin: Page) -> None:
    background = "getComputedStyle(document.body).backgroundColor"
    admin.emulate_media(color_scheme="light")
    light = admin.evaluate(background)
    User.objects.filter(is_superuser=True).update(theme="dark")
    admin.reload()
    assert admin.evaluate(background) != light
    User.objects.filter(is_superuser=True).update(theme="light")
    admin.emulate_media(color_scheme="dark")
    admin.reload()
    assert admin.evaluate(background) == light


def test_a_failure_is_read_in_the_list(live_server, admin: Page, place: Annotation) -> None:
    ArticleFactory(project=place.claim.project, text=None, state=ArticleState.FAILED, failure="There is no text in it.")
    look_at(admin, live_server, "article_changelist")
    assert admin.get_by_text("There is no text in it.").is_visible()


def test_what_waits_is_no_wider_than_a_phone(live_server, admin: Page, place: Annotation) -> None:
    place.claim.statement = "The front holds sixty per cent of the valley, and of each of the villages beside it."
    place.claim.save()
    admin.set_viewport_size({"width": 390, "height": 800})
    admin.goto(f"{live_server.url}/admin/")
    words = admin.locator("#at-a-glance").get_by_text("The front holds").bounding_box()
    assert words is not None
    assert words["width"] > 120
    assert admin.evaluate("document.documentElement.scrollWidth") <= 390
