"""What people say about claims, as far as each may read it."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from verification.actions.comments import LONGEST_COMMENT
from verification.api.fields import Among, StrictSerializer, Text
from verification.api.telling import Telling
from verification.models import Claim, Comment


class CommentSerializer(Telling[Comment]):
    """A comment; the rows come from `reads.comments_for`.

    `who` is "place" for whoever has or had a place on the claim, else "cares" for curators and adjudicators, else
    "member". `writer` is told of whoever had no place on it, once the claim is resolved; else null. `text` is empty
    once it was taken back.
    """

    project = serializers.SlugRelatedField[Any]("slug", read_only=True)
    mine = serializers.BooleanField(read_only=True)
    who = serializers.CharField(read_only=True)
    writer = serializers.SerializerMethodField()
    closed_at = serializers.DateTimeField(source="resolved_at", read_only=True, allow_null=True)

    class Meta:
        model = Comment
        fields = (
            *("id", "project", "claim", "reply_to", "at", "mine", "who", "writer", "text"),
            *("closed_at", "withdrawn_at"),
        )

    def get_writer(self, comment: Comment) -> str | None:
        return comment.by.username if comment.who != "place" and comment.claim.resolved_at is not None else None


class CommentFilterSerializer(StrictSerializer):
    project = Text(required=False, max_length=100, help_text="A project's slug.")
    claim = serializers.IntegerField(required=False, min_value=1, max_value=2**63 - 1, help_text="A claim's id.")
    open = serializers.BooleanField(required=False, help_text="Only what begins a discussion that nobody has closed.")


class NewCommentSerializer(StrictSerializer):
    """`reply_to` is a comment on the same claim that you may read."""

    claim = Among(Claim, sentence=_("There is no such claim among yours."))
    text = Text(max_length=LONGEST_COMMENT)
    reply_to = Among(Comment, sentence=_("There is no such comment that you may answer."), required=False)
