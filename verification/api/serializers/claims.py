from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from verification.api.fields import Among, StrictSerializer, Text, Whole
from verification.models import Article, Attribution, Bearing, Claim, Resolution
from verification.vocabulary import Reason, Stage, Target, Topic, Verdict


class AttributionSerializer(serializers.ModelSerializer[Attribution]):
    class Meta:
        model = Attribution
        fields = ("name", "surface", "cue", "speech", "rendering")


class BearingSerializer(serializers.ModelSerializer[Bearing]):
    class Meta:
        model = Bearing
        fields = ("article", "start", "end", "quote", "reason")


class ResolutionSerializer(serializers.ModelSerializer[Resolution]):
    class Meta:
        model = Resolution
        fields = ("verdict", "reason", "rationale", "settled", "created_at", "valid_as_of", "evidence_cutoff")


class ClaimSerializer(serializers.ModelSerializer[Claim]):
    """A claim as one person may know it; the rows come from `reads.claims_for`.

    `claimant` is null for the article's own voice. `dispute` and `bearings` are null where the person judges
    without suggestions, `places` for whoever does not see the work of others, `resolution` where none stands.
    """

    project = serializers.SlugRelatedField[Any]("slug", read_only=True)
    claimant = serializers.CharField(read_only=True)
    attributions = AttributionSerializer(many=True, read_only=True)
    reasons = serializers.ListField(source="worthiness_reasons", read_only=True)
    stage = serializers.CharField(read_only=True)
    dispute = serializers.SerializerMethodField()
    bearings = serializers.SerializerMethodField()
    places = serializers.SerializerMethodField()
    resolution = serializers.SerializerMethodField()

    class Meta:
        model = Claim
        fields = (
            "id",
            "public_id",
            "project",
            "article",
            "start",
            "end",
            "quote",
            "prefix",
            "suffix",
            "statement",
            "target",
            "claimant",
            "attributions",
            "modality",
            "check_worthiness",
            "reasons",
            "topics",
            "dispute",
            "bearings",
            "stage",
            "places",
            "resolution",
        )

    def get_dispute(self, claim: Any) -> str | None:
        return claim.dispute if claim.shows_suggestions else None

    def get_bearings(self, claim: Any) -> list[dict[str, Any]] | None:
        if not claim.shows_suggestions:
            return None
        return [dict(BearingSerializer(bearing).data) for bearing in claim.bearings.all()]

    def get_places(self, claim: Any) -> dict[str, int] | None:
        if not claim.shows_places:
            return None
        return {"wanted": claim.places, "held": claim.held, "submitted": claim.submitted}

    def get_resolution(self, claim: Any) -> dict[str, Any] | None:
        return dict(ResolutionSerializer(claim.standing[0]).data) if claim.standing else None


class ClaimFilterSerializer(serializers.Serializer[Any]):
    project = Text(required=False)
    stage = serializers.ChoiceField(choices=[stage.value for stage in Stage], required=False)
    article = serializers.IntegerField(required=False, min_value=1, max_value=2**63 - 1)


class NewClaimSerializer(StrictSerializer):
    """A claim that extraction missed: a passage of an article, restated or as it stands."""

    article = Among(Article, sentence=_("There is no such article among yours."))
    start = Whole()
    end = Whole()
    statement = Text(required=False, allow_blank=True, max_length=2000)
    target = serializers.ChoiceField(choices=[target.value for target in Target], required=False)
    topics = serializers.ListField(
        child=serializers.ChoiceField(choices=[topic.value for topic in Topic]), required=False, max_length=len(Topic)
    )

    def validate_target(self, target: str) -> Target:
        return Target(target)

    def validate_topics(self, topics: list[str]) -> list[Topic]:
        return [Topic(topic) for topic in dict.fromkeys(topics)]


class WhySerializer(StrictSerializer):
    why = Text(max_length=2000)


class DecisionSerializer(StrictSerializer):
    """An adjudicator's decision; `judgements` and `evidence` are ids from the claim's judgements."""

    verdict = serializers.ChoiceField(choices=[verdict.value for verdict in Verdict])
    reason = serializers.ChoiceField(choices=[reason.value for reason in Reason])
    rationale = Text()
    judgements = serializers.ListField(child=Whole(), max_length=100)
    evidence = serializers.ListField(child=Whole(), max_length=1000, required=False)

    def validate_verdict(self, verdict: str) -> Verdict:
        return Verdict(verdict)

    def validate_reason(self, reason: str) -> Reason:
        return Reason(reason)
