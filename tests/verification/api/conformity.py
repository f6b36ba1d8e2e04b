"""Holds a real answer against what the schema says of it: its status, its kind of content, its every field."""

from __future__ import annotations

import re
from copy import deepcopy
from functools import cache
from typing import Any
from urllib.parse import urlsplit

from jsonschema import Draft202012Validator
from rest_framework.response import Response

from verification.api.views.schema import schema

PARAMETERS = {"integer": r"\d+", "string": "[^/]+"}
# Spoken of outside the schema: an operation that does not exist has no answers there.
OF_NO_OPERATION = {404, 405}


def assert_conforms(method: str, path: str, answer: Response) -> None:
    """Fails where an answer is none of those that the schema describes."""
    operation = operation_of(method, path)
    if operation is None:
        assert answer.status_code in OF_NO_OPERATION | {401}, f"{method} {path} is not in the schema"
        return
    described = operation["responses"].get(str(answer.status_code))
    assert described is not None, f"{method} {path} answers {answer.status_code}, which the schema does not know"
    if answer.streaming:
        return
    content = described.get("content", {})
    if not content:
        assert answer.content == b""
        return
    kind = answer["Content-Type"].split(";")[0]
    assert kind in content, f"{method} {path} answers {kind}, the schema says {list(content)}"
    if kind == "application/json":
        problems = [
            f"{'.'.join(map(str, problem.absolute_path))}: {problem.message}"
            for problem in validator(content[kind]["schema"]).iter_errors(answer.json())
        ]
        assert problems == [], (method, path, problems)


def operation_of(method: str, path: str) -> dict[str, Any] | None:
    """What the schema says of an address; None where it knows no such address, or not this method of it."""
    path = urlsplit(path).path
    for pattern, operations in patterns():
        if pattern.fullmatch(path):
            return operations.get(method.lower())
    return None


@cache
def patterns() -> list[tuple[re.Pattern[str], dict[str, Any]]]:
    found = []
    for path, operations in schema("en")["paths"].items():
        of_any = next(iter(operations.values()))
        for parameter in of_any.get("parameters", []):
            if parameter["in"] == "path":
                path = path.replace(f"{{{parameter['name']}}}", PARAMETERS[parameter["schema"]["type"]])
        found.append((re.compile(path), operations))
    return found


def validator(described: dict[str, Any]) -> Draft202012Validator:
    return Draft202012Validator({"components": components(), **described})


@cache
def components() -> dict[str, Any]:
    """The components, in which a field that is not described is an error."""
    found: dict[str, Any] = deepcopy(schema("en")["components"])
    close(found["schemas"])
    return found


def close(described: Any) -> None:
    if isinstance(described, dict):
        if "properties" in described:
            described.setdefault("additionalProperties", False)
        for inner in described.values():
            close(inner)
    elif isinstance(described, list):
        for inner in described:
            close(inner)
