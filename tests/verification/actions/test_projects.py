from __future__ import annotations

import pytest
from pytest_django import Settings

from tests.factories import ProjectFactory, UserFactory, member
from verification.actions.projects import add_guideline, change_project, create_project
from verification.actions.versions import version_of
from verification.exceptions import Conflict, Invalid, NotAllowed
from verification.models import AuditEvent, Membership, Project, User
from verification.vocabulary import Consensus, Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def project() -> Project:
    ProjectFactory(slug="elsewhere")  # noise
    return ProjectFactory(slug="coast", name="The coast")


@pytest.fixture
def curator(project: Project) -> User:
    return member(project, Role.CURATOR)


class TestCreateProject:
    def test_an_administrator_makes_one_and_becomes_its_curator(self) -> None:
        admin = UserFactory(is_superuser=True)
        project = create_project("coast", name="The coast", by=admin, places=3)
        assert (project.places, project.guidelines.get().author) == (3, admin)
        assert Membership.objects.get(project=project, user=admin).role == Role.CURATOR

    def test_nobody_else_makes_one(self, curator: User) -> None:
        with pytest.raises(NotAllowed, match="Only administrators"):
            create_project("mine", name="Mine", by=curator)

    def test_a_short_name_is_taken_once(self, project: Project) -> None:
        with pytest.raises(Invalid, match="already") as refused:
            create_project("coast", name="Another", by=None)
        assert list(refused.value.fields) == ["slug"]


class TestChangeProject:
    def test_writes_what_changed_and_leaves_old_and_new_values_without_the_name(
        self, project: Project, curator: User
    ) -> None:
        change = {"name": "The other coast", "places": 3, "consensus": Consensus.MAJORITY, "skip_limit": 2}
        change_project(project, change=change, seen=version_of(project), by=curator)
        project.refresh_from_db()
        assert (project.name, project.places, project.consensus) == ("The other coast", 3, "majority")
        facts = AuditEvent.objects.get(kind="project.changed").facts
        assert facts == {"renamed": True, "places": [2, 3], "consensus": ["unanimous", "majority"]}

    def test_saving_what_is_so_already_leaves_no_trace(self, project: Project, curator: User) -> None:
        change_project(project, change={"places": 2}, seen=version_of(project), by=curator)
        assert not AuditEvent.objects.filter(kind="project.changed").exists()

    def test_the_second_of_two_curators_is_told(self, project: Project, curator: User) -> None:
        seen = version_of(project)
        change_project(project, change={"places": 3}, seen=seen, by=member(project, Role.CURATOR))
        with pytest.raises(Conflict, match="Somebody else has changed"):
            change_project(project, change={"skip_limit": 4}, seen=seen, by=curator)
        project.refresh_from_db()
        assert (project.places, project.skip_limit) == (3, 2)

    def test_an_engine_that_cannot_be_used_is_refused(
        self, project: Project, curator: User, settings: Settings
    ) -> None:
        for engine in ("oracle", "language_model"):
            with pytest.raises(Invalid) as refused:
                change_project(project, change={"engine": engine}, seen=version_of(project), by=curator)
            assert set(refused.value.fields) == {"engine"}
        settings.LANGUAGE_MODEL_URL = "http://127.0.0.1:9/v1"
        changed = change_project(project, change={"engine": "language_model"}, seen=version_of(project), by=curator)
        assert changed.engine == "language_model"

    @pytest.mark.parametrize("role", [Role.ANNOTATOR, Role.ADJUDICATOR, Role.RESEARCHER])
    def test_only_its_curators_change_it(self, project: Project, role: Role) -> None:
        people = [member(project, role), member(ProjectFactory(), Role.CURATOR), UserFactory(is_superuser=True)]
        for person in people:
            with pytest.raises(NotAllowed, match="Only curators"):
                change_project(project, change={"places": 3}, seen=version_of(project), by=person)


class TestAddGuideline:
    def test_the_next_version_keeps_its_author_and_note(self, project: Project, curator: User) -> None:
        added = add_guideline(project, text="Look twice.\r\nThen again.", by=curator, note="On doubt", based_on=1)
        assert (added.version, added.text, added.note, added.author) == (
            2,
            "Look twice.\nThen again.",
            "On doubt",
            curator,
        )

    def test_refuses_one_that_was_written_on_an_older_version(self, project: Project, curator: User) -> None:
        add_guideline(project, text="Look twice.", by=None)
        with pytest.raises(Conflict, match="Version 2 was written while"):
            add_guideline(project, text="Look thrice.", by=curator, based_on=1)

    @pytest.mark.parametrize("text", ["  \n", "x" * 100_001, "Look for evidence outside the article. "])
    def test_refuses_nothing_too_much_and_the_same_again(self, project: Project, curator: User, text: str) -> None:
        with pytest.raises(Invalid):
            add_guideline(project, text=text, by=curator)
        assert project.guidelines.count() == 1

    def test_only_curators_write_one(self, project: Project) -> None:
        with pytest.raises(NotAllowed):
            add_guideline(project, text="Look twice.", by=member(project, Role.ADJUDICATOR))
