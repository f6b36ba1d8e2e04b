"""Making a project, and its settings."""

from __future__ import annotations

import re

import pytest

from tests.annotate.views.people import as_role, at_the_page, queries, words
from tests.factories import ProjectFactory, UserFactory, member
from verification.models import AuditEvent, Membership, Project
from verification.vocabulary import Role

pytestmark = pytest.mark.django_db

NEW = {"name": "Border reports 2026", "slug": "", "language": "fa", "places": "3", "consensus": "majority"}
NEW |= {"skip_limit": "2", "guideline": "Look twice."}
STORED = {"name": "The coast", "language": "en", "places": "2", "consensus": "unanimous", "skip_limit": "2"}
STORED |= {"unaided_share": "0"}


@pytest.fixture
def project() -> Project:
    return ProjectFactory(slug="coast", name="The coast")


def seen(page: str) -> str:
    return page.split('name="seen" value="')[1].split('"')[0]


def test_an_administrator_makes_a_project_and_finds_it_at_home_with_what_comes_next():
    admin = UserFactory(is_superuser=True)
    client = at_the_page(admin)
    assert "Create the first project" in words(client.get("/"))
    answer = client.post("/projects/new/", NEW, follow=True)
    project = Project.objects.get(slug="border-reports-2026")
    assert (project.language, project.places, project.consensus) == ("fa", 3, "majority")
    assert project.guidelines.get().text == "Look twice."
    assert Membership.objects.get(project=project, user=admin).role == Role.CURATOR
    page = words(answer)
    assert "Invite at least 3 annotators" in page
    assert "/p/border-reports-2026/articles/add/" in page


def test_languages_are_chosen_by_name_and_one_that_a_command_set_stays(project):
    client = as_role(project, Role.CURATOR)
    Project.objects.filter(pk=project.pk).update(language="de-AT")
    page = words(client.get("/p/coast/settings/"))
    assert '<option value="fa">Persian</option>' in page
    assert '<option value="de-AT" selected>German (de-AT)</option>' in page
    client.post("/p/coast/settings/", STORED | {"language": "de-AT", "name": "Renamed", "seen": seen(page)})
    project.refresh_from_db()
    assert (project.name, project.language) == ("Renamed", "de-AT")


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"name": ""}, "This field is required"),
        ({"slug": "coast"}, "already"),
        ({"slug": "The Coast"}, "small Latin letters"),
        ({"name": "مرز"}, "no Latin letters"),
        ({"places": "10"}, "less than or equal to 9"),
        ({"language": "no code"}, "not one of the available choices"),
        ({"guideline": " "}, "This field is required"),
    ],
)
def test_what_cannot_be_is_said_beside_its_field_and_every_word_is_kept(project, given, sentence):
    answer = at_the_page(UserFactory(is_superuser=True)).post("/projects/new/", NEW | {"language": "ps"} | given)
    assert answer.status_code == 400
    page = words(answer)
    assert sentence in page
    assert "Look twice." in page or given == {"guideline": " "}
    assert Project.objects.count() == 1


def test_a_short_name_made_from_a_taken_name_gets_a_number(project):
    at_the_page(UserFactory(is_superuser=True)).post("/projects/new/", NEW | {"name": "Coast"})
    assert Project.objects.filter(slug="coast-2").exists()


def test_who_is_no_administrator_reads_why_not(project):
    answer = as_role(project, Role.CURATOR).get("/projects/new/")
    assert answer.status_code == 403
    assert "Only administrators create projects" in words(answer)


def test_a_curator_changes_the_settings(project):
    client = as_role(project, Role.CURATOR)
    page = words(client.get("/p/coast/settings/"))
    assert "Applies to claims made from now on" in page
    change = STORED | {"seen": seen(page), "name": "The other coast", "places": "3", "unaided_share": "12.5"}
    assert "The settings are saved" in words(client.post("/p/coast/settings/", change, follow=True))
    project.refresh_from_db()
    assert (project.name, project.places, project.unaided_share) == ("The other coast", 3, 0.125)
    assert (project.strategy, project.random_share) == ("check_worthiness", 0)


def test_a_curator_says_what_people_begin_with(project):
    client = as_role(project, Role.CURATOR)
    page = words(client.get("/p/coast/settings/"))
    assert 'value="chosen"' not in page
    change = STORED | {"seen": seen(page), "strategy": "article_order", "random_share": "10", "shows_pace": "on"}
    assert "The settings are saved" in words(client.post("/p/coast/settings/", change, follow=True))
    project.refresh_from_db()
    assert (project.strategy, project.random_share, project.shows_pace) == ("article_order", 0.1, True)
    event = AuditEvent.objects.get(kind="project.changed")
    assert event.facts["strategy"] == ["check_worthiness", "article_order"]
    # What a form does not send stays as it is.
    again = STORED | {"seen": seen(words(client.get("/p/coast/settings/"))), "consensus": "majority"}
    client.post("/p/coast/settings/", again)
    project.refresh_from_db()
    assert (project.consensus, project.strategy, project.random_share) == ("majority", "article_order", 0.1)
    assert client.post("/p/coast/settings/", STORED | {"strategy": "chosen", "seen": "x"}).status_code == 400


