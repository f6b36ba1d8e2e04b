from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.request import Request
from rest_framework.response import Response

from verification.actions.calibration import let_through
from verification.actions.known_answers import add_known_answer, change_known_answer, end_known_answer
from verification.api.serializers.known_answers import (
    AnswerSerializer,
    CalibrationSerializer,
    KnownAnswerFilterSerializer,
    KnownAnswerSerializer,
    MeasuredSerializer,
    NewKnownAnswerSerializer,
    WholeMeasuredSerializer,
)
from verification.models import KnownAnswer, Membership, Project
from verification.policies import require, why_not_judge, why_not_know_answers
from verification.reports.known_answers import answered_by, how_many_are_left, scores_of
from verification.vocabulary import Role, Round

from .base import DetailView, ListView, View


class _KnownAnswers(View):
    serializer_class = KnownAnswerSerializer

    def get_queryset(self) -> QuerySet[KnownAnswer]:
        return KnownAnswer.objects.visible_to(self.person).select_related("project")

    def set_by_them(self) -> KnownAnswer:
        """The one of the address. Before the body is looked at: whoever may not change it learns that."""
        known: KnownAnswer = self.get_object()
        require(why_not_know_answers(self.person, known.project))
        return known


class KnownAnswers(_KnownAnswers, ListView):
    filters = KnownAnswerFilterSerializer
    lookups = {"project": "project__slug"}

    @extend_schema(request=NewKnownAnswerSerializer, responses={201: KnownAnswerSerializer})
    def post(self, request: Request) -> Response:
        """Takes a claim that nobody has begun out of live work, to measure people by it."""
        known = add_known_answer(**self.take(NewKnownAnswerSerializer).validated_data, by=self.person)
        return Response(self.get_serializer(known).data, status=status.HTTP_201_CREATED)


class KnownAnswerDetail(_KnownAnswers, DetailView):
    @extend_schema(request=AnswerSerializer)
    def patch(self, request: Request, pk: int) -> Response:
        """Corrects the answer."""
        known = self.set_by_them()
        changed = change_known_answer(known, **self.take(AnswerSerializer).validated_data, by=self.person)
        return Response(self.get_serializer(changed).data)

    @extend_schema(request=None, responses={204: None})
    def delete(self, request: Request, pk: int) -> Response:
        """Takes it out of use."""
        end_known_answer(self.set_by_them(), by=self.person)
        return Response(status=status.HTTP_204_NO_CONTENT)


class Calibration(View):
    """One's own calibration: each verdict beside the known one, once all its claims are judged."""

    serializer_class = CalibrationSerializer
    reads_by_role = True
    lookup_field = "slug"

    def get_queryset(self) -> QuerySet[Project]:
        return Project.objects.visible_to(self.person)

    def get(self, request: Request, slug: str) -> Response:
        project: Project = self.get_object()
        require(why_not_judge(self.person, project))
        membership = Membership.objects.get(project=project, user=self.person, role=Role.ANNOTATOR)
        is_through = not project.calibrates or membership.calibrated_at is not None
        left = 0 if is_through else how_many_are_left(project, person=self.person)
        answered = [] if left else answered_by(self.person, project=project, round=Round.CALIBRATION)
        return Response(self.get_serializer({"left": left, "is_through": is_through, "answered": answered}).data)


class _Measured(View):
    """Annotators, and how they judge what is known; an id is that of a membership."""

    serializer_class = MeasuredSerializer
    reads_by_role = True

    def annotators(self, project: Project) -> QuerySet[Membership]:
        return Membership.objects.filter(project=project, role=Role.ANNOTATOR).select_related("user", "project")

    def get_queryset(self) -> QuerySet[Membership]:
        rows = Membership.objects.filter(project__in=Project.objects.visible_to(self.person), role=Role.ANNOTATOR)
        return rows.select_related("user", "project")

    def measured(self) -> Membership:
        membership: Membership = self.get_object()
        require(why_not_know_answers(self.person, membership.project))
        return membership

    def whole(self, membership: Membership) -> Response:
        shown: Any = membership
        shown.answered = [
            one
            for round in (Round.CALIBRATION, Round.CHECK)
            for one in answered_by(membership.user, project=membership.project, round=round)
        ]
        shown.scores = scores_of([membership.user], project=membership.project)
        return Response(WholeMeasuredSerializer(shown).data)


class Measured(_Measured):
    @extend_schema(responses=MeasuredSerializer(many=True))
    def get(self, request: Request, slug: str) -> Response:
        project = get_object_or_404(Project.objects.visible_to(self.person), slug=slug)
        require(why_not_know_answers(self.person, project))
        page: list[Any] = self.paginate_queryset(self.annotators(project)) or []
        scores = scores_of([row.user for row in page], project=project)
        for row in page:
            row.scores = scores
        return self.get_paginated_response(self.get_serializer(page, many=True).data)


class MeasuredDetail(_Measured):
    @extend_schema(responses=WholeMeasuredSerializer)
    def get(self, request: Request, pk: int) -> Response:
        return self.whole(self.measured())


class LetThrough(_Measured):
    @extend_schema(request=None, responses=WholeMeasuredSerializer)
    def post(self, request: Request, pk: int) -> Response:
        """Lets them go on to live claims."""
        membership = self.measured()
        self.take()
        through = let_through(membership.project, person=membership.user, by=self.person)
        return self.whole(through)
