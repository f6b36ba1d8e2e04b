from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from verification.actions.teams import LONGEST_NAME
from verification.api.fields import ProjectBySlug, StrictSerializer, Text
from verification.api.telling import Telling
from verification.models import Team
from verification.models.team import MOST_MEMBERS


class TeamSerializer(Telling[Team]):
    """A team of annotators; the rows come from `reads.teams_for`.

    `people` are the user names of those who are in it, for curators of its project; null for others.
    """

    project = serializers.SlugRelatedField[Any]("slug", read_only=True)
    people = serializers.SerializerMethodField()

    class Meta:
        model = Team
        fields = ("id", "project", "name", "people", "made_at")

    @extend_schema_field(serializers.ListField(child=serializers.CharField(), allow_null=True))
    def get_people(self, team: Any) -> list[str] | None:
        return sorted(member.person.username for member in team.members.all()) if team.is_led else None


class TeamFilterSerializer(StrictSerializer):
    project = Text(required=False, max_length=100, help_text="A project's slug.")


class TeamChangeSerializer(StrictSerializer):
    """What is given is changed; `people` are all that are in it then, by their user names."""

    name = Text(required=False, max_length=LONGEST_NAME)
    people = serializers.ListField(child=Text(max_length=150), required=False, max_length=MOST_MEMBERS)


class NewTeamSerializer(StrictSerializer):
    project = ProjectBySlug()
    name = Text(max_length=LONGEST_NAME)
    people = serializers.ListField(child=Text(max_length=150), default=list, max_length=MOST_MEMBERS)
