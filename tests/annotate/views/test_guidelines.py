"""The guideline: reading its versions, what changed, writing the next."""

from __future__ import annotations

import pytest
from django.utils.html import escape

from annotate.labels import label
from annotate.meanings import MEANINGS
from tests.annotate.views.people import as_role, queries, words
from tests.factories import GuidelineFactory, ProjectFactory, member
from verification.actions.projects import add_guideline
from verification.models import Project
from verification.vocabulary import Reason, Role, SourceType

pytestmark = pytest.mark.django_db


@pytest.fixture
def project() -> Project:
    made = ProjectFactory(slug="coast", guideline=None)
    GuidelineFactory(project=made, text="# Rules\n\nLook for evidence outside the article.\n\nAsk when in doubt.")
    return made


@pytest.mark.parametrize("role", list(Role))
def test_every_member_reads_the_newest_version_and_any_other(project, role):
    author = member(project, Role.CURATOR, username="writer")
    add_guideline(project, text="# Rules\n\nLook **twice**.", note="After the first week", by=author)
    client = as_role(project, role)
    page = words(client.get("/p/coast/guideline/"))
    assert "<strong>twice</strong>" in page
    assert "After the first week" in page
    assert "writer" in page
    older = words(client.get("/p/coast/guideline/1/"))
    assert "Ask when in doubt." in older
    assert "Annotators go by version 2" in older
    assert client.get("/p/coast/guideline/3/").status_code == 404


def test_below_the_guideline_stands_what_each_reason_and_type_of_source_means(project):
    page = words(as_role(project, Role.ANNOTATOR).get("/p/coast/guideline/"))
    for enum in (Reason, SourceType):
        for word in enum:
            assert f"<dt>{escape(label(word))}</dt><dd>{escape(MEANINGS[enum][word])}</dd>" in page


def test_strangers_find_nothing(project, client):
    for path in ("", "1/", "compare/", "write/"):
        assert as_role(ProjectFactory(), Role.CURATOR).get(f"/p/coast/guideline/{path}").status_code == 404
        assert client.get(f"/p/coast/guideline/{path}").status_code == 302


def test_a_comparison_names_what_was_added_and_removed_in_signs_and_words(project):
    add_guideline(project, text="# Rules\n\nLook for evidence inside the article.\n\nWrite it down.", by=None)
    page = words(as_role(project, Role.ANNOTATOR).get("/p/coast/guideline/compare/"))
    assert "From version 1 to version 2" in page
    assert "<del>outside</del>" in page
    assert "<ins>inside</ins>" in page
    assert "removed line:" in page
    assert "added line:" in page


@pytest.mark.parametrize(
    ("query", "status"), [("from=1&to=1", 200), ("from=x&to=", 200), ("from=7", 404), ("to=" + "9" * 40, 200)]
)
def test_a_comparison_takes_any_two_versions_and_survives_nonsense(project, query, status):
    assert as_role(project, Role.ANNOTATOR).get(f"/p/coast/guideline/compare/?{query}").status_code == status


def test_a_curator_looks_first_and_then_adds(project):
    client = as_role(project, Role.CURATOR)
    page = words(client.get("/p/coast/guideline/write/"))
    assert "Ask when in doubt." in page
    written = {"text": "Look **thrice**.", "note": "On doubt", "based_on": "1"}
    page = words(client.post("/p/coast/guideline/write/", written | {"do": "preview"}))
    assert "<strong>thrice</strong>" in page
    assert project.guidelines.count() == 1
    page = words(client.post("/p/coast/guideline/write/", written | {"do": "add"}, follow=True))
    assert "Version 2 is what annotators go by" in page
    assert project.guidelines.get(version=2).note == "On doubt"


def test_a_version_written_meanwhile_is_shown_beside_the_words_which_are_kept(project):
    client = as_role(project, Role.CURATOR)
    add_guideline(project, text="Look twice.", by=None)
    mine = {"text": "Look thrice.", "note": "", "based_on": "1", "do": "add"}
    answer = client.post("/p/coast/guideline/write/", mine)
    page = words(answer)
    assert answer.status_code == 409
    assert "Version 2 was written while you wrote yours" in page
    assert "<del>twice</del>" in page
    assert "Look thrice.</textarea>" in page
    assert 'name="based_on" value="2"' in page
    client.post("/p/coast/guideline/write/", mine | {"based_on": "2"})
    assert project.guidelines.get(version=3).text == "Look thrice."


@pytest.mark.parametrize("text", ["", "the same"])
def test_nothing_and_the_same_again_are_refused_beside_the_text(project, text):
    if text:
        text = project.guidelines.get().text.replace("\n", "\r\n")
    answer = as_role(project, Role.CURATOR).post("/p/coast/guideline/write/", {"text": text, "based_on": "1"})
    assert answer.status_code == 400
    assert 'href="#id_text"' in words(answer)
    assert project.guidelines.count() == 1


@pytest.mark.parametrize("role", [Role.ANNOTATOR, Role.ADJUDICATOR, Role.RESEARCHER])
def test_others_read_and_write_nothing(project, role):
    client = as_role(project, role)
    assert "/p/coast/guideline/write/" not in words(client.get("/p/coast/guideline/"))
    assert client.get("/p/coast/guideline/write/").status_code == 403
    assert client.post("/p/coast/guideline/write/", {"text": "Mine.", "based_on": "1"}).status_code == 403


def test_the_page_takes_as_many_queries_for_many_versions_as_for_one(project):
    client = as_role(project, Role.CURATOR)
    few = queries(client, "/p/coast/guideline/")
    for number in range(60):
        add_guideline(project, text=f"Look {number} times.", by=member(project, Role.CURATOR))
    assert queries(client, "/p/coast/guideline/") == few == 5
    assert "Version 11<" not in words(client.get("/p/coast/guideline/"))
