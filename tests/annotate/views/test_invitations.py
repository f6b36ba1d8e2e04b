"""An invitation's own page, from outside and from inside."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.annotate.views.people import at_the_page, words
from tests.factories import PASSWORD, ProjectFactory, UserFactory, member
from verification.actions.invitations import invite, revoke_invitation
from verification.models import Invitation, Membership, Project, User
from verification.vocabulary import Role

pytestmark = pytest.mark.django_db

NEW = {"username": "newcomer", "password": PASSWORD, "password_again": PASSWORD}


@pytest.fixture
def project() -> Project:
    return ProjectFactory(slug="coast", name="The coast")


@pytest.fixture
def curator(project: Project) -> User:
    return member(project, Role.CURATOR, username="inviter")


@pytest.fixture
def link(project: Project, curator: User) -> str:
    return f"/invitation/{invite(project, roles=[Role.ANNOTATOR], by=curator)[1]}/"


def test_a_visitor_reads_who_invites_to_what_and_looking_uses_nothing(client, link):
    for _twice in range(2):
        page = words(client.get(link))
        assert "The coast" in page
        assert "inviter" in page
        assert "annotator" in page
    assert client.head(link).status_code == 200
    assert Invitation.objects.live().count() == 1


def test_a_visitor_reads_what_attest_is_and_what_the_role_does(client, link):
    page = words(client.get(link))
    assert "turns contested news into labelled data" in page
    assert "judges claims, without seeing what others judge" in page
    assert "<li>Your password" in page


def test_its_page_is_kept_nowhere_and_tells_no_other_site_its_address(client, link):
    answer = client.get(link)
    assert "no-store" in answer.headers["Cache-Control"]
    assert answer.headers["Referrer-Policy"] == "same-origin"


def test_a_newcomer_chooses_name_and_password_and_is_in(client, link, project):
    answer = client.post(link, NEW, follow=True)
    assert answer.redirect_chain[-1][0] == "/"
    assert "Welcome. You are in “The coast” now." in words(answer)
    user = User.objects.get(username="newcomer")
    assert user.check_password(PASSWORD)
    assert Membership.objects.get(user=user).role == Role.ANNOTATOR
    assert Client().login(username="newcomer", password=PASSWORD)


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"username": "INVITER"}, "Somebody has this user name already"),
        ({"password": "short", "password_again": "short"}, "too short"),
        ({"password": "1234567890", "password_again": "1234567890"}, "entirely numeric"),
        ({"password_again": "another one, long"}, "not the same"),
        ({"username": ""}, "required"),
    ],
)
def test_what_is_wrong_is_said_and_the_link_still_works(client, link, given, sentence):
    answer = client.post(link, NEW | given)
    assert answer.status_code == 400
    assert sentence in words(answer)
    assert PASSWORD not in words(answer)
    assert client.post(link, NEW).status_code == 302


def test_somebody_with_an_account_joins_by_a_button(link, project):
    person = UserFactory(username="here-already")
    client = at_the_page(person)
    assert "Join The coast" in words(client.get(link))
    assert client.post(link, NEW).status_code == 200  # the newcomers' form makes nobody join
    assert not Membership.objects.filter(user=person).exists()
    assert "You are in “The coast” now" in words(client.post(link, {"join": "yes"}, follow=True))
    assert Membership.objects.get(user=person).project == project


def test_somebody_who_signs_in_comes_back_to_the_link(client, link):
    UserFactory(username="here-already")
    assert f"/accounts/login/?next={link}" in words(client.get(link))
    answer = client.post(f"/accounts/login/?next={link}", {"login": "here-already", "password": PASSWORD})
    assert answer.headers["Location"] == link


def test_whoever_made_it_reads_that_it_is_for_another(link, project, curator):
    Membership.objects.create(project=project, user=curator, role=Role.ANNOTATOR)
    client = at_the_page(curator)
    assert "Pass it on" in words(client.get(link))
    assert "Pass it on" in words(client.post(link, {"join": "yes"}))
    assert Invitation.objects.live().count() == 1


def test_ended_and_unknown_links_look_alike(client, link, curator):
    unknown = client.get("/invitation/" + "x" * 43 + "/")
    assert unknown.status_code == 404
    assert "Ask whoever sent it to you for a new one" in words(unknown)
    revoke_invitation(Invitation.objects.get(), by=curator)
    for method, sent in (("get", {}), ("post", NEW)):
        ended = getattr(client, method)(link, sent)
        assert ended.status_code == 404
        assert words(ended).split("<footer")[0] == words(unknown).split("<footer")[0]
    assert at_the_page(UserFactory()).post(link, {"join": "yes"}).status_code == 404


def test_a_form_that_came_too_late_is_given_back_without_the_password_that_was_typed_twice(link):
    late = Client(enforce_csrf_checks=True).post(link, NEW, headers={"Sec-Fetch-Site": "same-origin"})
    assert late.status_code == 403
    assert "newcomer" not in words(late)  # a name is quickly typed again
    assert PASSWORD not in late.content.decode()
