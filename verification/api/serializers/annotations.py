from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from verification.api.fields import Anything, StrictSerializer, Text, Whole, Word, partial_date
from verification.api.serializers.judgements import EvidenceSerializer, SearchSerializer
from verification.api.telling import Telling
from verification.hard_rules import what_is_missing
from verification.models import Annotation, Evidence, Judgement
from verification.models.offered import offered_to
from verification.soft_rules import soft_warnings
from verification.vocabulary import Confidence, Reason, Round, SkipReason, SoftRule, Verdict


class WarningSerializer(serializers.Serializer[Any]):
    """A soft rule that a piece of evidence does not meet: it asks, and never blocks."""

    evidence = serializers.IntegerField(help_text="The position of the piece of evidence, from 0.")
    rule = Word(SoftRule)
    message = serializers.CharField()
    dismissed = serializers.CharField(allow_null=True, help_text="The word that sets it aside, if there is one.")


class MissingSerializer(serializers.Serializer[Any]):
    """A hard rule that submit would refuse."""

    rule = serializers.CharField()
    field = serializers.CharField(help_text="The field of the draft that would mend it.")
    message = serializers.CharField()


class AnnotationSerializer(Telling[Annotation]):
    """A place on a claim with what its person decided last, as a list shows it."""

    project = serializers.CharField(source="claim.project.slug", read_only=True)
    lapsed = serializers.SerializerMethodField()
    round = Word(Round, source="told_round", read_only=True)
    skipped = Word(SkipReason, source="skip_reason", read_only=True, allow_null=True)
    revision = serializers.IntegerField(source="newest.revision", read_only=True)
    is_draft = serializers.BooleanField(source="newest.is_draft", read_only=True)
    verdict = Word(Verdict, source="newest.verdict", read_only=True, allow_null=True)
    reason = Word(Reason, source="newest.reason", read_only=True, allow_null=True)

    class Meta:
        model = Annotation
        fields = (
            "id",
            "project",
            "claim",
            "round",
            "started_at",
            "submitted_at",
            "lapsed",
            "skipped",
            "revision",
            "is_draft",
            "verdict",
            "reason",
        )

    def to_representation(self, annotation: Any) -> dict[str, Any]:
        annotation.newest = annotation.newest_first[0]
        return super().to_representation(annotation)

    def get_lapsed(self, annotation: Annotation) -> bool:
        return annotation.lapsed_at is not None


class OfferedSerializer(Telling[Evidence]):
    """Evidence of a resolved claim of the same dossier: where to look, without what was made of it."""

    claim = serializers.IntegerField(source="judgement.annotation.claim_id", read_only=True)
    published_on = serializers.SerializerMethodField()

    class Meta:
        model = Evidence
        fields = ("claim", "kind", "article", "start", "end", "url", "quote", "outlet", "published_on")

    def get_published_on(self, item: Evidence) -> str | None:
        return partial_date(item.published_on, item.published_precision)


class AnnotationDetailSerializer(AnnotationSerializer):
    """The same with every word of the draft or else the latest judgement, and what the rules say of it.

    `offered` is evidence of resolved claims that was offered when the place was taken, as far as they still are.
    """

    rationale = serializers.CharField(source="newest.rationale", read_only=True)
    confidence = Word(Confidence, source="newest.confidence", read_only=True, allow_null=True)
    evidence = EvidenceSerializer(source="newest.evidence", many=True, read_only=True)
    searches = SearchSerializer(source="newest.searches", many=True, read_only=True)
    warnings = serializers.SerializerMethodField()
    missing = serializers.SerializerMethodField()
    offered = serializers.SerializerMethodField()

    class Meta:
        model = Annotation
        fields = (
            *AnnotationSerializer.Meta.fields,
            "rationale",
            "confidence",
            "evidence",
            "searches",
            "warnings",
            "missing",
            "offered",
        )

    @extend_schema_field(OfferedSerializer(many=True))
    def get_offered(self, annotation: Any) -> list[dict[str, Any]]:
        offered = offered_to(annotation)
        return list(OfferedSerializer(offered, many=True).data) if offered else []

    @extend_schema_field(WarningSerializer(many=True))
    def get_warnings(self, annotation: Any) -> list[dict[str, Any]]:
        return [
            {
                "evidence": warning.position,
                "rule": warning.rule,
                "message": str(warning.message),
                "dismissed": warning.dismissed,
            }
            for warning in soft_warnings(annotation.newest)
        ]

    @extend_schema_field(MissingSerializer(many=True))
    def get_missing(self, annotation: Any) -> list[dict[str, str]]:
        newest: Judgement = annotation.newest
        return [
            {"rule": missing.rule, "field": missing.field, "message": str(missing.message)}
            for missing in (what_is_missing(newest) if newest.is_draft else [])
        ]


@cache
def _names(known: type[serializers.Serializer[Any]]) -> tuple[str, ...]:
    return tuple(known().fields)


class ItemsField(Anything):
    """A list of objects with known names; their values are judged where they are kept."""

    def __init__(self, known: type[serializers.Serializer[Any]], **kwargs: Any) -> None:
        self.known = known
        super().__init__(like=known(many=True), **kwargs)

    def to_internal_value(self, data: Any) -> Any:
        if not isinstance(data, list):
            raise serializers.ValidationError(_("Give a list."))
        known = _names(self.known)
        problems = [
            _("Item %(number)d: there is no field “%(name)s”. Known are: %(known)s.")
            % {"number": number, "name": name, "known": ", ".join(known)}
            for number, item in enumerate(data, start=1)
            if isinstance(item, Mapping)
            for name in item
            if name not in known
        ]
        if problems:
            raise serializers.ValidationError(problems)
        return data


class DraftChangeSerializer(StrictSerializer):
    """What may be written into a draft; each field by itself, null clears, a list replaces the stored one."""

    verdict = Anything(Word(Verdict, allow_null=True), required=False)
    reason = Anything(Word(Reason, allow_null=True), required=False)
    rationale = Anything(Text(allow_null=True), required=False)
    confidence = Anything(Word(Confidence, allow_null=True), required=False)
    searches = ItemsField(SearchSerializer, required=False)
    evidence = ItemsField(EvidenceSerializer, required=False)
    active_seconds = Whole(required=False, allow_null=True)
    revision = Whole(required=False, allow_null=True)


class SkipSerializer(StrictSerializer):
    reason = Word(SkipReason)


class NewSnapshotSerializer(StrictSerializer):
    url = Text(max_length=2000)


class AnnotationFilterSerializer(StrictSerializer):
    project = Text(required=False, max_length=100, help_text="A project's slug.")
