"""The first page of the administration: what is stuck, what waits, and for whom, within the person's projects."""

from __future__ import annotations

from typing import Any

from django import template
from django.conf import settings
from django.db.models import QuerySet
from django.template.context import Context
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from verification.models import Annotation, Article, Bundle, Claim, Heartbeat, Release, User
from verification.vocabulary import ArticleState, BundleState, ReleaseState, Stage

register = template.Library()

MOST = 100  # more is "more than 100": nothing here gets slower with the work
IDLEST = 10


@register.inclusion_tag("admin/at_a_glance.html", takes_context=True)
def at_a_glance(context: Context) -> dict[str, Any]:
    """Processes; counts with the list behind each; the places that have been held longest without a sign of life.

    Each count reads through the same `visible_to` as its list: it tells nothing that the list would not.
    """
    user: User = context["request"].user
    held = Annotation.objects.visible_to(user).unfinished()
    return {
        "processes": list(Heartbeat.objects.order_by("name")),
        "now": timezone.now(),
        "lines": [_line(*line) for line in _lines(user)],
        "most": MOST,
        "idlest": list(held.select_related("claim", "person").order_by("active_at")[:IDLEST]),
        "held_url": reverse("admin:verification_annotation_changelist") + "?state=unfinished",
        "lapses_after": settings.PLACE_LAPSES_AFTER_MINUTES,
    }


def _lines(user: User) -> list[tuple[str, QuerySet[Any, Any], str, str]]:
    """What it is, the rows, and the list of the administration that shows them."""
    articles, releases = Article.objects.visible_to(user), Release.objects.visible_to(user)
    bundles, claims = Bundle.objects.visible_to(user), Claim.objects.visible_to(user)
    return [
        (_("Articles that failed"), articles.filter(state=ArticleState.FAILED), "article", "state__exact=failed"),
        (_("Articles on their way"), articles.unfinished(), "article", "state__exact=received"),
        (
            _("Files of several articles that failed"),
            bundles.filter(state=BundleState.FAILED),
            "bundle",
            "state__exact=failed",
        ),
        (_("Releases that failed"), releases.filter(state=ReleaseState.FAILED), "release", "state__exact=failed"),
        (_("Releases on their way"), releases.unfinished(), "release", "state__exact=requested"),
        (
            _("Claims that wait for an adjudicator"),
            claims.at_stage_for(user, Stage.AWAITING_ADJUDICATION),
            "claim",
            "stage=awaiting_adjudication",
        ),
        (
            _("Claims that enough people skipped alike"),
            claims.at_stage_for(user, Stage.DROPPED),
            "claim",
            "stage=dropped",
        ),
    ]


def _line(words: str, rows: QuerySet[Any, Any], model: str, query: str) -> dict[str, Any]:
    count = len(rows.order_by("-pk").values_list("pk")[: MOST + 1])
    return {"words": words, "count": count, "url": reverse(f"admin:verification_{model}_changelist") + f"?{query}"}
