from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from verification.actions.versions import version_of
from verification.api.fields import (
    Among,
    LanguageCode,
    ProjectBySlug,
    StrictSerializer,
    Text,
    WebAddress,
    Word,
    partial_date,
)
from verification.api.pagination import LARGEST_ID
from verification.api.telling import Telling
from verification.models import Article, Publication
from verification.vocabulary import ArticleState, Origin


class PublicationSerializer(Telling[Publication]):
    published_on = serializers.SerializerMethodField()
    version = serializers.SerializerMethodField()

    class Meta:
        model = Publication
        ran = ("url", "outlet", "byline", "published_on", "published_basis", "retrieved_at", "origin")
        fields = ("id", *ran, "version")

    def get_published_on(self, publication: Publication) -> str | None:
        return partial_date(publication.published_on, publication.published_precision)

    def get_version(self, publication: Publication) -> str:
        return version_of(publication)


class ArticleSerializer(Telling[Article]):
    """An article in a list: without its text."""

    project = serializers.SlugRelatedField[Any]("slug", read_only=True)
    publications = PublicationSerializer(many=True, read_only=True)

    class Meta:
        model = Article
        fields = (
            "id",
            "project",
            "title",
            "sha256",
            "state",
            "failure",
            "same_as",
            "language",
            "received_at",
            "upload",
            "part",
            "publications",
        )


class NearSerializer(serializers.Serializer[Any]):
    """An article of the project whose text is nearly the same; `percent` is how alike they are."""

    article = serializers.IntegerField()
    percent = serializers.IntegerField()


class ArticleDetailSerializer(ArticleSerializer):
    version = serializers.SerializerMethodField()
    near = serializers.SerializerMethodField()

    class Meta:
        model = Article
        details = ("corrects", "licence", "embargo_until", "keep_until", "is_sensitive", "version", "near", "text")
        fields = (*ArticleSerializer.Meta.fields, *details)

    def get_version(self, article: Article) -> str:
        return version_of(article)

    @extend_schema_field(NearSerializer(many=True))
    def get_near(self, article: Article) -> list[dict[str, int]]:
        return [{"article": near.article.pk, "percent": near.percent} for near in Article.objects.near(article)]


class ArticleChangeSerializer(StrictSerializer):
    """What is to change of an article's details."""

    title = Text(required=False, allow_blank=True, max_length=1000)
    language = LanguageCode(required=False, allow_blank=True, allow_null=True)
    licence = Text(required=False, allow_blank=True, allow_null=True, max_length=1000)
    embargo_until = serializers.DateTimeField(required=False, allow_null=True)
    keep_until = serializers.DateField(required=False, allow_null=True, input_formats=["%Y-%m-%d"])
    is_sensitive = serializers.BooleanField(required=False)
    version = Text(required=False, max_length=64)


class NewPublicationSerializer(StrictSerializer):
    """Where and when a text ran."""

    url = WebAddress(required=False, allow_blank=True, allow_null=True)
    outlet = Text(required=False, allow_blank=True, allow_null=True, max_length=300)
    byline = Text(required=False, allow_blank=True, allow_null=True, max_length=1000)
    published_on = Text(required=False, allow_blank=True, allow_null=True, max_length=10)
    origin = Word(Origin, required=False)


class SeenSerializer(StrictSerializer):
    """What was looked at by whoever takes something out."""

    version = Text(required=False, max_length=64)


class PublicationChangeSerializer(NewPublicationSerializer, SeenSerializer):
    """What is to change of where and when a text ran."""


class ArticleFilterSerializer(StrictSerializer):
    project = Text(required=False, max_length=100, help_text="A project's slug.")
    state = Word(ArticleState, required=False)
    upload = serializers.IntegerField(min_value=1, max_value=LARGEST_ID, required=False)


class _RanSerializer(StrictSerializer):
    """Which project an article goes to, and what is known of where it ran."""

    project = ProjectBySlug()
    title = Text(required=False, allow_blank=True, allow_null=True, max_length=1000)
    language = LanguageCode(required=False, allow_blank=True, allow_null=True)
    url = WebAddress(required=False, allow_blank=True, allow_null=True)
    outlet = Text(required=False, allow_blank=True, allow_null=True, max_length=300)
    byline = Text(required=False, allow_blank=True, allow_null=True, max_length=1000)
    published_on = serializers.DateField(required=False, allow_null=True, input_formats=["%Y-%m-%d"])

    def ran(self) -> dict[str, Any]:
        return {name: self.validated_data.get(name) for name in ("url", "outlet", "byline", "published_on")}


class NewTextSerializer(_RanSerializer):
    text = Text(max_length=None, required=False, help_text="Left out, a worker retrieves the article from `url`.")
    corrects = Among(
        Article, sentence=_("There is no such article among yours."), required=False, allow_null=True, default=None
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        given = kwargs.get("data")
        by_address = isinstance(given, Mapping) and given.get("url") and not given.get("corrects")
        self.fields["text"].required = given is not None and not by_address


class NewFileSerializer(_RanSerializer):
    """A file of any kind. One that holds several articles takes no field beside it but the project."""

    file = serializers.FileField(
        error_messages={"required": _("Send the article's file in the field “file”.")}, allow_empty_file=False
    )
