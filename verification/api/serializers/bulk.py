from __future__ import annotations

from collections import defaultdict
from typing import Any

from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from verification.api.fields import ProjectBySlug, StrictSerializer, Text, Whole, Word
from verification.api.serializers.claims import ClaimFilterSerializer
from verification.api.telling import Telling
from verification.models import BulkChange
from verification.models.bulk_change import MOST_AT_ONCE
from verification.vocabulary import BulkKind, Priority


class WhichClaimsSerializer(ClaimFilterSerializer):
    """The filters of the list of claims, all of one project."""

    project = None  # type: ignore[assignment]  # the change names it


class NewBulkChangeSerializer(StrictSerializer):
    """What is to be done with the claims; `people`, `teams`, `only_they`, `priority` and `why` belong to some kinds.

    Either `claims`, or `where`: those that the list of claims would show, the newest first, as many as may be.
    """

    project = ProjectBySlug()
    kind = Word(BulkKind)
    claims = serializers.ListField(
        child=Whole(max_value=2**63 - 1), min_length=1, max_length=MOST_AT_ONCE, required=False
    )
    where = WhichClaimsSerializer(required=False)
    people = serializers.ListField(child=Text(max_length=150), max_length=100, required=False)
    teams = serializers.ListField(child=Text(max_length=80), max_length=100, required=False)
    only_they = serializers.BooleanField(default=False)
    priority = Word(Priority, required=False)
    why = Text(max_length=2000, required=False)

    def validate(self, given: dict[str, Any]) -> dict[str, Any]:
        if ("claims" in given) == ("where" in given):
            raise serializers.ValidationError({"claims": [_("Give either the ids of claims or a filter, in “where”.")]})
        return given


class BulkFilterSerializer(StrictSerializer):
    project = Text(required=False, max_length=100, help_text="A project's slug.")


class LeftOutSerializer(serializers.Serializer[Any]):
    """The claims with which it is not done, for one reason."""

    why = serializers.CharField()
    claims = serializers.ListField(child=serializers.IntegerField())


class WouldSerializer(serializers.Serializer[Any]):
    """With which claims it would be done now, and with which not."""

    claims = serializers.ListField(child=serializers.IntegerField())
    refused = LeftOutSerializer(many=True)


class BulkChangeSerializer(Telling[BulkChange]):
    """`claims` rise; the first `done` of them have been seen to."""

    project = serializers.SlugRelatedField[Any]("slug", read_only=True)
    kind = serializers.ChoiceField(choices=[kind.value for kind in BulkKind], read_only=True)
    claims = serializers.ListField(child=serializers.IntegerField(), read_only=True)

    class Meta:
        model = BulkChange
        fields: tuple[str, ...] = ("id", "project", "kind", "claims", "done", "planned_at", "begun_at", "finished_at")


class WholeBulkChangeSerializer(BulkChangeSerializer):
    """`would` is what would happen, null once it is begun; `refused` is with which claims it was not done."""

    people = serializers.SerializerMethodField()
    teams = serializers.SerializerMethodField()
    only_they = serializers.BooleanField(source="keeps", read_only=True)
    priority = serializers.SerializerMethodField()
    would = serializers.SerializerMethodField()
    refused = serializers.SerializerMethodField()

    class Meta(BulkChangeSerializer.Meta):
        fields = (
            *BulkChangeSerializer.Meta.fields,
            "people",
            "teams",
            "only_they",
            "priority",
            "why",
            "would",
            "refused",
        )

    @extend_schema_field(serializers.ListField(child=serializers.CharField()))
    def get_people(self, change: Any) -> list[str]:
        return [person.username for person in change.named]

    @extend_schema_field(serializers.ListField(child=serializers.CharField()))
    def get_teams(self, change: Any) -> list[str]:
        return [team.name for team in change.teams_named]

    @extend_schema_field(serializers.ChoiceField(choices=[priority.value for priority in Priority]))
    def get_priority(self, change: BulkChange) -> str:
        return change.put_first.value

    @extend_schema_field(WouldSerializer(allow_null=True))
    def get_would(self, change: Any) -> dict[str, Any] | None:
        if change.would is None:
            return None
        refused = [
            {"why": why, "claims": [claim.pk for claim in claims]} for why, claims in change.would.refused.items()
        ]
        return {"claims": [claim.pk for claim in change.would.doable], "refused": refused}

    @extend_schema_field(LeftOutSerializer(many=True))
    def get_refused(self, change: BulkChange) -> list[dict[str, Any]]:
        by_reason: dict[str, list[int]] = defaultdict(list)
        for claim, why in change.refused:
            by_reason[why].append(claim)
        return [{"why": why, "claims": claims} for why, claims in by_reason.items()]
