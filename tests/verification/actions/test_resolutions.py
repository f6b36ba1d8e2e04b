from __future__ import annotations

from typing import Any

import pytest

from tests.factories import ClaimLinkFactory, MembershipFactory, member
from tests.verification.conftest import DISPUTED, SUPPORTED, judge
from verification.actions.annotations import save_draft, skip, submit
from verification.actions.claims import reopen
from verification.actions.places import start_next
from verification.actions.resolutions import adjudicate
from verification.exceptions import Conflict, Invalid, NotAllowed
from verification.models import AuditEvent, Claim, Judgement, Resolution, User
from verification.urgency import apart_of
from verification.vocabulary import Apart, Disagreement, Reason, Role, SkipReason, Verdict


@pytest.fixture
def differing(claim: Claim) -> Claim:
    judge(claim, by=member(claim.project), change=SUPPORTED)
    judge(claim, by=member(claim.project), change=DISPUTED)
    claim.refresh_from_db()
    return claim


def decide(claim: Claim, *, by: User, **given: Any) -> Resolution:
    rests_on = Judgement.objects.filter(annotation__claim=claim, verdict="disputed")
    wanted = {
        "verdict": Verdict.DISPUTED,
        "reason": Reason.CONTRADICTED,
        "rationale": "The second archive is the port's own register.",
        "judgements": list(rests_on),
        "evidence": list(rests_on.get().evidence.all()),
    }
    return adjudicate(claim, by=by, **(wanted | given))


def test_an_adjudicator_decides_and_cites_what_it_rests_on(differing: Claim) -> None:
    adjudicator = member(differing.project, Role.ADJUDICATOR)
    resolution = decide(differing, by=adjudicator)
    assert Claim.objects.resolved().get() == differing
    assert resolution.adjudicator == adjudicator
    assert [judgement.verdict for judgement in resolution.judgements.all()] == ["disputed"]
    assert resolution.evidence.get().url == "https://archive.example/2"
    assert AuditEvent.objects.filter(kind="claim.resolved", actor=adjudicator.pk).exists()


def test_what_made_the_judgements_differ_is_kept_with_the_decision(differing: Claim) -> None:
    decided = decide(differing, by=member(differing.project, Role.ADJUDICATOR), disagreement=Disagreement.GUIDELINE_GAP)
    assert Resolution.objects.get(pk=decided.pk).disagreement == Disagreement.GUIDELINE_GAP


def apart(claim: Claim) -> Apart:
    claim.refresh_from_db()
    return apart_of(claim.urgency)


def test_a_claim_is_weighed_when_its_last_judgement_comes_in_and_with_each_change(claim: Claim) -> None:
    first, second = member(claim.project), member(claim.project)
    judge(claim, by=first, change=SUPPORTED)
    assert apart(claim) is Apart.ALIKE
    judge(claim, by=second, change=DISPUTED)
    assert apart(claim) is Apart.OPPOSED
    place = claim.annotations.get(person=first)
    submit(place, change={**DISPUTED, "reason": "conflicting_sources"}, by=first)
    assert apart(claim) is Apart.REASON
    submit(place, change=DISPUTED, by=first)
    assert apart(claim) is Apart.ALIKE
    before = claim.urgency
    ClaimLinkFactory(claim=claim)
    submit(place, change={**DISPUTED, "rationale": "Looked at again."}, by=first)
    assert apart(claim) is Apart.ALIKE
    assert claim.urgency > before


def test_a_claim_that_is_opened_again_is_weighed_as_it_stands(claim: Claim) -> None:
    for reason in ("fully", "in_substance"):
        judge(claim, by=member(claim.project), change=SUPPORTED | {"reason": reason})
    reopen(claim, why="A new ledger.", by=member(claim.project, Role.CURATOR))
    assert apart(claim) is Apart.REASON


def test_a_second_decision_is_refused(differing: Claim) -> None:
    decide(differing, by=member(differing.project, Role.ADJUDICATOR))
    with pytest.raises(Conflict):
        decide(differing, by=member(differing.project, Role.ADJUDICATOR))
    assert differing.resolutions.count() == 1


@pytest.mark.parametrize("role", [Role.ANNOTATOR, Role.CURATOR, Role.RESEARCHER])
def test_only_adjudicators_decide(differing: Claim, role: Role) -> None:
    with pytest.raises(NotAllowed):
        decide(differing, by=member(differing.project, role))


