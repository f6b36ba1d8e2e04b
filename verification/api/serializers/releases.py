from __future__ import annotations

from typing import Any

from rest_framework import serializers

from verification.api.fields import ProjectBySlug, StrictSerializer
from verification.api.telling import Telling
from verification.models import Release


class ReleaseSerializer(Telling[Release]):
    project = serializers.SlugRelatedField[Any]("slug", read_only=True)
    manifest = serializers.DictField(read_only=True, allow_null=True)

    class Meta:
        model = Release
        fields = ("id", "project", "state", "failure", "requested_at", "finished_at", "manifest")


class NewReleaseSerializer(StrictSerializer):
    project = ProjectBySlug()
