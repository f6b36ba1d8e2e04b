from __future__ import annotations

from functools import cache
from typing import Any

from django.http import HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.renderers import OpenApiJsonRenderer, OpenApiYamlRenderer
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.exceptions import ValidationError
from rest_framework.permissions import AllowAny
from rest_framework.request import Request

from .base import View

YAML = "application/yaml"
JSON = "application/json"
TYPES = {"yaml": YAML, "json": JSON}


class Schema(View):
    """The schema tells nothing of any project, so whoever reaches the site may read it."""

    authentication_classes = ()
    permission_classes = (AllowAny,)

    @extend_schema(
        operation_id="get_schema",
        tags=["schema"],
        parameters=[OpenApiParameter("format", str, enum=list(TYPES), description="Else as `Accept` asks, or YAML.")],
        responses={(200, YAML): dict, (200, JSON): dict},
    )
    def get(self, request: Request) -> HttpResponse:
        wanted = request.query_params.get("format")
        if wanted is None:
            wanted = "json" if "json" in request.headers.get("Accept", "") else "yaml"
        if wanted not in TYPES:
            raise ValidationError({"format": [_("Give one of %(known)s.") % {"known": ", ".join(TYPES)}]})
        answer = HttpResponse(_rendered(wanted, get_language()), content_type=TYPES[wanted])
        answer["Vary"] = "Accept"
        return answer


@cache
def schema(language: str | None) -> dict[str, Any]:
    """The whole schema, in the language that is active."""
    made: dict[str, Any] = SchemaGenerator().get_schema(request=None, public=True)
    return made


@cache
def _rendered(wanted: str, language: str | None) -> bytes:
    renderer = OpenApiJsonRenderer() if wanted == "json" else OpenApiYamlRenderer()
    rendered: bytes = renderer.render(schema(language), renderer_context={})
    return rendered
