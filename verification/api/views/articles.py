from __future__ import annotations

from typing import Any, cast

from django.db.models import QuerySet
from django.http import Http404
from django.utils.translation import gettext as _
from drf_spectacular.utils import PolymorphicProxySerializer, extend_schema
from rest_framework import status
from rest_framework.request import Request
from rest_framework.response import Response

from verification.actions.article_details import (
    Details,
    PublicationChange,
    correct_details,
    correct_publication,
    list_publication,
    remove_publication,
)
from verification.actions.articles import add_address, add_file, add_text
from verification.actions.uploads import add_to_upload, is_bundle, start_upload
from verification.api.reads import article_for, articles_for, publications_for, uploads_for
from verification.api.serializers.articles import (
    ArticleChangeSerializer,
    ArticleDetailSerializer,
    ArticleFilterSerializer,
    ArticleSerializer,
    NewFileSerializer,
    NewPublicationSerializer,
    NewTextSerializer,
    PublicationChangeSerializer,
    PublicationSerializer,
    SeenSerializer,
)
from verification.api.serializers.uploads import UploadSerializer
from verification.api.wire import BoundedMultiPartParser, StrictJSONParser
from verification.exceptions import Invalid
from verification.jobs.publications import Ran
from verification.models import Article, Publication

from .base import DetailView, ListView, View

ArticleOrUpload = PolymorphicProxySerializer(
    component_name="ArticleOrUpload",
    serializers=[ArticleDetailSerializer, UploadSerializer],
    resource_type_field_name=None,
)


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
        responses={200: ArticleDetailSerializer, 201: ArticleDetailSerializer, 202: ArticleOrUpload},
    )
    def post(self, request: Request) -> Response:
        """A text is answered with 201, or 200 where it is known already; a file or an address with 202: a worker
        reads it."""
        is_file = bool(request.content_type) and request.content_type.startswith("multipart/")
        body = self.take(NewFileSerializer if is_file else NewTextSerializer)
        new: dict[str, Any] = body.validated_data
        said: dict[str, Any] = {
            "title": new.get("title") or "",
            "language": new.get("language") or None,
            "ran": Ran(**body.ran()),
        }
        if is_file:
            file = new["file"]
            content = file.read()
            if is_bundle(file.name, content):
                return self.take_bundle(file.name, content, new)
            article = add_file(new["project"], name=file.name, content=content, by=self.person, **said)
            return self.as_seen(article, status=status.HTTP_202_ACCEPTED)
        if new.get("text") is None:
            article = add_address(new["project"], url=new["url"], by=self.person, **said)
            return self.as_seen(article, status=status.HTTP_202_ACCEPTED)
        article, is_new = add_text(new["project"], text=new["text"], corrects=new["corrects"], by=self.person, **said)
        return self.as_seen(article, status=status.HTTP_201_CREATED if is_new else status.HTTP_200_OK)

    def take_bundle(self, name: str, content: bytes, new: dict[str, Any]) -> Response:
        """A file of several articles is an upload, to be followed at its own address."""
        of_one = [field for field in new if field not in ("project", "file") and new[field]]
        if of_one:
            sentence = _("A file of several articles says this of each in it. Leave it out here.")
            raise Invalid(sentence, fields={field: [sentence] for field in of_one})
        upload = start_upload(new["project"], by=self.person)
        add_to_upload(upload, name=name, content=content, by=self.person)
        told = UploadSerializer(uploads_for(self.person).get(pk=upload.pk)).data
        return Response(told, status=status.HTTP_202_ACCEPTED)

    def as_seen(self, article: Article, *, status: int) -> Response:
        return Response(ArticleDetailSerializer(articles_for(self.person).get(pk=article.pk)).data, status=status)


class ArticleDetail(DetailView):
    serializer_class = ArticleDetailSerializer

    def get_object(self) -> Article:
        if (article := article_for(self.person, self.kwargs["pk"])) is None:
            raise Http404
        return article

    @extend_schema(request=ArticleChangeSerializer)
    def patch(self, request: Request, pk: int) -> Response:
        """Corrects the details: only what is given."""
        change: dict[str, Any] = self.take(ArticleChangeSerializer).validated_data
        correct_details(
            self.get_object(), seen=change.pop("version", None), change=cast(Details, change), by=self.person
        )
        return Response(self.get_serializer(self.get_object()).data)


class Publications(View):
    serializer_class = PublicationSerializer

    def get_queryset(self) -> QuerySet[Article]:
        return articles_for(self.person)

    @extend_schema(request=NewPublicationSerializer, responses={201: PublicationSerializer})
    def post(self, request: Request, pk: int) -> Response:
        ran = cast(PublicationChange, self.take(NewPublicationSerializer).validated_data)
        publication = list_publication(self.get_object(), ran=ran, by=self.person)
        return Response(PublicationSerializer(publication).data, status=status.HTTP_201_CREATED)


class PublicationDetail(View):
    serializer_class = PublicationSerializer

    def get_queryset(self) -> QuerySet[Publication]:
        return publications_for(self.person)

    @extend_schema(request=PublicationChangeSerializer)
    def patch(self, request: Request, pk: int) -> Response:
        change: dict[str, Any] = self.take(PublicationChangeSerializer).validated_data
        seen = change.pop("version", None)
        publication = correct_publication(
            self.get_object(), seen=seen, change=cast(PublicationChange, change), by=self.person
        )
        return Response(PublicationSerializer(publication).data)

    @extend_schema(request=None, parameters=[SeenSerializer], responses={204: None})
    def delete(self, request: Request, pk: int) -> Response:
        given = SeenSerializer(data=request.query_params.dict())
        given.is_valid(raise_exception=True)
        remove_publication(self.get_object(), seen=given.validated_data.get("version"), by=self.person)
        return Response(status=status.HTTP_204_NO_CONTENT)
