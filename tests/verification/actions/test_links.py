from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import AnnotationFactory, ArticleFactory, BearingFactory, ClaimFactory, ClaimLinkFactory, member
from tests.verification.conftest import DISPUTED, SUPPORTED, judge
from verification.actions.claims import reopen, withdraw
from verification.actions.links import confirm_link, draw_link, refuse_link
from verification.exceptions import Conflict, Invalid, NotAllowed
from verification.models import AuditEvent, Bearing, Claim, ClaimLink, User
from verification.urgency import apart_of, linked_of
from verification.vocabulary import Apart, LinkKind, Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def link() -> ClaimLink:
    ClaimLinkFactory()  # noise: another project
    made: ClaimLink = ClaimLinkFactory()
    return made


@pytest.fixture
def curator(link: ClaimLink) -> User:
    return member(link.project, Role.CURATOR)


def test_a_link_is_confirmed_and_refused_and_the_last_word_stands(link: ClaimLink, curator: User) -> None:
    confirmed = confirm_link(link, by=curator)
    assert (confirmed.confirmed_by, confirmed.refused_at) == (curator, None)
    refused = refuse_link(link, by=curator)
    assert (refused.refused_by, refused.confirmed_at) == (curator, None)
    assert [event.kind for event in AuditEvent.objects.order_by("pk")] == ["link.confirmed", "link.refused"]
    with pytest.raises(Conflict):
        refuse_link(link, by=curator)


def test_what_is_refused_is_suggested_no_more_and_neither_is_what_was_withdrawn(link: ClaimLink, curator: User) -> None:
    BearingFactory(claim=link.claim)
    passage = BearingFactory(claim=link.claim, article=link.other.article, score=0.8, link=link)
    assert passage in Bearing.objects.suggested()
    assert ClaimLink.objects.standing().of(link.other).filter(pk=link.pk).exists()
    refuse_link(link, by=curator)
    assert passage not in Bearing.objects.filter(claim=link.claim).suggested()
    assert Bearing.objects.filter(claim=link.claim).suggested().count() == 1
    assert not ClaimLink.objects.standing().of(link.claim).exists()


def test_a_link_is_drawn_once_whichever_claim_it_begins_at(link: ClaimLink, curator: User) -> None:
    third = ClaimFactory(article__project=link.project)
    drawn = draw_link(third, other=link.claim, kind=LinkKind.UPDATES, by=curator)
    assert (drawn.drawn_by, drawn.matcher, drawn.score, drawn.project) == (curator, None, 1.0, link.project)
    with pytest.raises(Conflict):
        draw_link(link.claim, other=third, kind=LinkKind.SAME, by=curator)
    with pytest.raises(Invalid):
        draw_link(third, other=third, kind=LinkKind.SAME, by=curator)


def test_a_link_stays_in_its_project(curator: User, link: ClaimLink) -> None:
    foreign = ClaimFactory()
    with pytest.raises(NotAllowed):
        draw_link(link.claim, other=foreign, kind=LinkKind.SAME, by=curator)


def test_who_judges_a_claim_does_not_decide_what_stands_beside_it(link: ClaimLink, curator: User) -> None:
    AnnotationFactory(claim=link.other, person=curator)
    for act in (confirm_link, refuse_link):
        with pytest.raises(NotAllowed, match="another curator"):
            act(link, by=curator)


def test_others_than_curators_do_not(link: ClaimLink) -> None:
    for role in (Role.ANNOTATOR, Role.ADJUDICATOR, Role.RESEARCHER):
        with pytest.raises(NotAllowed):
            confirm_link(link, by=member(link.project, role))


def test_drawing_a_link_locks_out_nobody_who_judges_one_of_its_claims(link: ClaimLink, curator: User) -> None:
    third = ClaimFactory(article__project=link.project)
    with CaptureQueriesContext(connection) as asked:
        draw_link(third, other=link.claim, kind=LinkKind.SAME, by=curator)
    locks = [query["sql"] for query in asked if "FOR " in query["sql"] and "UPDATE" in query["sql"]]
    assert len(locks) == 1
    assert "FOR NO KEY UPDATE" in locks[0]


def test_the_adjudicators_order_moves_with_the_links_of_a_claim(claim: Claim) -> None:
    curator = member(claim.project, Role.CURATOR)
    for change in (SUPPORTED, DISPUTED):
        judge(claim, by=member(claim.project), change=change)
    others = [ClaimFactory(article=ArticleFactory(project=claim.project)) for _other in range(2)]

    def linked() -> int:
        claim.refresh_from_db()
        return linked_of(claim.urgency, check_worthiness=claim.check_worthiness)

    assert linked() == 0
    drawn = [draw_link(claim, other=other, kind=LinkKind.SAME, by=curator) for other in others]
    assert linked() == 2
    refuse_link(drawn[0], by=curator)
    assert linked() == 1
    confirm_link(drawn[0], by=curator)
    assert linked() == 2
    withdraw(others[1], why="Not a claim.", by=curator)
    assert linked() == 1
    reopen(others[1], why="It is one.", by=curator)
    assert linked() == 2
    assert apart_of(claim.urgency) is Apart.OPPOSED
