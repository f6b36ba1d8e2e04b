"""Lists by keyset: newest first, each page starting below the last id seen, whatever was added meanwhile."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from rest_framework.exceptions import ValidationError
from rest_framework.pagination import BasePagination
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.utils.urls import replace_query_param

LARGEST_ID = 2**63 - 1


class NewestFirst(BasePagination):
    """`?cursor=` (from `next`) and `?limit=` up to 200; answers `{"results": [...], "next": URL or null}`."""

    usual = 50
    most = 200

    def paginate_queryset(self, queryset: Any, request: Request, view: Any = None) -> list[Any]:
        limit = _whole(request, "limit", usual=self.usual, most=self.most)
        below = _whole(request, "cursor", usual=LARGEST_ID, most=LARGEST_ID)
        if view is not None and hasattr(view, "rows_of"):
            rows = view.rows_of(view.ids_of(queryset, below=below, most=limit + 1))
        else:
            rows = list(queryset.order_by("-pk").filter(pk__lt=below)[: limit + 1])
        page = rows[:limit]
        self.next = (
            replace_query_param(request.build_absolute_uri(), "cursor", page[-1].pk) if len(rows) > limit else None
        )
        return page

    def get_schema_operation_parameters(self, view: Any) -> list[dict[str, Any]]:
        def query(name: str, most: int, description: str) -> dict[str, Any]:
            schema = {"type": "integer", "minimum": 1, "maximum": most}
            return {"name": name, "in": "query", "schema": schema, "description": description}

        return [
            query("cursor", LARGEST_ID, "Where the page begins, as `next` says it."),
            query("limit", self.most, f"Rows on a page; {self.usual} where it is not given."),
        ]

    def get_paginated_response_schema(self, schema: dict[str, Any]) -> dict[str, Any]:
        following = {"type": ["string", "null"], "format": "uri", "description": "The following page; null at the end."}
        return {
            "type": "object",
            "required": ["results", "next"],
            "properties": {"results": schema, "next": following},
        }

    def get_paginated_response(self, data: list[Any]) -> Response:
        return Response({"results": data, "next": self.next})


def _whole(request: Request, name: str, *, usual: int, most: int) -> int:
    given = request.query_params.get(name)
    if given is None:
        return usual
    if not (given.isascii() and given.isdigit() and len(given) < 20 and 1 <= int(given) <= most):
        raise ValidationError({name: [_("Give a whole number from 1 to %(most)d.") % {"most": most}]})
    return int(given)
