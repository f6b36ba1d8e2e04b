"""Looking again at what was decided under an earlier version of the guideline."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.translation import gettext as _

from verification.actions.audit import record
from verification.actions.claims import reopen
from verification.exceptions import Invalid, NotAllowed
from verification.models import Claim, Guideline, RereadClaim, Rereading, Resolution, User
from verification.models.rereading import MOST_AT_ONCE
from verification.policies import (
    require,
    require_state,
    why_not_begin_rereading,
    why_not_reopen,
    why_not_reread,
    why_not_settle_rereading,
)
from verification.vocabulary import Reason, Reread, Settled, Topic, Verdict


@transaction.atomic
def begin_rereading(
    guideline: Guideline,
    *,
    by: User,
    sections: Sequence[str] = (),
    verdicts: Collection[Verdict] = (),
    reasons: Collection[Reason] = (),
    topics: Collection[Topic] = (),
) -> Rereading:
    """Lists the resolved claims that were decided before this version, the newest first, at most `MOST_AT_ONCE`.

    Without `verdicts`, `reasons` or `topics` any; never what was confirmed under this version already, nor verdicts
    that were carried over: those follow the claim that was judged. Invalid where nothing fits.
    """
    project = guideline.project
    require(why_not_begin_rereading(by, project))
    confirmed = RereadClaim.objects.filter(
        resolution=OuterRef("pk"), rereading__guideline=guideline, outcome=Reread.STANDS
    )
    found = Resolution.objects.live().filter(
        ~Exists(confirmed), project=project, created_at__lt=guideline.created_at, claim__withdrawn_at__isnull=True
    )
    found = found.exclude(settled=Settled.CARRIED_OVER)
    if verdicts:
        found = found.filter(verdict__in=verdicts)
    if reasons:
        found = found.filter(reason__in=reasons)
    if topics:
        found = found.filter(claim__topics__overlap=[topic.value for topic in topics])
    listed = list(found.order_by("-pk").values_list("pk", "claim")[: MOST_AT_ONCE + 1])
    if not listed:
        raise Invalid(_("No resolved claim of this kind was decided under an earlier version."))
    rereading = Rereading.objects.create(
        project=project,
        guideline=guideline,
        sections=list(sections),
        verdicts=sorted(verdicts),
        reasons=sorted(reasons),
        topics=sorted(topics),
        is_cut=len(listed) > MOST_AT_ONCE,
        begun_at=timezone.now(),
        begun_by=by,
    )
    rows = [RereadClaim(rereading=rereading, claim_id=claim, resolution_id=pk) for pk, claim in listed[:MOST_AT_ONCE]]
    # The oldest first, so that by falling id the newest come first.
    RereadClaim.objects.bulk_create(reversed(rows), batch_size=500)
    record(
        "guideline.rereading_begun",
        by=by,
        subject=guideline,
        project=project,
        rereading=rereading.pk,
        claims=len(rows),
    )
    return rereading


@transaction.atomic
def say_it_stands(listed: RereadClaim, *, by: User) -> RereadClaim:
    """Says that the resolution of a claim stands under the new version of the guideline, too."""
    locked = _locked(listed, by=by)
    _settle(locked, Reread.STANDS, by=by)
    record(
        "claim.stands",
        by=by,
        subject=locked.claim,
        project=locked.claim.project,
        guideline=locked.rereading.guideline.version,
        resolution=locked.resolution_id,
    )
    return locked


@transaction.atomic
def reopen_reread(listed: RereadClaim, *, why: str, by: User) -> RereadClaim:
    """Opens a claim of the list again, as from its own page."""
    require(why_not_reopen(by, listed.claim))
    locked = _locked(listed, by=by)
    reopen(locked.claim, why=why, by=by)
    _settle(locked, Reread.REOPENED, by=by)
    return locked


def _locked(listed: RereadClaim, *, by: User) -> RereadClaim:
    require(why_not_reread(by, listed.rereading.project))
    if not RereadClaim.objects.visible_to(by).filter(pk=listed.pk).exists():
        raise NotAllowed(_("You have this claim to judge just now: somebody else looks at it again."))
    # The claim first, as everywhere: somebody may be opening it again at this moment.
    Claim.objects.select_for_update(of=("self",)).get(pk=listed.claim_id)
    rows = RereadClaim.objects.select_related("claim__project", "resolution", "rereading__guideline")
    locked = rows.select_for_update(of=("self",)).get(pk=listed.pk)
    require_state(why_not_settle_rereading(locked))
    return locked


def _settle(listed: RereadClaim, outcome: Reread, *, by: User) -> None:
    listed.outcome, listed.at, listed.by = outcome, timezone.now(), by
    listed.save(update_fields=["outcome", "at", "by"])
