"""What stands around the claim in every world: a team that it is given to, and a list to look at again."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils import timezone

from tests import factories
from verification.models import Claim, Resolution, User
from verification.vocabulary import Settled, Verdict


def given_to_a_team(claim: Claim, *, members: Iterable[User], by: User) -> None:
    now = timezone.now()
    team = factories.TeamFactory(project=claim.project, name="South", made_at=now, made_by=by)
    factories.TeamAssignmentFactory(claim=claim, team=team, assigned_at=now, assigned_by=by)
    for person in members:
        factories.TeamMemberFactory(team=team, person=person, joined_at=now, added_by=by)
        factories.AssignmentFactory(claim=claim, person=person, team=team, assigned_at=now, assigned_by=by)


def list_to_look_at_again(beside: Claim, *, decider: User, by: User) -> None:
    """With one claim, resolved before anything else happened: so the list is there, whatever becomes of another."""
    now = timezone.now()
    decided = factories.ClaimFactory(article=beside.article, statement="A decided claim.", filled_at=now)
    resolution = Resolution.objects.create(
        claim=decided,
        settled=Settled.ADJUDICATION,
        verdict=Verdict.UNVERIFIED,
        reason="no_evidence_found",
        rationale="Nothing was found.",
        adjudicator=decider,
        created_at=now,
        valid_as_of=now,
        evidence_cutoff=now,
    )
    rereading = factories.RereadingFactory(project=beside.project, begun_at=now, begun_by=by)
    factories.RereadClaimFactory(claim=decided, resolution=resolution, rereading=rereading)


def listed(claim: Claim) -> None:
    """The claim, which is resolved, is on that list too."""
    resolution = claim.resolutions.live().get()
    factories.RereadClaimFactory(claim=claim, resolution=resolution, rereading=claim.project.rereadings.get())
