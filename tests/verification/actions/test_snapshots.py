"""Asking for a page that is named as evidence."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import factories
from tests.factories import member
from tests.verification.conftest import SUPPORTED, judge
from verification.actions.annotations import save_draft, submit
from verification.actions.places import start_next
from verification.actions.snapshots import MOST, check_link
from verification.exceptions import Conflict, Invalid, NotAllowed
from verification.jobs import retrieve
from verification.models import Annotation, AuditEvent, Claim, LinkSnapshot, User
from verification.vocabulary import Role

pytestmark = pytest.mark.django_db
URL = "https://archive.example/1"
NOTHING_FOUND = {
    "verdict": "unverified",
    "reason": "no_evidence_found",
    "rationale": "Nothing is there.",
    "searches": [{"where": "the archive", "query": "ship", "outcome": "nothing"}],
}


@pytest.fixture
def place(settings: Any) -> Annotation:
    settings.RETRIEVAL = True
    place: Annotation = factories.AnnotationFactory()
    return place


def test_a_worker_is_asked_once_however_often_the_button_is_pressed(place: Annotation) -> None:
    first = check_link(place, url=f" {URL} ", by=place.person)
    assert check_link(place, url=URL, by=place.person) == first
    first.refresh_from_db()
    assert (first.url, first.project_id) == (URL, place.claim.project_id)
    event = AuditEvent.objects.get(kind="annotation.link_checked")
    assert (event.subject_id, event.facts) == (place.pk, {"snapshot": first.pk})


def test_a_page_that_was_had_may_be_asked_for_again(place: Annotation) -> None:
    done = factories.RetrievedLinkFactory(annotation=place, url=URL)
    assert check_link(place, url=URL, by=place.person) != done


def test_two_people_have_a_snapshot_each(place: Annotation) -> None:
    other = factories.AnnotationFactory(claim=place.claim, slot=2)
    mine, theirs = (check_link(each, url=URL, by=each.person) for each in (place, other))
    assert mine != theirs


def test_nobody_asks_in_anothers_place(place: Annotation) -> None:
    with pytest.raises(NotAllowed, match="another person's place"):
        check_link(place, url=URL, by=member(place.claim.project))


@pytest.mark.parametrize("url", ["", " ", "https://archive.example/" + "a" * 2000, "https://archive.example/\x00"])
def test_what_cannot_be_an_address_is_refused_with_its_field(place: Annotation, url: str) -> None:
    with pytest.raises(Invalid) as refused:
        check_link(place, url=url, by=place.person)
    assert "url" in refused.value.fields


def test_nothing_is_asked_for_where_it_is_switched_off(place: Annotation, settings: Any) -> None:
    settings.RETRIEVAL = False
    with pytest.raises(Conflict, match="switched off"):
        check_link(place, url=URL, by=place.person)
    assert not LinkSnapshot.objects.exists()


def submitted(claim: Claim, *urls: str, by: User | None = None) -> Annotation:
    """A place whose judgement rests on these links, submitted."""
    links = [{"kind": "link", "url": url, "stance": "supports"} for url in urls]
    return judge(claim, by=by or member(claim.project), change=SUPPORTED | {"evidence": links})


def asked_in(place: Annotation) -> list[str]:
    return sorted(LinkSnapshot.objects.filter(annotation=place).values_list("url", flat=True))


def test_links_that_nobody_checked_are_checked_once_the_judgement_is_submitted(claim: Claim, settings: Any) -> None:
    settings.RETRIEVAL = True
    place = submitted(claim, URL, URL, f"{URL}2")
    assert asked_in(place) == [URL, f"{URL}2"]
    assert sorted(retrieve.waiting_in(place.pk)) == sorted(LinkSnapshot.objects.values_list("pk", flat=True))
    event = AuditEvent.objects.get(kind="judgement.submitted")
    assert event.facts == {"annotation": place.pk, "revision": 1, "links": 2}
    assert not AuditEvent.objects.visible_to(member(claim.project, Role.CURATOR)).filter(pk=event.pk).exists()


def test_what_was_had_is_not_had_again_and_what_failed_is_tried_once_more(claim: Claim, settings: Any) -> None:
    settings.RETRIEVAL = True
    person = member(claim.project)
    place = submitted(claim, URL, f"{URL}2", by=person)
    LinkSnapshot.objects.filter(url=URL).update(state="failed", failure="No.")
    submit(place, by=person, change={"rationale": "It says so, and more."})
    assert asked_in(place) == [URL, URL, f"{URL}2"]


@pytest.mark.parametrize("off", ["RETRIEVAL", "RETRIEVAL_AFTER_SUBMIT"])
def test_an_installation_may_leave_that_to_people(claim: Claim, settings: Any, off: str) -> None:
    settings.RETRIEVAL = True
    setattr(settings, off, False)
    assert asked_in(submitted(claim, URL)) == []


def test_a_judgement_without_links_asks_nothing_more(claim: Claim, settings: Any) -> None:
    def queries(*, on: bool) -> int:
        settings.RETRIEVAL = on
        person = member(claim.project)
        place = start_next(claim.project, by=person)
        save_draft(place, change=NOTHING_FOUND, by=person)
        with CaptureQueriesContext(connection) as captured:
            submit(place, by=person)
        return len(captured)

    type(claim).objects.update(places=5)
    assert queries(on=True) == queries(on=False)


def test_there_is_an_end_to_it(place: Annotation) -> None:
    LinkSnapshot.objects.bulk_create(factories.LinkSnapshotFactory.build_batch(MOST, annotation=place))
    with pytest.raises(Conflict, match="no more"):
        check_link(place, url="https://archive.example/one-more", by=place.person)
