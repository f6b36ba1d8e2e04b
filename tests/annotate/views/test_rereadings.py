"""Resolved claims to look at again, because the guideline changed."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from annotate.guideline_sections import changed_sections
from tests.annotate.views.people import as_role, judged_alike, queries, words
from tests.factories import AnnotationFactory, ProjectFactory, member
from verification.actions.claims import reopen
from verification.actions.projects import add_guideline
from verification.actions.rereadings import begin_rereading, say_it_stands
from verification.exceptions import Conflict, Invalid
from verification.models import AuditEvent, Guideline, Project, RereadClaim, Rereading
from verification.vocabulary import Role, Verdict

pytestmark = pytest.mark.django_db

FIRST = "Look twice.\n\n# Numbers\n\nRound them.\n\n# Places\n\nName them."


@pytest.fixture
def project() -> Project:
    return ProjectFactory(slug="coast", name="The coast")


@pytest.fixture
def curator(project: Project) -> Any:
    return as_role(project, Role.CURATOR)


def next_version(project: Project, text: str = FIRST) -> Guideline:
    return add_guideline(project, text=text, by=member(project, Role.CURATOR))


def page_of(begun: Rereading) -> str:
    return f"/p/coast/guideline/again/{begun.pk}/"


def test_the_sections_that_changed_are_named() -> None:
    after = FIRST.replace("Round them.", "Never round  them.").replace("# Places", "# Names of places")
    assert changed_sections(FIRST, after) == ["Numbers", "Names of places", "Places"]
    assert changed_sections(FIRST, FIRST.replace("\n\n", "\n")) == []


def test_a_curator_lists_what_was_decided_before_and_each_is_confirmed_or_opened_again(project, curator):
    claims = [judged_alike(project, statement=f"The {name} sank.")[0] for name in ("ferry", "barge")]
    next_version(project)
    version = next_version(project, FIRST.replace("Round them.", "Never round them."))
    later = judged_alike(project, statement="The raft sank.")[0]
    path = f"/p/coast/guideline/{version.version}/again/"
    assert path in words(curator.get("/p/coast/guideline/"))
    form = words(curator.get(path))
    assert 'value="Numbers"' in form
    assert 'value="Places"' not in form
    refused = curator.post(path, {"verdicts": ["disputed"]})
    assert refused.status_code == 400
    assert "No resolved claim of this kind" in words(refused)
    answer = curator.post(path, {"sections": ["Numbers"], "verdicts": ["supported"]}, follow=True)
    begun = Rereading.objects.get()
    page = words(answer)
    assert "0 of 2 looked at" in page
    assert "The ferry sank." in page
    assert later.statement not in page
    first, second = begun.claims.order_by("pk")
    assert [first.claim, second.claim] == claims
    curator.post(page_of(begun), {"claim": first.pk, "do": "stands"})
    assert AuditEvent.objects.get(kind="claim.stands").facts["guideline"] == version.version
    assert "it stands" in words(curator.get(f"/p/coast/claims/{claims[0].pk}/"))
    assert curator.post(page_of(begun), {"claim": second.pk, "do": "reopen", "why": " "}).status_code == 400
    curator.post(page_of(begun), {"claim": second.pk, "do": "reopen", "why": "The rule of numbers."})
    second.refresh_from_db()
    claims[1].refresh_from_db()
    assert (second.outcome, claims[1].resolved_at) == ("reopened", None)
    page = words(curator.get(page_of(begun)))
    assert "2 of 2 looked at" in page
    assert "Everything on this list has been looked at." in page
    assert "2 of 2 looked at" in words(curator.get(path))
    again = curator.post(page_of(begun), {"claim": first.pk, "do": "stands"}, follow=True)
    assert "Somebody has looked at this claim meanwhile." in words(again)


def test_what_is_opened_again_elsewhere_counts_as_looked_at(project, curator):
    claim = judged_alike(project)[0]
    begun = begin_rereading(next_version(project), by=member(project, Role.CURATOR))
    adjudicator = as_role(project, Role.ADJUDICATOR)
    adjudicator.post(f"/p/coast/claims/{claim.pk}/reopen/", {"why": "The rule."})
    assert "1 of 1 looked at" in words(adjudicator.get(page_of(begun)))
    with pytest.raises(Conflict):
        say_it_stands(begun.claims.get(), by=member(project, Role.CURATOR))


def test_what_was_confirmed_is_not_listed_again_under_the_same_version(project):
    judged_alike(project)
    by, version = member(project, Role.CURATOR), next_version(project)
    begun = begin_rereading(version, by=by, verdicts=[Verdict.SUPPORTED])
    say_it_stands(begun.claims.get(), by=by)
    with pytest.raises(Invalid):
        begin_rereading(version, by=by)
    assert begin_rereading(next_version(project, "Look thrice."), by=by).claims.count() == 1


def test_whoever_looks_at_a_claim_a_second_time_does_not_read_here_how_it_was_resolved(project):
    claim, first, second = judged_alike(project)
    for person in (first, second):
        project.memberships.create(user=person, role=Role.ADJUDICATOR)
    begun = begin_rereading(next_version(project), by=member(project, Role.CURATOR))
    AnnotationFactory(claim=claim, person=first, round="repeat", slot=1, started_at=timezone.now() + timedelta(1))
    assert not RereadClaim.objects.visible_to(first).filter(rereading=begun).exists()
    assert counted(begun, first) == (0, 0)
    assert counted(begun, second) == (1, 0)


def test_whoever_judged_a_claim_does_not_read_in_the_counts_that_it_was_opened_again(project):
    claim, first, _second = judged_alike(project)
    project.memberships.create(user=first, role=Role.CURATOR)
    begun = begin_rereading(next_version(project), by=member(project, Role.CURATOR))
    assert counted(begun, first) == (1, 0)
    opener = member(project, Role.CURATOR)
    reopen(claim, why="A new source.", by=opener)
    assert counted(begun, first) == (0, 0)
    assert counted(begun, opener) == (1, 1)


def counted(begun: Rereading, person: Any) -> tuple[int, int]:
    """How many claims of the list this person is told of, and how many of them somebody has looked at."""
    shown = Rereading.objects.visible_to(person).with_progress(person).get(pk=begun.pk)
    return shown.of, shown.looked_at


def test_the_list_takes_as_many_queries_for_many_claims_as_for_one(project, curator):
    for _number in range(3):
        judged_alike(project)
    begun = begin_rereading(next_version(project), by=member(project, Role.CURATOR))
    many = queries(curator, page_of(begun))
    for listed in begun.claims.all()[:2]:
        say_it_stands(listed, by=member(project, Role.CURATOR))
    assert queries(curator, page_of(begun)) == many
