"""Keeping people from claims on which they are no outsiders, and taking that back."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from verification.actions.assignments import release
from verification.actions.audit import record
from verification.actions.team_claims import give_to_members, lock_teams
from verification.exceptions import Invalid
from verification.models import Claim, Exclusion, Party, Project, Team, User
from verification.policies import require, why_not_keep_from, why_not_let_have
from verification.vocabulary import Topic

LONGEST_OUTLET = 300  # code points


@transaction.atomic
def keep_from(
    project: Project, *, person: User, by: User, topic: Topic | None = None, outlet: str = "", party: str = ""
) -> Exclusion:
    """From now on the queue gives the person no claim of a topic, an outlet or a party: exactly one of the three.

    A place that they hold stays theirs. Saying it twice changes nothing.
    """
    require(why_not_keep_from(by, project, person))
    outlet, party = outlet.strip(), party.strip()
    if sum([topic is not None, bool(outlet), bool(party)]) != 1:
        raise Invalid(_("Name one topic, one outlet or one party."))
    if len(outlet) > LONGEST_OUTLET:
        raise Invalid(_("This is too long for the name of an outlet."))
    named = Party.objects.filter(project=project, name=party).first() if party else None
    if party and named is None:
        raise Invalid(_("No party of this project has exactly this name. Look at how its claims write it."))
    exclusion, created = Exclusion.objects.get_or_create(
        project=project, person=person, topic=topic, outlet=outlet or None, party=named, defaults={"set_by": by}
    )
    if created:
        what = "topic" if topic else "outlet" if outlet else "party"
        # What was assigned to them goes to others; what they have begun stays theirs.
        of_it = Claim.objects.filter(exclusion.covers(), assignments__person=person, project=project)
        release(project, person=person, claims=list(of_it.values_list("pk", flat=True)), by=by)
        record("exclusion.added", by=by, subject=exclusion, project=project, person=person.pk, of=what)
    return exclusion


@transaction.atomic
def let_have(exclusion: Exclusion, *, by: User) -> None:
    """Takes an exclusion back."""
    exclusion = Exclusion.objects.select_for_update(of=("self",)).select_related("project").get(pk=exclusion.pk)
    require(why_not_let_have(by, exclusion))
    record(
        "exclusion.removed", by=by, subject=exclusion, project=exclusion.project, person=exclusion.person_id,
        set_by=exclusion.set_by_id,
    )  # fmt: skip
    exclusion.delete()
    # What their teams were given of such claims is theirs again.
    teams = lock_teams(Team.objects.filter(project=exclusion.project, members__person=exclusion.person))
    give_to_members([team.pk for team in teams], people=[exclusion.person_id])
