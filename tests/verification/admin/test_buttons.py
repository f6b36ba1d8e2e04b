"""What administrators do, they do by actions, and it leaves its trace."""

from __future__ import annotations

import re
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.db.models import Model
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import Settings

from tests import factories
from tests.factories import member
from tests.verification.conftest import SUPPORTED, judge
from verification.actions.tokens import issue_token
from verification.models import Article, AuditEvent, Claim, Guideline, Membership, Project, Release, User
from verification.vocabulary import ArticleState, BundleState, ReleaseState, Role

pytestmark = pytest.mark.django_db


def press(client: Client, button: str, *rows: Model, **more: str) -> HttpResponse:
    url = reverse(f"admin:verification_{rows[0]._meta.model_name}_changelist")
    chosen = {"action": button, ACTION_CHECKBOX_NAME: [row.pk for row in rows], **more}
    return client.post(url, chosen, follow=True)


def said(answer: HttpResponse) -> list[str]:
    return [str(message) for message in answer.context["messages"]]


def events(kind: str, **facts: Any) -> list[AuditEvent]:
    return list(AuditEvent.objects.filter(kind=kind, **facts))


def test_a_failed_article_is_tried_again(admin: Client, admin_user: User, claim: Claim) -> None:
    failed = factories.ArticleFactory(
        project=claim.project, text=None, state=ArticleState.FAILED, failure="It was empty."
    )
    factories.OriginalFactory(article=failed)
    assert "It was empty." in admin.get(reverse("admin:verification_article_changelist")).content.decode()
    press(admin, "extract_again", failed)
    failed.refresh_from_db()
    assert (failed.state, failed.failure) == (ArticleState.RECEIVED, None)
    (event,) = events("article.retried", subject_id=failed.pk)
    assert event.actor == admin_user.pk


def test_a_failed_bundle_is_tried_again(admin: Client, admin_user: User, claim: Claim) -> None:
    failed = factories.BundleFactory(upload__project=claim.project, state=BundleState.FAILED, failure="Cut off.")
    done = factories.BundleFactory(upload__project=claim.project, state=BundleState.DONE)
    assert "Cut off." in admin.get(reverse("admin:verification_bundle_changelist")).content.decode()
    answer = press(admin, "try_again", failed, done)
    failed.refresh_from_db()
    assert (failed.state, failed.failure) == (BundleState.RECEIVED, None)
    assert any("taken apart already" in message for message in said(answer))
    (event,) = events("bundle.retried", subject_id=failed.pk)
    assert event.actor == admin_user.pk


def test_a_failed_release_is_tried_again(admin: Client, admin_user: User, claim: Claim) -> None:
    failed = Release.objects.create(
        project=claim.project, requested_at=timezone.now(), requested_by=admin_user, state="failed", failure="No room."
    )
    press(admin, "try_again", failed)
    failed.refresh_from_db()
    assert (failed.state, failed.failure) == (ReleaseState.REQUESTED, None)
    (event,) = events("release.retried", subject_id=failed.pk)
    assert event.actor == admin_user.pk


def test_an_article_on_its_way_is_refused_with_the_reason(admin: Client, claim: Claim) -> None:
    Article.objects.filter(pk=claim.article.pk).update(state=ArticleState.EXTRACTING)
    answer = press(admin, "extract_again", claim.article)
    assert said(answer) == ["The harbour: This article is still on its way. Wait until it is done or has failed."]


def test_a_claim_is_withdrawn_for_a_reason(admin: Client, admin_user: User, claim: Claim) -> None:
    asked = press(admin, "withdraw", claim)
    assert 'name="why"' in asked.content.decode()
    claim.refresh_from_db()
    assert claim.withdrawn_at is None
    press(admin, "withdraw", claim, why="Not what the article says.")
    claim.refresh_from_db()
    assert claim.withdrawn_by == admin_user
    assert claim.withdrawn_why == "Not what the article says."
    assert len(events("claim.withdrawn", subject_id=claim.pk, actor=admin_user.pk)) == 1


def test_a_blank_reason_is_asked_for_again(admin: Client, claim: Claim) -> None:
    asked = press(admin, "withdraw", claim, why="   ")
    assert "Say why." in asked.content.decode()
    claim.refresh_from_db()
    assert claim.withdrawn_at is None


def test_a_resolved_claim_is_opened_again(admin: Client, admin_user: User, claim: Claim) -> None:
    judge(claim, by=member(claim.project), change=SUPPORTED)
    judge(claim, by=member(claim.project), change=SUPPORTED)
    assert Claim.objects.resolved().filter(pk=claim.pk).exists()
    press(admin, "reopen", claim, why="A register came up.")
    assert not Claim.objects.resolved().filter(pk=claim.pk).exists()
    assert len(events("claim.reopened", subject_id=claim.pk, actor=admin_user.pk)) == 1


