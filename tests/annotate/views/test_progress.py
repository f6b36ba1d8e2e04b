"""The page of progress and agreement."""

from __future__ import annotations

import pytest
from django.test import Client
from lxml import html
from pytest_django import DjangoAssertNumQueries

from tests.factories import MembershipFactory, ProjectFactory, member
from tests.verification.reports.people import annotators, judged
from verification.actions.agreement import request_agreement
from verification.actions.projects import change_project
from verification.actions.versions import version_of
from verification.jobs import agreement
from verification.models import AgreementReport, Project, User
from verification.vocabulary import ReportState, Role

pytestmark = pytest.mark.django_db
SAID = ["ss", "dd", "ss", "sd", "uu", "ss", "dd", "us", "ss", "dd", "ss", "uu"]


@pytest.fixture
def project() -> Project:
    project: Project = ProjectFactory(slug="here")
    judged(project, annotators(project), SAID, resolved=True)
    return project


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def compute(project: Project, by: User) -> None:
    agreement.run(request_agreement(project, by=by).pk)


def test_a_curator_has_the_figures_computed_and_reads_them(project: Project) -> None:
    curator = member(project, Role.CURATOR)
    client = signed_in(curator)
    assert "Nothing is computed yet." in client.get("/p/here/progress/").content.decode()
    answer = client.post("/p/here/progress/", follow=True)
    assert "The figures are being computed." in answer.content.decode()
    agreement.run(AgreementReport.objects.get().pk)
    page = html.fromstring(client.get("/p/here/progress/").content)
    words = " ".join(page.text_content().split())
    assert "From the first blind judgements of 12 claims." in words
    assert page.xpath("//tr[th = 'Verdicts']/td[1]//b")[0].text == "0.83"
    assert "Krippendorff's alpha" in words
    assert "Half of all first judgements took less than 2 minutes" in words
    names = {name.text for name in page.xpath("//bdi")}
    assert {user.username for user in User.objects.filter(annotations__isnull=False)} <= names
    # Each drawing says what it is, and stands beside its table.
    drawings = page.xpath("//main//svg")
    assert len(drawings) >= 5
    for drawing in drawings:
        assert drawing.get("role") == "img"
        assert drawing.xpath("./title")[0].text
        assert drawing.xpath("./desc")[0].text
    assert not page.xpath("//main//@style | //main//*[@onclick]")


def test_a_researcher_reads_pseudonyms(project: Project) -> None:
    researcher = member(project, Role.RESEARCHER)
    compute(project, researcher)
    shown = signed_in(researcher).get("/p/here/progress/").content.decode()
    names = User.objects.filter(annotations__isnull=False).values_list("username", flat=True).distinct()
    assert not [name for name in names if f">{name}<" in shown]
    assert "<bdi>p-" in shown


def test_whoever_judges_sees_their_own_pace_and_nobody_elses(project: Project) -> None:
    annotator = User.objects.filter(annotations__isnull=False).distinct().first()
    assert annotator is not None
    compute(project, member(project, Role.CURATOR))
    shown = html.fromstring(signed_in(annotator).get("/p/here/progress/").content).text_content()
    assert "12 judgements in the last four weeks" in " ".join(shown.split())
    assert "How far people agree" not in shown
    idle = html.fromstring(signed_in(member(project)).get("/p/here/progress/").content).text_content()
    assert "0 judgements in the last four weeks" in " ".join(idle.split())


def test_curators_see_each_persons_pace_where_the_project_says_so_and_its_people_are_told(project: Project) -> None:
    curator, annotator = member(project, Role.CURATOR), User.objects.filter(annotations__isnull=False).first()
    assert annotator is not None

    def shown(to: User) -> str:
        page = html.fromstring(signed_in(to).get("/p/here/progress/").content)
        return " ".join(page.text_content().split())

    compute(project, curator)
    assert "Each person's pace" not in shown(curator)
    assert "You alone see this." in shown(annotator)
    change_project(project, change={"shows_pace": True}, seen=version_of(project), by=curator)
    compute(project, curator)
    assert f"{annotator.username}122 minutes" in shown(curator).split("Each person's pace")[1]
    assert "curators see how many claims you judged" in shown(annotator)
    assert "Each person's pace" not in shown(member(project, Role.RESEARCHER))


def test_a_curator_who_judges_is_told_why_only_resolved_claims_count(project: Project) -> None:
    both = member(project, Role.CURATOR)
    MembershipFactory(project=project, user=both, role=Role.ANNOTATOR)
    compute(project, both)
    shown = signed_in(both).get("/p/here/progress/").content.decode()
    assert "resolved claims alone are counted for you" in shown
    assert "Your own pace" in shown


def test_a_failure_is_told_with_what_to_do(project: Project) -> None:
    curator = member(project, Role.CURATOR)
    request_agreement(project, by=curator)
    AgreementReport.objects.update(state=ReportState.FAILED, failure="Given up. Compute anew.")
    shown = signed_in(curator).get("/p/here/progress/").content.decode()
    assert "They could not be computed" in shown
    assert "Given up. Compute anew." in shown


def test_while_it_is_computed_the_page_asks_again_by_itself(project: Project) -> None:
    curator = member(project, Role.CURATOR)
    report = request_agreement(project, by=curator)
    client = signed_in(curator)
    part = client.get("/p/here/progress/", HTTP_HX_REQUEST="true")
    assert 'hx-trigger="every 2s"' in part.content.decode()
    agreement.run(report.pk)
    assert client.get("/p/here/progress/", HTTP_HX_REQUEST="true")["HX-Refresh"] == "true"


def test_it_costs_as_many_queries_for_many_as_for_few(
    project: Project, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    curator = member(project, Role.CURATOR)
    compute(project, curator)
    client = signed_in(curator)
    with django_assert_max_num_queries(10):
        client.get("/p/here/progress/")
    judged(project, annotators(project, 3), ["sss", "ddu"] * 6, resolved=True)
    compute(project, curator)
    with django_assert_max_num_queries(10):
        client.get("/p/here/progress/")
