from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from verification.actions.versions import version_of
from verification.api.fields import LanguageCode, Share, StrictSerializer, Text, Whole, Word
from verification.api.serializers.articles import ArticleDetailSerializer
from verification.api.serializers.claims import ClaimSerializer
from verification.api.telling import Telling
from verification.models import Project
from verification.vocabulary import STRATEGIES, Consensus, Engine, Role


class ProjectSerializer(Telling[Project]):
    """A project with the roles that the person holds in it.

    Its queue goes by `strategy`; of the claims `random_share` (0 to 1) are drawn by chance.
    """

    roles = serializers.SerializerMethodField()

    class Meta:
        model = Project
        fields = (
            "id",
            "slug",
            "name",
            "language",
            "places",
            "consensus",
            "skip_limit",
            "strategy",
            "random_share",
            "roles",
        )

    @extend_schema_field(serializers.ListField(child=Word(Role)))
    def get_roles(self, project: Any) -> list[str]:
        return sorted(membership.role for membership in project.mine)


class ProjectSettingsSerializer(Telling[Project]):
    """What curators settle besides; `version` goes back with a change, so that nothing is overwritten unseen."""

    engine = Word(Engine, read_only=True)
    version = serializers.SerializerMethodField()

    class Meta:
        model = Project
        fields = (
            *("engine", "unaided_share", "shows_pace", "calibrates", "calibration_pass"),
            *("check_share", "repeat_share", "repeat_after_days", "version"),
        )

    def get_version(self, project: Project) -> str:
        return version_of(project)


class ProjectDetailSerializer(ProjectSerializer):
    """The same, with its `settings` for its curators; null for others."""

    settings = serializers.SerializerMethodField()

    class Meta(ProjectSerializer.Meta):
        fields = (*ProjectSerializer.Meta.fields, "settings")  # type: ignore[assignment]

    @extend_schema_field(ProjectSettingsSerializer(allow_null=True))
    def get_settings(self, project: Any) -> dict[str, Any] | None:
        if not any(membership.role == Role.CURATOR for membership in project.mine):
            return None
        return dict(ProjectSettingsSerializer(project).data)


class ProjectChangeSerializer(StrictSerializer):
    """What is given is changed, all else stays."""

    name = Text(required=False, max_length=200)
    language = LanguageCode(required=False)
    places = Whole(required=False, min_value=1, max_value=9)
    consensus = Word(Consensus, required=False)
    skip_limit = Whole(required=False, min_value=1, max_value=9)
    engine = Word(Engine, required=False)
    strategy = serializers.ChoiceField(choices=[strategy.value for strategy in STRATEGIES], required=False)
    random_share = Share(required=False)
    unaided_share = Share(required=False)
    shows_pace = serializers.BooleanField(required=False)
    calibrates = serializers.BooleanField(required=False)
    calibration_pass = Share(required=False, allow_null=True, help_text="Above 0; null: people only see how they did.")
    check_share = Share(required=False, max_value=0.5)
    repeat_share = Share(required=False, max_value=0.5)
    repeat_after_days = Whole(required=False, min_value=1, max_value=3650)
    version = Text(required=False, max_length=16, help_text="As you saw it: 409 where it is another by now.")

    def validate_calibration_pass(self, share: float | None) -> float | None:
        if share == 0:
            raise serializers.ValidationError(_("Give a number above 0, or null."))
        return share


class NextAskedSerializer(StrictSerializer):
    """What comes with the next claim."""

    with_article = serializers.BooleanField(default=False, help_text="Whether its article comes with it, text and all.")


class NextSerializer(serializers.Serializer[Any]):
    """A person's next claim, and their place on it."""

    annotation = serializers.IntegerField(help_text="The place's id.")
    claim = ClaimSerializer()
    why = serializers.CharField(help_text="Why this claim comes now.")
    article = ArticleDetailSerializer(allow_null=True, help_text="Null where it was not asked for.")
