from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any, Generic

from django.db import DEFAULT_DB_ALIAS, connection
from django.db.models import QuerySet

from .membership import Kept, Membership, are_at_hand, at_hand
from .planned import Question
from .prepared import Given, Prepared, Row, taken_by
from .user import User

MOST_SHAPES = 64  # of one question; what would be more is compiled anew


@dataclass(frozen=True)
class Shape:
    """What the statement for a person goes by: their roles in each of their projects, None where these are to be
    asked for with the question.
    """

    roles: tuple[tuple[str, ...], ...] | None
    is_superuser: bool


class PreparedFor(Generic[Row]):
    """What is prepared for whoever asks, by the roles that they hold in each of their projects.

    `build` takes the user first. Of them it knows the id, whether they are a superuser, and the memberships where these
    are at hand.
    """

    def __init__(self, build: Callable[..., QuerySet[Row]]) -> None:
        self.build = build
        self._takes = {name: kind for name, kind in taken_by(build).items() if name != "user"}
        self._by_shape: dict[Shape, Prepared[Row]] = {}

    def asking(self, user: User, **given: Given) -> Question[list[Row]]:
        """The question for these rows, to be asked together with others."""
        prepared, held = self._for(user)
        return prepared.asking(user=user.pk, **held, **given)

    def rows(self, user: User, **given: Given) -> list[Row]:
        return self.asking(user, **given).ask()

    def tuples(self, user: User, **given: Given) -> list[tuple[Any, ...]]:
        """What a queryset of `values_list` finds."""
        prepared, held = self._for(user)
        return prepared.tuples(user=user.pk, **held, **given)

    def _for(self, user: User) -> tuple[Prepared[Row], dict[str, int]]:
        """The question as somebody of their roles asks it, and their projects by the names that it has for them."""
        projects, shape = _shape_of(user)
        prepared = self._by_shape.get(shape)
        if prepared is None:
            if len(self._by_shape) >= MOST_SHAPES:
                self._by_shape.clear()
            prepared = self._by_shape[shape] = self._prepared(shape)
        return prepared, dict(zip(_projects(shape), projects, strict=True))

    def _prepared(self, shape: Shape) -> Prepared[Row]:
        takes = {"user": "int", **dict.fromkeys(_projects(shape), "int"), **self._takes}
        return Prepared(partial(self._build_for, shape), takes)

    def _build_for(self, shape: Shape, *, user: int, **given: Any) -> QuerySet[Row]:
        # Whatever else is asked of them is refused.
        stands_in = User.from_db(DEFAULT_DB_ALIAS, ["id", "is_superuser"], [user, shape.is_superuser])
        if shape.roles is not None:
            in_each = zip([given.pop(name) for name in _projects(shape)], shape.roles, strict=True)
            memberships = [Membership(project_id=project, role=role) for project, roles in in_each for role in roles]
            stands_in.kept_memberships = Kept(depth=len(connection.atomic_blocks), memberships=memberships)
        return self.build(stands_in, **given)


def _projects(shape: Shape) -> list[str]:
    return [f"project{place}" for place in range(len(shape.roles or ()))]


def _shape_of(user: User) -> tuple[list[int], Shape]:
    """Their projects, and the shape of what they ask."""
    kept = at_hand(user) if are_at_hand(user) else None
    if kept is None:
        return [], Shape(roles=None, is_superuser=user.is_superuser)
    roles: dict[int, list[str]] = {}
    for membership in kept:
        roles.setdefault(membership.project_id, []).append(membership.role)
    projects = sorted(roles)
    in_each = tuple(tuple(sorted(roles[project])) for project in projects)
    return projects, Shape(roles=in_each, is_superuser=user.is_superuser)
