"""The first page of the administration, and freeing a place."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from tests import factories
from tests.factories import MembershipFactory, member
from tests.verification.admin.test_buttons import events, press, said
from tests.verification.admin.test_lists import fill
from tests.verification.conftest import DISPUTED, SUPPORTED, judge
from verification.actions.annotations import save_draft
from verification.actions.places import start_next
from verification.models import Claim, Project, User
from verification.vocabulary import ArticleState, Role

pytestmark = pytest.mark.django_db


def lines(admin: Client) -> dict[str, int]:
    return {line["url"].partition("verification/")[2]: line["count"] for line in admin.get("/admin/").context["lines"]}


def test_it_counts_what_waits_in_the_persons_projects_alone(admin: Client, claim: Claim, elsewhere: Project) -> None:
    fill(elsewhere)
    for project in (claim.project, elsewhere):
        factories.ArticleFactory(project=project, text=None, state=ArticleState.FAILED, failure="It was empty.")
    for change in (SUPPORTED, DISPUTED):
        judge(claim, by=member(claim.project), change=change)
    counted = lines(admin)
    assert counted["article/?state__exact=failed"] == 1
    assert counted["claim/?stage=awaiting_adjudication"] == 1
    for url in counted:
        assert admin.get(f"/admin/verification/{url}").status_code == 200


def test_it_tells_whoever_judges_a_claim_nothing_of_it(admin: Client, admin_user: User, claim: Claim) -> None:
    MembershipFactory(project=claim.project, user=admin_user, role=Role.ANNOTATOR)
    start_next(claim.project, by=member(claim.project, username="still-at-work"))
    assert "still-at-work" not in admin.get("/admin/").content.decode()
    judge(claim, by=admin_user, change=SUPPORTED)
    assert lines(admin)["claim/?stage=awaiting_adjudication"] == 0


def test_it_asks_a_fixed_number_of_queries(admin: Client, claim: Claim, django_assert_max_num_queries: Any) -> None:
    fill(claim.project)
    with django_assert_max_num_queries(6):
        admin.get("/admin/")


def test_a_place_is_freed_and_its_draft_kept(admin: Client, admin_user: User, claim: Claim) -> None:
    person = member(claim.project, username="away")
    place = start_next(claim.project, by=person)
    assert place is not None
    save_draft(place, change=SUPPORTED, by=person)
    assert "away" in admin.get("/admin/").content.decode()
    press(admin, "free", place)
    place.refresh_from_db()
    assert place.lapsed_at is not None
    assert place.judgements.get().verdict == "supported"
    (event,) = events("annotation.lapsed", subject_id=place.pk)
    assert event.actor == admin_user.pk
    assert "not held any more" in said(press(admin, "free", place))[0]


def test_only_a_curator_frees_places(admin: Client, admin_user: User, claim: Claim) -> None:
    place = start_next(claim.project, by=member(claim.project))
    assert place is not None
    admin_user.memberships.filter(role=Role.CURATOR).delete()
    assert "Only curators" in said(press(admin, "free", place))[0]
    place.refresh_from_db()
    assert place.lapsed_at is None
