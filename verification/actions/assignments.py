"""Giving claims to people, and taking that back. What is assigned comes first in what is next for them."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone

from verification.actions.audit import record
from verification.actions.notices import notify
from verification.models import Assignment, Claim, Project, User
from verification.policies import require, require_state, why_not_assign, why_not_keep_for, why_not_steer
from verification.vocabulary import NoticeKind


@transaction.atomic
def assign(claim: Claim, *, people: Sequence[User], by: User, keeps: bool = False, tell: bool = True) -> Claim:
    """Gives the claim to `people`; with `keeps` to nobody else, while they are as many as it wants judgements.

    All of them or none. Saying it again changes whether it is kept for them. `tell` sends each a notice.
    """
    require(why_not_steer(by, claim.project))
    claim = _lock(claim, by=by)
    for person in people:
        require_state(why_not_assign(by, [claim], person).get(claim.pk))
    if keeps:
        require_state(why_not_keep_for([claim], people).get(claim.pk))
    if not people:
        return claim
    now = timezone.now()
    Assignment.objects.bulk_create(
        [Assignment(claim=claim, person=person, keeps=keeps, assigned_at=now, assigned_by=by) for person in people],
        update_conflicts=True, unique_fields=["claim", "person"], update_fields=["keeps"],
    )  # fmt: skip
    record(
        "claim.assigned", by=by, subject=claim, project=claim.project, people=[person.pk for person in people],
        keeps=keeps,
    )  # fmt: skip
    if tell:
        tell_of(claim.project, claims=[claim.pk], people=people)
    return claim


@transaction.atomic
def unassign(claim: Claim, *, people: Sequence[User], by: User) -> Claim:
    """Takes back that the claim was given to `people`. A place that one of them holds stays theirs."""
    require(why_not_steer(by, claim.project))
    claim = _lock(claim, by=by)
    _take_back(claim, people=[person.pk for person in people], by=by)
    return claim


def tell_of(project: Project, *, claims: Sequence[int], people: Sequence[User]) -> None:
    """One notice to each of `people` for all these claims together; a step of actions that have asked.

    It names the first of the claims, and none of a topic that the person leaves to others: such do not come to them.
    """
    given = Assignment.objects.filter(claim__in=claims, person__in=people, is_waiting=True)
    first: dict[int, Claim] = {}
    avoided = {person.pk: set(person.avoided_topics) for person in people}
    for assignment in given.select_related("claim").order_by("claim"):
        if not avoided[assignment.person_id] & set(assignment.claim.topics):
            first.setdefault(assignment.person_id, assignment.claim)
    for person in people:
        if (claim := first.get(person.pk)) is not None:
            notify(person, kind=NoticeKind.ASSIGNED, claim=claim)


def release(project: Project, *, person: User, claims: Sequence[int] | None = None, by: User | None) -> None:
    """Takes back what a person of the project was given, or of these claims; a step of actions that have asked.

    Of all that is not resolved, whether it waits for them or not: what is taken back would tell of the work otherwise.
    """
    given = Assignment.objects.filter(project=project, person=person, claim__resolved_at__isnull=True)
    if claims is not None:
        given = given.filter(claim__in=claims)
    # Locked before, in the order of every action on places.
    rows = Claim.objects.filter(pk__in=given.values("claim")).select_related("project").order_by("pk")
    for claim in list(rows.select_for_update(of=("self",))):
        _take_back(claim, people=[person.pk], by=by)


def _lock(claim: Claim, *, by: User) -> Claim:
    """The claim as it stands now, with its stage as `by` may know it."""
    locked: Claim = (
        Claim.objects.with_stage_for(by).select_for_update(of=("self",)).select_related("project").get(pk=claim.pk)
    )
    return locked


def _take_back(claim: Claim, *, people: Sequence[int], by: User | None) -> None:
    given = Assignment.objects.filter(claim=claim, person__in=people)
    if gone := list(given.values_list("person", flat=True)):
        given.delete()
        record("claim.unassigned", by=by, subject=claim, project=claim.project, people=gone)
