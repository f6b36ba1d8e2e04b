"""What other articles, or its own once more, say of a claim, for a page: passages in groups, with where they ran."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from verification.models import Bearing, Claim, ClaimLink, Publication
from verification.vocabulary import LinkKind

# In this order, which says nothing of who is right.
HEADINGS: dict[LinkKind | None, str | Promise] = {
    LinkKind.SAME: _("The same"),
    LinkKind.CONTRADICTS: _("Other versions"),
    LinkKind.UPDATES: _("At another time"),
    LinkKind.CORRECTS: _("Corrections"),
    LinkKind.PART_OF: _("Part of it, or more"),
    None: _("Other passages that speak of it"),
}


@dataclass(frozen=True, kw_only=True)
class Passage:
    """A passage of another article; `link` where it is that of a linked claim, which is `other`."""

    bearing: Bearing
    publications: Sequence[Publication]
    link: ClaimLink | None
    other: int | None


Groups = list[tuple[str | Promise, list[Passage]]]


def elsewhere(claim: Claim, bearings: Iterable[Bearing]) -> Groups:
    """The passages of other articles by heading, empty groups left out; one query, none where there are no passages."""
    return _by_heading(claim, [bearing for bearing in bearings if bearing.article_id != claim.article_id])


def again(claim: Claim, bearings: Iterable[Bearing]) -> Groups:
    """The passages where the claim's own article says the same once more, likewise."""
    return _by_heading(claim, [b for b in bearings if b.article_id == claim.article_id and b.link_id is not None])


def _by_heading(claim: Claim, of_others: Sequence[Bearing]) -> Groups:
    if not of_others:
        return []
    ran: dict[int, list[Publication]] = {}
    for publication in Publication.objects.filter(article__in={bearing.article_id for bearing in of_others}):
        ran.setdefault(publication.article_id, []).append(publication)
    groups: dict[LinkKind | None, list[Passage]] = {kind: [] for kind in HEADINGS}
    for bearing in of_others:
        link = bearing.link
        other = None if link is None else link.other_id if link.claim_id == claim.pk else link.claim_id
        passage = Passage(bearing=bearing, publications=ran.get(bearing.article_id, []), link=link, other=other)
        groups[LinkKind(link.kind) if link else None].append(passage)
    return [(HEADINGS[kind], passages) for kind, passages in groups.items() if passages]
