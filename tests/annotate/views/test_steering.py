"""The pages on which curators do something with many claims."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from tests import factories
from tests.factories import member
from verification.models import Assignment, BulkChange, Claim, Project, User
from verification.vocabulary import BulkKind, Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def project() -> Project:
    return factories.ProjectFactory(places=1)


@pytest.fixture
def curator(project: Project, client: Client) -> User:
    user = member(project, Role.CURATOR)
    client.force_login(user)
    return user


@pytest.fixture
def claims(project: Project) -> list[Claim]:
    article = factories.ArticleFactory(project=project)
    return [
        factories.ClaimFactory(article=article, statement=f"The {word} burned.", topics=["violence"])
        for word in ("quay", "mill", "barn")
    ]


def planned() -> BulkChange:
    return BulkChange.objects.order_by("-pk")[0]


def test_ticked_rows_are_assigned_after_a_look(client, project, curator, claims) -> None:
    ann = member(project, username="ann")
    shown = client.get(reverse("claims", args=[project.slug])).content.decode()
    assert f'name="claim" value="{claims[0].pk}"' in shown
    address = f"{reverse('steer', args=[project.slug])}?do=assign&claim={claims[0].pk}&claim={claims[1].pk}"
    assert "2 claims are chosen" in client.get(address).content.decode()
    missing = client.post(address, {"keeps": ""})
    assert missing.status_code == 400
    assert "Name somebody." in missing.content.decode()
    answer = client.post(address, {"people": [ann.pk], "keeps": "yes"}, follow=True).content.decode()
    assert "It would be done with 2 claims" in answer
    assert "The quay burned." in answer
    assert not Assignment.objects.exists()
    done = client.post(reverse("steering", args=[project.slug, planned().pk]), follow=True).content.decode()
    assert "Done with 2 claims" in done
    assert [assignment.claim for assignment in ann.assignments.order_by("claim")] == claims[:2]
    of_claim = client.get(reverse("claim", args=[project.slug, claims[0].pk])).content.decode()
    assert "<bdi>ann</bdi>" in of_claim
    assert "for them alone" in of_claim
    client.force_login(ann)
    of_claim = client.get(reverse("claim", args=[project.slug, claims[0].pk])).content.decode()
    assert "for them alone" not in of_claim
    mine = client.get(reverse("claims", args=[project.slug]), {"q": "assigned:me"}).content.decode()
    assert "The quay burned." in mine
    assert "The barn burned." not in mine
    assert 'name="claim"' not in mine


def test_all_that_a_filter_finds_is_capped_in_words(client, project, curator, claims, monkeypatch) -> None:
    address = f"{reverse('steer', args=[project.slug])}?do=priority&all=yes&q=burned+-topic:casualties"
    answer = client.post(address, {"priority": "highest"}, follow=True).content.decode()
    assert "It would be done with 3 claims" in answer
    monkeypatch.setattr("annotate.claim_choice.MOST_AT_ONCE", 2)
    cut = client.get(address).content.decode()
    assert "2 claims are chosen" in cut
    assert "these are the newest ones" in cut
    misread = client.get(f"{reverse('steer', args=[project.slug])}?all=yes&q=nothing:here").content.decode()
    assert "No claim is chosen." in misread


def test_what_is_left_as_it_is_stands_by_its_reason(client, project, curator, claims) -> None:
    address = f"{reverse('steer', args=[project.slug])}?do=reopen&claim={claims[0].pk}"
    answer = client.post(address, {"why": "Why not"}, follow=True).content.decode()
    assert "1 claim would be left as it is" in answer
    assert "This claim is open: it is neither resolved nor dropped nor withdrawn." in answer
    assert "disabled" in answer


def test_goes_on_where_it_stopped(client, project, curator, claims) -> None:
    address = f"{reverse('steer', args=[project.slug])}?do=withdraw&all=yes"
    client.post(address, {"why": "Out of scope"})
    page = reverse("steering", args=[project.slug, planned().pk])
    BulkChange.objects.filter(pk=planned().pk).update(begun_at=planned().planned_at, done=1)
    assert "1 of 3 are seen to" in client.get(page).content.decode()
    assert "Done with 3 claims" in client.post(page, follow=True).content.decode()
    assert Claim.objects.filter(withdrawn_at__isnull=False).count() == 2


def test_a_plan_is_for_whoever_made_it(client, project, curator, claims) -> None:
    client.post(f"{reverse('steer', args=[project.slug])}?do=priority&claim={claims[0].pk}", {"priority": "high"})
    client.force_login(member(project, Role.CURATOR))
    assert client.get(reverse("steering", args=[project.slug, planned().pk])).status_code == 404
    assert client.get(f"{reverse('steer', args=[project.slug])}?do=dance").status_code == 404


def test_the_page_costs_no_more_for_more_claims(
    client, project, curator, claims, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    member(project)
    everything = "&".join(f"claim={claim.pk}" for claim in claims)
    for chosen in (f"claim={claims[0].pk}", everything):
        with django_assert_num_queries(7):
            client.get(f"{reverse('steer', args=[project.slug])}?do={BulkKind.ASSIGN}&{chosen}")
