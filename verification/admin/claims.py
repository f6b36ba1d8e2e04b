from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from verification.actions.claims import reopen, withdraw
from verification.models import Attribution, Bearing, Claim, User
from verification.vocabulary import Stage

from .base import Rows, ShowOnly, because
from .borders import Borders, user_of
from .sought import Sought, is_hexadecimal, saying

SUGGESTIONS = ("worthiness_reasons", "dispute")


def _of_public_id(claims: QuerySet[Any], public_id: str) -> QuerySet[Any]:
    return claims.filter(public_id=public_id)


def _in_words(stage: str) -> str:
    return _(stage.replace("_", " "))


class ByStage(admin.SimpleListFilter):
    """By the stage as the person may know it."""

    title = gettext_lazy("stage")
    parameter_name = "stage"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [(stage.value, _in_words(stage)) for stage in Stage]

    @property
    def asks_first(self) -> bool:
        """Whether claims are asked for before these can be: which of them the person looks at again."""
        return self.value() == Stage.IN_PROGRESS

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        asked = self.value()
        if asked not in set(Stage):
            return queryset
        found: QuerySet[Any] = queryset.at_stage_for(user_of(request), Stage(asked))  # type: ignore[attr-defined]
        return found


class Chain(Rows):
    model = Attribution
    verbose_name_plural = gettext_lazy("who says it, outermost first")
    fields = ("name", "surface", "cue", "party", "speech", "rendering")


class Bearings(Rows):
    model = Bearing
    fields = ("quote", "reason", "score", "start", "end")


@admin.register(Claim)
class ClaimAdmin(ShowOnly):
    """When the last place was filled, and when enough people skipped a claim, is not shown: it would tell whoever
    judges it what the others did. The stage says what may be known. Suggestions are kept from whoever judges it
    without them.
    """

    border = "project"
    list_display = ("statement", "stage", "project", "of_article", "check_worthiness", "created_at")
    list_filter = (ByStage, Borders)
    list_select_related = ("project", "article")
    search_fields = ("statement",)
    search_help_text = gettext_lazy("Words of the statement, by their beginnings; or a public id.")
    actions = ("withdraw", "reopen")
    fields = (
        "project",
        "article",
        "stage",
        "statement",
        "quote",
        "start",
        "end",
        "target",
        "modality",
        "topics",
        "numbers",
        "locations",
        "actors",
        "asserted_from",
        "asserted_until",
        "event_from",
        "event_until",
        "check_worthiness",
        "worthiness_reasons",
        "dispute",
        "places_wanted",
        "public_id",
        "origin_run",
        "origin_person",
        "origin_import",
        "is_sensitive",
        "created_at",
        "withdrawn_at",
        "withdrawn_by",
        "withdrawn_why",
    )

    def told(self, person: User, rows: QuerySet[Any]) -> QuerySet[Any]:
        shown: Any = rows.with_stage_for(person)  # type: ignore[attr-defined]
        found: QuerySet[Any] = shown.with_suggestions_for(person).defer("article__text")
        return found

    def get_fields(self, request: HttpRequest, obj: Claim | None = None) -> tuple[str, ...]:
        return tuple(name for name in self.fields if obj is None or obj.shows_suggestions or name not in SUGGESTIONS)

    def get_inlines(self, request: HttpRequest, obj: Claim | None = None) -> tuple[type[Rows], ...]:
        return (Chain, Bearings) if obj is not None and obj.shows_suggestions else (Chain,)

    def sought(self, words: str) -> Sought:
        return Sought(_of_public_id, words) if is_hexadecimal(words, 32) else saying(words)

    @admin.display(description=gettext_lazy("stage"))
    def stage(self, claim: Claim) -> str:
        return _in_words(claim.stage)

    @admin.display(description=gettext_lazy("places"))
    def places_wanted(self, claim: Claim) -> int:
        """Until it is resolved, without those that an adjudicator asked for: that would tell of the judgements."""
        return claim.places if claim.resolved_at is not None else claim.places - claim.further_places

    @admin.display(description=gettext_lazy("article"), empty_value="-")
    def of_article(self, claim: Claim) -> str | None:
        return Truncator(claim.article).chars(60) if claim.article else None

    @admin.action(description=gettext_lazy("Withdraw…"))
    def withdraw(self, request: HttpRequest, rows: QuerySet[Claim]) -> TemplateResponse | None:
        return because(
            request,
            rows,
            action="withdraw",
            title=_("Withdraw these claims"),
            do=lambda claim, why: withdraw(claim, why=why, by=user_of(request)),
        )

    @admin.action(description=gettext_lazy("Open again…"))
    def reopen(self, request: HttpRequest, rows: QuerySet[Claim]) -> TemplateResponse | None:
        return because(
            request,
            rows,
            action="reopen",
            title=_("Open these claims again"),
            do=lambda claim, why: reopen(claim, why=why, by=user_of(request)),
        )
