"""Questions, discussions and notices in the browser: no barriers, and no wider than the screen."""

from __future__ import annotations

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.annotate.views.people import judged_apart
from tests.browser.conftest import fits, sign_in
from tests.factories import ProjectFactory, member
from verification.actions.comments import comment
from verification.actions.questions import ask
from verification.models import Claim, Judgement
from verification.vocabulary import Role


@pytest.fixture
def claim(transactional_db: None) -> Claim:
    return judged_apart(ProjectFactory(slug="coast"))[0]


def test_what_is_asked_and_said_has_no_barriers(
    live_server, look: BrowserContext, claim: Claim, has_no_barriers
) -> None:
    project = claim.project
    both = member(project, Role.ADJUDICATOR)
    project.memberships.create(user=both, role=Role.CURATOR)
    first = Judgement.objects.filter(annotation__claim=claim).order_by("annotation_id").first()
    author = first.annotation.person
    said = comment(claim, text=f"Is this one claim or two? @{both.username}", by=author)
    comment(claim, text="One, and a half.", reply_to=said, by=both)
    asked = ask(first, text="Which ledger did you read?", by=both)
    second = Judgement.objects.filter(annotation__claim=claim).exclude(pk=first.pk).get()
    pages = {
        both: [
            "/",
            "/notices/",
            "/p/coast/discussions/",
            f"/p/coast/claims/{claim.pk}/",
            f"/p/coast/adjudication/{claim.pk}/",
            f"/p/coast/adjudication/{claim.pk}/ask/{second.pk}/",
            "/p/coast/adjudication/further/",
        ],
        author: ["/", f"/questions/{asked.pk}/", f"/review/{first.annotation_id}/"],
    }
    for person, addresses in pages.items():
        sign_in(look, live_server.url, person)
        page = look.new_page()
        for address in addresses:
            page.goto(live_server.url + address)
            has_no_barriers(page)
            assert fits(page), address
    page.keyboard.press("t")
    expect(page.get_by_role("dialog", name="Flag for discussion")).to_be_visible()
    has_no_barriers(page)
