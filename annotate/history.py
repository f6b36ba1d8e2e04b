"""What happened to a claim, as far as one person may know it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from annotate.judgements import Column
from verification.models import Annotation, AuditEvent, Claim, Reopening, Resolution, User
from verification.models.prepared import Prepared, among
from verification.vocabulary import Stage

SENTENCES: dict[str, str | Promise] = {
    "claim.added": gettext_lazy("Added by a person."),
    "claim.withdrawn": gettext_lazy("Withdrawn."),
    "claim.assigned": gettext_lazy("Assigned."),
    "claim.unassigned": gettext_lazy("An assignment was taken back."),
    "claim.prioritised": gettext_lazy("Its priority was changed."),
    "claim.dropped": gettext_lazy("Taken out of the queue, because enough people skipped it alike."),
    "claim.place_added": gettext_lazy("A further annotator was asked for."),
    "claim.place_taken_back": gettext_lazy("The further place was taken back."),
    "claim.reopened": gettext_lazy("Opened again."),
    "claim.resolved": gettext_lazy("Resolved."),
    "claim.stands": gettext_lazy("Looked at again under a new version of the guideline: it stands."),
    "claim.carried_over": gettext_lazy("Resolved: it has the verdict of the same words before the correction."),
    "annotation.started": gettext_lazy("You took it up."),
    "annotation.skipped": gettext_lazy("You skipped it."),
    "annotation.lapsed": gettext_lazy("Your place on it lapsed."),
    "annotation.resumed": gettext_lazy("You took your place on it again."),
}
# What tells of nobody's judgement.
HARMLESS = ("claim.added", "claim.withdrawn")


@dataclass(frozen=True, kw_only=True)
class Happened:
    """One line of a claim's history. `by` is a name to show and `why` a person's words, empty where none are told."""

    at: datetime
    words: str
    by: str = ""
    why: str = ""


def history(
    claim: Claim,
    *,
    to: User,
    shown: Iterable[Column],
    resolutions: Iterable[Resolution],
    own: Iterable[Annotation],
) -> list[Happened]:
    """Newest first. `claim` carries its `stage`, `shown` and `resolutions` what this person may see; `own` are their
    places on it.

    Of judgements only those in `shown` appear, of resolutions only those given. That the claim was dropped or
    opened again tells of others' work: it appears to those who see the work on the claim, and to everybody once it is
    resolved.
    """
    letters = {column.judgement.pk: column for column in shown}
    visible = {resolution.pk: resolution for resolution in resolutions}
    listed: list[Any] = _of_these.rows(claim=claim.pk, judgements=list(letters), places=[place.pk for place in own])
    told = claim.stage == Stage.RESOLVED or Claim.objects.whose_work_is_seen_by(to).filter(pk=claim.pk).exists()
    lines: list[Happened] = []
    if claim.stage == Stage.RESOLVED and any(_is_of_another(event, visible) for event in listed):
        listed = [event for event in listed if event.kind != "claim.reopened" or "reopening" in event.facts]
    reasons = _reasons(listed) if told else {}
    for event in listed:
        if event.kind == "judgement.submitted":
            lines.append(Happened(at=event.at, words=_submitted(letters[event.subject_id])))
        elif event.kind in ("claim.resolved", "claim.carried_over"):
            if (resolution := visible.get(event.facts.get("resolution"))) is not None:
                lines.append(_line(event, by=resolution.adjudicator.username if resolution.adjudicator else ""))
        elif event.kind in HARMLESS or event.subject == "annotation" or told:
            named = event.subject == "claim" and event.kind != "claim.added"
            lines.append(_line(event, by=event.actor_name or "" if named else "", why=reasons.get(event.pk, "")))
    return lines


@Prepared
def _of_these(claim: int, judgements: list[int], places: list[int]) -> QuerySet[AuditEvent]:
    of_judgements = Q(among("subject_id", judgements), subject="judgement")
    of_places = Q(among("subject_id", places), subject="annotation")
    return AuditEvent.objects.filter(Q(subject="claim", subject_id=claim) | of_judgements | of_places).with_names()


def _is_of_another(event: AuditEvent, visible: dict[int, Resolution]) -> bool:
    """Whether the event tells of a verdict that was carried over from a claim which is open again: of that claim
    nobody who judges it learns here that it was resolved, nor that the verdict was taken back."""
    return event.kind == "claim.carried_over" and event.facts.get("resolution") not in visible


def _reasons(events: Iterable[AuditEvent]) -> dict[int, str]:
    """The words that go with events, newest first: why a claim was opened again, and why it had been withdrawn."""
    opened = {event.facts["reopening"]: event for event in events if "reopening" in event.facts}
    if not opened:
        return {}
    kept = Reopening.objects.in_bulk(list(opened))
    reasons: dict[int, str] = {}
    before: Reopening | None = None
    for event in events:
        if "reopening" in event.facts:
            before = kept[event.facts["reopening"]]
            reasons[event.pk] = before.why
        elif event.kind == "claim.withdrawn" and before is not None:
            reasons[event.pk] = before.withdrawn_why or ""
            before = None
    return reasons


def _line(event: AuditEvent, *, by: str, why: str = "") -> Happened:
    return Happened(at=event.at, words=str(SENTENCES.get(event.kind, event.kind)), by=by, why=why)


def _submitted(column: Column) -> str:
    if column.is_mine:
        return _("You submitted your judgement, revision %(revision)d.") % {"revision": column.judgement.revision}
    return _("Judgement %(letter)s was submitted, revision %(revision)d.") % {
        "letter": column.letter,
        "revision": column.judgement.revision,
    }
