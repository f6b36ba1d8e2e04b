"""What comes in the place of a live claim now and then, to measure people: nothing tells them that it does."""

from __future__ import annotations

import random

from verification.models import Project, User, other_places
from verification.vocabulary import Round


def instead_of_live(project: Project, *, by: User) -> tuple[int, Round] | None:
    """The id of a claim whose answer is known, or that the person judged before, as the project's shares have it.

    None mostly; where both shares are off nothing is asked. Only for somebody for whom a live claim waits: that
    nothing waited, and something came, would tell.
    """
    if not project.check_share and not project.repeat_share:
        return None
    point = random.random()  # noqa: S311 (a coin, not a secret)
    if point < project.check_share:
        known = other_places.next_known(project, person=by, round=Round.CHECK)
        return None if known is None else (known, Round.CHECK)
    if point < project.check_share + project.repeat_share:
        again = other_places.next_to_repeat(project, person=by)
        return None if again is None else (again, Round.REPEAT)
    return None
