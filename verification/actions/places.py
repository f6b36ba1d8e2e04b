"""The queue: how a person gets a place on a claim, and gets it back after it lapsed."""

from __future__ import annotations

import random
from collections.abc import Iterable
from functools import partial
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db import IntegrityError, transaction
from django.db.models import Exists, OuterRef, QuerySet, Subquery
from django.utils import timezone
from django.utils.translation import gettext as _

from verification.actions.audit import record, recording
from verification.actions.calibration import NOT_THROUGH, next_of_calibration, settle_calibration
from verification.actions.measuring import instead_of_live
from verification.exceptions import Conflict, NotAllowed
from verification.jobs.sweep import lapse_idle_places
from verification.models import Annotation, Bearing, Claim, Judgement, Membership, Project, User, queue
from verification.models.added import adding, next_id
from verification.models.bearing import MOST_SUGGESTED
from verification.models.known_answer import ASKED_IN
from verification.models.offered import offered_for
from verification.models.planned import in_one_piece, leave
from verification.models.prepared import Prepared
from verification.policies import require, why_not_free_place, why_not_judge, why_not_take_up
from verification.vocabulary import HARD_TOPICS, Role, Round, Strategy

LOOKS = 100  # times that somebody else may be faster; each time a place was taken, so this ends


def start_next(project: Project, *, by: User) -> Annotation | None:
    """The person's next claim with a place on it: their own unfinished one first; None when nothing is left.

    Never more than a claim's places, never twice the same person, whoever asks at the same moment.
    """
    require(why_not_judge(by, project))
    for _look in range(LOOKS):
        try:
            # Claims that others hold locked are passed by; when nothing else is left they are waited for, because
            # one of their places may be free after all.
            started = _start_best(project, by=by, wait=False) or _start_best(project, by=by, wait=True)
        except (_TakenMeanwhile, IntegrityError):
            continue  # somebody was faster: look again
        if started is None:
            started = take_up_untouched(project, by=by)
        if started is not None or not lapse_idle_places():
            return started
    raise Conflict(_("Too many people are taking claims at this moment. Try again."))


class _TakenMeanwhile(Exception):
    """The claim we found had a free place, and has none now that we hold its lock."""


def start_another(project: Project, *, by: User, most: int) -> Annotation | None:
    """A further place for somebody who holds fewer than `most` unfinished ones; None where there is none at once."""
    try:
        return _start_best(project, by=by, wait=False, most=most)
    except (_TakenMeanwhile, IntegrityError):
        return None  # who asks for more than the next claim does not wait for it


@transaction.atomic
@in_one_piece()
def _start_best(project: Project, *, by: User, wait: bool, most: int = 1) -> Annotation | None:
    # One request of a person after the other: by a double click they would hold two claims, one of them for nothing.
    membership: Any = _locked_membership.first(user=by.pk, project=project.pk)
    if membership is None:  # taken away while we waited for the lock
        require(why_not_judge(by, project))
        return None
    if most == 1 and membership.has_unfinished and (held := _first_unfinished(project, by=by)) is not None:
        return held
    if most > 1 and _unfinished(project.pk, by.pk).count() >= most:
        return None
    project = membership.project
    if not settle_calibration(membership):
        return _calibrate(membership, by=by, most=most)
    strategy = Strategy(project.strategy)
    share = 1.0 if strategy is Strategy.RANDOM else project.random_share
    needs_a_rest = _needs_a_rest(project, by=by)
    by_chance = random.random() < share and not needs_a_rest  # noqa: S311 (a coin, not a secret)
    drawn = queue.draw(project, person=by) if by_chance else None
    lock = partial(queue.lock_next, project, person=by, strategy=strategy, drawn=drawn, besides=most > 1, wait=wait)
    found = (lock(without=HARD_TOPICS) if needs_a_rest else None) or lock()
    if found is None:
        held_already = _first_unfinished(project, by=by)
        if drawn is not None and (held_already is None or most > 1):
            raise _TakenMeanwhile  # what chance drew; there may be others
        return held_already if most == 1 else None
    # Read under the lock: the queue counted places as they were before it got the lock.
    claim = _claim_to_start(found.claim)
    slot = _free_slot(claim, claim.held)
    if slot is None:
        raise _TakenMeanwhile
    strategy, probability = _how_it_came(claim, found, strategy=strategy, drawn=drawn, share=share)
    # Nothing comes instead of what was assigned or put first: the person could look up which ones these are.
    may_come = not needs_a_rest and not found.is_assigned and strategy is not Strategy.PUT_FIRST
    if may_come and (instead := instead_of_live(project, by=by)) is not None:
        return _start_instead(*instead, by=by, strategy=strategy, probability=probability)
    return _start(claim, slot=slot, by=by, strategy=strategy, probability=probability)


