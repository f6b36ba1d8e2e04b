"""Asking for a page that is named as evidence."""

from __future__ import annotations

from typing import Any

import pytest

from tests import factories
from tests.factories import member
from verification.actions.snapshots import MOST, check_link
from verification.exceptions import Conflict, Invalid, NotAllowed
from verification.models import Annotation, AuditEvent, LinkSnapshot

pytestmark = pytest.mark.django_db
URL = "https://archive.example/1"


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


def test_there_is_an_end_to_it(place: Annotation) -> None:
    LinkSnapshot.objects.bulk_create(factories.LinkSnapshotFactory.build_batch(MOST, annotation=place))
    with pytest.raises(Conflict, match="no more"):
        check_link(place, url="https://archive.example/one-more", by=place.person)
