from __future__ import annotations

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from verification.actions.annotations import save_draft, skip, submit
from verification.api.reads import annotations_of, whole_annotations_of
from verification.api.serializers.annotations import (
    AnnotationDetailSerializer,
    AnnotationFilterSerializer,
    AnnotationSerializer,
    DraftChangeSerializer,
    SkipSerializer,
)
from verification.models import Annotation

from .base import DetailView, ListView, View


class Annotations(ListView):
    """The person's own, newest first."""

    serializer_class = AnnotationSerializer
    filters = AnnotationFilterSerializer
    lookups = {"project": "claim__project__slug"}

    def get_queryset(self) -> QuerySet[Annotation]:
        return annotations_of(self.person)


class _OwnAnnotation(View):
    serializer_class = AnnotationDetailSerializer

    def get_queryset(self) -> QuerySet[Annotation]:
        return whole_annotations_of(self.person)

    def as_it_is_now(self) -> Response:
        return Response(self.get_serializer(self.get_object()).data)


class AnnotationDetail(_OwnAnnotation, DetailView):
    @extend_schema(request=DraftChangeSerializer)
    def patch(self, request: Request, pk: int) -> Response:
        """Saves the draft: only what is given."""
        annotation = self.get_object()
        save_draft(annotation, change=self.take(DraftChangeSerializer).validated_data, by=self.person)
        return self.as_it_is_now()


class Submit(_OwnAnnotation):
    @extend_schema(request=None)
    def post(self, request: Request, pk: int) -> Response:
        self.take()
        submit(self.get_object(), by=self.person)
        return self.as_it_is_now()


class Skip(_OwnAnnotation):
    @extend_schema(request=SkipSerializer)
    def post(self, request: Request, pk: int) -> Response:
        reason = self.take(SkipSerializer).validated_data["reason"]
        skip(self.get_object(), reason=reason, by=self.person)
        return self.as_it_is_now()
