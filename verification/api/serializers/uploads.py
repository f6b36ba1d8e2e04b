from __future__ import annotations

from typing import Any

from rest_framework import serializers

from verification.api.telling import Telling
from verification.models import Bundle, Upload
from verification.models.article import UNFINISHED
from verification.models.bundle import UNFINISHED_BUNDLE
from verification.vocabulary import ArticleState


class BundleSerializer(Telling[Bundle]):
    """A file that holds several articles; `parts` is how many, once it was taken apart."""

    class Meta:
        model = Bundle
        fields = ("name", "state", "failure", "parts")


class RefusedSerializer(serializers.Serializer[Any]):
    """A file that was not kept, and why."""

    name = serializers.CharField()
    why = serializers.CharField()


class CountsSerializer(serializers.Serializer[Any]):
    """How many articles came of an upload so far, by their state."""

    received = serializers.IntegerField()
    reading = serializers.IntegerField()
    extracting = serializers.IntegerField()
    done = serializers.IntegerField()
    failed = serializers.IntegerField()
    merged = serializers.IntegerField()


class UploadSerializer(Telling[Upload]):
    """What was sent in one go. Its articles are the list of articles with `?upload=`."""

    project = serializers.SlugRelatedField[Any]("slug", read_only=True)
    under_way = serializers.SerializerMethodField()
    articles = serializers.SerializerMethodField()
    bundles = BundleSerializer(many=True, read_only=True)
    refused = RefusedSerializer(many=True, read_only=True)

    class Meta:
        model = Upload
        fields = ("id", "project", "created_at", "under_way", "articles", "bundles", "refused")

    def get_under_way(self, upload: Upload) -> bool:
        counts = self._counts(upload)
        waiting = any(counts[state] for state in UNFINISHED)
        return waiting or any(bundle.state in UNFINISHED_BUNDLE for bundle in upload.bundles.all())

    def get_articles(self, upload: Upload) -> CountsSerializer:
        return CountsSerializer(self._counts(upload)).data  # type: ignore[return-value]

    def _counts(self, upload: Any) -> dict[str, int]:
        if not hasattr(upload, "counted"):
            upload.counted = dict.fromkeys(map(str, ArticleState), 0) | upload.articles.by_state()
        counted: dict[str, int] = upload.counted
        return counted
