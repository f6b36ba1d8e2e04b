"""What a dossier's page shows: its claims on a time line, their numbers side by side, links, evidence, history."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Exists, F, Func, OuterRef, Q, QuerySet, TextField

from verification.models import (
    Claim,
    ClaimLink,
    Dossier,
    DossierClaim,
    DossierMove,
    Evidence,
    Judgement,
    Publication,
    Resolution,
    User,
)
from verification.models.beside import Beside, beside
from verification.models.prepared_for import PreparedFor
from verification.vocabulary import LinkKind, Modality, Verdict

MOST_LINKS, MOST_EVIDENCE, MOST_MOVES = 200, 100, 50


@dataclass(kw_only=True)
class Entry:
    """A claim of the dossier: where its article ran, its verdict, and the verdicts of claims that are the same."""

    claim: Claim
    ran: Publication | None
    resolution: Resolution | None
    carried: list[Carried] = field(default_factory=list)

    @property
    def is_denial(self) -> bool:
        return self.claim.modality == Modality.DENIED

    @property
    def day(self) -> date | None:
        """When it was said, or when its article ran, as far as that is known."""
        if self.claim.asserted_from is not None:
            return self.claim.asserted_from.date()
        return self.ran.published_on if self.ran else None


@dataclass(frozen=True, kw_only=True)
class Carried:
    """The verdict of a claim that a curator confirmed to be the same. Shown as that, and never a judgement."""

    of: Claim
    verdict: Verdict
    reason: str | None


@dataclass(frozen=True, kw_only=True)
class Counted:
    """Numbers of one unit, each with the claim that gives it; `differs` where they are not all one number."""

    unit: str
    rows: list[tuple[dict[str, Any], Entry]]

    @property
    def differs(self) -> bool:
        return len({(number.get("value"), number.get("until")) for number, _entry in self.rows}) > 1


@dataclass(frozen=True, kw_only=True)
class Source:
    """One source of the evidence for or against claims of the dossier, with what each claim's judgements took of it.

    What several judgements took of it alike is one item, with how many they are.
    """

    first: Evidence
    items: list[tuple[Evidence, Claim, int]]


def entries(dossier: Dossier, *, to: User) -> list[Entry]:
    """The claims of the dossier by when they were said, undated ones last; four queries."""
    held = DossierClaim.objects.live().filter(dossier=dossier).values("claim")
    rows = Claim.objects.visible_to(to).with_stage_for(to).filter(pk__in=held).select_related("article")
    claims = list(beside(rows.defer("article__text").order_by("pk"), Beside("attributions", "position")))
    ran = _first_publications({claim.article_id for claim in claims if claim.article_id is not None})
    standing = Resolution.objects.visible_to(to).live().filter(claim__in=[claim.pk for claim in claims])
    resolutions = {resolution.claim_id: resolution for resolution in standing}
    found = [
        Entry(claim=claim, ran=ran.get(claim.article_id or 0), resolution=resolutions.get(claim.pk)) for claim in claims
    ]
    return sorted(found, key=lambda entry: (entry.day is None, entry.day or date.max, entry.claim.pk))


def _first_publications(articles: set[int]) -> dict[int, Publication]:
    """Where each article ran first, dated ones before undated."""
    found: dict[int, Publication] = {}
    for publication in Publication.objects.filter(article__in=articles).order_by(
        F("published_on").asc(nulls_last=True), "pk"
    ):
        found.setdefault(publication.article_id, publication)
    return found


def counted(listed: Sequence[Entry]) -> list[Counted]:
    """The numbers of the claims side by side, by what they count: those that more than one claim gives."""
    by_unit: dict[str, list[tuple[dict[str, Any], Entry]]] = defaultdict(list)
    for entry in listed:
        for number in entry.claim.numbers:
            by_unit[str(number.get("unit") or "")].append((number, entry))
    found = [Counted(unit=unit, rows=rows) for unit, rows in by_unit.items()]
    several = [group for group in found if len({entry.claim.pk for _number, entry in group.rows}) > 1]
    return sorted(several, key=lambda group: (not group.differs, -len(group.rows)))


def links(listed: Sequence[Entry]) -> tuple[list[ClaimLink], list[tuple[ClaimLink, Claim]]]:
    """Links between claims of the dossier, and those to claims outside with that claim, the surest first; one query."""
    inside = {entry.claim.pk for entry in listed}
    rows = ClaimLink.objects.standing().filter(Q(claim__in=inside) | Q(other__in=inside))
    within: list[ClaimLink] = []
    outside: list[tuple[ClaimLink, Claim]] = []
    for link in rows.select_related("claim", "other").order_by("-score", "-id")[:MOST_LINKS]:
        if link.claim_id in inside and link.other_id in inside:
            within.append(link)
        else:
            outside.append((link, link.other if link.claim_id in inside else link.claim))
    return within, outside


def carry(listed: Sequence[Entry], within: Sequence[ClaimLink], *, to: User) -> None:
    """Puts the verdict of a resolved claim beside those that are confirmed to say the same and have none of their own.

    Only where the person may know what others did on the claim: who judges it, or may yet, decides for themselves.
    """
    by_claim = {entry.claim.pk: entry for entry in listed}
    open_ones = [entry.claim.pk for entry in listed if entry.resolution is None]
    seen = set(Claim.objects.whose_work_is_seen_by(to).filter(pk__in=open_ones).values_list("pk", flat=True))
    for link in within:
        if link.kind != LinkKind.SAME or link.confirmed_at is None:
            continue
        for one, other in ((link.claim_id, link.other_id), (link.other_id, link.claim_id)):
            verdict = by_claim[other].resolution
            if one in seen and verdict is not None:
                carried = Carried(of=by_claim[other].claim, verdict=Verdict(verdict.verdict), reason=verdict.reason)
                by_claim[one].carried.append(carried)


def sources(listed: Sequence[Entry], *, to: User) -> list[Source]:
    """The evidence of the resolved claims' judgements, by source: what most claims rest on comes first; one query."""
    resolved = {entry.claim.pk: entry.claim for entry in listed if entry.resolution is not None}
    judgements = Judgement.objects.visible_to(to).latest_per_annotation().filter(annotation__claim__in=resolved)
    rows = Evidence.objects.filter(judgement__in=judgements).select_related("article", "judgement__annotation")
    rows = rows.defer("article__text").annotate(
        address=Func(F("url"), function="attest_plain_address", output_field=TextField())
    )
    groups: dict[object, dict[object, list[Evidence]]] = defaultdict(lambda: defaultdict(list))
    for item in rows.order_by("pk")[:MOST_EVIDENCE]:
        source = item.article_id or item.address or item.url or item.file_sha256
        groups[source][item.judgement.annotation.claim_id, item.stance, item.quote].append(item)
    found = []
    for alike in groups.values():
        items = [(same[0], resolved[same[0].judgement.annotation.claim_id], len(same)) for same in alike.values()]
        found.append(Source(first=items[0][0], items=items))
    return sorted(found, key=lambda source: -len({claim.pk for _item, claim, _times in source.items}))


