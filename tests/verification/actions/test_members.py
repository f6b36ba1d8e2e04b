from __future__ import annotations

import threading

import pytest
from django.db import connection

from tests.factories import ClaimFactory, MembershipFactory, ProjectFactory, UserFactory, member
from verification.actions.annotations import save_draft
from verification.actions.members import add_member, remove_member, set_roles
from verification.actions.places import start_next
from verification.exceptions import Conflict, NotAllowed, Refusal
from verification.models import AuditEvent, Membership, Project, User
from verification.vocabulary import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def project() -> Project:
    MembershipFactory(role=Role.CURATOR)  # noise: another project's
    return ProjectFactory()


@pytest.fixture
def curator(project: Project) -> User:
    return member(project, Role.CURATOR)


def roles_of(user: User, project: Project) -> set[str]:
    return set(Membership.objects.filter(user=user, project=project).values_list("role", flat=True))


def test_roles_are_given_and_taken_together_with_an_event_for_each(project: Project, curator: User) -> None:
    person = member(project, Role.ANNOTATOR)
    set_roles(project, user=person, roles=[Role.ADJUDICATOR, Role.RESEARCHER], by=curator)
    assert roles_of(person, project) == {"adjudicator", "researcher"}
    events = AuditEvent.objects.filter(subject_id=person.pk, kind__startswith="member").order_by("id")
    assert [(event.kind, event.facts["role"]) for event in events] == [
        ("member.removed", "annotator"),
        ("member.added", "adjudicator"),
        ("member.added", "researcher"),
    ]


def test_the_last_curator_stays(project: Project, curator: User) -> None:
    member(project, Role.CURATOR, is_active=False)  # one who cannot sign in is no help
    with pytest.raises(Conflict, match="only curator"):
        set_roles(project, user=curator, roles=[], by=curator)
    with pytest.raises(Conflict, match="only curator"):
        set_roles(project, user=curator, roles=[Role.RESEARCHER], by=None)
    assert roles_of(curator, project) == {"curator"}


def test_a_curator_may_go_when_another_stays(project: Project, curator: User) -> None:
    other = member(project, Role.CURATOR)
    remove_member(Membership.objects.get(user=curator, project=project), by=curator)
    assert roles_of(curator, project) == set()
    assert roles_of(other, project) == {"curator"}


@pytest.mark.parametrize("role", [Role.ANNOTATOR, Role.ADJUDICATOR, Role.RESEARCHER])
def test_only_curators_of_the_project_change_its_people(project: Project, curator: User, role: Role) -> None:
    person = member(project, Role.ANNOTATOR)
    for by in (member(project, role), member(ProjectFactory(), Role.CURATOR), UserFactory(is_superuser=True)):
        with pytest.raises(NotAllowed, match="Only curators"):
            add_member(project, user=by, role=Role.CURATOR, by=by)
        with pytest.raises(NotAllowed, match="Only curators"):
            remove_member(Membership.objects.get(user=person), by=by)
        with pytest.raises(NotAllowed, match="Only curators"):
            set_roles(project, user=person, roles=[], by=by)


def test_whoever_is_removed_leaves_their_place_to_others_at_once_and_their_words_stay(
    project: Project, curator: User
) -> None:
    project.places = 1
    project.save()
    claim = ClaimFactory(article__project=project)
    person, next_one = member(project), member(project)
    place = start_next(project, by=person)
    save_draft(place, change={"rationale": "The clerk said so."}, by=person)
    assert start_next(project, by=next_one) is None
    set_roles(project, user=person, roles=[], by=curator)
    place.refresh_from_db()
    assert place.lapsed_at is not None
    assert place.draft().rationale == "The clerk said so."
    assert start_next(project, by=next_one).claim == claim
    with pytest.raises(NotAllowed):
        save_draft(place, change={"rationale": "And again."}, by=person)


def test_places_in_other_projects_and_what_is_submitted_stay(project: Project, curator: User) -> None:
    elsewhere = ClaimFactory()
    person = member(elsewhere.project)
    add_member(project, user=person, role=Role.ANNOTATOR, by=curator)
    place = start_next(elsewhere.project, by=person)
    set_roles(project, user=person, roles=[], by=curator)
    place.refresh_from_db()
    assert place.lapsed_at is None


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("whom", ["each other", "themselves"])
def test_of_the_last_two_curators_who_go_at_once_one_stays(whom: str) -> None:
    project = ProjectFactory()
    curators = [member(project, Role.CURATOR) for _curator in range(2)]
    barrier = threading.Barrier(2)
    refused: list[Refusal] = []

    def take_away(by: User, user: User) -> None:
        try:
            barrier.wait()
            set_roles(project, user=user, roles=[Role.RESEARCHER], by=by)
        except Refusal as why:
            refused.append(why)
        finally:
            connection.close()

    taken = curators[::-1] if whom == "each other" else curators
    threads = [threading.Thread(target=take_away, args=pair) for pair in zip(curators, taken, strict=True)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)

    assert len(refused) == 1
    assert Membership.objects.filter(project=project, role=Role.CURATOR).count() == 1
    assert AuditEvent.objects.filter(kind="member.removed").count() == 1
