"""Evidence of resolved claims that is offered for another one of their dossier: where to look, not what to think."""

from __future__ import annotations

from django.db.models import OuterRef, Q, Value
from django.db.models.functions import Greatest, Least

from verification.vocabulary import EvidenceKind, LinkKind

from .annotation import Annotation
from .claim import Claim
from .claim_link import ClaimLink
from .dossier import DossierClaim
from .evidence import Evidence
from .judgement import Judgement
from .probes import any_of
from .resolution import Resolution

MOST_OFFERED = 10  # pieces of evidence beside one claim
LOOKED_AT = 60  # of which so many may be the same
SAYS_OF_IT = (LinkKind.SAME, LinkKind.CONTRADICTS)
_OUTER = OuterRef("pk")
TAKEN_OVER = (EvidenceKind.PASSAGE, EvidenceKind.LINK)


def offered_for(claim: Claim) -> list[int]:
    """The ids of what the verdicts rest on of claims in its dossier that say the same or contradict it; one query.

    What supports and what contradicts alike, in the order in which it was written down. None where the claim is in no
    dossier, which costs nothing.
    """
    if not claim.in_dossier:
        return []
    # By the index of pairs: there are claims with very many links.
    pairs = ClaimLink.objects.alias(low=Least("claim_id", "other_id"), high=Greatest("claim_id", "other_id"))
    links = pairs.filter(low=Least(_OUTER, Value(claim.pk)), high=Greatest(_OUTER, Value(claim.pk)))
    links = links.filter(kind__in=SAYS_OF_IT, refused_at__isnull=True)
    held = DossierClaim.objects.live().filter(dossier=claim.in_dossier).values("claim")
    settled = Claim.objects.resolved().filter(any_of(links), pk__in=held).exclude(pk=claim.pk)
    standing = Resolution.objects.live().filter(claim__in=settled.order_by().values("pk"))
    cited = Evidence.objects.filter(resolutions__in=standing.order_by().values("pk"))
    whole = Evidence.objects.filter(judgement__resolutions__in=standing.filter(evidence=None).order_by().values("pk"))
    rows = Evidence.objects.filter(
        Q(pk__in=cited.order_by().values("pk")) | Q(pk__in=whole.order_by().values("pk")), kind__in=TAKEN_OVER
    ).exclude(article=claim.article_id, start__lt=claim.end or 0, end__gt=claim.start or 0)
    found: dict[object, int] = {}
    for item in rows.order_by("pk")[:LOOKED_AT]:
        found.setdefault((item.article_id, item.start, item.end, item.url, item.quote if item.url else None), item.pk)
    return list(found.values())[:MOST_OFFERED]


def offered_to(annotation: Annotation) -> list[Evidence]:
    """What was offered when the person took the place, as far as its claims are still resolved; each with its claim
    beside it, as `judgement.annotation.claim`. None to who judges unaided; one query, none where nothing was."""
    if not annotation.aided or not annotation.shown_evidence:
        return []
    known = Judgement.objects.visible_to(annotation.person).of_resolved_claims()
    rows = Evidence.objects.filter(pk__in=annotation.shown_evidence, judgement__in=known)
    rows = rows.select_related("article", "judgement__annotation__claim").defer("article__text")
    found = {item.pk: item for item in rows}
    return [found[pk] for pk in annotation.shown_evidence if pk in found]
