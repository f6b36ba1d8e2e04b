"""What was changed about an article, for everybody of its project: nothing here tells of a judgement."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import get_language_bidi, gettext_lazy

from annotate.languages import name_of
from verification.models import Article, AuditEvent, User
from verification.models.prepared_for import PreparedFor

MOST_SHOWN = 50

SENTENCES: dict[str, str | Promise] = {
    "article.received": gettext_lazy("Added."),
    "article.retried": gettext_lazy("Sent through again."),
    "article.corrected": gettext_lazy("A corrected version was added."),
    "article.claims_carried_over": gettext_lazy("Its claims were compared with those of the earlier version."),
    "article.details_corrected": gettext_lazy("Details corrected"),
    "article.publication_added": gettext_lazy("A place where it ran was added."),
    "article.publication_corrected": gettext_lazy("A place where it ran was corrected"),
    "article.publication_removed": gettext_lazy("A place where it did not run was taken out."),
}
FIELDS: dict[str, str | Promise] = {
    "title": gettext_lazy("title"),
    "language": gettext_lazy("language"),
    "licence": gettext_lazy("licence"),
    "embargo_until": gettext_lazy("embargo"),
    "keep_until": gettext_lazy("time to be kept"),
    "is_sensitive": gettext_lazy("sensitive"),
    "url": gettext_lazy("address"),
    "outlet": gettext_lazy("outlet"),
    "byline": gettext_lazy("byline"),
    "published_on": gettext_lazy("date"),
    "origin": gettext_lazy("origin"),
}


@dataclass(frozen=True, kw_only=True)
class Happened:
    """One line of the history; `changes` in words, `by` a name to show, empty where there is none."""

    at: datetime
    words: str
    changes: str
    by: str


def history(article: Article, *, to: User) -> list[Happened]:
    """Newest first, at most so many."""
    shown: list[Any] = _changes_of.rows(to, article=article.pk)
    return [
        Happened(at=event.at, words=str(SENTENCES[event.kind]), changes=_changes(event), by=event.actor_name or "")
        for event in shown
    ]


@PreparedFor
def _changes_of(user: User, article: int) -> QuerySet[AuditEvent]:
    events = AuditEvent.objects.visible_to(user).filter(subject="article", subject_id=article)
    return events.filter(kind__in=SENTENCES).with_names()[:MOST_SHOWN]


def _changes(event: AuditEvent) -> str:
    parts = []
    arrow = "←" if get_language_bidi() else "→"
    for name in event.facts.get("fields", []):
        if name not in FIELDS:
            continue
        before, after = event.facts.get(name) or (None, None)
        told = f" {_shown(name, before)} {arrow} {_shown(name, after)}" if name in event.facts else ""
        parts.append(f"{FIELDS[name]}{told}")
    return ", ".join(parts)


def _shown(name: str, value: object) -> str:
    if value is None or value == "":
        return "–"
    if isinstance(value, bool):
        return "✓" if value else "–"
    return name_of(str(value)) if name == "language" else str(value)[:16].replace("T", " ")
