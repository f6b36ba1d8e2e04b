from __future__ import annotations

from typing import Any

from rest_framework import serializers

from verification.models import Project


class ProjectSerializer(serializers.ModelSerializer[Project]):
    """A project with the roles that the person holds in it."""

    roles = serializers.SerializerMethodField()

    class Meta:
        model = Project
        fields = ("id", "slug", "name", "language", "places", "consensus", "skip_limit", "roles")

    def get_roles(self, project: Any) -> list[str]:
        return sorted(membership.role for membership in project.mine)
