"""Articles whose text is nearly the same."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import ArticleFactory, OriginalFactory, ProjectFactory
from verification.actions.articles import add_text
from verification.jobs import read
from verification.matching.near import near_keys
from verification.models import Article, Project

pytestmark = pytest.mark.django_db

TEXT = Path("verification/samples/dam-collapse.md").read_text()
OTHER = Path("verification/samples/vaccine-claim.md").read_text()


@pytest.fixture
def project() -> Project:
    kept(ProjectFactory(), TEXT)  # noise: the very same text, in a project of others
    return ProjectFactory()


def kept(project: Project, text: str) -> Article:
    article: Article = ArticleFactory(project=project, text=text, near_keys=near_keys(text))
    return article


def test_keys_are_kept_with_the_text_whether_pasted_or_read(project):
    pasted, _is_new = add_text(project, text=TEXT, by=None)
    original = OriginalFactory(article__project=project, content=(TEXT + " Updated on Friday.").encode())
    assert read.run(original.article_id)
    original.article.refresh_from_db()
    assert len(pasted.near_keys) == len(original.article.near_keys) == 16
    [near] = Article.objects.near(pasted)
    assert near.article == original.article
    assert 95 <= near.percent < 100


def test_the_most_alike_come_first_and_strangers_never(project):
    article = kept(project, TEXT)
    cut = kept(project, TEXT[: len(TEXT) * 3 // 4])
    edited = kept(project, TEXT + " Corrected.")
    kept(project, OTHER)
    found = Article.objects.near(article)
    assert [near.article for near in found] == [edited, cut]
    assert found[0].percent > found[1].percent >= 50


def test_what_shares_a_key_and_little_else_is_not_near(project):
    article = kept(project, TEXT)
    ArticleFactory(project=project, text=OTHER, near_keys=article.near_keys)
    assert Article.objects.near(article) == []


def test_an_article_without_keys_or_text_is_near_to_nothing(project):
    old = ArticleFactory(project=project, text=TEXT)
    assert Article.objects.near(old) == []
    assert Article.objects.near(OriginalFactory(article__project=project).article) == []


def test_at_most_ten_are_shown_in_a_fixed_number_of_queries(project):
    article = kept(project, TEXT)
    for number in range(12):
        kept(project, TEXT + f" Edition {number}.")
    with CaptureQueriesContext(connection) as queries:
        assert len(Article.objects.near(article)) == 10
    assert len(queries) == 3


def test_very_long_texts_are_compared_while_somebody_waits(project):
    long = " ".join(f"{number:x}" for number in range(400_000))
    keys = near_keys(TEXT)
    article, *others = [
        ArticleFactory(project=project, text=f"{long} edition {edition}", near_keys=keys) for edition in range(12)
    ]
    begun = time.process_time()
    found = Article.objects.near(article)
    assert time.process_time() - begun < 2
    assert [near.percent for near in found] == [100] * 10
    assert {near.article for near in found} <= set(others)