def test_one_who_curates_nothing_is_refused_claim_by_claim(client: Client, claim: Claim) -> None:
    looker = factories.UserFactory(is_staff=True, is_superuser=True)
    factories.MembershipFactory(project=claim.project, user=looker, role=Role.RESEARCHER)
    client.force_login(looker)
    answer = press(client, "withdraw", claim, why="I would like to.")
    assert said(answer) == [
        f"{claim.statement}: Only curators of this project withdraw claims and send articles through again."
    ]
    claim.refresh_from_db()
    assert claim.withdrawn_at is None


def test_rows_of_another_project_cannot_be_named(admin: Client, elsewhere: Project) -> None:
    foreign = factories.ClaimFactory(article__project=elsewhere)
    press(admin, "withdraw", foreign, why="Out of bounds.")
    foreign.refresh_from_db()
    assert foreign.withdrawn_at is None
    assert not events("claim.withdrawn")


def test_a_token_is_revoked_and_its_secret_never_shown(admin: Client, claim: Claim) -> None:
    token, secret = issue_token(member(claim.project), name="laptop", by=None)
    for page in (
        reverse("admin:verification_token_changelist"),
        reverse("admin:verification_token_change", args=[token.pk]),
    ):
        shown = admin.get(page).content.decode()
        assert "laptop" in shown
        assert secret not in shown
        assert token.digest not in shown
    press(admin, "revoke", token)
    token.refresh_from_db()
    assert token.revoked_at is not None
    press(admin, "revoke", token)
    assert len(events("token.revoked")) == 1


def test_a_release_is_requested(admin: Client, admin_user: User, claim: Claim) -> None:
    press(admin, "release", claim.project)
    assert Release.objects.get(project=claim.project).requested_by == admin_user


def test_a_project_is_made_with_its_guideline_and_its_maker_as_curator(admin: Client, admin_user: User) -> None:
    form = {"slug": "new", "name": "New", "language": "en", "places": "3", "consensus": "majority", "skip_limit": "2"}
    answer = admin.post(reverse("admin:verification_project_add"), form | {"guideline": "Look twice."}, follow=True)
    project = Project.objects.get(slug="new")
    assert answer.status_code == 200
    assert (project.places, project.consensus) == (3, "majority")
    assert [guideline.text for guideline in project.guidelines.all()] == ["Look twice."]
    assert Membership.objects.get(project=project).user == admin_user
    assert len(events("project.created", actor=admin_user.pk)) == 1


def test_a_guideline_gets_its_next_version_and_none_changes(admin: Client, claim: Claim) -> None:
    add = reverse("admin:verification_guideline_add")
    admin.post(add, {"project": claim.project.pk, "text": "Look three times."}, follow=True)
    assert [(g.version, g.text) for g in claim.project.guidelines.order_by("version")][1:] == [(2, "Look three times.")]
    first = claim.project.guidelines.get(version=1)
    change = reverse("admin:verification_guideline_change", args=[first.pk])
    assert admin.post(change, {"project": claim.project.pk, "text": "Changed."}).status_code == 403
    assert Guideline.objects.get(pk=first.pk).text == first.text


def test_a_guideline_of_another_project_cannot_be_written(admin: Client, elsewhere: Project) -> None:
    before = elsewhere.guidelines.count()
    answer = admin.post(reverse("admin:verification_guideline_add"), {"project": elsewhere.pk, "text": "Not yours."})
    assert "Select a valid choice" in answer.content.decode()
    assert elsewhere.guidelines.count() == before


def test_a_role_is_given_once_and_taken_away(admin: Client, admin_user: User, claim: Claim) -> None:
    newcomer = factories.UserFactory()
    add = reverse("admin:verification_membership_add")
    given = {"project": claim.project.pk, "user": newcomer.pk, "role": Role.ADJUDICATOR}
    admin.post(add, given, follow=True)
    assert (
        "already exists" in admin.post(add, given).content.decode()
        or "violated" in admin.post(add, given).content.decode()
    )
    membership = Membership.objects.get(user=newcomer)
    assert membership.role == Role.ADJUDICATOR
    press(admin, "remove", membership)
    assert not Membership.objects.filter(user=newcomer).exists()
    assert [len(events(kind, actor=admin_user.pk)) for kind in ("member.added", "member.removed")] == [1, 1]


def test_an_account_is_made_with_a_link_that_is_shown_once(admin: Client, client: Client, claim: Claim) -> None:
    form = {"username": "newcomer", "project": claim.project.pk, "roles": [Role.ANNOTATOR, Role.RESEARCHER]}
    answer = admin.post(reverse("admin:verification_user_add"), form)
    found = re.search(r"<code>(.+)</code>", answer.content.decode())
    assert found is not None
    assert "no-store" in answer["Cache-Control"]
    newcomer = User.objects.get(username="newcomer")
    assert found[1].startswith(f"{settings.SITE_URL}/accounts/password/reset/")
    assert not newcomer.has_usable_password()
    assert (newcomer.is_staff, newcomer.is_superuser) == (False, False)
    assert set(newcomer.memberships.values_list("role", flat=True)) == {"annotator", "researcher"}
    assert len(events("user.created", subject_id=newcomer.pk)) == 1
    page = admin.get(reverse("admin:verification_user_change", args=[newcomer.pk])).content.decode()
    assert found[1] not in page
    assert newcomer.password not in page


