from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.http import Http404
from drf_spectacular.utils import extend_schema
from rest_framework import serializers, status
from rest_framework.request import Request
from rest_framework.response import Response

from verification.actions.annotations import save_draft, skip, submit
from verification.actions.snapshots import check_link
from verification.api.reads import annotations_of, own_annotation, whole_annotation
from verification.api.serializers.annotations import (
    AnnotationDetailSerializer,
    AnnotationFilterSerializer,
    AnnotationSerializer,
    DraftChangeSerializer,
    NewSnapshotSerializer,
    SkipSerializer,
)
from verification.api.serializers.judgements import SnapshotSerializer
from verification.models import Annotation, Judgement, LinkSnapshot
from verification.soft_rules import looking_up

from .base import DetailView, ListView, View, told


class Annotations(ListView):
    """The person's own, newest first."""

    serializer_class = AnnotationSerializer
    filters = AnnotationFilterSerializer
    lookups = {"project": "claim__project__slug"}

    def get_queryset(self) -> QuerySet[Annotation]:
        return annotations_of(self.person)


def _found(annotation: Annotation | None) -> Annotation:
    if annotation is None:
        raise Http404
    return annotation


class _OwnAnnotation(View):
    serializer_class: type[serializers.ModelSerializer[Any]] = AnnotationDetailSerializer

    def get_object(self) -> Annotation:
        return _found(whole_annotation(self.person, self.kwargs["pk"]))

    @property
    def named(self) -> Annotation:
        """The one that the address names, by its id alone: an action reads it under its lock, if it is the person's."""
        return Annotation(pk=self.kwargs["pk"])

    def as_written(self, judgement: Judgement) -> Response:
        """The annotation as the action left it, which read it under its lock."""
        annotation: Any = judgement.annotation
        annotation.newest_first = [judgement]
        return Response(told(AnnotationDetailSerializer, annotation))


class AnnotationDetail(_OwnAnnotation, DetailView):
    @extend_schema(request=DraftChangeSerializer)
    def patch(self, request: Request, pk: int) -> Response:
        """Saves the draft: only what is given."""
        change = self.taken(DraftChangeSerializer)
        return self.as_written(save_draft(self.named, change=change, by=self.person))


class Submit(_OwnAnnotation):
    @extend_schema(request=DraftChangeSerializer)
    def post(self, request: Request, pk: int) -> Response:
        """Freezes the draft. What is given is saved first, and stays saved where a rule refuses the rest."""
        change = self.taken(DraftChangeSerializer)
        return self.as_written(submit(self.named, change=change or None, by=self.person, besides=looking_up))


class Skip(_OwnAnnotation):
    @extend_schema(request=SkipSerializer)
    def post(self, request: Request, pk: int) -> Response:
        reason = self.taken(SkipSerializer)["reason"]
        skip(self.named, reason=reason, by=self.person)
        return Response(told(AnnotationDetailSerializer, self.get_object()))


class Snapshots(_OwnAnnotation):
    """Pages that you name as evidence, as workers retrieved them: yours alone, the newest first."""

    serializer_class = SnapshotSerializer

    @extend_schema(responses=SnapshotSerializer(many=True))
    def get(self, request: Request, pk: int) -> Response:
        found = LinkSnapshot.objects.filter(annotation=_found(own_annotation(self.person, pk))).order_by("-pk")
        return Response({"results": SnapshotSerializer(found, many=True).data, "next": None})

    @extend_schema(request=NewSnapshotSerializer, responses={202: SnapshotSerializer})
    def post(self, request: Request, pk: int) -> Response:
        """Has a worker retrieve a page; look again until it is there."""
        annotation = _found(own_annotation(self.person, pk))
        snapshot = check_link(annotation, url=self.take(NewSnapshotSerializer).validated_data["url"], by=self.person)
        return Response(SnapshotSerializer(snapshot).data, status=status.HTTP_202_ACCEPTED)
