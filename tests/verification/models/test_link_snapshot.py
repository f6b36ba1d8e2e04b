"""Who sees a page that somebody had retrieved."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, transaction

from tests import factories
from tests.factories import member
from tests.verification.conftest import DISPUTED, SUPPORTED, judge
from verification.actions.resolutions import adjudicate
from verification.models import Claim, Judgement, LinkSnapshot
from verification.vocabulary import Reason, Role, Verdict

pytestmark = pytest.mark.django_db
USED, NOT_USED = "https://archive.example/1", "https://archive.example/elsewhere"


def test_of_others_it_is_seen_with_the_evidence_it_is_of_and_no_sooner(claim: Claim) -> None:
    author, other, researcher = member(claim.project), member(claim.project), member(claim.project, Role.RESEARCHER)
    adjudicator = member(claim.project, Role.ADJUDICATOR)
    stranger = member(factories.ProjectFactory(), Role.ADJUDICATOR)
    place = judge(claim, by=author, change=SUPPORTED)
    used = factories.RetrievedLinkFactory(annotation=place, url=USED)
    factories.RetrievedLinkFactory(annotation=place, url=NOT_USED)

    def seen_by(*people: object) -> list[list[int]]:
        return [sorted(LinkSnapshot.objects.visible_to(person).values_list("pk", flat=True)) for person in people]

    everything = sorted(LinkSnapshot.objects.values_list("pk", flat=True))
    assert seen_by(author, other, researcher, adjudicator, stranger) == [everything, [], [], [], []]
    judge(claim, by=other, change=DISPUTED)
    assert seen_by(other, researcher, adjudicator, stranger) == [[], [], [used.pk], []]
    rests_on = list(Judgement.objects.filter(annotation=place))
    adjudicate(
        claim, verdict=Verdict.SUPPORTED, reason=Reason.FULLY, rationale="It says so.", judgements=rests_on,
        by=adjudicator,
    )  # fmt: skip
    assert seen_by(author, other, researcher, adjudicator, stranger) == [everything, *[[used.pk]] * 3, []]


def test_what_was_found_is_never_changed() -> None:
    snapshot = factories.RetrievedLinkFactory()
    with pytest.raises(DatabaseError), transaction.atomic():
        LinkSnapshot.objects.filter(pk=snapshot.pk).update(title="Another")
