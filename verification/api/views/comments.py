from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.request import Request
from rest_framework.response import Response

from verification.actions.comments import close_discussion, comment, withdraw_comment
from verification.api.fields import Nothing
from verification.api.reads import comments_for
from verification.api.serializers.comments import CommentFilterSerializer, CommentSerializer, NewCommentSerializer
from verification.models import Comment

from .base import ListView, View


class _Comments(View):
    serializer_class = CommentSerializer

    def get_queryset(self) -> QuerySet[Comment]:
        return comments_for(self.person)

    def as_seen(self, said: Comment, *, status: int = status.HTTP_200_OK) -> Response:
        """The comment as the person sees it now."""
        return Response(self.get_serializer(self.get_queryset().get(pk=said.pk)).data, status=status)


class Comments(_Comments, ListView):
    filters = CommentFilterSerializer
    lookups = {"project": "project__slug"}

    def chosen(self, rows: QuerySet[Any], given: dict[str, Any]) -> QuerySet[Any]:
        if given.pop("open", False):
            rows = rows.open_threads()  # type: ignore[attr-defined]
        return super().chosen(rows, given)

    @extend_schema(request=NewCommentSerializer, responses={201: CommentSerializer})
    def post(self, request: Request) -> Response:
        """Begins a discussion of a claim, or answers in one."""
        said = comment(**self.take(NewCommentSerializer).validated_data, by=self.person)
        return self.as_seen(said, status=status.HTTP_201_CREATED)


class _Change(_Comments):
    def changed(self, said: Comment) -> None:
        raise NotImplementedError

    @extend_schema(request=Nothing)
    def post(self, request: Request, pk: int) -> Response:
        self.take()
        said: Comment = self.get_object()
        self.changed(said)
        return self.as_seen(said)


class CloseDiscussion(_Change):
    def changed(self, said: Comment) -> None:
        close_discussion(said, by=self.person)


class OpenDiscussion(_Change):
    def changed(self, said: Comment) -> None:
        close_discussion(said, closed=False, by=self.person)


class WithdrawComment(_Change):
    def changed(self, said: Comment) -> None:
        withdraw_comment(said, by=self.person)
