"""What people settle for themselves, and what they are kept from."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from verification.actions.exclusions import LONGEST_OUTLET
from verification.api.fields import ProjectBySlug, StrictSerializer, Text, Word
from verification.api.telling import Telling
from verification.models import Exclusion, User
from verification.vocabulary import KeyMap, Theme, Topic


class PreferencesSerializer(Telling[User]):
    """How you read the pages. What you need to be spared is on your own page alone, and no answer tells it."""

    theme = Word(Theme, read_only=True)
    key_map = Word(KeyMap, read_only=True)
    own_keys = serializers.DictField(child=serializers.CharField(), read_only=True)

    class Meta:
        model = User
        fields = ("language", "time_zone", "theme", "key_map", "own_keys", "mails_notices")


class PreferencesChangeSerializer(StrictSerializer):
    language = Text(required=False, allow_blank=True, max_length=35, help_text="Empty: as the browser asks.")
    time_zone = Text(required=False, allow_blank=True, max_length=64, help_text="Such as Asia/Kabul, or empty.")
    theme = Word(Theme, required=False)
    key_map = Word(KeyMap, required=False)
    own_keys = serializers.DictField(child=Text(allow_blank=True, max_length=1), required=False)
    mails_notices = serializers.BooleanField(required=False)


class ExclusionSerializer(Telling[Exclusion]):
    """That a person is given no claims of a topic, an outlet or a party: one of the three, the others are null."""

    project = serializers.SlugRelatedField[Any]("slug", read_only=True)
    person = serializers.SlugRelatedField[Any]("username", read_only=True)
    topic = Word(Topic, read_only=True, allow_null=True)
    party = serializers.CharField(source="party.name", read_only=True, allow_null=True, default=None)

    class Meta:
        model = Exclusion
        fields = ("id", "project", "person", "topic", "outlet", "party", "created_at")


class ExclusionFilterSerializer(StrictSerializer):
    project = Text(required=False, max_length=100, help_text="A project's slug.")
    person = Text(required=False, max_length=150, help_text="A user name.")


class NewExclusionSerializer(StrictSerializer):
    """Exactly one of `topic`, `outlet` and `party`; `person` is a user name, yours where it is left out."""

    project = ProjectBySlug()
    person = Text(required=False, max_length=150)
    topic = Word(Topic, required=False)
    outlet = Text(required=False, max_length=LONGEST_OUTLET)
    party = Text(required=False, max_length=300)
