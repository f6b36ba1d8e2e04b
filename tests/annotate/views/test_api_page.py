"""The page of the API says what the schema says."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from verification.api.views.schema import schema

pytestmark = pytest.mark.django_db


def test_it_shows_every_operation_and_every_shape_to_whoever_asks(client: Client) -> None:
    page = client.get("/api/docs/").content.decode()
    for path, methods in schema("en")["paths"].items():
        for method, operation in methods.items():
            assert f'id="{operation["operationId"]}"' in page
            assert f"<b>{method.upper()}</b> {path}</code>" in page
    for name in schema("en")["components"]["schemas"]:
        assert f'id="shape-{name}"' in page


def test_every_link_in_it_leads_somewhere_on_it(client: Client) -> None:
    page = client.get("/api/docs/").content.decode()
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(ids)


def test_it_explains_words_fields_and_examples(client: Client) -> None:
    page = client.get("/api/docs/").content.decode()
    assert "<code>disputed</code>: evidence contradicts the claim, or sources conflict" in page
    assert "Verdict or null" in page
    assert "list of Evidence" in page
    assert "The bridge was closed on Friday" in page


def test_it_asks_the_database_nothing_of_its_own(client: Client, django_assert_num_queries) -> None:
    client.get("/api/docs/")
    with django_assert_num_queries(0):
        client.get("/api/docs/")
