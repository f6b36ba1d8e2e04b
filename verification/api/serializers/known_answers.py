from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from verification.actions.known_answers import LONGEST_NOTE
from verification.api.fields import Among, StrictSerializer, Text, Word
from verification.api.telling import Telling
from verification.models import Claim, KnownAnswer, Membership
from verification.models.known_answer import ASKED_IN
from verification.reports.known_answers import Answered, Score, confused, score
from verification.vocabulary import Reason, Round, Verdict


class KnownAnswerSerializer(Telling[KnownAnswer]):
    """Given in the `calibration`, or as a `check` among live claims. `reason` null: any of the verdict."""

    project = serializers.SlugRelatedField[Any]("slug", read_only=True)

    class Meta:
        model = KnownAnswer
        fields = ("id", "project", "claim", "round", "verdict", "reason", "note", "created_at", "ended_at")


class AnswerSerializer(StrictSerializer):
    verdict = Word(Verdict)
    reason = Word(Reason, allow_null=True, default=None)
    note = Text(max_length=LONGEST_NOTE)


class NewKnownAnswerSerializer(AnswerSerializer):
    claim = Among(Claim, sentence=_("There is no such claim among yours."))
    round = serializers.ChoiceField(choices=[round.value for round in ASKED_IN])

    def validate_round(self, word: str) -> Round:
        return Round(word)


class KnownAnswerFilterSerializer(StrictSerializer):
    project = Text(required=False, max_length=100, help_text="A project's slug.")


class ScoreSerializer(serializers.Serializer[Score]):
    """Of how many claims somebody said what is known, of those that count."""

    right = serializers.IntegerField()
    counted = serializers.IntegerField()


class SaidSerializer(serializers.Serializer[Any]):
    verdict = serializers.CharField()
    reason = serializers.CharField()


class AnsweredSerializer(serializers.Serializer[Answered]):
    """What is known of a claim and what somebody said of it first: null where they gave it back."""

    claim = serializers.IntegerField(source="known.claim_id")
    round = serializers.CharField(source="known.round")
    verdict = serializers.CharField(source="known.verdict")
    reason = serializers.CharField(source="known.reason", allow_null=True)
    note = serializers.CharField(source="known.note")
    said = SaidSerializer(allow_null=True)
    is_right = serializers.BooleanField()


class ConfusedSerializer(serializers.Serializer[Any]):
    """How often somebody said `said` of what is `known`."""

    known = serializers.CharField()
    said = serializers.CharField()
    times = serializers.IntegerField()


class CalibrationSerializer(serializers.Serializer[Any]):
    """`left` claims are still to be judged; until then nothing is told of the others."""

    left = serializers.IntegerField()
    is_through = serializers.BooleanField()
    score = serializers.SerializerMethodField()
    answered = AnsweredSerializer(many=True)
    confused = serializers.SerializerMethodField()

    @extend_schema_field(ScoreSerializer)
    def get_score(self, own: dict[str, Any]) -> dict[str, Any]:
        return ScoreSerializer(score(own["answered"])).data

    @extend_schema_field(ConfusedSerializer(many=True))
    def get_confused(self, own: dict[str, Any]) -> list[dict[str, Any]]:
        return list(ConfusedSerializer(confused(own["answered"]), many=True).data)


class MeasuredSerializer(Telling[Membership]):
    """An annotator, and how they judge what is known: null where they have had none."""

    person = serializers.CharField(source="user.username")
    calibration = serializers.SerializerMethodField()
    checks = serializers.SerializerMethodField()
    is_let_through = serializers.SerializerMethodField()

    class Meta:
        model = Membership
        fields: tuple[str, ...] = ("id", "person", "calibration", "checks", "calibrated_at", "is_let_through")

    @extend_schema_field(ScoreSerializer(allow_null=True))
    def get_calibration(self, membership: Any) -> dict[str, Any] | None:
        return self._score(membership, Round.CALIBRATION)

    @extend_schema_field(ScoreSerializer(allow_null=True))
    def get_checks(self, membership: Any) -> dict[str, Any] | None:
        return self._score(membership, Round.CHECK)

    def get_is_let_through(self, membership: Membership) -> bool:
        return membership.let_through_by_id is not None

    def _score(self, membership: Any, round: Round) -> dict[str, Any] | None:
        found = membership.scores.get((membership.user_id, round))
        return ScoreSerializer(found).data if found else None


class WholeMeasuredSerializer(MeasuredSerializer):
    answered = AnsweredSerializer(many=True)
    confused = serializers.SerializerMethodField()

    class Meta(MeasuredSerializer.Meta):
        fields = (*MeasuredSerializer.Meta.fields, "answered", "confused")

    @extend_schema_field(ConfusedSerializer(many=True))
    def get_confused(self, membership: Any) -> list[dict[str, Any]]:
        return list(ConfusedSerializer(confused(membership.answered), many=True).data)
