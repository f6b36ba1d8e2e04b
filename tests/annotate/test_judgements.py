"""Judgements side by side: letters, what differs, and evidence by source."""

from __future__ import annotations

import pytest

from annotate.judgements import by_source, columns, differing
from tests.annotate.views.people import judged_apart
from tests.factories import ClaimFactory, EvidenceFactory, JudgementFactory, PassageFactory, ProjectFactory, member
from verification.models import Claim, Evidence, Judgement
from verification.vocabulary import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def claim() -> Claim:
    ClaimFactory()  # noise
    return ClaimFactory(places=3)


@pytest.fixture
def drafts(claim: Claim) -> list[Judgement]:
    return [JudgementFactory(annotation__claim=claim) for _person in range(3)]


def shape(claim: Claim, drafts: list[Judgement]) -> list[list[list[Evidence]]]:
    """The cells of the table that the drafts would make if they were submitted: evidence may still be added."""
    claim.annotations.update(submitted_at="2026-01-01T00:00:00Z")
    guideline = claim.project.guidelines.get()
    for draft in drafts:
        draft.verdict, draft.reason, draft.guideline = "unverified", "ambiguous_claim", guideline
        draft.rationale, draft.submitted_at = "It can be read in two ways.", "2026-01-01T00:00:00Z"
        draft.save()
    Claim.objects.filter(pk=claim.pk).update(filled_at="2026-01-01T00:00:00Z")
    shown = columns(claim, to=member(claim.project, Role.ADJUDICATOR))
    assert [column.letter for column in shown] == ["A", "B", "C"]
    return [source.cells for source in by_source(shown)]


def test_links_to_one_page_are_one_source_however_they_are_written(claim, drafts):
    first = EvidenceFactory(judgement=drafts[0], url="https://www.coast.example/ferry?utm_source=x")
    second = EvidenceFactory(judgement=drafts[1], url="http://coast.example/ferry#top")
    alone = EvidenceFactory(judgement=drafts[2], url="https://coast.example/bridge")
    assert shape(claim, drafts) == [[[first], [second], []], [[], [], [alone]]]


def test_passages_that_overlap_are_one_source_and_others_of_the_article_are_not(claim, drafts):
    first = PassageFactory(judgement=drafts[0], start=10, end=30)
    second = PassageFactory(judgement=drafts[1], start=25, end=50)
    third = PassageFactory(judgement=drafts[2], start=49, end=60)
    touching = PassageFactory(judgement=drafts[0], start=60, end=70)
    assert shape(claim, drafts) == [[[first], [second], [third]], [[touching], [], []]]


def test_passages_of_two_articles_at_the_same_place_are_two_sources(claim, drafts):
    own = PassageFactory(judgement=drafts[0], start=10, end=30)
    other = ClaimFactory(article__project=claim.project).article
    elsewhere = PassageFactory(judgement=drafts[1], article=other, start=10, end=30)
    assert shape(claim, drafts) == [[[own], [], []], [[], [elsewhere], []]]


def test_what_one_person_cites_twice_stays_in_one_cell(claim, drafts):
    both = [EvidenceFactory(judgement=drafts[1], url="https://coast.example/ferry") for _item in range(2)]
    assert shape(claim, drafts) == [[[], both, []]]


def test_what_differs_is_named_and_a_lone_own_judgement_has_no_letter():
    claim, first, _second = judged_apart(ProjectFactory())
    (own,) = columns(claim, to=first)
    assert (own.letter, own.is_mine) == ("", True)
    both = columns(claim, to=member(claim.project, Role.ADJUDICATOR))
    assert differing(both) == {"verdict", "reason"}
    assert differing([own]) == set()
    assert columns(claim, to=member(claim.project)) == []
