"""What became of the files of an upload, a page at a time."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.db.models import Count, F, Q, QuerySet, TextField
from django.db.models.functions import Coalesce
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from annotate.paging import whole
from verification.models import Article, Bundle, Claim, Upload
from verification.models.article import UNFINISHED
from verification.models.bundle import UNFINISHED_BUNDLE
from verification.vocabulary import ArticleState, BundleState

MOST_BUNDLES = 50
ROWS = 50  # files on a page: short ones, and many were sent at once

# What may have become of a file, and the states of an article that it stands for.
OUTCOMES: dict[str, tuple[str | Promise, tuple[ArticleState, ...]]] = {
    "unfinished": (gettext_lazy("on their way"), UNFINISHED),
    "done": (gettext_lazy("done"), (ArticleState.DONE,)),
    "merged": (gettext_lazy("known already"), (ArticleState.MERGED,)),
    "failed": (gettext_lazy("failed"), (ArticleState.FAILED,)),
}


@dataclass(frozen=True, kw_only=True)
class Rows:
    """Articles of one page: those sent by themselves first, then bundle by bundle. `next` asks for the page after."""

    groups: list[tuple[Bundle | None, list[Article]]]
    next: str | None


def counts_of(upload: Upload) -> Counter[str]:
    """How many of the upload's articles came to which outcome."""
    states = upload.articles.order_by().values_list("state").annotate(many=Count("pk"))
    outcome = {state: name for name, (_words, states_of_it) in OUTCOMES.items() for state in states_of_it}
    counts: Counter[str] = Counter()
    for state, many in states:
        counts[outcome[ArticleState(state)]] += many
    return counts


def rows_of(upload: Upload, *, outcome: str, after: str | None) -> Rows:
    """A page of the upload's articles from behind `after`, each with its `file_name` and how many claims it `has`.

    `kept` says that there is something to try again with; a bundle's `unused` are the columns of a table not used.
    """
    found: QuerySet[Any] = upload.articles.annotate(
        group=Coalesce(F("bundle"), 0),
        file_name=Coalesce(F("original__name"), F("part"), output_field=TextField()),
        kept=Q(text__isnull=False) | Q(original__isnull=False),
    )
    if outcome in OUTCOMES:
        found = found.filter(state__in=OUTCOMES[outcome][1])
    group, _colon, pk = (after or "").partition(":")
    behind = whole(group), whole(pk)
    if behind[0] is not None and behind[1] is not None:
        found = found.filter(Q(group__gt=behind[0]) | Q(group=behind[0], pk__gt=behind[1]))
    found = found.select_related("bundle", "same_as").defer("text", "same_as__text", "bundle__content", "near_keys")
    rows = list(found.order_by("group", "pk")[: ROWS + 1])
    shown = rows[:ROWS]
    claims: QuerySet[Any] = Claim.objects.filter(article__in=[row.pk for row in shown], withdrawn_at__isnull=True)
    has = dict(claims.order_by().values_list("article").annotate(many=Count("pk")))
    for row in shown:
        row.has = has.get(row.pk, 0)
    groups = [(bundle, list(parts)) for bundle, parts in groupby(shown, key=lambda row: row.bundle)]
    for bundle, parts in groups:
        if bundle is not None:
            ignored = (name for part in parts for name in part.normalisation.get("columns_ignored", []))
            bundle.unused = list(dict.fromkeys(ignored))
    last = shown[-1] if len(rows) > ROWS else None
    return Rows(groups=groups, next=f"{last.group}:{last.pk}" if last else None)


def bundles_of(upload: Upload) -> list[Bundle]:
    """The bundles that a worker is still to take apart, or could not."""
    states = [*UNFINISHED_BUNDLE, BundleState.FAILED]
    return list(upload.bundles.filter(state__in=states).defer("content").order_by("pk")[:MOST_BUNDLES])
