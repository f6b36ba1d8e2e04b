from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.request import Request
from rest_framework.response import Response

from verification.actions.further import ask_further, take_place_back
from verification.actions.notices import mark_all_read, mark_read
from verification.actions.questions import answer, ask
from verification.api.fields import Nothing
from verification.api.reads import notices_for, questions_for
from verification.api.serializers.claims import ClaimSerializer
from verification.api.serializers.questions import (
    AnswerSerializer,
    NewQuestionSerializer,
    NoticeFilterSerializer,
    NoticeSerializer,
    QuestionFilterSerializer,
    QuestionSerializer,
    ReadUntilSerializer,
)
from verification.models import Claim, Notice, Question

from .base import ListView, View
from .claims import ClaimsView


class _Questions(View):
    serializer_class = QuestionSerializer

    def get_queryset(self) -> QuerySet[Question]:
        return questions_for(self.person)

    def as_seen(self, question: Question, *, status: int = status.HTTP_200_OK) -> Response:
        """The question as the person sees it now."""
        return Response(self.get_serializer(self.get_queryset().get(pk=question.pk)).data, status=status)


class Questions(_Questions, ListView):
    filters = QuestionFilterSerializer
    lookups = {"project": "project__slug"}

    def chosen(self, rows: QuerySet[Any], given: dict[str, Any]) -> QuerySet[Any]:
        if (mine := given.pop("mine", None)) is not None:
            own = {"annotation__person": self.person}
            rows = rows.filter(**own) if mine else rows.exclude(**own)
        if (answered := given.pop("answered", None)) is not None:
            rows = rows.filter(answered_at__isnull=not answered)
        return super().chosen(rows, given)

    @extend_schema(request=NewQuestionSerializer, responses={201: QuestionSerializer})
    def post(self, request: Request) -> Response:
        """Sends a judgement back to its author with a question."""
        asked = ask(**self.take(NewQuestionSerializer).validated_data, by=self.person)
        return self.as_seen(asked, status=status.HTTP_201_CREATED)


class Answer(_Questions):
    @extend_schema(request=AnswerSerializer)
    def post(self, request: Request, pk: int) -> Response:
        question = self.get_object()
        return self.as_seen(answer(question, text=self.take(AnswerSerializer).validated_data["text"], by=self.person))


class Further(ClaimsView):
    """One more annotator for a claim, and taking that back."""

    @extend_schema(request=Nothing, operation_id="ask_further_annotator")
    def post(self, request: Request, pk: int) -> Response:
        self.take()
        claim: Claim = self.get_object()
        return self.as_seen(ask_further(claim, by=self.person))

    @extend_schema(responses={200: ClaimSerializer}, operation_id="take_further_place_back")
    def delete(self, request: Request, pk: int) -> Response:
        claim: Claim = self.get_object()
        return self.as_seen(take_place_back(claim, by=self.person))


class Notices(ListView):
    """The person's own, newest first."""

    serializer_class = NoticeSerializer
    filters = NoticeFilterSerializer
    lookups = {"project": "project__slug"}

    def get_queryset(self) -> QuerySet[Notice]:
        return notices_for(self.person)

    def chosen(self, rows: QuerySet[Any], given: dict[str, Any]) -> QuerySet[Any]:
        if given.pop("unread", False):
            rows = rows.unread()  # type: ignore[attr-defined]
        return super().chosen(rows, given)


class ReadNotices(View):
    @extend_schema(request=ReadUntilSerializer, responses={204: None}, operation_id="mark_notices_read")
    def post(self, request: Request) -> Response:
        mark_all_read(self.person, until=self.take(ReadUntilSerializer).validated_data["until"], by=self.person)
        return Response(status=status.HTTP_204_NO_CONTENT)


class ReadNotice(View):
    serializer_class = NoticeSerializer

    def get_queryset(self) -> QuerySet[Notice]:
        return notices_for(self.person)

    @extend_schema(request=Nothing, operation_id="mark_notice_read")
    def post(self, request: Request, pk: int) -> Response:
        self.take()
        notice: Notice = self.get_object()
        mark_read(notice, by=self.person)
        return Response(self.get_serializer(self.get_object()).data)