def _how_it_came(
    claim: Any, found: queue.Found, *, strategy: Strategy, drawn: queue.Drawn | None, share: float
) -> tuple[Strategy, float | None]:
    """By which strategy the claim comes to the person, and how probable that was where chance had a part in it."""
    if found.is_assigned:
        return Strategy.ASSIGNED, None
    if claim.first_strategy is not None:
        # Others began it: it is in the queue because of how it came to them.
        return Strategy(claim.first_strategy), claim.first_probability
    if claim.priority:  # whether chance drew it besides or not: it would have come
        return Strategy.PUT_FIRST, None
    if drawn is not None and drawn.claim == claim.pk:
        return Strategy.RANDOM, drawn.probability * share
    # By chance alone nothing comes that was not drawn: it was begun by those whom it was assigned to.
    return Strategy.CHECK_WORTHINESS if strategy is Strategy.RANDOM else strategy, None


def _start_instead(
    claim_id: int, round: Round, *, by: User, strategy: Strategy, probability: float | None
) -> Annotation:
    """A place that measures the person, told as the live one would have been, or as it was the first time."""
    claim = _claim_to_start(claim_id)
    if claim.first_strategy is not None:
        strategy, probability = Strategy(claim.first_strategy), claim.first_probability
    return _start(claim, slot=1, by=by, strategy=strategy, probability=probability, round=round)


def _calibrate(membership: Membership, *, by: User, most: int) -> Annotation | None:
    """A place of the calibration, for somebody who is not through with it. Many people have one on the same claim."""
    unfinished = _first_unfinished(membership.project, by=by)
    if most == 1 and unfinished is not None:
        return unfinished
    found = next_of_calibration(membership)
    if found is None:
        if unfinished is None:
            raise NotAllowed(str(NOT_THROUGH))
        return None
    if isinstance(found, Annotation):
        return found
    strategy = Strategy(membership.project.strategy)
    claim = _claim_to_start(found)
    return _start(claim, slot=1, by=by, strategy=strategy, probability=None, round=Round.CALIBRATION)


def _claim_to_start(pk: int) -> Any:
    """A claim with what a place on it is made of: `bearing_ids`, the slots that are `held`, how the first one came, and
    the id of the `next_place`.
    """
    return _to_start.get(claim=pk)


@Prepared.of_few
def _to_start(claim: int) -> QuerySet[Claim]:
    bearings = Bearing.objects.filter(claim=OuterRef("pk")).suggested().by_rank().values("pk")[:MOST_SUGGESTED]
    places = Annotation.objects.filter(claim=OuterRef("pk"), round=Round.INDEPENDENT)
    # That it was assigned to somebody is their affair: to others it comes as if they were the first.
    first = places.exclude(strategy=Strategy.ASSIGNED).order_by("pk")
    return (
        Claim.objects.filter(pk=claim)
        .select_related("project", "origin_run")
        .annotate(
            bearing_ids=ArraySubquery(bearings),
            held=ArraySubquery(places.live().values("slot")),
            first_strategy=Subquery(first.values("strategy")[:1]),
            first_probability=Subquery(first.values("inclusion_probability")[:1]),
            next_place=next_id(Annotation),
        )
    )


@transaction.atomic
def take_up_untouched(project: Project, *, by: User) -> Annotation | None:
    """Gives back a place that lapsed before its person wrote a word there: they get no second one on that claim."""
    lapsed = Annotation.objects.lapsed().untouched().filter(person=by, claim__project=project)
    lapsed = lapsed.filter(round=Round.INDEPENDENT)
    found = lapsed.filter(submitted_at__isnull=True, claim__in=Claim.objects.unfilled()).order_by("-pk").first()
    if found is None:
        return None
    claim = Claim.objects.select_for_update(of=("self",)).select_related("project").get(pk=found.claim_id)
    annotation = lapsed.select_for_update(of=("self",)).filter(pk=found.pk).first()
    if annotation is None or why_not_take_up(claim) is not None or not retake_place(annotation, claim):
        return None
    annotation.active_at = timezone.now()
    annotation.save(update_fields=["active_at"])
    return annotation


def _needs_a_rest(project: Project, *, by: User) -> bool:
    """Whether the last claims that the person got here were all about violence, as many as they want in a row."""
    if (most := by.most_violent_in_a_row) is None:
        return False
    latest = Annotation.objects.filter(person=by, claim__project=project).order_by("-pk")[:most]
    topics = list(latest.values_list("claim__topics", flat=True))
    return len(topics) == most and all(set(HARD_TOPICS) & set(of_one) for of_one in topics)


