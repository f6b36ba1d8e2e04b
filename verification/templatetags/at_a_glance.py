"""The first page of the administration: what is stuck, what waits, and for whom, within the person's projects."""

from __future__ import annotations

from collections import Counter
from typing import Any

from django import template
from django.conf import settings
from django.db.models import IntegerField, QuerySet, Value
from django.template.context import Context
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from verification.models import Annotation, Article, Bundle, Claim, Heartbeat, Release, User
from verification.models.membership import keep_at_hand, memberships_of
from verification.models.prepared_for import PreparedFor
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
    keep_at_hand(user)
    memberships_of(user)  # asked for once: much of what follows goes by them
    return {
        "processes": list(Heartbeat.objects.order_by("name")),
        "now": timezone.now(),
        "lines": _counted(_lines(user)),
        "most": MOST,
        "idlest": _idlest.rows(user),
        "held_url": reverse("admin:verification_annotation_changelist") + "?state=unfinished",
        "lapses_after": settings.PLACE_LAPSES_AFTER_MINUTES,
    }


@PreparedFor
def _idlest(user: User) -> QuerySet[Annotation]:
    held = Annotation.objects.visible_to(user).unfinished().order_by("active_at", "pk")[:IDLEST]
    # The places first, then their claims: for ten rows nothing else is read.
    rows = Annotation.objects.filter(pk__in=held.values("pk")).select_related("claim", "person")
    return rows.order_by("active_at", "pk")


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


def _counted(lines: list[tuple[str, QuerySet[Any, Any], str, str]]) -> list[dict[str, Any]]:
    """Each line with its count and its address; all are counted in one query."""
    rows = [
        found.order_by("-pk").values_list(Value(number, output_field=IntegerField()))[: MOST + 1]
        for number, (_words, found, _model, _query) in enumerate(lines)
    ]
    counts = Counter(number for (number,) in rows[0].union(*rows[1:], all=True))
    return [
        {
            "words": words,
            "count": counts[number],
            "url": reverse(f"admin:verification_{model}_changelist") + f"?{query}",
        }
        for number, (words, _found, model, query) in enumerate(lines)
    ]
