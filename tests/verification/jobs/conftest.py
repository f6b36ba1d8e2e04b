"""A claim with everything that a release tells of one."""

from __future__ import annotations

import pytest

from tests import factories
from tests.factories import member
from tests.verification.conftest import DISPUTED, SUPPORTED, judge
from verification.actions.annotations import save_draft, skip, submit
from verification.actions.places import start_next
from verification.actions.resolutions import adjudicate
from verification.models import Claim
from verification.vocabulary import Reason, Role, SkipReason, Verdict


@pytest.fixture
def resolved(claim: Claim) -> Claim:
    """A claim on which two differed and that was adjudicated; two had skipped it, one revised."""
    first, second = member(claim.project), member(claim.project)
    adjudicator = member(claim.project, Role.ADJUDICATOR)
    factories.AttributionFactory(claim=claim)
    factories.BearingFactory(claim=claim)
    third = member(claim.project)
    place = start_next(claim.project, by=third)
    assert place is not None
    skip(place, reason=SkipReason.DUPLICATE, by=third)
    fourth = member(claim.project)
    place = start_next(claim.project, by=fourth)
    assert place is not None
    skip(place, reason=SkipReason.RATHER_NOT, by=fourth)
    search = {"where": "the port's register", "query": "arrivals", "outcome": "one entry"}
    annotation = judge(claim, by=first, change=SUPPORTED | {"searches": [search], "active_seconds": 7})
    judge(claim, by=second, change=DISPUTED)
    save_draft(annotation, change={"rationale": "Looked again."}, by=first)
    submit(annotation, by=first)
    judgement = annotation.latest()
    assert judgement is not None
    adjudicate(
        claim,
        verdict=Verdict.SUPPORTED,
        reason=Reason.FULLY,
        rationale="The register decides.",
        judgements=[judgement],
        evidence=list(judgement.evidence.all()),
        by=adjudicator,
    )
    return claim
