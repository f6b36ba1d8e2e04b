from __future__ import annotations

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.request import Request
from rest_framework.response import Response

from verification.actions.teams import change_team, dissolve_team, make_team
from verification.api.reads import teams_for
from verification.api.serializers.teams import (
    NewTeamSerializer,
    TeamChangeSerializer,
    TeamFilterSerializer,
    TeamSerializer,
)
from verification.models import Team
from verification.policies import require, why_not_lead

from .base import DetailView, ListView, View
from .named import people_called


class _Teams(View):
    serializer_class = TeamSerializer

    def get_queryset(self) -> QuerySet[Team]:
        return teams_for(self.person)

    def as_seen(self, team: Team, *, status: int = status.HTTP_200_OK) -> Response:
        return Response(self.get_serializer(self.get_queryset().get(pk=team.pk)).data, status=status)


class Teams(_Teams, ListView):
    filters = TeamFilterSerializer
    lookups = {"project": "project__slug"}

    @extend_schema(request=NewTeamSerializer, responses={201: TeamSerializer})
    def post(self, request: Request) -> Response:
        """Makes a team of annotators."""
        given = self.take(NewTeamSerializer).validated_data
        project = given["project"]
        # Who else is here is for curators to know.
        require(why_not_lead(self.person, project))
        people = people_called(project, given["people"])
        team = make_team(project, name=given["name"], people=people, by=self.person)
        return self.as_seen(team, status=status.HTTP_201_CREATED)


class TeamDetail(_Teams, DetailView):
    @extend_schema(request=TeamChangeSerializer)
    def patch(self, request: Request, pk: int) -> Response:
        """Changes the name, or who is in it: only what is given."""
        team: Team = self.get_object()
        require(why_not_lead(self.person, team.project))
        change = self.take(TeamChangeSerializer).validated_data
        people = people_called(team.project, change["people"]) if "people" in change else None
        return self.as_seen(change_team(team, name=change.get("name"), people=people, by=self.person))

    @extend_schema(request=None, responses={204: None})
    def delete(self, request: Request, pk: int) -> Response:
        """Dissolves the team."""
        dissolve_team(self.get_object(), by=self.person)
        return Response(status=status.HTTP_204_NO_CONTENT)
