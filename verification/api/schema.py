"""The API's description of itself (OpenAPI 3.1), made from its views, the vocabulary and docs/api.md.

A view says only what cannot be seen from its code, with `extend_schema` above its method: what it takes and answers.
Names, filters, pages, errors, words and examples are worked out here, alike for all.
"""

from __future__ import annotations

import re
from enum import StrEnum
from http import HTTPStatus
from inspect import getsource
from typing import Any

from drf_spectacular.extensions import OpenApiAuthenticationExtension, OpenApiSerializerFieldExtension
from drf_spectacular.openapi import AutoSchema
from drf_spectacular.plumbing import ResolvedComponent
from rest_framework import serializers

from verification import vocabulary
from verification.api.documented import examples, sections
from verification.api.fields import StrictSerializer

VERBS = {"GET": "get", "PATCH": "change", "PUT": "put", "POST": "add", "DELETE": "delete"}
ERRORS = {
    400: "Something in the request cannot be used, or a rule refuses it: `fields` says what.",
    401: "Nobody is signed in, or the token is not known, was revoked, or its person is inactive.",
    403: "You may see this, but your role does not do this; or a session came without its form's token.",
    404: "There is nothing here that you may see.",
    409: "It has moved on meanwhile. Look at how it stands, then decide again.",
    413: "Larger than the limit for a body or a file.",
    415: "This address does not take this kind of body.",
    429: "Too many requests: try again after as many seconds as `Retry-After` says.",
    500: "A defect of ours; it is logged under the reference that the message gives.",
    503: "The database took too long over it, or cannot be reached. Look at how it stands, then try again.",
}
JSON = "application/json"
LEFT_OUT = "…"  # where the document shows only a part of an answer
RETRY_AFTER = {"Retry-After": {"description": "Seconds.", "schema": {"type": "integer", "minimum": 1}}}

ENUMS: dict[frozenset[str], type[StrEnum]] = {
    frozenset(enum): enum
    for enum in vars(vocabulary).values()
    if isinstance(enum, type) and issubclass(enum, StrEnum) and enum is not StrEnum
}


class ErrorSerializer(serializers.Serializer[Any]):
    """Every error: a sentence that says what to do, and what is wrong with single fields, dotted where deeper."""

    message = serializers.CharField()
    fields = serializers.DictField(child=serializers.ListField(child=serializers.CharField()))  # type: ignore[assignment]


class Described(AutoSchema):
    """One operation."""

    view: Any

    def get_operation_id(self) -> str:
        """As one would say it: list_claims, get_claim, add_claim, withdraw_claim, list_claim_judgements."""
        *before, last = (token for token in self.path.removeprefix("/api/v1/").strip("/").split("/"))
        things = [_singular(token) for token in before if not token.startswith("{")]
        if self.lists or not before:
            verb, thing = ("list", last) if self.lists else (VERBS[self.method], _singular(last))
            return "_".join([verb, *things, thing])
        if last.startswith("{"):
            return "_".join([VERBS[self.method], *things])
        if last.endswith("s"):  # more of one's own, such as an article's publications
            return "_".join([VERBS[self.method], *things, _singular(last)])
        return "_".join([last, *things])

    def get_summary(self) -> str:
        return str(self.operation_id).replace("_", " ").capitalize()

    def get_description(self) -> str:  # type: ignore[override]
        return _words().get((self.method, self.path), "")

    def get_tags(self) -> list[str]:
        return [self.path.removeprefix("/api/v1/").split("/")[0]]

    @property
    def operation_id(self) -> str:
        return self.get_operation_id()

    @property
    def lists(self) -> bool:
        """Whether this is a page of a list."""
        return self.method == "GET" and (hasattr(self.view, "filters") or self._is_list_view())

    def get_response_serializers(self) -> Any:
        if self.method == "GET" and hasattr(self.view, "filters"):
            return self.view.get_serializer_class()(many=True)
        return super().get_response_serializers()

    def get_override_parameters(self) -> list[Any]:
        filters = self.view.filters() if self.method == "GET" and hasattr(self.view, "filters") else None
        return [filters] if filters and filters.fields else []

    def _get_pagination_parameters(self) -> list[Any]:
        return super()._get_pagination_parameters() if hasattr(self.view, "filters") else []

    def get_operation(self, *args: Any, **kwargs: Any) -> dict[str, Any] | None:
        operation = super().get_operation(*args, **kwargs)
        if operation is None:
            return None
        error = self.resolve_serializer(ErrorSerializer, "response").ref
        for status in self._errors(operation):
            answer = {"description": ERRORS[status], "content": {JSON: {"schema": error}}}
            answer |= {"headers": RETRY_AFTER} if status in (429, 503) else {}
            operation["responses"].setdefault(str(status), answer)
        for status, answer in operation["responses"].items():
            answer["description"] = answer["description"] or HTTPStatus(int(status)).phrase
        operation["responses"] = dict(sorted(operation["responses"].items()))
        _add_examples(operation, self.method, self.path)
        return operation

    def _errors(self, operation: dict[str, Any]) -> set[int]:
        """The statuses of what may be refused here."""
        found = {429, 500, 503}
        needs_sign_in = {} not in operation.get("security", [{}])
        places = {parameter["in"] for parameter in operation.get("parameters", [])}
        if "query" in places:
            found.add(400)
        if "path" in places:
            found.add(404)
        if needs_sign_in:
            found.add(401)
        if getattr(self.view, "reads_by_role", False):
            found.add(403)
        if self.method != "GET":
            found |= {400, 403, 409, 413, 415}
        return found

    def _map_serializer_field(self, field: Any, direction: str, bypass_extensions: bool = False) -> dict[str, Any]:
        """A field with the words of an enum refers to that enum, which says what its words mean."""
        enum = ENUMS.get(frozenset(field.choices)) if isinstance(field, serializers.ChoiceField) else None
        if enum is None:
            return super()._map_serializer_field(field, direction, bypass_extensions)
        schema = {"type": "string", "enum": [member.value for member in enum], "description": meaning(enum)}
        component = ResolvedComponent(enum.__name__, ResolvedComponent.SCHEMA, schema=schema, object=enum)
        self.registry.register_on_missing(component)
        either = {"oneOf": [component.ref, {"type": "null"}]} if field.allow_null else dict(component.ref)
        return either | ({"description": str(field.help_text)} if field.help_text else {})

    def _map_basic_serializer(self, serializer: Any, direction: str) -> dict[str, Any]:
        """What is taken knows no other fields; what is answered has all of its fields."""
        schema = super()._map_basic_serializer(serializer, direction)
        if isinstance(serializer, StrictSerializer):
            return schema | {"additionalProperties": False}
        properties = schema.get("properties", {})
        for name, inner in properties.items():
            properties[name] = {key: value for key, value in inner.items() if key != "readOnly"}
        always = sorted(set(properties) - getattr(serializer, "sometimes", frozenset()))
        return schema | ({"required": always} if always else {})


