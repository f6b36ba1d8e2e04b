"""What somebody is kept from: said by curators and by themselves, heeded by the queue."""

from __future__ import annotations

import pytest

from tests.annotate.views.people import as_role, at_the_page, words
from tests.factories import (
    AttributionFactory,
    ClaimFactory,
    ExclusionFactory,
    ProjectFactory,
    PublicationFactory,
    member,
)
from verification.actions.exclusions import keep_from, let_have
from verification.actions.places import start_next
from verification.exceptions import Invalid, NotAllowed
from verification.models import AuditEvent, Exclusion, Party, Project
from verification.models.queue import draw, how_many_wait
from verification.vocabulary import Role, Topic

pytestmark = pytest.mark.django_db


@pytest.fixture
def project() -> Project:
    return ProjectFactory(slug="coast")


def test_the_queue_gives_nobody_what_they_are_kept_from(project):
    of_topic = ClaimFactory(article__project=project, topics=["casualties"])
    in_outlet = ClaimFactory(article__project=project)
    PublicationFactory(article=in_outlet.article, outlet="Harbour News")
    of_party = ClaimFactory(article__project=project)
    AttributionFactory(claim=of_party, party=Party.objects.create(project=project, name="The port authority"))
    left = ClaimFactory(article__project=project, check_worthiness=0.1)
    person, other = member(project), member(project)
    keep_from(project, person=person, topic=Topic.CASUALTIES, by=person)
    keep_from(project, person=person, outlet=" Harbour News ", by=person)
    keep_from(project, person=person, party="The port authority", by=person)
    assert how_many_wait(project, person=person, most=9) == 1
    assert how_many_wait(project, person=other, most=9) == 4
    assert draw(project, person=person).claim == left.pk
    # Nor as a second judgement of what others began.
    assert start_next(project, by=other).claim in (of_topic, in_outlet, of_party)
    assert how_many_wait(project, person=person, most=9) == 1
    assert start_next(project, by=person).claim == left


@pytest.mark.parametrize(
    "what", [{}, {"topic": Topic.FORCES, "outlet": "Harbour News"}, {"party": "Nobody"}, {"outlet": "x" * 301}]
)
def test_what_cannot_be_heeded_is_refused(project, what):
    person = member(project)
    with pytest.raises(Invalid):
        keep_from(project, person=person, by=person, **what)


def test_a_curator_says_it_and_a_curator_takes_it_back(project):
    person, client = member(project), as_role(project, Role.CURATOR)
    address = f"/p/coast/people/{person.pk}/kept-from/"
    assert address in words(client.get(f"/p/coast/people/{person.pk}/"))
    assert "Name one topic" in words(client.post(address, {"topic": "", "outlet": ""}))
    assert "Harbour News" in words(client.post(address, {"outlet": "Harbour News"}, follow=True))
    client.post(address, {"outlet": "Harbour News"})
    exclusion = Exclusion.objects.get()
    assert "Ask one to take it back" in words(at_the_page(person).get(address))
    with pytest.raises(NotAllowed):
        let_have(exclusion, by=person)
    assert client.post(address, {"lift": "nonsense"}).status_code == 404
    assert "can come again" in words(client.post(address, {"lift": exclusion.pk}, follow=True))
    assert not Exclusion.objects.exists()
    kinds = AuditEvent.objects.filter(subject="exclusion").order_by("pk").values_list("kind", flat=True)
    assert list(kinds) == ["exclusion.added", "exclusion.removed"]
    assert "Harbour" not in str(AuditEvent.objects.filter(subject="exclusion").values_list("facts", flat=True))


def test_an_annotator_says_it_of_themselves_alone(project):
    person, other = member(project), member(project)
    ExclusionFactory(project=project, person=other, outlet="The Quay Gazette")
    client = at_the_page(person)
    address = f"/p/coast/people/{person.pk}/kept-from/"
    assert address in words(client.get("/p/coast/my-work/"))
    assert "Casualties" in words(client.post(address, {"topic": "casualties"}, follow=True)).title()
    assert "Quay Gazette" not in words(client.get(address))
    assert client.get(f"/p/coast/people/{other.pk}/kept-from/").status_code == 403
    client.post(address, {"lift": Exclusion.objects.get(person=person).pk})
    assert list(Exclusion.objects.values_list("person", flat=True)) == [other.pk]
