from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from tests import factories
from tests.factories import member
from verification.actions.annotations import save_draft, skip
from verification.actions.claims import add_claim, reopen, withdraw
from verification.actions.places import start_next
from verification.exceptions import Conflict, Invalid, NotAllowed
from verification.models import Article, AuditEvent, Claim, Project
from verification.vocabulary import Role, SkipReason


@pytest.fixture
def article(project: Project) -> Article:
    return factories.ArticleFactory(project=project, text="First 🚢 words. The pier burned down, he said. More words.")


def test_a_person_adds_a_claim_that_extraction_missed(article: Article) -> None:
    by = member(article.project)
    start = article.text.index("The pier")
    claim = add_claim(article, start=start, end=start + len("The pier burned down"), by=by)
    assert (claim.quote, claim.statement) == ("The pier burned down", "The pier burned down")
    assert (claim.prefix, claim.suffix[:3]) == ("First 🚢 words. ", ", h")
    assert (claim.origin_person, claim.places) == (by, article.project.places)
    assert start_next(article.project, by=by).claim == claim


@pytest.mark.parametrize(("start", "end"), [(5, 5), (-1, 5), (0, 10_000), (14, 15)])
def test_what_is_no_passage_is_refused(article: Article, start: int, end: int) -> None:
    with pytest.raises(Invalid):
        add_claim(article, start=start, end=end, by=member(article.project))


def test_a_passage_that_is_too_long_for_a_claim_is_refused(project: Project) -> None:
    text = " ".join(f"word{number}" for number in range(110_000))
    article = factories.ArticleFactory(project=project, text=text)
    with pytest.raises(Invalid, match="Select less"):
        add_claim(article, start=0, end=len(text), by=member(project))


def test_the_same_claim_is_not_added_twice(article: Article) -> None:
    by = member(article.project)
    add_claim(article, start=0, end=5, by=by)
    with pytest.raises(Conflict):
        add_claim(article, start=0, end=5, by=by)


def test_a_stranger_adds_nothing(article: Article) -> None:
    with pytest.raises(NotAllowed):
        add_claim(article, start=0, end=5, by=factories.UserFactory())


def test_a_withdrawn_claim_leaves_the_queue_and_comes_back(claim: Claim) -> None:
    curator = member(claim.project, Role.CURATOR)
    withdraw(claim, why="page furniture", by=curator)
    assert Claim.objects.withdrawn().get() == claim
    assert start_next(claim.project, by=member(claim.project)) is None
    reopen(claim, why="it is one after all", by=curator)
    assert start_next(claim.project, by=member(claim.project)).claim == claim


def test_whoever_is_at_work_on_a_withdrawn_claim_gets_the_next_one_and_keeps_their_words(claim: Claim) -> None:
    person, curator = member(claim.project), member(claim.project, Role.CURATOR)
    begun = start_next(claim.project, by=person)
    assert begun is not None
    save_draft(begun, change={"rationale": "So far."}, by=person)
    withdraw(begun.claim, why="page furniture", by=curator)
    other = factories.ClaimFactory(article=claim.article)
    following = start_next(claim.project, by=person)
    assert following is not None
    assert following.claim == other
    begun.refresh_from_db()
    assert begun.lapsed_at is not None
    assert begun.draft().rationale == "So far."
    assert not AuditEvent.objects.visible_to(curator).filter(kind="annotation.lapsed").exists()


def test_why_it_was_withdrawn_and_opened_again_is_kept(claim: Claim) -> None:
    curator = member(claim.project, Role.CURATOR)
    for why in ("page furniture", "a duplicate"):
        withdraw(claim, why=why, by=curator)
        reopen(claim, why=f"no, not {why}", by=curator)
    claim.refresh_from_db()
    assert claim.withdrawn_why is None
    kept = claim.reopenings.values_list("withdrawn_why", "withdrawn_by", "why", "by")
    assert list(kept) == [
        ("page furniture", curator.pk, "no, not page furniture", curator.pk),
        ("a duplicate", curator.pk, "no, not a duplicate", curator.pk),
    ]
    with pytest.raises(IntegrityError, match="reopening never changes"), transaction.atomic():
        claim.reopenings.update(why="Something else.")


def test_a_withdrawn_claim_does_not_come_back_beside_its_double(claim: Claim) -> None:
    curator = member(claim.project, Role.CURATOR)
    withdraw(claim, why="extraction error", by=curator)
    factories.ClaimFactory(article=claim.article, statement=claim.statement, public_id=claim.public_id)
    with pytest.raises(Conflict, match="added anew"):
        reopen(claim, why="sorry", by=curator)


def test_withdrawing_is_for_curators_and_needs_a_why(claim: Claim) -> None:
    with pytest.raises(NotAllowed):
        withdraw(claim, why="no", by=member(claim.project))
    with pytest.raises(Invalid):
        withdraw(claim, why="", by=member(claim.project, Role.CURATOR))


def test_a_dropped_claim_comes_back_to_the_queue(claim: Claim) -> None:
    for _person in range(2):
        by = member(claim.project)
        skip(start_next(claim.project, by=by), reason=SkipReason.NOT_A_CLAIM, by=by)
    assert Claim.objects.dropped().exists()
    reopen(claim, why="it can be checked", by=member(claim.project, Role.CURATOR))
    assert start_next(claim.project, by=member(claim.project)).claim == claim
