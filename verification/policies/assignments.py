"""Which claims come first, and for whom."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from verification.models import Annotation, Assignment, BulkChange, Claim, Project, Team, User
from verification.models.exclusion import kept_from
from verification.models.team import who_may_have
from verification.vocabulary import Role, Stage

from .roles import holds


def why_not_steer(user: User, project: Project) -> str | None:
    """Why not assign claims, and not say which come first."""
    if holds(user, project, Role.CURATOR):
        return None
    return _("Only curators of this project assign its claims and say which come first.")


def why_not_wanted(claim: Claim) -> str | None:
    """Why a claim wants no judgement now, as far as whoever asks may know: it carries its `stage` for them."""
    if claim.stage in (Stage.OPEN, Stage.IN_PROGRESS):
        return None
    return _("This claim wants no judgement now. Open it again first.")


def why_not_assign(user: User, claims: Sequence[Claim], person: User) -> dict[int, str]:
    """Why some of these claims of one project cannot be given to this person now, by their ids.

    They carry their `stage` for `user`, a curator.
    """
    ids = [claim.pk for claim in claims]
    if not ids:
        return {}
    project, name = claims[0].project, {"name": person.username}
    if not person.is_active or not holds(person, project, Role.ANNOTATOR):
        return dict.fromkeys(ids, _("%(name)s is no annotator of this project.") % name)
    # Told to those alone who see the work on the claim; to others it is given to the person, and does not come.
    places = Annotation.objects.visible_to(user).filter(claim__in=ids, person=person)
    kept = kept_from(Claim.objects.filter(pk__in=ids), project=project, person=person)
    return (
        dict.fromkeys(places.values_list("claim", flat=True), _("%(name)s has had a place on this claim.") % name)
        | dict.fromkeys(kept.values_list("pk", flat=True), _("%(name)s is kept from claims like this one.") % name)
        | _not_wanted(claims)
    )


def _not_wanted(claims: Sequence[Claim]) -> dict[int, str]:
    return {claim.pk: why for claim in claims if (why := why_not_wanted(claim)) is not None}


def why_not_assign_to_teams(claims: Sequence[Claim], teams: Sequence[Team]) -> dict[int, str]:
    """Why some of these claims of one project cannot be given to these teams now, by their ids.

    Who in a team is kept from a claim is passed by, and a team may be empty: others may join it.
    """
    if any(team.project_id != claim.project_id for team in teams for claim in claims):
        return {claim.pk: _("This team is none of this project.") for claim in claims}
    return _not_wanted(claims)


def why_not_be_in_team(person: User, project: Project) -> str | None:
    if person.is_active and holds(person, project, Role.ANNOTATOR):
        return None
    return _("%(name)s is no annotator of this project.") % {"name": person.username}


def why_not_see_teams(user: User, project: Project) -> str | None:
    """Why not see teams at all: curators see each, annotators those that they are in."""
    if holds(user, project, Role.CURATOR, Role.ANNOTATOR):
        return None
    return _("Only curators of this project see its teams, and annotators those that they are in.")


def why_not_keep_for(claims: Sequence[Claim], people: Sequence[User], teams: Sequence[Team] = ()) -> dict[int, str]:
    """Why some of these claims cannot be kept for these, and for those whom they are kept for already, alone."""
    by_team = who_may_have([claim.pk for claim in claims], teams=[team.pk for team in teams])
    kept_for: dict[int, set[int]] = {claim: {person.pk for person in people} | held for claim, held in by_team.items()}
    already = Assignment.objects.filter(claim__in=list(kept_for), keeps=True)
    for claim, person in already.values_list("claim", "person"):
        kept_for[claim].add(person)
    refused = {}
    for one in claims:
        wanted = one.places - one.further_places  # further ones would tell of the judgements
        if len(kept_for[one.pk]) < wanted:
            refused[one.pk] = ngettext(
                "This claim wants %(number)d judgement. Name a person to keep it for.",
                "This claim wants %(number)d judgements. Name as many people to keep it for them, or let others have"
                " it too.",
                wanted,
            ) % {"number": wanted}
    return refused


def why_not_do(user: User, change: BulkChange) -> str | None:
    """Why not do what was planned for many claims."""
    if (why := why_not_steer(user, change.project)) is not None:
        return why
    return None if change.planned_by_id == user.pk else _("Somebody else planned this: plan it anew.")
