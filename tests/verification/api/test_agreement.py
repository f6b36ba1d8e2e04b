"""How far people agree, over the API."""

from __future__ import annotations

import pytest
from pytest_django import DjangoAssertNumQueries

from tests.factories import MembershipFactory
from tests.verification.reports.people import annotators, judged
from verification.jobs import agreement
from verification.models import AgreementReport, Project
from verification.vocabulary import Role

from .conftest import Speaker, is_refusal, speaker

pytestmark = pytest.mark.django_db

ADDRESS = "projects/harbour/agreement/"
SAID = ["ss", "dd", "ss", "sd", "uu", "ss", "dd", "us", "ss", "dd"]
FIGURE = {"value", "low", "high", "items", "raters", "undefined_because"}


def compute(who: Speaker) -> None:
    assert who.say("post", ADDRESS).status_code == 202
    agreement.run(AgreementReport.objects.latest("requested_at").pk)


def test_figures_come_with_their_intervals_or_say_why_there_are_none(curator: Speaker, project: Project) -> None:
    before = curator.say("get", ADDRESS).json()
    assert (before["state"], before["computed_at"], before["verdict"]) == (None, None, None)
    judged(project, annotators(project), SAID)
    compute(curator)
    told = curator.say("get", ADDRESS).json()
    assert (told["state"], told["scope"], told["claims"]) == ("done", "all", 10)
    for measure in ("raw", "alpha", "ac1", "fleiss", "cohen"):
        figure = told["verdict"][measure]
        assert set(figure) == FIGURE
        assert figure["low"] <= figure["value"] <= figure["high"]
    assert told["verdict"]["raw"]["value"] == 0.8
    assert told["evidence"]["spans"]["raw"] == {
        "value": None,
        "low": None,
        "high": None,
        "items": 0,
        "raters": 0,
        "undefined_because": "Nobody cites anything of this kind.",
    }


def test_curators_read_names_and_researchers_pseudonyms(
    curator: Speaker, researcher: Speaker, project: Project
) -> None:
    people = annotators(project)
    judged(project, people, SAID, resolved=True)
    compute(curator)
    assert set(curator.say("get", ADDRESS).json()["pairs"][0]["people"]) == {person.username for person in people}
    told = researcher.say("get", ADDRESS).json()
    assert all(name.startswith("p-") for name in told["pairs"][0]["people"])
    assert {cell["key"] for cell in told["by"]["person"]} == set(told["pairs"][0]["people"])
    assert told["verdict"] == curator.say("get", ADDRESS).json()["verdict"]


def test_whoever_judges_too_is_told_of_resolved_claims(curator: Speaker, project: Project) -> None:
    judged(project, annotators(project), SAID)
    MembershipFactory(project=project, user=curator.user, role=Role.ANNOTATOR)
    compute(curator)
    told = curator.say("get", ADDRESS).json()
    assert (told["scope"], told["claims"]) == ("resolved", 0)
    assert told["verdict"]["raw"]["undefined_because"].startswith("No claim that counts here")


@pytest.mark.parametrize("role", [Role.ANNOTATOR, Role.ADJUDICATOR])
def test_it_is_for_curators_and_researchers(project: Project, role: Role) -> None:
    who = speaker(project, role)
    assert is_refusal(who.say("get", ADDRESS), 403)
    assert is_refusal(who.say("post", ADDRESS), 403)


def test_strangers_find_nothing(stranger: Speaker, project: Project) -> None:
    assert is_refusal(stranger.say("get", ADDRESS), 404)
    assert is_refusal(stranger.say("post", ADDRESS), 404)


def test_it_takes_no_fields(curator: Speaker, project: Project) -> None:
    assert is_refusal(curator.say("post", ADDRESS, {"scope": "all"}), 400, "scope")


def test_many_people_take_as_many_queries_as_few(
    curator: Speaker, project: Project, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for people in (2, 4):
        judged(project, annotators(project, people), [said * (people // 2) for said in SAID], resolved=True)
        compute(curator)
        with django_assert_max_num_queries(9):
            curator.say("get", ADDRESS)
