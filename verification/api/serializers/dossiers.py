from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from verification.api.fields import Among, StrictSerializer, Text, Whole
from verification.api.telling import Telling
from verification.models import Claim, Dossier, DossierMove
from verification.models.dossier import LONGEST_QUESTION, MOST_CLAIMS
from verification.vocabulary import DossierMoveKind


class DossierSerializer(Telling[Dossier]):
    """One question and the ids of the claims that bear on it; the rows come from `reads.dossiers_for`.

    `merged_into` is the dossier that took all its claims, or null.
    """

    project = serializers.SlugRelatedField[Any]("slug", read_only=True)
    claims = serializers.SerializerMethodField()

    class Meta:
        model = Dossier
        fields = ("id", "project", "question", "claims", "opened_at", "merged_into")

    @extend_schema_field(serializers.ListField(child=serializers.IntegerField()))
    def get_claims(self, dossier: Dossier) -> list[int]:
        return [member.claim_id for member in dossier.members.all()]


class NewDossierSerializer(StrictSerializer):
    claim = Among(Claim, sentence=_("There is no such claim among yours."))
    question = Text(max_length=LONGEST_QUESTION)


class QuestionSerializer(StrictSerializer):
    question = Text(max_length=LONGEST_QUESTION)


class MemberSerializer(StrictSerializer):
    claim = Among(Claim, sentence=_("There is no such claim among yours."))


class IntoSerializer(StrictSerializer):
    """The dossier that gets all claims."""

    into = Among(Dossier, sentence=_("There is no such dossier among yours."))


class SplitSerializer(QuestionSerializer):
    """The claims that a new dossier gets, by id, and the question that it asks."""

    claims = serializers.ListField(child=Whole(max_value=2**63 - 1), min_length=1, max_length=MOST_CLAIMS)


class NamedMoveSerializer(StrictSerializer):
    move = Whole(max_value=2**63 - 1)


class MoveSerializer(Telling[DossierMove]):
    """That `claims` went from the dossier `source` to `target`; `undone_at` where that was taken back."""

    kind = serializers.ChoiceField(choices=[kind.value for kind in DossierMoveKind], read_only=True)
    claims = serializers.ListField(child=serializers.IntegerField(), read_only=True)

    class Meta:
        model = DossierMove
        fields = ("id", "kind", "source", "target", "claims", "at", "undone_at")


class DossierFilterSerializer(StrictSerializer):
    project = Text(required=False, max_length=100, help_text="A project's slug.")