def test_a_curator_says_how_people_are_measured(project):
    client = as_role(project, Role.CURATOR)
    mark = seen(words(client.get("/p/coast/settings/")))
    change = {"calibrates": "1", "calibration_pass": "80", "check_share": "5"}
    client.post("/p/coast/settings/", STORED | {"seen": mark} | change)
    project.refresh_from_db()
    assert (project.calibrates, project.calibration_pass, project.check_share) == (True, 0.8, 0.05)
    # What a form does not send stays as it is.
    client.post("/p/coast/settings/", STORED | {"seen": seen(words(client.get("/p/coast/settings/"))), "places": "3"})
    project.refresh_from_db()
    assert (project.places, project.calibrates, project.calibration_pass) == (3, True, 0.8)
    sent = STORED | {"seen": seen(words(client.get("/p/coast/settings/"))), "calibrates": "", "calibration_pass": ""}
    client.post("/p/coast/settings/", sent)
    project.refresh_from_db()
    assert (project.calibrates, project.calibration_pass, project.check_share) == (False, None, 0.05)


def test_of_two_curators_the_second_sees_what_is_stored_now_and_then_decides(project):
    first, second = as_role(project, Role.CURATOR), as_role(project, Role.CURATOR)
    mark = seen(words(second.get("/p/coast/settings/")))
    first.post("/p/coast/settings/", STORED | {"seen": mark, "consensus": "majority"})
    answer = second.post("/p/coast/settings/", STORED | {"seen": mark, "name": "My coast"})
    assert answer.status_code == 409
    page = words(answer)
    assert "Somebody else has changed this meanwhile" in page
    assert '<dd dir="auto">majority</dd>' in page
    assert 'value="My coast"' in page
    second.post("/p/coast/settings/", STORED | {"seen": seen(page), "name": "My coast"})
    project.refresh_from_db()
    assert (project.name, project.consensus) == ("My coast", "unanimous")


def test_who_saves_second_sets_nothing_back_that_they_did_not_touch(project):
    first, second = as_role(project, Role.CURATOR), as_role(project, Role.CURATOR)
    page = words(second.get("/p/coast/settings/"))
    shown = dict(re.findall(r'name="(initial-[a-z_]+)" value="([^"]*)"', page))
    first.post("/p/coast/settings/", STORED | {"seen": seen(page), "places": "3"})
    answer = second.post("/p/coast/settings/", STORED | shown | {"seen": seen(page), "name": "My coast"})
    assert answer.status_code == 409
    page = words(answer)
    assert re.search(r'name="places" value="3"', page)
    assert 'value="My coast"' in page
    assert '<dd dir="auto">3</dd>' not in page


def test_a_setting_that_cannot_be_is_said_beside_its_field(project):
    client = as_role(project, Role.CURATOR)
    answer = client.post("/p/coast/settings/", STORED | {"unaided_share": "200", "seen": "x"})
    assert answer.status_code == 400
    assert "less than or equal to 100" in words(answer)


def test_without_a_language_model_there_is_nothing_to_choose(project):
    client = as_role(project, Role.CURATOR)
    page = words(client.get("/p/coast/settings/"))
    assert '<option value="rules" selected>the built-in rules</option>' in page
    assert "language_model" not in page
    assert "nothing leaves it. No language model is set up on this installation." in page
    change = STORED | {"seen": seen(page), "engine": "language_model"}
    assert client.post("/p/coast/settings/", change).status_code == 400
    project.refresh_from_db()
    assert project.engine == "rules"


def test_who_chooses_the_language_model_reads_where_the_articles_go(project, settings):
    settings.LANGUAGE_MODEL_URL = "https://models.example.org:8443/v1"
    settings.LANGUAGE_MODEL_NAME, settings.LANGUAGE_MODEL_KEY = "small-1", "sk-secret"
    client = as_role(project, Role.CURATOR)
    page = words(client.get("/p/coast/settings/"))
    assert "the whole text of every article that comes in from now on is sent to models.example.org:8443" in page
    assert "“small-1”" in page
    assert "sk-secret" not in page
    client.post("/p/coast/settings/", STORED | {"seen": seen(page), "engine": "language_model"})
    project.refresh_from_db()
    assert project.engine == "language_model"
    (event,) = AuditEvent.objects.filter(kind="project.changed")
    assert event.facts["engine"] == ["rules", "language_model"]
    client.post("/p/coast/settings/", STORED | {"seen": seen(words(client.get("/p/coast/settings/"))), "name": "Quay"})
    project.refresh_from_db()
    assert (project.name, project.engine) == ("Quay", "language_model"), "who does not send it leaves it"


@pytest.mark.parametrize("role", [Role.ANNOTATOR, Role.ADJUDICATOR, Role.RESEARCHER])
def test_only_curators_of_this_project_come_to_its_settings(project, role, client):
    for method in ("get", "post"):
        assert getattr(as_role(project, role), method)("/p/coast/settings/").status_code == 403
        assert getattr(as_role(ProjectFactory(), Role.CURATOR), method)("/p/coast/settings/").status_code == 404
    assert client.get("/p/coast/settings/").headers["Location"].startswith("/accounts/login/")


def test_the_bar_offers_each_person_the_pages_they_can_use(project):
    page = words(as_role(project, Role.ANNOTATOR).get("/p/coast/guideline/"))
    assert "/p/coast/guideline/" in page
    assert "/p/coast/people/" not in page
    assert "/p/coast/settings/" not in page
    page = words(as_role(project, Role.CURATOR).get("/p/coast/guideline/"))
    assert "/p/coast/people/" in page
    assert "/p/coast/settings/" in page


def test_the_settings_take_a_fixed_number_of_queries(project):
    assert queries(at_the_page(member(project, Role.CURATOR)), "/p/coast/settings/") == 3
