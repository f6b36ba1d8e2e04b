from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.request import Request
from rest_framework.response import Response

from verification.actions.articles import Ran, add_file, add_text
from verification.api.reads import articles_for
from verification.api.serializers.articles import (
    ArticleDetailSerializer,
    ArticleFilterSerializer,
    ArticleSerializer,
    NewFileSerializer,
    NewTextSerializer,
)
from verification.api.wire import BoundedMultiPartParser, StrictJSONParser
from verification.models import Article

from .base import DetailView, ListView


class Articles(ListView):
    serializer_class = ArticleSerializer
    parser_classes = (StrictJSONParser, BoundedMultiPartParser)
    filters = ArticleFilterSerializer
    lookups = {"project": "project__slug"}
    counts_as = {"POST": "uploads"}

    def get_queryset(self) -> QuerySet[Article]:
        return articles_for(self.person).defer("text")

    @extend_schema(
        request={"application/json": NewTextSerializer, "multipart/form-data": NewFileSerializer},
        responses=dict.fromkeys((200, 201, 202), ArticleDetailSerializer),
    )
    def post(self, request: Request) -> Response:
        """A text is answered with 201, or 200 where it is known already; a file with 202: a worker reads it."""
        is_file = bool(request.content_type) and request.content_type.startswith("multipart/")
        body = self.take(NewFileSerializer if is_file else NewTextSerializer)
        new: dict[str, Any] = body.validated_data
        said: dict[str, Any] = {
            "title": new.get("title") or "",
            "language": new.get("language") or None,
            "ran": Ran(**body.ran()),
        }
        if is_file:
            upload = new["file"]
            article = add_file(new["project"], name=upload.name, content=upload.read(), by=self.person, **said)
            return self.as_seen(article, status=status.HTTP_202_ACCEPTED)
        article, is_new = add_text(new["project"], text=new["text"], by=self.person, **said)
        return self.as_seen(article, status=status.HTTP_201_CREATED if is_new else status.HTTP_200_OK)

    def as_seen(self, article: Article, *, status: int) -> Response:
        return Response(ArticleDetailSerializer(articles_for(self.person).get(pk=article.pk)).data, status=status)


class ArticleDetail(DetailView):
    serializer_class = ArticleDetailSerializer

    def get_queryset(self) -> QuerySet[Article]:
        return articles_for(self.person)
