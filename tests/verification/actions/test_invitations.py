from __future__ import annotations

import hashlib
import threading
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from tests.factories import PASSWORD, InvitationFactory, MembershipFactory, ProjectFactory, UserFactory, member
from verification.actions.invitations import accept, accept_as_new, invitation_of, invite, revoke_invitation
from verification.actions.members import set_roles
from verification.exceptions import Conflict, Invalid, NotAllowed, Refusal
from verification.models import AuditEvent, Invitation, Membership, Project, User
from verification.vocabulary import Role


@pytest.fixture
def project() -> Project:
    InvitationFactory()  # noise: another project's
    return ProjectFactory()


@pytest.fixture
def curator(project: Project) -> User:
    return member(project, Role.CURATOR)


@pytest.fixture
def secret(project: Project, curator: User) -> str:
    return invite(project, roles=[Role.ANNOTATOR, Role.RESEARCHER], by=curator)[1]


@pytest.mark.django_db
class TestInvite:
    def test_stores_no_more_of_the_secret_than_its_digest(self, project: Project, curator: User) -> None:
        invitation, secret = invite(project, roles=[Role.ANNOTATOR], by=curator, note="For the night desk")
        assert invitation.digest == hashlib.sha256(secret.encode()).hexdigest()
        assert len(secret) >= 43  # 256 bits
        assert timedelta(days=6) < invitation.expires_at - timezone.now() < timedelta(days=8)
        facts = AuditEvent.objects.get(kind="invitation.made").facts
        assert facts == {"roles": ["annotator"]}

    @pytest.mark.parametrize("given", [{"roles": []}, {"roles": [Role.ANNOTATOR], "lasts": timedelta(days=31)}])
    def test_refuses_no_roles_and_too_long_a_time(self, project: Project, curator: User, given: dict) -> None:
        with pytest.raises(Invalid):
            invite(project, by=curator, **given)

    def test_curators_invite_to_their_project_and_administrators_to_none(self, project: Project, curator: User) -> None:
        admin = UserFactory(is_superuser=True)
        for by in (admin, member(project), member(ProjectFactory(), Role.CURATOR)):
            with pytest.raises(NotAllowed):
                invite(project, roles=[Role.CURATOR], by=by)
        with pytest.raises(NotAllowed, match="Only administrators"):
            invite(None, by=curator)
        assert invite(None, by=admin)[0].project is None


@pytest.mark.django_db
class TestAccept:
    def test_gives_the_roles_once(self, project: Project, secret: str) -> None:
        person, second = UserFactory(), UserFactory()
        accept(secret, by=person)
        assert set(Membership.objects.filter(user=person).values_list("role", flat=True)) == {"annotator", "researcher"}
        invitation = Invitation.objects.get(project=project)
        assert invitation.used_by == person
        with pytest.raises(Conflict, match="does not work any more"):
            accept(secret, by=second)
        assert not Membership.objects.filter(user=second).exists()

    def test_a_link_without_a_project_makes_an_administrator(self) -> None:
        person = UserFactory()
        accept(invite(None, by=None)[1], by=person)
        person.refresh_from_db()
        assert (person.is_staff, person.is_superuser) == (True, True)
        assert AuditEvent.objects.filter(kind="user.made_administrator", actor=person.pk).exists()

    def test_trying_ones_own_link_does_not_use_it_up(self, project: Project, secret: str, curator: User) -> None:
        for role in (Role.ANNOTATOR, Role.RESEARCHER):
            MembershipFactory(project=project, user=curator, role=role)
        with pytest.raises(Conflict, match="Pass it on"):
            accept(secret, by=curator)
        assert invitation_of(secret) is not None

    @pytest.mark.parametrize("ended", ["used", "revoked", "expired", "unknown", "maker removed", "maker shut out"])
    def test_what_has_ended_opens_nothing(self, project: Project, curator: User, secret: str, ended: str) -> None:
        invitation = Invitation.objects.filter(project=project)
        match ended:
            case "used":
                accept(secret, by=UserFactory())
            case "revoked":
                revoke_invitation(invitation.get(), by=curator)
            case "expired":
                before = timezone.now() - timedelta(days=8)
                invitation.update(created_at=before, expires_at=timezone.now() - timedelta(seconds=1))
            case "unknown":
                secret = "x" * 43
            case "maker removed":
                set_roles(project, user=curator, roles=[], by=member(project, Role.CURATOR))
            case "maker shut out":
                User.objects.filter(pk=curator.pk).update(is_active=False)
        assert invitation_of(secret) is None
        with pytest.raises(Conflict, match="Ask whoever sent it"):
            accept(secret, by=UserFactory())
        with pytest.raises(Conflict, match="Ask whoever sent it"):
            accept_as_new(secret, username="newcomer", password=PASSWORD)
        assert not User.objects.filter(username="newcomer").exists()


