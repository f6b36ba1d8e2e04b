"""Claims by a question: what fits, and that it tells of nothing that a list would not."""

from __future__ import annotations

import pytest

from tests.factories import AliasFactory, AttributionFactory, ClaimFactory, PartyFactory, member
from tests.verification.conftest import DISPUTED, SUPPORTED, judge
from tests.verification.reports.people import resolve
from verification.asking import parse
from verification.extraction.claimants import party_key
from verification.models import Claim, Project, User
from verification.models.claim_asking import asking
from verification.vocabulary import Role, Verdict

pytestmark = pytest.mark.django_db


@pytest.fixture
def claims(project: Project) -> dict[str, Claim]:
    """Of one project; the fixture of the project has made one of another besides."""
    found: dict[str, Claim] = {
        "resolved": ClaimFactory(
            article__project=project, statement="The quay burned.", topics=["violence"], locations=["Kabul"]
        ),
        "disputed": ClaimFactory(article__project=project, statement="Nobody came.", dispute="denied"),
        "open": ClaimFactory(article__project=project, topics=["territory"], numbers=[{"low": 3}], modality="alleged"),
    }
    resolve(found["resolved"])
    resolve(found["disputed"], Verdict.DISPUTED)
    AttributionFactory(claim=found["resolved"], position=0, name="The dockers")
    party = PartyFactory(project=project, name="Harbour Front")
    AliasFactory(party=party, name="HF")
    AttributionFactory(claim=found["resolved"], position=1, name="the front", party=party)
    AttributionFactory(claim=found["open"], position=0, name="officials")
    leader = PartyFactory(project=project, name="Ahmad Massoud")
    AliasFactory(party=leader, name="Ahmad Massoud", key=party_key("Ahmad Massoud"))
    AttributionFactory(claim=found["disputed"], position=0, name="the leader", party=leader)
    return found


def names(claims: dict[str, Claim], project: Project, question: str, *, by: User) -> set[str]:
    of_project = Claim.objects.visible_to(by).filter(project=project)
    found = set(asking(of_project, parse(question), by=by).values_list("pk", flat=True))
    return {name for name, claim in claims.items() if claim.pk in found}


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("", {"resolved", "disputed", "open"}),
        ("burned", {"resolved"}),
        ("verdict:disputed", {"disputed"}),
        ("verdict:supported,disputed", {"resolved", "disputed"}),
        ("-verdict:disputed", {"resolved", "open"}),
        ("topic:territory,violence", {"resolved", "open"}),
        ("topic:violence verdict:disputed", set()),
        ("-topic:violence", {"disputed", "open"}),
        ("stage:open", {"open"}),
        ("-stage:open", {"resolved", "disputed"}),
        ("stage:open,resolved", {"resolved", "disputed", "open"}),
        ('claimant:"harbour front"', {"resolved"}),
        ("claimant:hf", {"resolved"}),
        ("claimant:dockers", set()),  # who is quoted by whoever claims it does not claim it
        ("claimant:official", {"open"}),
        ("claimant:Masoud", {"disputed"}),  # by another spelling of a name of theirs
        ('claimant:"ahmed masood"', set()),
        ('claimant:"ahmad masood"', {"disputed"}),
        ("claimant:sood", set()),
        ("place:Kabul", {"resolved"}),
        ("numbers:yes", {"open"}),
        ("numbers:no", {"resolved", "disputed"}),
        ("numbers:yes,no", {"resolved", "disputed", "open"}),
        ("modality:alleged", {"open"}),
        ("dispute:denied", {"disputed"}),
        ("since:2026-01-01", set()),  # undated claims did not happen then
    ],
)
def test_claims_that_fit(claims: dict[str, Claim], project: Project, question: str, expected: set[str]) -> None:
    assert names(claims, project, question, by=member(project, Role.RESEARCHER)) == expected


def test_a_question_tells_of_no_judgement_of_an_open_claim(claim: Claim, project: Project) -> None:
    people = [member(project), member(project)]
    one = {"claim": claim}
    asked = ("verdict:supported", "verdict:disputed", "verdict:unverified", "stage:awaiting_adjudication")
    judge(claim, by=people[0], change=SUPPORTED)
    before = {q: names(one, project, q, by=people[0]) for q in asked}
    judge(claim, by=people[1], change=DISPUTED)
    assert {q: names(one, project, q, by=people[0]) for q in asked} == before == {q: set() for q in asked}
    assert names(one, project, "-stage:open,in_progress", by=people[0]) == set()
    adjudicator = member(project, Role.ADJUDICATOR)
    assert names(one, project, "stage:awaiting_adjudication", by=adjudicator) == {"claim"}
