from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from verification.actions.links import LONGEST_REASON
from verification.api.fields import Among, StrictSerializer, Text, Whole, Word
from verification.api.telling import Telling
from verification.asking import Asked, NotUnderstood, parse
from verification.asking_words import sentence
from verification.models import Article, Attribution, Bearing, Claim, ClaimLink, Resolution, Succession
from verification.vocabulary import (
    DatePrecision,
    Disagreement,
    Dispute,
    LinkKind,
    Modality,
    Priority,
    Reason,
    Stage,
    Succeeded,
    Target,
    Topic,
    Verdict,
)


class AttributionSerializer(Telling[Attribution]):
    class Meta:
        model = Attribution
        fields = ("name", "surface", "cue", "speech", "rendering")


class BearingSerializer(Telling[Bearing]):
    class Meta:
        model = Bearing
        fields = ("article", "start", "end", "quote", "reason")


class LinkSerializer(Telling[ClaimLink]):
    """`claim` updates, corrects or is part of `other`; `drawn`: by a person, otherwise matching proposed it."""

    drawn = serializers.SerializerMethodField()
    confirmed = serializers.SerializerMethodField()

    class Meta:
        model = ClaimLink
        fields = ("id", "claim", "other", "kind", "score", "reason", "drawn", "confirmed")

    def get_drawn(self, link: ClaimLink) -> bool:
        return link.drawn_by_id is not None

    def get_confirmed(self, link: ClaimLink) -> bool:
        return link.confirmed_at is not None


class SuccessionSerializer(Telling[Succession]):
    """What became of `claim` in `article`, the corrected version: `successor` is null where it is gone."""

    outcome = Word(Succeeded)

    class Meta:
        model = Succession
        fields = ("claim", "article", "outcome", "successor")


class NewLinkSerializer(StrictSerializer):
    """That the claim stands to another one of its project as `kind` says."""

    other = Among(Claim, sentence=_("There is no such claim among yours."))
    kind = Word(LinkKind)
    reason = Text(required=False, max_length=LONGEST_REASON)


class ResolutionSerializer(Telling[Resolution]):
    class Meta:
        model = Resolution
        fields = (
            "verdict",
            "reason",
            "rationale",
            "disagreement",
            "settled",
            "created_at",
            "valid_as_of",
            "evidence_cutoff",
        )


class PlacesSerializer(serializers.Serializer[Any]):
    """How many judgements a claim wants, how many places on it are held, and how many of them are submitted."""

    wanted = serializers.IntegerField()
    held = serializers.IntegerField()
    submitted = serializers.IntegerField()


class NumberSerializer(serializers.Serializer[Any]):
    """A number that a claim gives: its value (to `until` in a range), how it stands to what is true, and what is
    counted, in plain English words where they are known. `words` stand from `start` to `end` of the article."""

    value = serializers.FloatField()
    until = serializers.FloatField(allow_null=True)
    bound = serializers.CharField()
    unit = serializers.CharField()
    of = serializers.CharField(allow_null=True)
    words = serializers.CharField()
    start = serializers.IntegerField()
    end = serializers.IntegerField()


class TimeSerializer(serializers.Serializer[Any]):
    """A time as far as it is known: its first and its last moment."""

    start = serializers.DateTimeField()
    until = serializers.DateTimeField()
    precision = Word(DatePrecision)


# Of what stands in each row of a list: to make a serializer takes longer than to write a row with it.
WRITES_TIME, WRITES_BEARING, WRITES_RESOLUTION = TimeSerializer(), BearingSerializer(), ResolutionSerializer()


def _time(start: datetime | None, until: datetime | None, precision: str | None) -> dict[str, Any] | None:
    if start is None:
        return None
    return dict(WRITES_TIME.to_representation({"start": start, "until": until, "precision": precision}))


