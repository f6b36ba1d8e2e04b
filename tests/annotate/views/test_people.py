"""The people of a project: their roles, inviting and removing them."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from tests.annotate.views.people import as_role, at_the_page, judged_apart, queries, words
from tests.factories import InvitationFactory, MembershipFactory, ProjectFactory, UserFactory, member
from verification.models import Invitation, Membership, Project, User
from verification.vocabulary import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def project() -> Project:
    MembershipFactory(user__username="somebody-elsewhere")  # noise: another project's
    InvitationFactory(note="Another project's")
    return ProjectFactory(slug="coast", name="The coast")


def link_in(page: str) -> str:
    return re.search(r'value="http[^"]*?(/invitation/[\w-]+/)"', page).group(1)


def roles_of(user: User, project: Project) -> set[str]:
    return set(Membership.objects.filter(user=user, project=project).values_list("role", flat=True))


@pytest.mark.parametrize("role", [Role.ANNOTATOR, Role.ADJUDICATOR, Role.RESEARCHER])
def test_only_curators_of_this_project_come_to_its_people(project, role, client):
    other = member(project)
    for path in ("people/", f"people/{other.pk}/", "people/invite/"):
        assert as_role(project, role).get(f"/p/coast/{path}").status_code == 403
        assert as_role(project, role).post(f"/p/coast/{path}").status_code in (403, 405)
        assert as_role(ProjectFactory(), Role.CURATOR).get(f"/p/coast/{path}").status_code == 404
        assert at_the_page(UserFactory(is_superuser=True)).get(f"/p/coast/{path}").status_code == 404
        assert client.get(f"/p/coast/{path}").status_code == 302


def test_the_list_shows_the_people_of_this_project_with_their_roles(project):
    person = member(project, Role.ANNOTATOR, username="reader")
    MembershipFactory(project=project, user=person, role=Role.RESEARCHER)
    page = words(as_role(project, Role.CURATOR).get("/p/coast/people/"))
    assert "reader" in page
    assert "annotator, researcher" in page
    assert "somebody-elsewhere" not in page
    assert "Another project" not in page


def test_the_list_says_the_same_whatever_somebody_judged(project):
    client = as_role(project, Role.CURATOR)
    _claim, busy, _second = judged_apart(project)
    quiet = member(project)
    row = re.compile(r"<tr>.*?</tr>", re.DOTALL)
    rows = [found for found in row.findall(words(client.get("/p/coast/people/"))) if "annotator" in found]
    alike = {re.sub(r"person\d+|\d+", "", found) for found in rows}
    assert (len(rows), len(alike)) == (3, 1)
    pages = [words(client.get(f"/p/coast/people/{person.pk}/")) for person in (busy, quiet)]
    said = [re.sub(r'person\d+|people/\d+|value="\w{64}"', "", page) for page in pages]
    assert said[0] == said[1]


def test_the_list_takes_as_many_queries_for_many_people_as_for_two(project):
    client = as_role(project, Role.CURATOR)
    member(project)
    few = queries(client, "/p/coast/people/")
    for number in range(60):
        member(project, username=f"reader{number:02}")
        InvitationFactory(project=project, invited_by=None)
    assert queries(client, "/p/coast/people/") == few == 6
    page = words(client.get("/p/coast/people/"))
    assert "after=reader" in page
    after = re.search(r"after=(reader\d+)", page).group(1)
    assert "reader40" in words(client.get(f"/p/coast/people/?after={after}"))


def test_a_curator_changes_roles(project):
    person = member(project)
    client = as_role(project, Role.CURATOR)
    answer = client.post(f"/p/coast/people/{person.pk}/", {"roles": ["adjudicator", "researcher"]}, follow=True)
    assert f"The roles of {person.username} are saved" in words(answer)
    assert roles_of(person, project) == {"adjudicator", "researcher"}


def test_no_role_at_all_is_refused_with_removal_beside_it(project):
    person = member(project)
    answer = as_role(project, Role.CURATOR).post(f"/p/coast/people/{person.pk}/", {})
    assert answer.status_code == 400
    assert "Choose at least one role" in words(answer)
    assert roles_of(person, project) == {"annotator"}


def test_a_curator_removes_somebody_who_then_finds_nothing(project):
    person = member(project)
    as_role(project, Role.CURATOR).post(f"/p/coast/people/{person.pk}/", {"do": "remove"})
    assert roles_of(person, project) == set()
    assert at_the_page(person).get("/p/coast/articles/").status_code == 404


def test_the_last_curator_reads_why_they_stay(project):
    curator = member(project, Role.CURATOR)
    client = at_the_page(curator)
    assert "Make somebody else curator first" in words(client.get(f"/p/coast/people/{curator.pk}/"))
    for sent in ({"do": "remove"}, {"roles": ["annotator"]}):
        assert "only curator" in words(client.post(f"/p/coast/people/{curator.pk}/", sent, follow=True))
    assert roles_of(curator, project) == {"curator"}


def test_a_curator_who_gives_the_role_away_is_led_home(project):
    member(project, Role.CURATOR)
    curator = member(project, Role.CURATOR)
    answer = at_the_page(curator).post(f"/p/coast/people/{curator.pk}/", {"roles": ["researcher"]})
    assert answer.headers["Location"] == "/"


def test_somebody_of_another_project_has_no_page_here(project):
    stranger = User.objects.get(username="somebody-elsewhere")
    client = as_role(project, Role.CURATOR)
    assert client.get(f"/p/coast/people/{stranger.pk}/").status_code == 404
    assert client.post(f"/p/coast/people/{stranger.pk}/", {"roles": ["annotator"]}).status_code == 404


def test_inviting_begins_with_no_role_chosen_and_the_link_says_its_last_day(project):
    client = as_role(project, Role.CURATOR)
    assert " checked" not in words(client.get("/p/coast/people/invite/"))
    sent = {"what": "link", "roles": ["annotator"], "days": "7"}
    until = (timezone.now() + timedelta(days=7)).strftime("%Y-%m-%d")
    for page in (client.post("/p/coast/people/invite/", sent), client.get("/p/coast/people/")):
        assert re.search(rf"can be used until <time[^>]*>{until}", words(page))


def test_a_link_is_shown_once_and_never_again(project):
    client = as_role(project, Role.CURATOR)
    sent = {"what": "link", "roles": ["annotator"], "note": "For the night desk", "days": "7"}
    answer = client.post("/p/coast/people/invite/", sent)
    assert answer.headers["Cache-Control"] == "no-store"
    link = link_in(words(answer))
    page = words(client.get("/p/coast/people/"))
    assert "For the night desk" in page
    assert link not in page


@pytest.mark.parametrize("wrong", [{"roles": []}, {"days": "0"}, {"days": "31"}, {"roles": ["king"]}])
def test_an_invitation_that_cannot_be_is_refused(project, wrong):
    sent = {"what": "link", "roles": ["annotator"], "days": "7"} | wrong
    assert as_role(project, Role.CURATOR).post("/p/coast/people/invite/", sent).status_code == 400
    assert not Invitation.objects.filter(project=project).exists()


def test_somebody_with_an_account_is_added_by_their_exact_name_alone(project):
    client = as_role(project, Role.CURATOR)
    person = UserFactory(username="Exactly.So")
    wrong = client.post(
        "/p/coast/people/invite/", {"what": "account", "account-username": "exactly", "account-roles": ["annotator"]}
    )
    assert wrong.status_code == 400
    assert "Nobody here has exactly this user name" in words(wrong)
    client.post(
        "/p/coast/people/invite/", {"what": "account", "account-username": "Exactly.So", "account-roles": ["annotator"]}
    )
    assert roles_of(person, project) == {"annotator"}


def test_a_curator_revokes_an_invitation_of_their_project_alone(project):
    mine, theirs = InvitationFactory(project=project, invited_by=None), Invitation.objects.get(note="Another project's")
    client = as_role(project, Role.CURATOR)
    assert client.get(f"/invitations/{mine.pk}/revoke/").status_code == 405
    assert "is revoked" in words(client.post(f"/invitations/{mine.pk}/revoke/", follow=True))
    assert client.post(f"/invitations/{theirs.pk}/revoke/").status_code == 404
    assert as_role(project, Role.ANNOTATOR).post(f"/invitations/{mine.pk}/revoke/").status_code == 404
    mine.refresh_from_db()
    theirs.refresh_from_db()
    assert (mine.revoked_at is None, theirs.revoked_at is None) == (False, True)


class TestAdministrators:
    def test_invite_others_by_a_link(self, client):
        admin = at_the_page(UserFactory(is_superuser=True, is_staff=True, username="keeper"))
        assert "keeper" in words(admin.get("/people/"))
        link = link_in(words(admin.post("/people/invite/", {"note": "", "days": "1"})))
        invitation = Invitation.objects.get()
        assert invitation.project is None
        answer = client.post(
            link, {"username": "second-keeper", "password": "a long enough one", "password_again": "a long enough one"}
        )
        assert answer.headers["Location"] == "/"
        assert User.objects.get(username="second-keeper").is_superuser
        assert client.get("/admin/").status_code == 200

    def test_revoke_what_they_sent(self):
        admin = at_the_page(UserFactory(is_superuser=True))
        admin.post("/people/invite/", {"days": "1"})
        invitation = Invitation.objects.get()
        assert "is revoked" in words(admin.post(f"/invitations/{invitation.pk}/revoke/", follow=True))

    @pytest.mark.parametrize("path", ["/people/", "/people/invite/"])
    def test_nobody_else_comes_here(self, project, path, client):
        assert as_role(project, Role.CURATOR).get(path).status_code == 403
        assert client.get(path).status_code == 302
