"""Places held ahead: the claims that come next, at hand in the page before they are wanted, so that a person goes on
judging while the network is gone."""

from __future__ import annotations

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from verification.actions.places import start_another, take_up_untouched
from verification.models import Annotation, Membership, Project, User
from verification.models.queue import how_many_wait
from verification.policies import require, why_not_judge
from verification.vocabulary import Role

LOOKED_AT = 100  # open claims; where there are more, nobody goes short


def hold_ahead(annotation: Annotation, *, by: User) -> list[Annotation]:
    """The places that the person holds beside `annotation`, the first to be judged first: up to PLACES_AHEAD.

    Says that the person is alive, for all of them. Takes no more than their share of what is open, so that the last
    claims are not held by one while another has none.
    """
    project = annotation.claim.project
    require(why_not_judge(by, project))
    _touch(project, by=by)
    wanted = min(settings.PLACES_AHEAD, _share(project, by=by))
    while (held := _held(annotation, by=by)) is not None and len(held) < wanted:
        # One more than they hold now, and the one at hand.
        one_more = take_up_untouched(project, by=by) or start_another(project, by=by, most=len(held) + 2)
        if one_more is None:
            break
    return held


@transaction.atomic
def _touch(project: Project, *, by: User) -> None:
    mine = Annotation.objects.unfinished().filter(person=by, claim__project=project)
    # What somebody has locked is being submitted, skipped or freed at this moment.
    alive = mine.order_by("pk").select_for_update(skip_locked=True, of=("self",)).values_list("pk", flat=True)
    Annotation.objects.filter(pk__in=list(alive)).update(active_at=timezone.now())


def _held(annotation: Annotation, *, by: User) -> list[Annotation]:
    held = Annotation.objects.unfinished().filter(person=by, claim__project=annotation.claim.project_id)
    return list(held.exclude(pk=annotation.pk).order_by("pk"))


def _share(project: Project, *, by: User) -> int:
    """How many of the open claims are this person's part, where all annotators take alike."""
    open_claims = how_many_wait(project, person=by, most=LOOKED_AT)
    if open_claims == LOOKED_AT:
        return LOOKED_AT
    annotators = Membership.objects.filter(project=project, role=Role.ANNOTATOR, user__is_active=True).count()
    return open_claims * project.places // max(annotators, 1)
