from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from verification.api.fields import Among, StrictSerializer, Text
from verification.models import Claim, Dossier
from verification.models.dossier import LONGEST_QUESTION


class DossierSerializer(serializers.ModelSerializer[Dossier]):
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


class DossierFilterSerializer(StrictSerializer):
    project = Text(required=False, max_length=100, help_text="A project's slug.")
