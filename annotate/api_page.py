"""The schema of the API as what its page shows: groups of operations, and the shapes that they speak in."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from markdown_it import MarkdownIt

from verification.api.views.schema import schema

READER = MarkdownIt("commonmark", {"html": False}).enable("table")
COMPONENTS = "#/components/schemas/"


@dataclass(frozen=True, kw_only=True)
class Field:
    """A parameter, or a field of a shape. `shapes` are the names of shapes that its kind speaks of."""

    name: str
    kind: str
    shapes: list[str]
    required: bool
    words: str


@dataclass(frozen=True, kw_only=True)
class Answer:
    status: str
    words: str
    shapes: list[str]


@dataclass(frozen=True, kw_only=True)
class Operation:
    """One method of one address. Examples are JSON texts: what is sent, and what is answered with which status."""

    name: str
    method: str
    path: str
    title: str
    words: SafeString
    parameters: list[Field]
    bodies: list[tuple[str, list[str]]]
    answers: list[Answer]
    sent: str
    answered: tuple[str, str] | None


@dataclass(frozen=True, kw_only=True)
class Shape:
    name: str
    words: SafeString
    fields: list[Field]


@dataclass(frozen=True, kw_only=True)
class Group:
    name: str
    operations: list[Operation] = field(default_factory=list)


@cache
def groups(language: str | None) -> list[Group]:
    """The operations by what they are about, in the order of the work."""
    found: dict[str, Group] = {}
    for path, methods in schema(language)["paths"].items():
        for method, operation in methods.items():
            tag = operation["tags"][0]
            found.setdefault(tag, Group(name=tag)).operations.append(_operation(path, method, operation))
    return list(found.values())


@cache
def shapes(language: str | None) -> list[Shape]:
    components = schema(language)["components"]["schemas"]
    return [
        Shape(name=name, words=_html(shape.get("description", "")), fields=_fields(shape))
        for name, shape in components.items()
    ]


def _operation(path: str, method: str, operation: dict[str, Any]) -> Operation:
    content = operation.get("requestBody", {}).get("content", {})
    answered = next(
        (
            (status, text)
            for status, answer in operation["responses"].items()
            if (text := _example(answer.get("content", {})))
        ),
        None,
    )
    return Operation(
        name=operation["operationId"],
        method=method.upper(),
        path=path,
        title=operation["summary"],
        words=_html(operation.get("description", "")),
        parameters=[
            _field(one["name"], one["schema"], required=one.get("required", False), words=one.get("description", ""))
            for one in operation.get("parameters", [])
        ],
        bodies=[(kind, _shapes(one["schema"])) for kind, one in content.items()],
        answers=[
            Answer(
                status=status,
                words=answer["description"].replace("`", ""),
                shapes=_shapes_of_content(answer.get("content", {})),
            )
            for status, answer in operation["responses"].items()
        ],
        sent=_example(content),
        answered=answered,
    )


def _fields(shape: dict[str, Any]) -> list[Field]:
    required = shape.get("required", [])
    return [
        _field(name, inner, required=name in required, words=inner.get("description", ""))
        for name, inner in shape.get("properties", {}).items()
    ]


def _field(name: str, described: dict[str, Any], *, required: bool, words: str) -> Field:
    return Field(name=name, kind=_kind(described), shapes=_shapes(described), required=required, words=words)


def _kind(described: dict[str, Any]) -> str:
    """A kind in words; the shapes that it speaks of are linked beside it."""
    if "oneOf" in described:
        return _(" or ").join(_kind(one) for one in described["oneOf"])
    if "allOf" in described:
        return _kind(described["allOf"][0])
    if "$ref" in described:
        return str(described["$ref"]).removeprefix(COMPONENTS)
    if "enum" in described:
        return _(" or ").join(map(str, described["enum"]))
    kinds = described.get("type", _("anything"))
    kinds = kinds if isinstance(kinds, list) else [kinds]
    said = [_("list of %(kind)s") % {"kind": _kind(described["items"])} if one == "array" else one for one in kinds]
    return _(" or ").join(said)


def _shapes(described: Any) -> list[str]:
    """The names of the shapes that a description refers to, each once."""
    if isinstance(described, dict):
        own = [described["$ref"].removeprefix(COMPONENTS)] if "$ref" in described else []
        inner = [name for key, value in described.items() if key != "examples" for name in _shapes(value)]
        return list(dict.fromkeys(own + inner))
    if isinstance(described, list):
        return list(dict.fromkeys(name for one in described for name in _shapes(one)))
    return []


def _shapes_of_content(content: dict[str, Any]) -> list[str]:
    return list(dict.fromkeys(name for one in content.values() for name in _shapes(one["schema"])))


def _example(content: dict[str, Any]) -> str:
    examples = content.get("application/json", {}).get("examples", {})
    first = next(iter(examples.values()), None)
    return json.dumps(first["value"], indent=2, ensure_ascii=False) if first else ""


def _html(text: str) -> SafeString:
    """Of our own documents and comments, in which HTML is off."""
    return mark_safe(READER.render(text))  # noqa: S308
