"""An administrator who judges a claim learns nothing of what others did on it, on any page."""

from __future__ import annotations

import pytest
from django.contrib import admin as django_admin
from django.test import Client
from django.urls import reverse

from tests.factories import AnnotationFactory, BearingFactory, ClaimLinkFactory, MembershipFactory, member
from tests.verification.conftest import DISPUTED, SUPPORTED, judge
from verification.actions.annotations import skip
from verification.actions.claims import reopen
from verification.actions.places import start_next
from verification.models import AuditEvent, Claim, User
from verification.vocabulary import SKIPS_ABOUT_THE_PERSON, Role, SkipReason

pytestmark = pytest.mark.django_db

SECRETS = ("No ship docked.", "archive.example/2", "an-unknown-register", "other-judge")
OTHERS = DISPUTED | {"searches": [{"where": "an-unknown-register", "query": "arrivals", "outcome": "none"}]}


def everything(client: Client) -> str:
    """All that the administration shows this person: each list, and the page of each row in it."""
    shown = []
    for model in django_admin.site._registry:
        name = f"admin:verification_{model._meta.model_name}"
        page = client.get(reverse(f"{name}_changelist"))
        assert page.status_code == 200
        shown.append(page.content.decode())
        for row in page.context["cl"].result_list:
            opened = client.get(reverse(f"{name}_change", args=[row.pk]))
            assert opened.status_code == 200
            shown.append(opened.content.decode())
    return "\n".join(shown)


def pages_about_claims(client: Client) -> str:
    shown = []
    for name in ("annotation", "auditevent", "claim", "evidence", "judgement", "resolution", "search"):
        page = client.get(reverse(f"admin:verification_{name}_changelist"))
        shown.append(page.content.decode())
        for row in page.context["cl"].result_list:
            shown.append(client.get(reverse(f"admin:verification_{name}_change", args=[row.pk])).content.decode())
    return "\n".join(shown)


@pytest.fixture
def other(claim: Claim) -> User:
    return member(claim.project, username="other-judge")


def make_annotator(user: User, claim: Claim) -> None:
    MembershipFactory(project=claim.project, user=user, role=Role.ANNOTATOR)


def test_one_who_judges_sees_nothing_of_the_other(admin: Client, admin_user: User, other: User, claim: Claim) -> None:
    make_annotator(admin_user, claim)
    judge(claim, by=other, change=OTHERS)
    judge(claim, by=admin_user, change=SUPPORTED)
    shown = everything(admin)
    assert "The archive shows it." in shown  # their own
    assert not [secret for secret in SECRETS[:3] if secret in shown]
    about = pages_about_claims(admin)
    assert "other-judge" not in about
    assert "awaiting adjudication</td>" not in about
    assert AuditEvent.objects.filter(kind="judgement.submitted").count() == 2
    assert about.count(">judgement.submitted<") == 1 + 1  # the list's row and its page


def test_one_who_only_looks_sees_that_somebody_works_but_not_what(admin: Client, other: User, claim: Claim) -> None:
    judge(claim, by=other, change=OTHERS)
    drafting = member(claim.project, username="still-drafting")
    start_next(claim.project, by=drafting)
    about = pages_about_claims(admin)
    assert not [secret for secret in SECRETS if secret in about]
    assert "still-drafting" in about
    assert "told when the claim is resolved" in about


def test_an_adjudicator_sees_the_judgements_without_names(
    admin: Client, admin_user: User, other: User, claim: Claim
) -> None:
    MembershipFactory(project=claim.project, user=admin_user, role=Role.ADJUDICATOR)
    judge(claim, by=other, change=OTHERS)
    judge(claim, by=member(claim.project, username="second-judge"), change=SUPPORTED)
    about = pages_about_claims(admin)
    assert "No ship docked." in about
    assert "an-unknown-register" in about
    assert "other-judge" not in about
    assert "second-judge" not in about


