from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.request import Request
from rest_framework.response import Response

from verification.actions.bulk import go_on, plan, preview
from verification.api.serializers.bulk import (
    BulkChangeSerializer,
    BulkFilterSerializer,
    NewBulkChangeSerializer,
    WholeBulkChangeSerializer,
)
from verification.models import BulkChange, Claim, Project, Team, User
from verification.models.bulk_change import MOST_AT_ONCE
from verification.policies import require, why_not_steer

from .base import ListView, View
from .claims import those_fitting
from .named import people_called, teams_called


class _Bulk(View):
    serializer_class = BulkChangeSerializer

    def get_queryset(self) -> QuerySet[BulkChange]:
        return BulkChange.objects.visible_to(self.person).select_related("project")

    def whole(self, change: BulkChange, *, status: int = status.HTTP_200_OK) -> Response:
        """With what would happen, as long as nothing was done."""
        shown: Any = change
        shown.would = preview(change, by=self.person) if change.begun_at is None else None
        shown.named = list(User.objects.filter(pk__in=change.people).order_by("username"))
        shown.teams_named = list(Team.objects.filter(pk__in=change.teams)) if change.teams else []
        return Response(WholeBulkChangeSerializer(shown).data, status=status)


class BulkChanges(_Bulk, ListView):
    """What you planned to do with many claims."""

    filters = BulkFilterSerializer
    lookups = {"project": "project__slug"}

    @extend_schema(request=NewBulkChangeSerializer, responses={201: WholeBulkChangeSerializer})
    def post(self, request: Request) -> Response:
        """Plans it, and does none of it."""
        given: dict[str, Any] = self.take(NewBulkChangeSerializer).validated_data
        project = given.pop("project")
        require(why_not_steer(self.person, project))  # who is in the project is for them alone to know
        people = people_called(project, given.pop("people", []))
        teams = teams_called(project, given.pop("teams", []))
        keeps = given.pop("only_they")
        if (where := given.pop("where", None)) is not None:
            given["claims"] = self._found(project, where)
        change = plan(project, people=people, teams=teams, keeps=keeps, by=self.person, **given)
        return self.whole(change, status=status.HTTP_201_CREATED)

    def _found(self, project: Project, where: dict[str, Any]) -> list[int]:
        """The ids of the newest claims that the list of claims would show by this filter."""
        rows = those_fitting(Claim.objects.visible_to(self.person).filter(project=project), where, by=self.person)
        if "article" in where:
            rows = rows.filter(article=where["article"])
        return list(rows.order_by("-pk").values_list("pk", flat=True)[:MOST_AT_ONCE])


class BulkChangeDetail(_Bulk):
    @extend_schema(responses=WholeBulkChangeSerializer)
    def get(self, request: Request, pk: int) -> Response:
        return self.whole(self.get_object())


class GoOn(_Bulk):
    @extend_schema(request=None, responses=WholeBulkChangeSerializer)
    def post(self, request: Request, pk: int) -> Response:
        """Does it, for two seconds: asked again until it is finished."""
        change = self.get_object()
        self.take()
        return self.whole(go_on(change, by=self.person))
