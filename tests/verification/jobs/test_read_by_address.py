"""An article by its web address, from the form to its text."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.test import Client

from tests import factories
from tests.annotate.views.people import as_role, words
from tests.verification.api.conftest import speaker
from tests.web import Web, allow
from verification.actions.articles import add_address, retry
from verification.jobs import read
from verification.models import Article, Project
from verification.vocabulary import ArticleState, DateBasis, Role

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def web() -> Iterator[Web]:
    with Web() as server:
        yield server


@pytest.fixture(autouse=True)
def _allowed(settings: Any, web: Web) -> None:
    allow(settings, web)


@pytest.fixture
def curator(project: Project) -> Client:
    return as_role(project, Role.CURATOR)


def test_a_page_becomes_an_article_with_what_it_says_of_itself(project: Project, curator: Client, web: Web) -> None:
    answer = curator.post(f"/p/{project.slug}/articles/add/", {"by-address": web.url("/to?/article")})
    article = Article.objects.get(project=project)
    assert answer.headers["Location"] == f"/p/{project.slug}/articles/{article.pk}/"
    assert read.run(article.pk)
    article.refresh_from_db()
    assert (article.state, article.title) == (ArticleState.EXTRACTING, "Harbour opens again")
    assert "Two ships docked in the morning" in (article.text or "")
    assert "Home Sport" not in (article.text or "")
    ran = article.publications.get()
    assert (ran.url, ran.outlet, ran.published_on) == (web.url("/to?/article"), "Quay News", date(2026, 3, 4))
    assert ran.published_basis == DateBasis.METADATA
    assert ran.retrieved_at
    assert article.original.name == "page.html"


def test_a_page_that_cannot_be_had_says_why_and_may_be_tried_again(project: Project, web: Web) -> None:
    curator = factories.member(project, Role.CURATOR)
    article = add_address(project, url=web.url("/gone"), by=curator)
    assert not read.run(article.pk)
    article.refresh_from_db()
    assert (article.state, article.failure) == (ArticleState.FAILED, "There is no such page (404).")
    web.pages["/gone"] = ("text/plain", b"The quay was closed on Friday, the port authority said.")
    retry(article, by=curator)
    assert read.run(article.pk)


def test_the_form_is_not_there_where_retrieving_is_switched_off(
    project: Project, curator: Client, settings: Any
) -> None:
    page = f"/p/{project.slug}/articles/add/"
    assert "Add by address" in words(curator.get(page))
    assert "Enter a valid URL" in words(curator.post(page, {"by-address": "no address"}))
    settings.RETRIEVAL = False
    assert "Add by address" not in words(curator.get(page))
    assert curator.post(page, {"by-address": "https://news.example/"}).status_code == 409


def test_the_api_takes_an_address_in_place_of_a_text(project: Project, web: Web) -> None:
    curator = speaker(project, Role.CURATOR)
    answer = curator.say("post", "articles/", {"project": project.slug, "url": web.url(), "outlet": "The Quay"})
    assert (answer.status_code, answer.json().get("state")) == (202, "received"), answer.json()
    read.run(answer.json()["id"])
    assert Article.objects.get(project=project).publications.get().outlet == "The Quay"
    nothing = curator.say("post", "articles/", {"project": project.slug})
    assert (nothing.status_code, list(nothing.json()["fields"])) == (400, ["text"])
