"""Where somebody stands with the calibration of a project; nothing is asked where it is off."""

from __future__ import annotations

from collections.abc import Collection

from verification.models import Annotation, Membership, Project, User
from verification.models.known_answer import KNOWS_THE_ANSWERS
from verification.models.queue import how_many_wait
from verification.policies import holds
from verification.reports.known_answers import how_many_are_left, score_of
from verification.vocabulary import Role, Round


def calibration_ended(project: Project, *, by: User, after: Annotation | None = None) -> bool:
    """Whether the person reads what came of their calibration, in the place of the next claim: `after` the last one
    of it, or because they may not go on."""
    if not project.calibrates or _is_through(project, by) or holds(by, project, *KNOWS_THE_ANSWERS):
        return False
    if how_many_are_left(project, person=by):
        return False
    score = score_of(by, project=project, round=Round.CALIBRATION)
    is_held_up = project.calibration_pass is not None and not score.reaches(project.calibration_pass)
    return score.counted > 0 and (is_held_up or (after is not None and after.round == Round.CALIBRATION))


def how_many_wait_for(user: User, project: Project, roles: Collection[str], *, most: int) -> int:
    """How many claims wait for an annotator: of the calibration, while they are not through with it, or live ones."""
    if project.calibrates and not set(KNOWS_THE_ANSWERS).intersection(roles) and not _is_through(project, user):
        left = how_many_are_left(project, person=user)
        score = None if left else score_of(user, project=project, round=Round.CALIBRATION)
        least = project.calibration_pass
        if score is None or (least is not None and score.counted and not score.reaches(least)):
            return min(left or 1, most)  # the button leads on, to their calibration too
    return how_many_wait(project, person=user, most=most)


def _is_through(project: Project, user: User) -> bool:
    annotators = Membership.objects.filter(project=project, user=user, role=Role.ANNOTATOR)
    return annotators.filter(calibrated_at__isnull=False).exists()