def test_once_resolved_all_is_shown_and_once_reopened_it_is_blind_again(
    admin: Client, admin_user: User, other: User, claim: Claim
) -> None:
    make_annotator(admin_user, claim)
    judge(claim, by=other, change=OTHERS)
    judge(claim, by=admin_user, change=DISPUTED | {"rationale": "My own words."})
    about = pages_about_claims(admin)
    assert all(secret in about for secret in SECRETS)
    assert "claim.resolved" in about
    reopen(claim, why="Look again.", by=member(claim.project, Role.CURATOR))
    about = pages_about_claims(admin)
    assert "My own words." in about
    assert not [secret for secret in SECRETS if secret in about and secret != "archive.example/2"]
    assert ">contradicted<" in about  # their own
    assert not [kind for kind in ("claim.resolved", "claim.reopened") if kind in about]


def test_one_who_has_a_place_does_not_learn_that_others_skipped(
    admin: Client, admin_user: User, other: User, claim: Claim
) -> None:
    make_annotator(admin_user, claim)
    start_next(claim.project, by=admin_user)
    for person in (other, member(claim.project)):
        place = start_next(claim.project, by=person)
        assert place is not None
        skip(place, reason=SkipReason.NOT_A_CLAIM, by=person)
    claim.refresh_from_db()
    assert claim.dropped_at is not None
    about = pages_about_claims(admin)
    assert "claim.dropped" not in about
    assert "annotation.skipped" not in about
    assert "other-judge" not in about
    assert 'class="field-stage">dropped<' not in about


def test_a_party_that_only_a_blind_judgement_names_is_told_once_the_claim_is_resolved(
    admin: Client, admin_user: User, other: User, claim: Claim
) -> None:
    make_annotator(admin_user, claim)
    start_next(claim.project, by=admin_user)
    item = {**OTHERS["evidence"][0], "party": "A-Party-Behind-It"}
    judge(claim, by=other, change=OTHERS | {"evidence": [item]})
    address = reverse("admin:verification_party_changelist")
    assert "A-Party-Behind-It" not in admin.get(address).content.decode()
    judge(claim, by=admin_user, change=DISPUTED)
    assert "A-Party-Behind-It" in admin.get(address).content.decode()


def test_a_curator_without_a_place_sees_that_it_was_dropped(admin: Client, other: User, claim: Claim) -> None:
    for person in (other, member(claim.project)):
        place = start_next(claim.project, by=person)
        assert place is not None
        skip(place, reason=SkipReason.NOT_A_CLAIM, by=person)
    about = pages_about_claims(admin)
    assert "claim.dropped" in about
    assert 'class="field-stage">dropped<' in about


def test_one_who_judges_without_suggestions_finds_none_here(admin: Client, admin_user: User, claim: Claim) -> None:
    Claim.objects.filter(pk=claim.pk).update(worthiness_reasons=["denied-in-the-article"], dispute="denied")
    BearingFactory(claim=claim, reason="speaks-against-it")
    ClaimLinkFactory(claim=claim, reason="another-version")
    suggested = ("denied-in-the-article", "speaks-against-it", "another-version", ">denied<")
    shown = everything(admin)
    assert not [reason for reason in suggested if reason not in shown]
    make_annotator(admin_user, claim)
    AnnotationFactory(claim=claim, person=admin_user, aided=False)
    shown = everything(admin)
    assert not [reason for reason in suggested if reason in shown]


@pytest.mark.parametrize("reason", SKIPS_ABOUT_THE_PERSON)
def test_that_somebody_would_rather_not_judge_a_claim_is_told_nobody(
    admin: Client, other: User, claim: Claim, reason: SkipReason
) -> None:
    place = start_next(claim.project, by=other)
    assert place is not None
    skip(place, reason=reason, by=other)
    for _person in range(2):
        judge(claim, by=member(claim.project), change=SUPPORTED)
    assert Claim.objects.resolved().filter(pk=claim.pk).exists()
    about = pages_about_claims(admin)
    assert "annotation.started" in about
    assert "other-judge" not in about
    assert "annotation.skipped" not in about
    assert AuditEvent.objects.visible_to(other).filter(kind="annotation.skipped").exists()
