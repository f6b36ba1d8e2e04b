"""What the page of a claim and the list tell of others' work, and to whom."""

from __future__ import annotations

import pytest

from tests.annotate.views.people import SAID, as_role, at_the_page, judged_alike, judged_apart, words
from tests.factories import (
    AnnotationFactory,
    BearingFactory,
    ClaimFactory,
    ProjectFactory,
    member,
)
from verification.actions.annotations import skip
from verification.actions.claims import reopen
from verification.actions.places import start_next
from verification.models import Claim, Project
from verification.vocabulary import Role, SkipReason, Stage

pytestmark = pytest.mark.django_db


@pytest.fixture
def project() -> Project:
    ClaimFactory(statement="A claim of somebody else's project.")
    return ProjectFactory(slug="coast", name="The coast")


def url(claim: Claim) -> str:
    return f"/p/coast/claims/{claim.pk}/"


@pytest.mark.parametrize(
    "path", ["/p/coast/claims/", "/p/coast/claims/{}/", "/p/coast/articles/{}/", "/p/coast/articles/"]
)
def test_nobody_who_judges_finds_a_word_of_what_others_said(project, path):
    claim, first, second = judged_apart(project)
    path = path.format(claim.article_id if "articles" in path else claim.pk)
    newcomer = member(project)
    for person, own in ((first, SAID["first"]), (second, SAID["second"]), (newcomer, None)):
        page = words(at_the_page(person).get(path))
        for said in SAID.values():
            assert (said in page) == (said == own and "claims/" in path and path != "/p/coast/claims/")
        assert "awaiting adjudication</span" not in page
        assert "Judgement A" not in page
        assert "Judgement B" not in page
        for person_elsewhere in {first, second} - {person}:
            assert person_elsewhere.username not in page


def test_the_stage_filter_tells_an_annotator_nothing(project):
    claim, first, _second = judged_apart(project, statement="They differ on this one.")
    for person, finds in ((first, Stage.IN_PROGRESS), (member(project), Stage.OPEN)):
        client = at_the_page(person)
        for stage in Stage:
            page = words(client.get(f"/p/coast/claims/?stage={stage.value}"))
            assert ("They differ on this one." in page) == (stage == finds)
    curator = as_role(project, Role.CURATOR)
    assert claim.statement in words(curator.get("/p/coast/claims/?stage=awaiting_adjudication"))


def test_an_own_judgement_carries_no_letter_that_would_count_the_others(project):
    claim, _first, second = judged_apart(project)
    page = words(at_the_page(second).get(url(claim)))
    assert "Your judgement" in page
    assert SAID["second"] in page
    assert "You submitted your judgement" in page


def test_a_curator_and_a_researcher_see_the_stage_and_no_judgement_before_it_is_resolved(project):
    claim, *_people = judged_apart(project)
    for role in (Role.CURATOR, Role.RESEARCHER):
        page = words(as_role(project, role).get(url(claim)))
        assert "awaiting adjudication" in page
        assert not any(said in page for said in SAID.values())
        assert "was submitted" not in page


def test_an_adjudicator_who_judged_it_sees_their_own_judgement_alone(project):
    claim, first, _second = judged_apart(project)
    claim.project.memberships.create(user=first, role=Role.ADJUDICATOR)
    page = words(at_the_page(first).get(url(claim)))
    assert SAID["first"] in page
    assert SAID["second"] not in page
    assert "Decide" not in page
    other = words(as_role(project, Role.ADJUDICATOR).get(url(claim)))
    assert SAID["second"] in other
    assert f'href="/p/coast/adjudication/{claim.pk}/"' in other


def test_a_resolved_claim_shows_everybody_its_judgements_and_what_it_rests_on(project):
    claim, first, second = judged_alike(project)
    for client in (at_the_page(first), as_role(project, Role.ANNOTATOR), as_role(project, Role.RESEARCHER)):
        page = words(client.get(url(claim)))
        assert all(said in page for said in SAID.values())
        assert "Judgement A" in page
        assert "judgement A, judgement B" in " ".join(page.split())
        assert "by consensus" in page
        assert second.username not in page
    assert "Supported" in words(as_role(project, Role.ANNOTATOR).get("/p/coast/claims/"))


def test_what_happened_before_is_hidden_again_when_a_claim_is_reopened(project):
    claim, first, _second = judged_alike(project)
    reopen(claim, why="A newer source has come.", by=member(project, Role.CURATOR))
    page = words(at_the_page(first).get(url(claim)))
    assert "Resolved." not in page
    assert "Opened again." not in page
    assert "A newer source" not in page
    assert SAID["second"] not in page
    adjudicator = words(as_role(project, Role.ADJUDICATOR).get(url(claim)))
    assert "Opened again." in adjudicator
    assert "A newer source has come." in adjudicator


def test_a_drop_is_told_to_curators_alone(project):
    claim = ClaimFactory(article__project=project)
    people = member(project), member(project)
    for person in people:
        skip(start_next(project, by=person), reason=SkipReason.NOT_A_CLAIM, by=person)
    curator = words(as_role(project, Role.CURATOR).get(url(claim)))
    assert "dropped" in curator
    assert "Taken out of the queue" in curator
    annotator = words(at_the_page(people[0]).get(url(claim)))
    assert "Taken out of the queue" not in annotator
    assert "dropped</span" not in annotator
    assert "You skipped it." in annotator


def test_suggestions_are_kept_from_whoever_judges_without_them(project):
    claim = ClaimFactory(article__project=project, worthiness_reasons=["denied in the same article"])
    bearing = BearingFactory(claim=claim, reason="says the opposite")
    unaided = AnnotationFactory(claim=claim, aided=False).person
    assert bearing.reason not in words(at_the_page(unaided).get(url(claim)))
    assert "denied in the same article" not in words(at_the_page(unaided).get(url(claim)))
    assert "denied in the same article" in words(as_role(project, Role.ANNOTATOR).get(url(claim)))
    assert bearing.reason in words(as_role(project, Role.ANNOTATOR).get(url(claim)))
    project.unaided_share = 0.2
    project.save()
    assert bearing.reason not in words(as_role(project, Role.ANNOTATOR).get(url(claim)))
    assert bearing.reason in words(as_role(project, Role.CURATOR).get(url(claim)))