def moves(dossier: Dossier) -> list[DossierMove]:
    """How claims came here from other dossiers and went to others, newest first; one query."""
    rows = DossierMove.objects.filter(Q(source=dossier) | Q(target=dossier))
    return list(rows.select_related("source", "target", "by", "undone_by")[:MOST_MOVES])


@dataclass(frozen=True, kw_only=True)
class InDossier:
    """Of a claim's page: its dossier, and verdicts carried over from claims that are the same."""

    dossier: Dossier
    carried: list[Carried]


@PreparedFor
def _holding(user: User, claim: int) -> QuerySet[Dossier]:
    return Dossier.objects.visible_to(user).of(claim)[:1]


def of_claim(claim: Claim, *, to: User) -> InDossier | None:
    """The dossier that holds the claim, where the person may see it; one query, two where it is not resolved."""
    dossier = next(iter(_holding.rows(to, claim=claim.pk)), None)
    if dossier is None:
        return None
    if claim.resolved_at is not None:
        return InDossier(dossier=dossier, carried=[])
    same = ClaimLink.objects.standing().filter(
        Q(claim=claim, other=OuterRef("claim")) | Q(claim=OuterRef("claim"), other=claim),
        kind=LinkKind.SAME,
        confirmed_at__isnull=False,
    )
    held = DossierClaim.objects.live().filter(dossier=dossier).values("claim")
    seen = Claim.objects.whose_work_is_seen_by(to).filter(pk=claim.pk)
    rows = Resolution.objects.visible_to(to).live().filter(Exists(same), Exists(seen), claim__in=held)
    rows = rows.select_related("claim__article").defer("claim__article__text")
    carried = [
        Carried(of=resolution.claim, verdict=Verdict(resolution.verdict), reason=resolution.reason)
        for resolution in rows
    ]
    return InDossier(dossier=dossier, carried=carried)
