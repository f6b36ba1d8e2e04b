from __future__ import annotations

from typing import Any

import pytest

from tests import factories
from verification.models import Project

from .conftest import Speaker, is_refusal

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("asked", "factory", "of_project"),
    [
        ("articles/?limit=3&project=harbour", factories.ArticleFactory, "project"),
        ("claims/?limit=3&project=harbour", factories.ClaimFactory, "article__project"),
        ("claims/?limit=3&project=harbour&stage=open", factories.ClaimFactory, "article__project"),
    ],
)
def test_walking_by_next_meets_each_row_once_though_rows_are_added(
    curator: Speaker, project: Project, asked: str, factory: Any, of_project: str
) -> None:
    ids = [row.pk for row in factory.create_batch(7, **{of_project: project})]
    factory()  # of another project
    met: list[int] = []
    address: str | None = asked
    while address:
        page = curator.say("get", address).json()
        assert set(page) == {"results", "next"}
        met += [row["id"] for row in page["results"]]
        address = page["next"]
        assert address is None or address.startswith(f"http://testserver/api/v1/{asked.partition('?')[0]}?")
        factory(**{of_project: project})
    assert met == sorted(ids, reverse=True)


def test_a_full_last_page_has_no_next(curator: Speaker, project: Project) -> None:
    factories.ArticleFactory.create_batch(2, project=project)
    assert curator.say("get", "articles/?limit=2").json()["next"] is None


@pytest.mark.parametrize("given", ["", "x", "-1", "0", "1.5", "1e3", "٣", "%00", "9" * 19, "9" * 30, "1%0a"])
def test_a_cursor_that_is_none_is_refused(curator: Speaker, given: str) -> None:
    assert is_refusal(curator.say("get", f"articles/?cursor={given}"), 400, "cursor")


def test_a_cursor_beyond_the_end_is_an_empty_page(curator: Speaker, project: Project) -> None:
    factories.ArticleFactory(project=project)
    assert curator.say("get", "articles/?cursor=1").json() == {"results": [], "next": None}
