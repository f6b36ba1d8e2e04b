"""Doing one thing with many claims: planned, looked at, done one claim at a time by the action for one.

What a claim is refused for is kept and stops none of the others.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from verification.actions.assignments import assign, tell_of_claims, unassign
from verification.actions.audit import record
from verification.actions.claims import reopen, set_priority, withdraw
from verification.exceptions import Invalid, NotAllowed, Refusal
from verification.models import BulkChange, Claim, Project, Team, User
from verification.models.bulk_change import MOST_AT_ONCE
from verification.policies import (
    require,
    why_not_assign,
    why_not_assign_to_teams,
    why_not_do,
    why_not_keep_for,
    why_not_steer,
    why_not_wanted,
)
from verification.vocabulary import BulkKind, Priority, Stage

AT_A_TIME = 20  # claims in one transaction: nobody who judges one of them waits long
SECONDS = 2.0  # of work in one request


@dataclass(kw_only=True)
class Preview:
    """What would happen now: the claims that it would be done with, and the others by the sentence that says why."""

    doable: list[Claim]
    refused: dict[str, list[Claim]]


@transaction.atomic
def plan(
    project: Project,
    *,
    kind: BulkKind,
    claims: Collection[int],
    by: User,
    people: Sequence[User] = (),
    teams: Sequence[Team] = (),
    keeps: bool = False,
    priority: Priority = Priority.ORDINARY,
    why: str = "",
) -> BulkChange:
    """Writes down what is to be done with the claims of these ids, and does none of it. Raises Invalid."""
    require(why_not_steer(by, project))
    chosen = sorted(Claim.objects.filter(project=project, pk__in=list(claims)).values_list("pk", flat=True))
    if not chosen:
        raise Invalid(_("Choose a claim at least."))
    if len(chosen) > MOST_AT_ONCE:
        raise Invalid(_("At most %(most)d claims at once. Choose fewer.") % {"most": MOST_AT_ONCE})
    if kind in (BulkKind.ASSIGN, BulkKind.UNASSIGN) and not people and not teams:
        raise Invalid(_("Name somebody."), fields={"people": [_("Name somebody.")]})
    if kind in (BulkKind.WITHDRAW, BulkKind.REOPEN) and not why.strip():
        raise Invalid(_("Say why."), fields={"why": [_("Say why, for those who come after you.")]})
    change = BulkChange.objects.create(
        project=project, kind=kind, claims=chosen, people=sorted({person.pk for person in people}),
        teams=sorted({team.pk for team in teams}), keeps=keeps, priority=priority.rank, why=why.strip(),
        planned_at=timezone.now(), planned_by=by,
    )  # fmt: skip
    record("bulk.planned", by=by, subject=change, project=project, of=kind, claims=len(chosen))
    return change


def preview(change: BulkChange, *, by: User) -> Preview:
    """What would happen with what is left of it. It tells no more than the pages of the claims do."""
    require(why_not_do(by, change))
    claims = _seen(change.left(), by=by)
    refused = _refused(change, claims, by=by)
    found = Preview(doable=[claim for claim in claims if claim.pk not in refused], refused={})
    for claim in claims:
        if claim.pk in refused:
            found.refused.setdefault(refused[claim.pk], []).append(claim)
    return found


def go_on(change: BulkChange, *, by: User, seconds: float = SECONDS) -> BulkChange:
    """Does it with the claims that are left, for so many seconds. Asked by two at once, each claim is seen to once."""
    until = time.monotonic() + seconds
    while True:
        change = _do_some(change, by=by)
        if change.finished_at is not None or time.monotonic() >= until:
            return change


@transaction.atomic
def _do_some(change: BulkChange, *, by: User) -> BulkChange:
    change = BulkChange.objects.select_for_update(of=("self",)).select_related("project").get(pk=change.pk)
    require(why_not_do(by, change))
    if change.finished_at is not None:
        return change
    people, teams = _whom(change)
    ids = change.left()[:AT_A_TIME]
    claims = _seen(ids, by=by)
    refused = _refused(change, claims, by=by)
    act = _act(change, people=people, teams=teams, by=by)
    for claim in claims:
        if claim.pk in refused:
            continue
        try:
            with transaction.atomic():
                act(claim)
        except NotAllowed:
            raise  # they are no curator any more: nothing is left to do for them
        except Refusal as refusal:
            refused[claim.pk] = refusal.message
    change.begun_at = change.begun_at or timezone.now()
    change.done += len(ids)
    change.refused = [*change.refused, *([pk, refused[pk]] for pk in ids if pk in refused)]
    if change.done >= len(change.claims):
        change.finished_at = timezone.now()
        if change.kind == BulkKind.ASSIGN:
            refused_ids = {pk for pk, _why in change.refused}
            given = [pk for pk in change.claims if pk not in refused_ids]
            tell_of_claims(change.project, claims=given, people=people, teams=teams)
        record("bulk.done", by=by, subject=change, project=change.project, refused=len(change.refused))
    change.save(update_fields=["begun_at", "finished_at", "done", "refused"])
    return change


def _seen(ids: Sequence[int], *, by: User) -> list[Claim]:
    rows = Claim.objects.visible_to(by).with_stage_for(by).filter(pk__in=list(ids))
    return list(rows.select_related("project").order_by("pk"))


def _refused(change: BulkChange, claims: list[Claim], *, by: User) -> dict[int, str]:
    """Why it is not to be done with some of the claims, by their ids."""
    match change.kind:
        case BulkKind.ASSIGN:
            people, teams = _whom(change)
            if len(teams) < len(change.teams):
                return {claim.pk: _("A team of these was dissolved meanwhile. Plan it anew.") for claim in claims}
            refused = why_not_keep_for(claims, people, teams) if change.keeps else {}
            refused |= why_not_assign_to_teams(claims, teams) if teams else {}
            for person in people:
                refused = refused | why_not_assign(by, claims, person)
            return refused
        case BulkKind.UNASSIGN:
            return {}
        case BulkKind.PRIORITY:
            return {claim.pk: why for claim in claims if (why := why_not_wanted(claim)) is not None}
        case BulkKind.WITHDRAW:
            withdrawn = [claim.pk for claim in claims if claim.stage == Stage.WITHDRAWN]
            return dict.fromkeys(withdrawn, _("This claim is withdrawn already."))
    settled = (Stage.RESOLVED, Stage.DROPPED, Stage.WITHDRAWN)
    still_open = [claim.pk for claim in claims if claim.stage not in settled]
    return dict.fromkeys(still_open, _("This claim is open: it is neither resolved nor dropped nor withdrawn."))


def _whom(change: BulkChange) -> tuple[list[User], list[Team]]:
    people = list(User.objects.filter(pk__in=change.people)) if change.people else []
    return people, list(Team.objects.filter(pk__in=change.teams)) if change.teams else []


def _act(change: BulkChange, *, people: Sequence[User], teams: Sequence[Team], by: User) -> Callable[[Claim], Claim]:
    """The action for one claim."""
    match change.kind:
        case BulkKind.ASSIGN:
            return lambda claim: assign(claim, people=people, teams=teams, keeps=change.keeps, by=by, tell=False)
        case BulkKind.UNASSIGN:
            return lambda claim: unassign(claim, people=people, teams=teams, by=by)
        case BulkKind.PRIORITY:
            return lambda claim: set_priority(claim, priority=change.put_first, by=by)
        case BulkKind.WITHDRAW:
            return lambda claim: withdraw(claim, why=change.why, by=by)
    return lambda claim: reopen(claim, why=change.why, by=by)
