from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from verification.api.fields import Word
from verification.api.serializers.claims import ClaimSerializer
from verification.models import Project
from verification.vocabulary import Role


class ProjectSerializer(serializers.ModelSerializer[Project]):
    """A project with the roles that the person holds in it.

    Its queue goes by `strategy`; of the claims `random_share` (0 to 1) are drawn by chance.
    """

    roles = serializers.SerializerMethodField()

    class Meta:
        model = Project
        fields = (
            "id",
            "slug",
            "name",
            "language",
            "places",
            "consensus",
            "skip_limit",
            "strategy",
            "random_share",
            "roles",
        )

    @extend_schema_field(serializers.ListField(child=Word(Role)))
    def get_roles(self, project: Any) -> list[str]:
        return sorted(membership.role for membership in project.mine)


class NextSerializer(serializers.Serializer[Any]):
    """A person's next claim, and their place on it."""

    annotation = serializers.IntegerField(help_text="The place's id.")
    claim = ClaimSerializer()
    why = serializers.CharField(help_text="Why this claim comes now.")
