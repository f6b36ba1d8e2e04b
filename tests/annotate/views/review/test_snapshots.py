"""Checking a link from the review page, and what is shown of the page that it leads to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client

from tests import factories
from tests.annotate.views.people import words
from tests.annotate.views.review.forms import url
from tests.factories import member
from tests.web import Web, allow
from verification import tasks
from verification.models import LinkSnapshot, User
from verification.vocabulary import Role

pytestmark = pytest.mark.django_db
PAGE = "https://archive.example/1"


@pytest.fixture(scope="module")
def web() -> Iterator[Web]:
    with Web() as server:
        yield server


@pytest.fixture(autouse=True)
def _allowed(settings: Any, web: Web) -> None:
    allow(settings, web)


def form(page: str) -> dict[str, Any]:
    return {"do": "check:3", "revision": 1, "evidence-3-kind": "link", "evidence-3-url": page, "rationale": "So far."}


def test_without_a_script_the_words_are_kept_and_the_page_is_asked_for(client: Client, draft: Any) -> None:
    answer = client.post(url(draft), form(PAGE))
    assert answer.headers["Location"].endswith("#evidence-3")
    assert draft.annotation.draft().rationale == "So far."
    assert LinkSnapshot.objects.get().url == PAGE
    assert "The page is being retrieved" in words(client.get(url(draft)))


def test_an_item_without_an_address_is_said_to_want_one(client: Client, draft: Any) -> None:
    assert "Give the address first." in words(client.post(url(draft), form(" "), follow=True))


def test_the_script_asks_and_looks_again_until_it_is_there(client: Client, draft: Any, web: Web) -> None:
    asked = client.post(f"{url(draft)}snapshots/", {"url": web.url()})
    assert b"data-waiting" in asked.content
    snapshot = LinkSnapshot.objects.get()
    tasks.retrieve_link(snapshot.pk)
    told = client.get(f"{url(draft)}snapshots/", {"url": web.url()})
    assert b"data-waiting" not in told.content
    snapshot.refresh_from_db()
    dated = "dated <bdi>2026-03-04</bdi>"
    for said in ("Harbour opens again", "Quay News", dated, "copied", f">{str(snapshot.sha256)[:12]}<"):
        assert said in words(told)
    copy = words(client.get(f"/p/{snapshot.project.slug}/snapshots/{snapshot.pk}/"))
    assert "Two ships docked in the morning" in copy
    assert str(snapshot.sha256) in copy


def test_a_page_that_was_not_had_says_why_in_the_readers_language(client: Client, draft: Any, web: Web) -> None:
    snapshot = factories.LinkSnapshotFactory(annotation=draft.annotation, url=web.url("/gone"))
    tasks.retrieve_link(snapshot.pk)
    path, query = f"{url(draft)}snapshots/", {"url": snapshot.url}
    assert "There is no such page (404)." in words(client.get(path, query))
    User.objects.filter(pk=draft.annotation.person_id).update(language="fa")
    told = words(client.get(path, query))
    assert "404" in told
    assert "There is no such page" not in told


def test_the_copy_is_a_download_of_no_kind_for_those_alone_who_see_the_page(client: Client, draft: Any) -> None:
    kept = factories.RetrievedLinkFactory(annotation=draft.annotation, url=PAGE, content_type="text/html")
    path = f"/p/{draft.annotation.claim.project.slug}/snapshots/{kept.pk}/copy/"
    assert f'href="{path}"' in words(client.get(path.removesuffix("copy/")))
    answer = client.get(path)
    assert answer.content == b"The first ship docked at noon."
    assert answer.headers["Content-Type"] == "application/octet-stream"
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert answer.headers["Content-Disposition"].endswith(f'-page-{kept.pk}.txt"')
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    other = Client()
    other.force_login(member(draft.annotation.claim.project, Role.CURATOR))
    assert other.get(path).status_code == 404
    assert Client().get(path).status_code == 302


def test_nobody_sees_it_in_another_place_and_nobody_elses_is_shown(client: Client, draft: Any) -> None:
    theirs = factories.RetrievedLinkFactory(
        annotation=factories.AnnotationFactory(claim=draft.annotation.claim, slot=2), url=PAGE
    )
    assert theirs.title not in words(client.get(f"{url(draft)}snapshots/", {"url": PAGE}))
    assert client.get(f"/p/{draft.annotation.claim.project.slug}/snapshots/{theirs.pk}/").status_code == 404
    curator = Client()
    curator.force_login(member(draft.annotation.claim.project, Role.CURATOR))
    assert curator.get(f"{url(draft)}snapshots/", {"url": PAGE}).status_code == 404


def test_where_it_is_switched_off_there_is_no_button(client: Client, draft: Any, settings: Any) -> None:
    client.post(url(draft), {**form(PAGE), "do": "draft"})
    assert "Check this link" in words(client.get(url(draft)))
    settings.RETRIEVAL = False
    assert "Check this link" not in words(client.get(url(draft)))
    assert "switched off" in words(client.post(f"{url(draft)}snapshots/", {"url": PAGE}))