class ClaimSerializer(Telling[Claim]):
    """A claim as one person may know it; the rows come from `reads.whole_claims`.

    `claimant` is null for the article's own voice. `dispute`, `reasons` and `bearings` are null where the person judges
    without suggestions, `places` for whoever does not see the work of others, `resolution` where none stands.
    """

    project = serializers.SlugRelatedField[Any]("slug", read_only=True)
    claimant = serializers.CharField(read_only=True, allow_null=True)
    attributions = AttributionSerializer(many=True, read_only=True)
    reasons = serializers.SerializerMethodField()
    topics = serializers.ListField(child=Word(Topic), read_only=True)
    numbers = NumberSerializer(many=True, read_only=True)
    locations = serializers.ListField(child=serializers.CharField(), read_only=True)
    actors = serializers.ListField(child=serializers.CharField(), read_only=True)
    asserted = serializers.SerializerMethodField()
    event = serializers.SerializerMethodField()
    stage = Word(Stage, read_only=True)
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
            "numbers",
            "locations",
            "actors",
            "asserted",
            "event",
            "dispute",
            "bearings",
            "stage",
            "places",
            "resolution",
        )

    @extend_schema_field(TimeSerializer(allow_null=True))
    def get_asserted(self, claim: Any) -> dict[str, Any] | None:
        return _time(claim.asserted_from, claim.asserted_until, claim.asserted_precision)

    @extend_schema_field(TimeSerializer(allow_null=True))
    def get_event(self, claim: Any) -> dict[str, Any] | None:
        return _time(claim.event_from, claim.event_until, claim.event_precision)

    @extend_schema_field(Word(Dispute, allow_null=True))
    def get_dispute(self, claim: Any) -> str | None:
        return claim.dispute if claim.shows_suggestions else None

    @extend_schema_field(serializers.ListField(child=serializers.CharField(), allow_null=True))
    def get_reasons(self, claim: Any) -> list[str] | None:
        return claim.worthiness_reasons if claim.shows_suggestions else None

    @extend_schema_field(BearingSerializer(many=True, allow_null=True))
    def get_bearings(self, claim: Any) -> list[dict[str, Any]] | None:
        if not claim.shows_suggestions:
            return None
        return [dict(WRITES_BEARING.to_representation(bearing)) for bearing in claim.bearings.all()]

    @extend_schema_field(PlacesSerializer(allow_null=True))
    def get_places(self, claim: Any) -> dict[str, int] | None:
        if not claim.shows_places:
            return None
        return {"wanted": claim.places, "held": claim.held, "submitted": claim.submitted}

    @extend_schema_field(ResolutionSerializer(allow_null=True))
    def get_resolution(self, claim: Any) -> dict[str, Any] | None:
        return dict(WRITES_RESOLUTION.to_representation(claim.standing[0])) if claim.standing else None


class ClaimFilterSerializer(StrictSerializer):
    project = Text(required=False, max_length=100, help_text="A project's slug.")
    q = Text(required=False, max_length=300, help_text="Words, and terms such as verdict:disputed topic:territory.")
    stage = Word(Stage, required=False, help_text="As far as you may know it.")
    article = serializers.IntegerField(required=False, min_value=1, max_value=2**63 - 1, help_text="An article's id.")
    dossier = serializers.IntegerField(required=False, min_value=1, max_value=2**63 - 1, help_text="A dossier's id.")
    topic = Word(Topic, required=False)
    place = Text(required=False, max_length=100, help_text="A place that it speaks of, in any language.")
    actor = Text(required=False, max_length=100, help_text="A person or group that it speaks of.")
    modality = Word(Modality, required=False)
    since = serializers.DateField(required=False, help_text="It happened on this day or later.")
    until = serializers.DateField(required=False, help_text="It happened on this day or earlier.")
    with_numbers = serializers.BooleanField(required=False, help_text="Whether it gives a number.")

    def validate_q(self, text: str) -> Asked:
        try:
            return parse(text)
        except NotUnderstood as refusal:
            raise serializers.ValidationError([sentence(one) for one in refusal.all]) from refusal


class NewClaimSerializer(StrictSerializer):
    """A claim that extraction missed: a passage of an article, restated or as it stands."""

    article = Among(Article, sentence=_("There is no such article among yours."))
    start = Whole()
    end = Whole()
    statement = Text(required=False, allow_blank=True, max_length=2000)
    target = Word(Target, required=False)
    topics = serializers.ListField(child=Word(Topic), required=False, max_length=len(Topic))

    def validate_topics(self, topics: list[Topic]) -> list[Topic]:
        return list(dict.fromkeys(topics))


class PeopleSerializer(StrictSerializer):
    """People of the project by their user names, and teams by theirs; one at least."""

    people = serializers.ListField(child=Text(max_length=150), default=list, max_length=100)
    teams = serializers.ListField(child=Text(max_length=80), default=list, max_length=100)


class AssignSerializer(PeopleSerializer):
    """`only_they`: to nobody else, while they are as many as the claim wants judgements."""

    only_they = serializers.BooleanField(default=False)


class NewPrioritySerializer(StrictSerializer):
    priority = Word(Priority)


class WhySerializer(StrictSerializer):
    why = Text(max_length=2000)


class DecisionSerializer(StrictSerializer):
    """An adjudicator's decision; `judgements` and `evidence` are ids from the claim's judgements."""

    verdict = Word(Verdict)
    reason = Word(Reason)
    rationale = Text()
    disagreement = Word(Disagreement, required=False, help_text="What made the judgements differ.")
    judgements = serializers.ListField(child=Whole(), max_length=100)
    evidence = serializers.ListField(child=Whole(), max_length=1000, required=False)
