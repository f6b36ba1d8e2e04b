"""What the views share: a list by filters, one thing by id, a body or a query that is checked."""

from __future__ import annotations

from functools import cache
from typing import Any, NoReturn, cast

from django.db.models import QuerySet
from django.http import Http404
from rest_framework import serializers
from rest_framework.generics import GenericAPIView
from rest_framework.permissions import SAFE_METHODS
from rest_framework.request import Request
from rest_framework.response import Response

from verification.api.fields import Nothing, StrictSerializer
from verification.models import User
from verification.models.membership import keep_at_hand


@cache
def _reading(serializer: Any) -> Any:
    """A serializer of this class: it keeps nothing of what it tells or is told, so its fields are made once."""
    return serializer()


def told(serializer: Any, thing: Any) -> Any:
    """The thing in the words of a serializer (its class) that asks nothing of the request."""
    return _reading(serializer).to_representation(thing)


class View(GenericAPIView[Any]):
    """A view that knows who asks. `counts_as` names a limit of its own for a method; see `throttles`."""

    counts_as: dict[str, str] = {}
    reads_by_role = False  # whether a member of the project may be refused to read
    http_method_names = ["get", "head", "post", "put", "patch", "delete"]

    @property
    def person(self) -> User:
        return cast(User, self.request.user)

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        super().initial(request, *args, **kwargs)
        if request.method in SAFE_METHODS and request.user.is_authenticated:
            keep_at_hand(self.person)

    def permission_denied(self, request: Request, message: str | None = None, code: str | None = None) -> NoReturn:
        """Strangers are counted before they are turned away."""
        if not request.user.is_authenticated:
            self.check_throttles(request)
        super().permission_denied(request, message, code)

    def take(self, taken: type[serializers.Serializer[Any]] = Nothing) -> Any:
        """The body as the serializer `taken` reads it; raises what becomes a 400."""
        body = taken(data=self.request.data, context=self.get_serializer_context())
        body.is_valid(raise_exception=True)
        return body

    def taken(self, serializer: type[serializers.Serializer[Any]] = Nothing) -> Any:
        """The body as a serializer reads it that asks nothing of the request; raises what becomes a 400."""
        return _reading(serializer).run_validation(self.request.data)


class ListView(View):
    """A page of what the person sees. `filters` reads the query, `lookups` says which column each filter asks.

    Where it has a `rows_of(ids)`, the ids of a page are found first and these are the rows, newest first: for rows that
    PostgreSQL would else work out by the thousand.
    """

    filters: type[StrictSerializer] = Nothing
    lookups: dict[str, str] = {}

    def get(self, request: Request) -> Response:
        given = _reading(self.filters).run_validation({name: request.query_params.get(name) for name in self.asked()})
        page = self.paginate_queryset(self.found(dict(given)))
        return self.get_paginated_response([told(self.serializer_class, row) for row in page or ()])

    def found(self, given: dict[str, Any]) -> Any:
        """What the pages are of: rows, or what `ids_of` knows to read."""
        return self.chosen(self.listed(), given)

    def listed(self) -> QuerySet[Any]:
        """What is chosen from: as much of the rows as finds them, where these come by `rows_of`."""
        return self.get_queryset()

    def chosen(self, rows: QuerySet[Any], given: dict[str, Any]) -> QuerySet[Any]:
        """Those of `rows` that fit every filter."""
        return rows.filter(**{self.lookups.get(name, name): value for name, value in given.items()})

    def ids_of(self, rows: Any, *, below: int, most: int) -> list[int]:
        """Of the newest of `rows` below an id, where these come by `rows_of`."""
        return list(rows.filter(pk__lt=below).order_by("-pk").values_list("pk", flat=True)[:most])

    def asked(self) -> set[str]:
        """The filters of this list that the query names."""
        return set(_reading(self.filters).fields) & set(self.request.query_params)


class DetailView(View):
    """One thing that the person sees; what they do not see does not exist for them."""

    def get(self, request: Request, pk: int) -> Response:
        return Response(told(self.serializer_class, self.get_object()))


class Unknown(View):
    """Every other address under /api/, so that this error has the shape of all errors too."""

    schema = None

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        super().initial(request, *args, **kwargs)
        raise Http404
