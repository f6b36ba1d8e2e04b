"""Judgements sent back with a question, and what people are told."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from verification.actions.questions import LONGEST_QUESTION
from verification.api.fields import Among, StrictSerializer, Text, Whole, Word
from verification.api.telling import Telling
from verification.models import Judgement, Notice, Question
from verification.vocabulary import NoticeKind


class QuestionSerializer(Telling[Question]):
    """A question about one judgement. `mine` says that the judgement is yours, and the answer your affair; `answer` is
    empty where another revision is the answer. Who asked, and whose judgement it is, is told nobody.
    """

    project = serializers.SlugRelatedField[Any]("slug", read_only=True)
    claim = serializers.IntegerField(source="annotation.claim_id", read_only=True)
    mine = serializers.BooleanField(read_only=True)

    class Meta:
        model = Question
        fields = ("id", "project", "claim", "judgement", "mine", "text", "asked_at", "answer", "answered_at")


class QuestionFilterSerializer(StrictSerializer):
    project = Text(required=False, max_length=100, help_text="A project's slug.")
    mine = serializers.BooleanField(required=False, help_text="Only those about your own judgements, or only others.")
    answered = serializers.BooleanField(required=False)


class NewQuestionSerializer(StrictSerializer):
    judgement = Among(Judgement, sentence=_("There is no such judgement that you may see."))
    text = Text(max_length=LONGEST_QUESTION)


class AnswerSerializer(StrictSerializer):
    text = Text(max_length=LONGEST_QUESTION)


class NoticeSerializer(Telling[Notice]):
    """That something waits for you, or concerns you; never what was said."""

    project = serializers.SlugRelatedField[Any]("slug", read_only=True)
    kind = Word(NoticeKind, read_only=True)

    class Meta:
        model = Notice
        fields = ("id", "kind", "project", "claim", "question", "comment", "at", "read_at")


class NoticeFilterSerializer(StrictSerializer):
    project = Text(required=False, max_length=100, help_text="A project's slug.")
    unread = serializers.BooleanField(required=False, help_text="Only those that you have not marked as read.")


class ReadUntilSerializer(StrictSerializer):
    until = Whole(help_text="The newest id that you have seen: it and all before it are marked.")
