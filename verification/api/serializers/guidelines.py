from __future__ import annotations

from typing import Any

from rest_framework import serializers

from verification.api.fields import ProjectBySlug, StrictSerializer, Text, Whole, Word
from verification.api.telling import Telling
from verification.models import Guideline, RereadClaim, Rereading
from verification.vocabulary import Reason, Reread, Topic, Verdict

MOST_SECTIONS = 100


class GuidelineSerializer(Telling[Guideline]):
    """One version; `author` null: written by a command."""

    author = serializers.SlugRelatedField[Any]("username", read_only=True, allow_null=True)

    class Meta:
        model = Guideline
        fields = ("version", "text", "note", "author", "created_at")


class NewGuidelineSerializer(StrictSerializer):
    """`based_on` is the version that was read and changed: there must be no newer one."""

    text = Text(max_length=None)
    note = Text(max_length=300, default="", allow_blank=True)
    based_on = Whole(min_value=1)


class RereadingSerializer(Telling[Rereading]):
    """A list of claims to look at again; the rows come from `with_progress`.

    Empty `verdicts`, `reasons` or `topics` mean any. `is_cut`: more claims fitted than a list holds.
    """

    project = serializers.SlugRelatedField[Any]("slug", read_only=True)
    guideline = serializers.IntegerField(source="guideline.version", read_only=True)
    claims = serializers.IntegerField(source="of", read_only=True)
    looked_at = serializers.IntegerField(read_only=True)

    class Meta:
        model = Rereading
        fields = (
            *("id", "project", "guideline", "sections", "verdicts", "reasons", "topics"),
            *("is_cut", "claims", "looked_at", "begun_at"),
        )


class NewRereadingSerializer(StrictSerializer):
    """Which resolved claims: of these verdicts, reasons and topics, any where none is named.

    `guideline` is the version under which they are looked at; `sections` are the headings that it changes.
    """

    project = ProjectBySlug()
    guideline = Whole(min_value=1)
    sections = serializers.ListField(child=Text(max_length=300), default=list, max_length=MOST_SECTIONS)
    verdicts = serializers.ListField(child=Word(Verdict), default=list, max_length=len(Verdict))
    reasons = serializers.ListField(child=Word(Reason), default=list, max_length=len(Reason))
    topics = serializers.ListField(child=Word(Topic), default=list, max_length=len(Topic))


class RereadingFilterSerializer(StrictSerializer):
    project = Text(required=False, max_length=100, help_text="A project's slug.")


class RereadClaimSerializer(Telling[RereadClaim]):
    """A claim of such a list, as it was decided; `outcome` is null until somebody has looked at it."""

    statement = serializers.CharField(source="claim.statement", read_only=True)
    verdict = serializers.CharField(source="resolution.verdict", read_only=True)
    reason = serializers.CharField(source="resolution.reason", read_only=True)
    rationale = serializers.CharField(source="resolution.rationale", read_only=True)
    outcome = serializers.ChoiceField(choices=[outcome.value for outcome in Reread], read_only=True, allow_null=True)

    class Meta:
        model = RereadClaim
        fields = ("id", "claim", "statement", "verdict", "reason", "rationale", "outcome", "at")
