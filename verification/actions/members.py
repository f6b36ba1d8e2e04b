from __future__ import annotations

from collections.abc import Collection

from django.db import transaction

from verification.actions.assignments import release
from verification.actions.audit import record
from verification.actions.places import lapse
from verification.actions.teams import leave_teams
from verification.models import Annotation, Membership, Project, User
from verification.policies import require, require_state, why_not_end_role, why_not_lead
from verification.vocabulary import Role


@transaction.atomic
def add_member(project: Project, *, user: User, role: Role, by: User | None) -> Membership:
    """Gives a person a role in the project; giving it twice changes nothing. `by` is None for a command."""
    if by is not None:
        require(why_not_lead(by, project))
    return give_role(project, user=user, role=role, by=by)


@transaction.atomic
def remove_member(membership: Membership, *, by: User | None) -> None:
    """Takes a role from a person; what they judged stays. Their unfinished places are free for others at once."""
    _lock(membership.project, by=by)
    _take_role(membership, by=by)


@transaction.atomic
def set_roles(project: Project, *, user: User, roles: Collection[Role], by: User | None) -> None:
    """Gives a person these roles in the project and takes all others; none at all removes them from it."""
    _lock(project, by=by)
    for membership in Membership.objects.filter(project=project, user=user).exclude(role__in=list(roles)):
        _take_role(membership, by=by)
    for role in roles:
        give_role(project, user=user, role=role, by=by)


def give_role(project: Project, *, user: User, role: Role, by: User | None) -> Membership:
    """Writes the role and its audit event; the caller has asked the policy."""
    membership, created = Membership.objects.get_or_create(project=project, user=user, role=role)
    if created:
        record("member.added", by=by, subject=user, project=project, role=role)
    return membership


def _lock(project: Project, *, by: User | None) -> None:
    # Two curators who remove each other at the same moment would leave none.
    Project.objects.select_for_update(no_key=True).get(pk=project.pk)
    if by is not None:
        require(why_not_lead(by, project))


def _take_role(membership: Membership, *, by: User | None) -> None:
    require_state(why_not_end_role(membership))
    record("member.removed", by=by, subject=membership.user, project=membership.project, role=membership.role)
    # Deleted before places are freed: `start_next` locks this row, so a place taken meanwhile is seen below.
    membership.delete()
    if membership.role == Role.ANNOTATOR:
        # Teams are locked before claims.
        leave_teams(membership.project, person=membership.user, by=by)
        _free_places(membership.project, user=membership.user, by=by)
        release(membership.project, person=membership.user, by=by)


def _free_places(project: Project, *, user: User, by: User | None) -> None:
    unfinished = Annotation.objects.unfinished().filter(person=user, claim__project=project)
    for annotation in unfinished.select_for_update(of=("self",)):
        lapse(annotation, project=project, by=by)