@Prepared
def _locked_membership(user: int, project: int) -> QuerySet[Membership]:
    """With `has_unfinished`, as it was before somebody waited for the lock."""
    held = Membership.objects.select_for_update(no_key=True, of=("self",)).select_related("project")
    unfinished = Annotation.objects.unfinished().filter(person=user, project=project)
    return held.filter(project=project, user=user, role=Role.ANNOTATOR).annotate(has_unfinished=Exists(unfinished))


def _first_unfinished(project: Project, *, by: User) -> Annotation | None:
    return _unfinished_ones.first(project=project.pk, person=by.pk)


@Prepared
def _unfinished_ones(project: int, person: int) -> QuerySet[Annotation]:
    return _unfinished(project, person)[:1]


def _unfinished(project: int, person: int) -> QuerySet[Annotation]:
    """What the person began and has not finished, the first one first; nothing where they do not judge any more."""
    judges = Membership.objects.filter(user=person, project=project, role=Role.ANNOTATOR)
    return Annotation.objects.unfinished().filter(Exists(judges), person=person, project=project).order_by("id")


def free_slot(claim: Claim) -> int | None:
    """The lowest free place of a claim, or None; the caller holds the claim's lock."""
    places = Annotation.objects.live().filter(claim=claim, round=Round.INDEPENDENT)
    return _free_slot(claim, places.values_list("slot", flat=True))


def _free_slot(claim: Claim, held: Iterable[int]) -> int | None:
    taken = set(held)
    return next((slot for slot in range(1, claim.places + 1) if slot not in taken), None)


@transaction.atomic
def free_place(annotation: Annotation, *, by: User) -> Annotation:
    """Frees a place that somebody holds and does not finish; the draft is kept, as when a place lapses by itself."""
    # Locked in the order of every action on places: the person may be submitting at this moment.
    claim = Claim.objects.select_for_update(of=("self",)).select_related("project").get(pk=annotation.claim_id)
    annotation = Annotation.objects.select_for_update().get(pk=annotation.pk)
    require(why_not_free_place(by, annotation))
    if not Annotation.objects.unfinished().filter(pk=annotation.pk).exists():
        raise Conflict(_("This place is not held any more: it was submitted, skipped or freed. Look again."))
    lapse(annotation, project=claim.project, by=by)
    return annotation


def lapse(annotation: Annotation, *, project: Project, by: User | None) -> None:
    """Frees an unfinished place; the caller has asked the policy and holds the annotation's lock."""
    annotation.lapsed_at = timezone.now()
    annotation.save(update_fields=["lapsed_at"])
    record("annotation.lapsed", by=by, subject=annotation, project=project)


def retake_place(annotation: Annotation, claim: Claim) -> bool:
    """Gives a lapsed annotation a place again where one is free; the caller holds the claim's lock."""
    slot = free_slot(claim) if claim.filled_at is None else None
    if annotation.round in ASKED_IN:
        slot = annotation.slot  # there is a place for everybody
    elif annotation.round != Round.INDEPENDENT:
        slot = None
    if slot is None:
        return False
    annotation.lapsed_at = None
    annotation.slot = slot
    annotation.save(update_fields=["lapsed_at", "slot"])
    record("annotation.resumed", by=annotation.person, subject=annotation, project=claim.project, slot=slot)
    return True


def _start(
    claim: Any,
    *,
    slot: int,
    by: User,
    strategy: Strategy,
    probability: float | None,
    round: Round = Round.INDEPENDENT,
) -> Annotation:
    now = timezone.now()
    aided = random.random() >= claim.project.unaided_share  # noqa: S311 (a coin, not a secret)
    run = claim.origin_run
    annotation = Annotation(
        pk=claim.next_place,
        claim=claim,
        person=by,
        round=round,
        slot=slot,
        started_at=now,
        active_at=now,
        aided=aided,
        shown_bearings=claim.bearing_ids if aided else [],
        shown_evidence=offered_for(claim) if aided else [],
        shown_engine=f"{run.engine} {run.version}" if run else None,
        strategy=strategy,
        inclusion_probability=probability,
    )
    leave(
        adding([annotation]),
        adding([Judgement(annotation=annotation, started_at=now, saved_at=now)]),
        recording("annotation.started", by=by, subject=annotation, project=claim.project, claim=claim.pk, slot=slot),
    )
    return annotation
