"""How far a claim is spoken of in other articles, and what that moves in the adjudicators' order."""

from __future__ import annotations

from collections.abc import Iterable

from verification.models import Claim, ClaimLink
from verification.urgency import apart_of, urgency


def other_articles(claim: Claim) -> int:
    """In how many other articles a claim stands that is linked to this one; of very many links some are not counted."""
    linked = ClaimLink.objects.standing().of(claim).values_list("claim__article", "other__article")
    return len({article for pair in linked for article in pair} - {claim.article_id, None})


def locked_waiting(claims: Iterable[int], *, wait: bool = True) -> list[Claim]:
    """Those of the claims whose place in the adjudicators' order hangs on their links, locked, the lowest id first.

    Whoever changes links asks for them before the first one is written: two that change links wait for each other
    then, and do not lock up. Without `wait` those are left out that somebody else works on at this moment.
    """
    rows = Claim.objects.awaiting_adjudication().filter(pk__in=set(claims)).order_by("pk")
    return list(rows.select_for_update(of=("self",), no_key=True, skip_locked=not wait))


def move(claims: Iterable[Claim]) -> None:
    """Writes down anew how soon these claims ought to be decided, after links of theirs have changed."""
    for claim in claims:
        moved = urgency(apart_of(claim.urgency), check_worthiness=claim.check_worthiness, linked=other_articles(claim))
        if moved != claim.urgency:
            Claim.objects.filter(pk=claim.pk).update(urgency=moved)