def test_roles_ask_for_their_project(admin: Client) -> None:
    form = {"username": "newcomer", "roles": [Role.ANNOTATOR]}
    answer = admin.post(reverse("admin:verification_user_add"), form)
    assert "Choose the project in which they hold these roles." in answer.content.decode()
    assert not User.objects.filter(username="newcomer").exists()


def test_a_lost_password_is_recovered_by_a_link_but_not_ones_own(admin: Client, admin_user: User, claim: Claim) -> None:
    forgetful = member(claim.project)
    answer = press(admin, "recovery_links", forgetful, admin_user)
    found = re.findall(r"<code>(.+)</code>", answer.content.decode())
    forgetful.refresh_from_db()
    admin_user.refresh_from_db()
    assert len(found) == 1
    assert (forgetful.has_usable_password(), admin_user.has_usable_password()) == (False, True)
    assert len(events("user.recovery_link_made", subject_id=forgetful.pk, actor=admin_user.pk)) == 1


def test_two_factor_of_somebody_who_lost_their_device_is_taken_off(admin: Client, claim: Claim) -> None:
    person = member(claim.project)
    Authenticator.objects.create(user=person, type=Authenticator.Type.TOTP, data={"secret": "x"})
    press(admin, "take_off_two_factor", person)
    assert not Authenticator.objects.filter(user=person).exists()
    assert events("user.two_factor_taken_off", subject_id=person.pk)[0].facts == {"kinds": ["totp"]}
    assert said(press(admin, "take_off_two_factor", person)) == [f"{person}: They have no two-factor and no passkeys."]


def test_somebody_is_shut_out_and_let_in_again_but_not_oneself(admin: Client, admin_user: User, claim: Claim) -> None:
    person = member(claim.project)
    answer = press(admin, "shut_out", person, admin_user)
    person.refresh_from_db()
    admin_user.refresh_from_db()
    assert (person.is_active, admin_user.is_active) == (False, True)
    assert "the-administrator: You cannot shut yourself out. Ask another administrator." in said(answer)
    press(admin, "let_in", person)
    person.refresh_from_db()
    assert person.is_active
    assert [len(events(kind)) for kind in ("user.shut_out", "user.let_in")] == [1, 1]


def test_staff_who_are_no_administrators_have_none_of_these_buttons(client: Client, claim: Claim) -> None:
    clerk = factories.UserFactory(is_staff=True)
    client.force_login(clerk)
    assert client.get(reverse("admin:index")).status_code == 200
    for name in ("user", "token", "claim", "judgement", "auditevent"):
        assert client.get(reverse(f"admin:verification_{name}_changelist")).status_code == 403


def test_invitations_are_listed_without_secret_and_revoked(admin: Client, claim: Claim, elsewhere: Project) -> None:
    mine = factories.InvitationFactory(project=claim.project, note="For the night desk", invited_by=None)
    site = factories.InvitationFactory(project=None, roles=[], note="A second keeper", invited_by=None)
    theirs = factories.InvitationFactory(project=elsewhere, note="Not mine to see")
    page = admin.get(reverse("admin:verification_invitation_changelist")).content.decode()
    opened = admin.get(reverse("admin:verification_invitation_change", args=[mine.pk])).content.decode()
    assert "For the night desk" in page
    assert "A second keeper" in page
    assert "Not mine to see" not in page
    assert mine.digest not in page + opened
    press(admin, "revoke", mine)
    press(admin, "revoke", site)
    press(admin, "revoke", theirs)
    for invitation in (mine, site, theirs):
        invitation.refresh_from_db()
    assert [invitation.revoked_at is None for invitation in (mine, site, theirs)] == [False, False, True]


def test_an_engine_is_chosen_and_the_model_only_where_one_is_set_up(
    admin: Client, claim: Claim, settings: Settings
) -> None:
    project = claim.project
    assert "No language model is set up" in said(press(admin, "use_language_model", project))[0]
    settings.LANGUAGE_MODEL_URL = "http://127.0.0.1:9/v1"
    for button, engine in (("use_language_model", "language_model"), ("use_rules", "rules")):
        press(admin, button, project)
        project.refresh_from_db()
        assert project.engine == engine
    assert [event.facts["engine"][1] for event in events("project.changed")] == ["rules", "language_model"]


def test_runs_in_which_the_rules_stood_in_are_listed(admin: Client, claim: Claim) -> None:
    why = "The server was tried 4 times; at last it answered 500."
    factories.ExtractionRunFactory(article=claim.article, version="2", fell_back_because=why)
    address = reverse("admin:verification_extractionrun_changelist")
    assert admin.get(address, {"stood_in": "yes"}).content.decode().count(why) == 1
    assert why not in admin.get(address, {"stood_in": "no"}).content.decode()
