"""Filters of the list of claims that are kept under a name."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from tests import factories
from tests.factories import member
from verification.actions.filters import MOST_SAVED, save_filter
from verification.exceptions import Invalid
from verification.models import Project, SavedFilter, User
from verification.vocabulary import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def project() -> Project:
    return factories.ProjectFactory()


def saves(client: Client, project: Project, user: User, **fields: str) -> str:
    client.force_login(user)
    return client.post(reverse("filter_save", args=[project.slug]), fields, follow=True).content.decode()


def listed(client: Client, project: Project, user: User, **asked: str) -> str:
    client.force_login(user)
    return client.get(reverse("claims", args=[project.slug]), asked).content.decode()


def test_a_filter_is_saved_listed_for_its_owner_and_deleted(client, project) -> None:
    ann, ben = member(project), member(project)
    shown = listed(client, project, ann, q="topic:violence", stage="open", before="12")
    assert 'name="stage" value="open"' in shown
    assert "The filter is saved." in saves(client, project, ann, name=" Hard  ones ", q="topic:violence", stage="open")
    saved = SavedFilter.objects.get()
    assert (saved.name, saved.query, saved.is_shared) == ("Hard ones", "q=topic%3Aviolence&stage=open", False)
    shown = listed(client, project, ann, q="topic:violence", stage="open")
    assert '<a href="?q=topic%3Aviolence&amp;stage=open" aria-current="true"><bdi>Hard ones</bdi></a>' in shown
    assert "Hard ones" not in listed(client, project, ben)
    forget = reverse("filter_forget", args=[project.slug, saved.pk])
    assert client.post(forget).status_code == 404, "what one does not see is not there"
    client.force_login(ann)
    assert "The filter is deleted." in client.post(forget, follow=True).content.decode()
    assert not SavedFilter.objects.exists()


def test_curators_share_filters_and_delete_shared_ones(client, project) -> None:
    curator, ann = member(project, Role.CURATOR), member(project)
    saves(client, project, curator, name="Quays", q="quay", shared="yes")
    assert "Quays" in listed(client, project, ann)
    client.force_login(ann)
    forget = reverse("filter_forget", args=[project.slug, SavedFilter.objects.get().pk])
    assert client.post(forget).status_code == 403
    assert (
        client.post(reverse("filter_save", args=[project.slug]), {"name": "x", "q": "x", "shared": "yes"}).status_code
        == 403
    )
    client.force_login(member(project, Role.CURATOR))
    client.post(forget)
    assert not SavedFilter.objects.exists()


def test_a_name_is_written_over_and_an_empty_filter_is_none(client, project) -> None:
    ann = member(project)
    for query in ("quay", "mill"):
        saves(client, project, ann, name="Mine", q=query)
    assert SavedFilter.objects.get().query == "q=mill"
    assert "There is no filter to save: find something first." in saves(client, project, ann, name="All")
    assert "Give the filter a name" in saves(client, project, ann, name=" ", q="quay")
    SavedFilter.objects.bulk_create(
        SavedFilter(project=project, owner=ann, name=str(n), query="q=x") for n in range(MOST_SAVED)
    )
    with pytest.raises(Invalid, match="Delete one first"):
        save_filter(project, name="One more", query="q=x", by=ann)


def test_the_list_costs_no_more_for_more_saved_filters(client, project, django_assert_max_num_queries) -> None:
    ann = member(project)
    factories.ClaimFactory(article__project=project)
    listed(client, project, ann)
    with django_assert_max_num_queries(20) as none:
        client.get(reverse("claims", args=[project.slug]))
    for name in "abc":
        factories.SavedFilterFactory(project=project, owner=ann, name=name)
    with django_assert_max_num_queries(20) as three:
        client.get(reverse("claims", args=[project.slug]))
    assert len(none) == len(three)
