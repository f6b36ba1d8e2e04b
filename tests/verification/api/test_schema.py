"""The schema is whole, sound and true: each answer of a test of this package is held against it besides."""

from __future__ import annotations

import json
import re
from io import StringIO
from typing import Any

import pytest
import yaml
from django.core.management import call_command
from django.test import Client
from django.urls import URLPattern
from jsonschema import Draft202012Validator

from tests.verification.api.conformity import operation_of
from verification import vocabulary
from verification.api.documented import examples
from verification.api.urls import urlpatterns
from verification.api.views.schema import schema
from verification.vocabulary import Verdict

SCHEMA: dict[str, Any] = schema("en")
METHODS = ("get", "post", "put", "patch", "delete")


def operations() -> list[tuple[str, str, dict[str, Any]]]:
    return [(path, method, one) for path, methods in SCHEMA["paths"].items() for method, one in methods.items()]


def test_the_generator_has_nothing_to_complain_of() -> None:
    said = StringIO()
    call_command("spectacular", "--validate", "--fail-on-warn", stdout=said)
    assert yaml.safe_load(said.getvalue())["openapi"].startswith("3.")


def test_every_address_of_the_api_is_in_it_and_nothing_else() -> None:
    known = set()
    for pattern in urlpatterns:
        assert isinstance(pattern, URLPattern)
        if pattern.name == "unknown":
            continue
        path = re.sub(r"<\w+:pk>", "{id}", f"/api/{pattern.pattern}")
        path = re.sub(r"<\w+:(\w+)>", r"{\1}", path)
        known |= {(path, method) for method in METHODS if hasattr(pattern.callback.view_class, method)}
    assert {(path, method) for path, method, _operation in operations()} == known


@pytest.mark.parametrize(("path", "method", "operation"), operations(), ids=lambda value: str(value)[:40])
def test_every_operation_says_what_it_is(path: str, method: str, operation: dict[str, Any]) -> None:
    assert operation["summary"]
    assert operation["description"], f"docs/api.md says nothing of {method.upper()} {path}"
    assert operation["tags"]
    assert {"429", "500"} <= set(operation["responses"])
    for status, answer in operation["responses"].items():
        assert answer["description"]
        if status >= "400":
            assert answer["content"]["application/json"]["schema"] == {"$ref": "#/components/schemas/Error"}


def test_no_two_operations_share_a_name() -> None:
    names = [operation["operationId"] for _path, _method, operation in operations()]
    assert len(set(names)) == len(names)
    assert {"list_claims", "get_claim", "add_claim", "withdraw_claim", "take_next_claim"} <= set(names)


def test_words_are_those_of_the_vocabulary_with_what_they_mean() -> None:
    verdict = SCHEMA["components"]["schemas"]["Verdict"]
    assert verdict["enum"] == [member.value for member in Verdict]
    assert "`disputed`: evidence contradicts the claim, or sources conflict" in verdict["description"]
    enums = {name for name, one in SCHEMA["components"]["schemas"].items() if "enum" in one}
    assert enums <= set(vars(vocabulary))


def test_both_ways_to_sign_in_are_described() -> None:
    assert set(SCHEMA["components"]["securitySchemes"]) == {"token", "session"}


def test_the_documents_requests_are_what_the_schema_takes() -> None:
    """What each example sends fits, but for one that is refused for it."""
    for example in examples():
        operation = operation_of(example.method, example.path)
        assert operation is not None
        if example.body is None:
            continue
        described = operation["requestBody"]["content"]["application/json"]["schema"]
        whole = described | {"components": SCHEMA["components"]}
        assert list(Draft202012Validator(whole).iter_errors(example.body)) == [], example


@pytest.mark.django_db
class TestItsAddress:
    def test_it_is_yaml_unless_one_asks_for_json(self, client: Client) -> None:
        plain = client.get("/api/schema/")
        assert plain["Content-Type"] == "application/yaml"
        assert yaml.safe_load(plain.content)["paths"].keys() == SCHEMA["paths"].keys()
        for answer in (
            client.get("/api/schema/?format=json"),
            client.get("/api/schema/", HTTP_ACCEPT="application/vnd.oai.openapi+json"),
        ):
            assert answer["Content-Type"] == "application/json"
            assert json.loads(answer.content)["paths"].keys() == SCHEMA["paths"].keys()

    def test_another_format_is_refused(self, client: Client) -> None:
        answer = client.get("/api/schema/?format=xml")
        assert (answer.status_code, list(answer.json()["fields"])) == (400, ["format"])