@pytest.mark.django_db
class TestAcceptAsNew:
    def test_makes_the_account_with_its_own_password(self, project: Project, secret: str) -> None:
        person = accept_as_new(secret, username=" newcomer ", password=PASSWORD)
        assert person.username == "newcomer"
        assert person.check_password(PASSWORD)
        assert not person.is_staff
        assert person.memberships.filter(project=project).count() == 2

    @pytest.mark.parametrize(
        ("username", "password", "field"),
        [
            ("TAKEN", PASSWORD, "username"),
            ("two words", PASSWORD, "username"),
            ("", PASSWORD, "username"),
            ("newcomer", "short", "password"),
            ("newcomer", "newcomer1", "password"),
            ("newcomer", "", "password"),
        ],
    )
    def test_refuses_and_the_link_still_works(self, secret: str, username: str, password: str, field: str) -> None:
        UserFactory(username="taken")
        with pytest.raises(Invalid) as refused:
            accept_as_new(secret, username=username, password=password)
        assert list(refused.value.fields) == [field]
        accept_as_new(secret, username="newcomer", password=PASSWORD)


@pytest.mark.django_db
class TestRevoke:
    def test_only_those_who_may_invite_revoke(self, project: Project, secret: str) -> None:
        invitation = Invitation.objects.get(project=project)
        for by in (member(project), member(ProjectFactory(), Role.CURATOR), UserFactory(is_superuser=True)):
            with pytest.raises(NotAllowed):
                revoke_invitation(invitation, by=by)
        assert invitation_of(secret) is not None

    def test_one_that_was_used_cannot_be_revoked_and_twice_is_once(
        self, project: Project, curator: User, secret: str
    ) -> None:
        other, _secret = invite(project, roles=[Role.ANNOTATOR], by=curator)
        for _twice in range(2):
            revoke_invitation(other, by=curator)
        assert AuditEvent.objects.filter(kind="invitation.revoked").count() == 1
        accept(secret, by=UserFactory())
        with pytest.raises(Conflict, match="used this invitation already"):
            revoke_invitation(Invitation.objects.get(project=project, used_at__isnull=False), by=curator)


@pytest.mark.django_db(transaction=True)
def test_of_many_who_hold_one_link_one_gets_in() -> None:
    project = ProjectFactory()
    _invitation, secret = invite(project, roles=[Role.ANNOTATOR], by=None)
    people = [UserFactory() for _person in range(3)]
    barrier = threading.Barrier(6)
    refused: list[Refusal] = []

    def take(number: int) -> None:
        try:
            barrier.wait()
            if number < 3:
                accept(secret, by=people[number])
            else:
                accept_as_new(secret, username=f"newcomer{number}", password=PASSWORD)
        except Refusal as why:
            refused.append(why)
        finally:
            connection.close()

    threads = [threading.Thread(target=take, args=[number]) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)

    assert len(refused) == 5
    assert Membership.objects.filter(project=project).count() == 1
    assert User.objects.filter(username__startswith="newcomer").count() <= 1