def test_who_had_a_place_on_the_claim_does_not_decide_it(claim: Claim) -> None:
    both = member(claim.project)
    MembershipFactory(project=claim.project, user=both, role=Role.ADJUDICATOR)
    judge(claim, by=both, change=SUPPORTED)
    judge(claim, by=member(claim.project), change=DISPUTED)
    assert not Claim.objects.adjudicable_by(both).exists()
    with pytest.raises(NotAllowed, match="yourself"):
        decide(claim, by=both)


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"rationale": " "}, "rationale"),
        ({"reason": Reason.FULLY}, "reason"),
        ({"judgements": []}, "judgements"),
    ],
)
def test_an_incomplete_decision_is_refused_by_field(differing: Claim, given: dict[str, Any], field: str) -> None:
    with pytest.raises(Invalid) as refusal:
        decide(differing, by=member(differing.project, Role.ADJUDICATOR), **given)
    assert list(refusal.value.fields) == [field]
    assert not differing.resolutions.exists()


def test_a_claim_that_still_wants_judgements_is_not_decided(claim: Claim) -> None:
    judge(claim, by=member(claim.project), change=DISPUTED)
    with pytest.raises(Conflict):
        decide(claim, by=member(claim.project, Role.ADJUDICATOR))


class TestReopen:
    def test_supersedes_the_resolution_and_keeps_it(self, differing: Claim) -> None:
        decide(differing, by=member(differing.project, Role.ADJUDICATOR))
        curator = member(differing.project, Role.CURATOR)
        reopen(differing, why="The register was forged.", by=curator)
        first = differing.resolutions.get()
        assert (first.superseded_by, first.superseded_why) == (curator, "The register was forged.")
        assert Claim.objects.awaiting_adjudication().get() == differing
        decide(differing, by=member(differing.project, Role.ADJUDICATOR))
        assert differing.resolutions.live().count() == 1
        assert differing.resolutions.count() == 2

    def test_leaves_the_claim_to_adjudicators_not_to_consensus(self, claim: Claim) -> None:
        first = member(claim.project)
        annotation = judge(claim, by=first, change=SUPPORTED)
        judge(claim, by=member(claim.project), change=SUPPORTED)
        reopen(claim, why="Both read the same wire story.", by=member(claim.project, Role.CURATOR))
        save_draft(annotation, change={"rationale": "Still so."}, by=first)
        submit(annotation, by=first)
        assert Claim.objects.awaiting_adjudication().get() == claim

    def test_needs_a_why(self, differing: Claim) -> None:
        with pytest.raises(Invalid):
            reopen(differing, why=" ", by=member(differing.project, Role.CURATOR))

    def test_of_an_open_claim_is_refused(self, claim: Claim) -> None:
        with pytest.raises(Conflict, match="open already"):
            reopen(claim, why="why not", by=member(claim.project, Role.CURATOR))

    def test_is_not_for_annotators(self, differing: Claim) -> None:
        decide(differing, by=member(differing.project, Role.ADJUDICATOR))
        with pytest.raises(NotAllowed):
            reopen(differing, why="I disagree.", by=member(differing.project))

    def test_of_a_claim_on_which_one_has_a_place_is_refused_alike_whether_others_dropped_it(self, claim: Claim) -> None:
        both = member(claim.project)
        MembershipFactory(project=claim.project, user=both, role=Role.CURATOR)
        start_next(claim.project, by=both)
        with pytest.raises(NotAllowed) as before:
            reopen(claim, why="What do I learn?", by=both)
        for person in (member(claim.project), member(claim.project)):
            place = start_next(claim.project, by=person)
            assert place is not None
            skip(place, reason=SkipReason.NOT_A_CLAIM, by=person)
        assert Claim.objects.dropped().get() == claim
        with pytest.raises(NotAllowed) as after:
            reopen(claim, why="What do I learn?", by=both)
        assert after.value.message == before.value.message

    def test_of_a_resolved_claim_is_for_those_too_who_had_a_place_on_it(self, claim: Claim) -> None:
        both = member(claim.project)
        MembershipFactory(project=claim.project, user=both, role=Role.CURATOR)
        judge(claim, by=both, change=SUPPORTED)
        judge(claim, by=member(claim.project), change=SUPPORTED)
        reopen(claim, why="The register was forged.", by=both)
        assert Claim.objects.awaiting_adjudication().get() == claim
