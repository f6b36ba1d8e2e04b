from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import F, Func, TextField
from django.utils import timezone
from django.utils.translation import gettext as _

from verification.actions.audit import record, recording
from verification.carrying import carry_over, part, take_back
from verification.consensus import shared_verdict
from verification.exceptions import Conflict, Invalid
from verification.models import Claim, Evidence, Judgement, Resolution, User
from verification.models.added import add, adding
from verification.models.planned import leave
from verification.policies import require, why_not_adjudicate
from verification.spread import other_articles
from verification.urgency import Judged, how_far_apart, urgency
from verification.vocabulary import Consensus, Disagreement, Reason, Round, Settled, Verdict

RestsOn: Any = Resolution.judgements.through


def latest_judgements(claim: Claim) -> list[Judgement]:
    """What each person who judged the claim by themselves decided last."""
    of_claim = Judgement.objects.latest_per_annotation().filter(annotation__claim=claim)
    return list(of_claim.filter(annotation__round=Round.INDEPENDENT))


def settle_by_consensus(claim: Claim, judgements: Sequence[Judgement], *, is_succeeded: bool) -> Resolution | None:
    """Resolves a claim whose judgements agree as the project wants; the caller holds its lock and has just filled it.

    `is_succeeded` says whether claims wait for its verdict (`is_waited_for`). The database writes down with the
    resolution that the claim is filled.

    What is changed later is left to adjudicators: somebody could otherwise try one verdict after the other, and the
    one that resolves the claim would tell what the others said.
    """
    if claim.further_places and claim.resolutions.exists():
        return None  # it was decided once, and opened again: what is asked for since then is an adjudicator's to weigh
    verdict = shared_verdict(
        [Verdict(judgement.verdict or "") for judgement in judgements],
        places=claim.places,
        rule=Consensus(claim.project.consensus),
    )
    if verdict is None:
        return None
    agreeing = [judgement for judgement in judgements if judgement.verdict == verdict]
    reasons = {judgement.reason for judgement in agreeing}
    resolution = Resolution(
        claim=claim,
        settled=Settled.CONSENSUS,
        verdict=verdict,
        reason=reasons.pop() if len(reasons) == 1 else None,
        created_at=timezone.now(),
        valid_as_of=timezone.now().date(),
        evidence_cutoff=timezone.now().date(),
    )
    add(resolution)
    leave(
        adding([RestsOn(resolution_id=resolution.pk, judgement_id=judgement.pk) for judgement in agreeing]),
        recording("claim.resolved", by=None, subject=claim, project=claim.project, resolution=resolution.pk),
    )
    if is_succeeded:
        carry_over(claim, resolution)
    return resolution


def weigh(claim: Claim, judgements: Sequence[Judgement]) -> None:
    """Writes down that a claim is filled and how soon it ought to be decided; the caller holds its lock."""
    cited: dict[int, set[str]] = {judgement.pk: set() for judgement in judgements}
    address = Func(F("url"), function="attest_plain_address", output_field=TextField())
    items = Evidence.objects.filter(judgement__in=cited).annotate(address=address)
    for judgement, article, page, medium in items.values_list("judgement", "article", "address", "file_sha256"):
        cited[judgement].add(f"{article} {page} {medium}")
    apart = how_far_apart(
        [
            Judged(
                verdict=Verdict(judgement.verdict or ""),
                reason=Reason(judgement.reason or ""),
                sources=frozenset(cited[judgement.pk]),
            )
            for judgement in judgements
        ]
    )
    claim.urgency = urgency(apart, check_worthiness=claim.check_worthiness, linked=other_articles(claim))
    claim.save(update_fields=["filled_at", "urgency"])


@transaction.atomic
def adjudicate(
    claim: Claim,
    *,
    verdict: Verdict,
    reason: Reason,
    rationale: str,
    judgements: Sequence[Judgement],
    by: User,
    evidence: Sequence[Evidence] = (),
    valid_as_of: date | None = None,
    evidence_cutoff: date | None = None,
    disagreement: Disagreement | None = None,
) -> Resolution:
    """Decides a claim whose judgements differ, citing the judgements and the evidence that it rests on.

    `disagreement` is what made them differ, where somebody says so.
    """
    require(why_not_adjudicate(by, claim))
    # Locked, because two adjudicators may decide at once, or an annotator may change their mind meanwhile.
    claim = Claim.objects.select_for_update().get(pk=claim.pk)
    if not Claim.objects.awaiting_adjudication().filter(pk=claim.pk).exists():
        raise Conflict(_("This claim is not waiting for adjudication any more. Go back to the list."))
    fields: dict[str, list[str]] = {}
    if not rationale.strip():
        fields["rationale"] = [_("Say why: what decides between the judgements.")]
    if reason.verdict != verdict:
        fields["reason"] = [_("Choose a reason that belongs to the verdict.")]
    if not judgements:
        fields["judgements"] = [_("Choose at least one judgement that the decision rests on.")]
    visible = Judgement.objects.visible_to(by).filter(annotation__claim=claim).submitted()
    known = set(visible.values_list("pk", flat=True))
    if not {judgement.pk for judgement in judgements} <= known:
        fields["judgements"] = [_("These are not judgements of this claim.")]
    if not {item.judgement_id for item in evidence} <= known:
        fields["evidence"] = [_("This is not evidence of this claim's judgements.")]
    if fields:
        raise Invalid(_("The decision is not complete."), fields=fields)
    resolution = Resolution.objects.create(
        claim=claim,
        settled=Settled.ADJUDICATION,
        verdict=verdict,
        reason=reason,
        rationale=rationale.strip(),
        disagreement=disagreement,
        adjudicator=by,
        created_at=timezone.now(),
        valid_as_of=valid_as_of or timezone.now().date(),
        evidence_cutoff=evidence_cutoff or timezone.now().date(),
    )
    resolution.judgements.set(judgements)
    resolution.evidence.set(evidence)
    record("claim.resolved", by=by, subject=claim, project=claim.project, resolution=resolution.pk)
    carry_over(claim, resolution)
    return resolution


def supersede(claim: Claim, *, why: str, by: User) -> bool:
    """Ends the claim's standing resolution; False where there is none. The caller holds the claim's lock.

    Verdicts that were carried over from it to a corrected version end with it. One that was carried over itself is
    not carried over again: the claim is judged by itself from now on.
    """
    ended = bool(
        Resolution.objects.live()
        .filter(claim=claim)
        .order_by()
        .update(superseded_at=timezone.now(), superseded_by=by, superseded_why=why)
    )
    if ended:
        part(by, successor=claim)
        take_back(claim, why=why, by=by)
    return ended
