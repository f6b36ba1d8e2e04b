"""Calibration: everybody judges the same claims, whose answers are known, before live ones."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from verification.actions.audit import record
from verification.exceptions import Conflict
from verification.models import Annotation, KnownAnswer, Membership, Project, User, other_places
from verification.models.known_answer import KNOWS_THE_ANSWERS
from verification.policies import holds, require, why_not_lead
from verification.reports.known_answers import how_many_are_left, score_of, to_be_finished
from verification.vocabulary import Role, Round

NOT_THROUGH = gettext_lazy(
    "You have judged the claims of the calibration, and fewer of them as is known than this project asks for. Look at"
    " your calibration, and ask a curator to let you through."
)


def calibrates(membership: Membership) -> bool:
    """Whether this annotator is given claims of the calibration and no live ones. Asks nothing where it is off."""
    if not membership.project.calibrates or membership.calibrated_at is not None:
        return False
    return not holds(membership.user, membership.project, *KNOWS_THE_ANSWERS)


def next_of_calibration(membership: Membership) -> Annotation | int | None:
    """The place that lapsed, taken again, or else the id of the next claim; None where the person has had them all."""
    lapsed = to_be_finished(membership.project, person=membership.user).lapsed()
    again = lapsed.select_for_update(of=("self",)).select_related("project", "person").order_by("pk").first()
    if again is not None:
        again.lapsed_at, again.active_at = None, timezone.now()
        again.save(update_fields=["lapsed_at", "active_at"])
        record("annotation.resumed", by=again.person, subject=again, project=membership.project, slot=again.slot)
        return again
    return other_places.next_known(membership.project, person=membership.user, round=Round.CALIBRATION)


def settle_calibration(membership: Membership) -> bool:
    """Lets the annotator go on to live claims where they have judged them all, well enough; whether they may.

    The caller holds the membership's lock.
    Asks nothing more where the project does not calibrate.
    """
    if not calibrates(membership):
        return True
    project, person = membership.project, membership.user
    if not KnownAnswer.objects.in_use().filter(project=project, round=Round.CALIBRATION).exists():
        return True  # nothing to judge yet: what comes later is for everybody
    if how_many_are_left(project, person=person):
        return False
    score = score_of(person, project=project, round=Round.CALIBRATION)
    if project.calibration_pass is not None and not score.reaches(project.calibration_pass):
        return False
    membership.calibrated_at = timezone.now()
    membership.save(update_fields=["calibrated_at"])
    record("membership.calibrated", by=person, subject=membership, project=project)
    return True


@transaction.atomic
def let_through(project: Project, *, person: User, by: User) -> Membership:
    """Lets an annotator go on to live claims, whatever they judged in the calibration. Twice changes nothing."""
    require(why_not_lead(by, project))
    held = Membership.objects.select_for_update(no_key=True, of=("self",)).select_related("project", "user")
    membership = held.filter(project=project, user=person, role=Role.ANNOTATOR).first()
    if membership is None:
        raise Conflict(_("They do not judge in this project."))
    if membership.calibrated_at is None:
        membership.calibrated_at, membership.let_through_by = timezone.now(), by
        membership.save(update_fields=["calibrated_at", "let_through_by"])
        record("membership.let_through", by=by, subject=membership, project=project, person=person.pk)
    return membership