class _Scheme(OpenApiAuthenticationExtension):
    """A way to say who asks: `place` is where it is said, under `field`, and `described` what to write there."""

    place: str
    field: str
    described: str

    def get_security_definition(self, auto_schema: AutoSchema) -> dict[str, Any]:
        return {"type": "apiKey", "in": self.place, "name": self.field, "description": self.described}


class TokenScheme(_Scheme):
    target_class = "verification.api.auth.TokenAuthentication"
    name = "token"
    place, field = "header", "Authorization"
    described = "The word Token, a space, and your token."


class SessionScheme(_Scheme):
    target_class = "verification.api.auth.SessionAuthentication"
    name = "session"
    place, field = "cookie", "sessionid"
    described = "The session of the pages. Writing needs the cookie csrftoken in the header X-CSRFToken."


class AnythingLike(OpenApiSerializerFieldExtension):
    target_class = "verification.api.fields.Anything"
    match_subclasses = True

    def map_serializer_field(self, auto_schema: Any, direction: Any) -> dict[str, Any]:
        like = self.target.like
        if not isinstance(like, serializers.ListSerializer):
            return dict(auto_schema._map_serializer_field(like, direction))
        item = auto_schema._map_serializer(like.child, direction)
        return {"type": "array", "items": {name: value for name, value in item.items() if name != "required"}}


class AmongRows(OpenApiSerializerFieldExtension):
    target_class = "verification.api.fields.Among"

    def map_serializer_field(self, auto_schema: Any, direction: Any) -> dict[str, Any]:
        return {"type": "integer", "description": "An id, among those that you see."}


class AmongProjects(OpenApiSerializerFieldExtension):
    target_class = "verification.api.fields.ProjectBySlug"

    def map_serializer_field(self, auto_schema: Any, direction: Any) -> dict[str, Any]:
        return {"type": "string", "description": "A project's slug."}


def meaning(enum: type[StrEnum]) -> str:
    """What an enum is about, and its members with the sentence that the vocabulary writes behind each; Markdown."""
    said = dict(re.findall(r'^    [A-Z_]+ = "(\w+)"  # (.+)$', getsource(enum), re.MULTILINE))
    members = [f"- `{member}`" + (f": {said[member]}" if member in said else "") for member in enum]
    return "\n".join([enum.__doc__ or "", "", *members])


def _singular(word: str) -> str:
    return word.removesuffix("s")


def _words() -> dict[tuple[str, str], str]:
    return {(section.method, section.path): section.words for section in sections()}


def _add_examples(operation: dict[str, Any], method: str, path: str) -> None:
    """The document's whole examples, under the request and the answers that they show."""
    pattern = re.compile(re.sub(r"\{\w+\}", "[^/]+", path) + r"(\?.*)?$")
    for number, example in enumerate(examples(), start=1):
        if example.method != method or not pattern.match(example.path):
            continue
        request = operation.get("requestBody", {}).get("content", {}).get(JSON)
        if request is not None and example.body is not None:
            request.setdefault("examples", {})[f"example{number}"] = {"value": example.body}
        answer = operation["responses"].get(str(example.status), {}).get("content", {}).get(JSON)
        if answer is not None and example.answer is not None and LEFT_OUT not in str(example.answer):
            answer.setdefault("examples", {})[f"example{number}"] = {"value": example.answer}
