"""Rules that ask and never block: what to look at again in a judgement's evidence.

A warning can be set aside with a word, which is stored with the evidence and exported.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from django.db.models import F, Func, Min, Value
from django.db.models.functions import StrIndex
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from verification.models import Article, Claim, Evidence, Judgement, Publication
from verification.vocabulary import EvidenceKind, SoftRule

QUESTIONS: dict[SoftRule, str | Promise] = {
    SoftRule.PUBLISHED_AFTER_CLAIM: _("This was published after the claim was made. Could it have been known then?"),
    SoftRule.DATE_UNKNOWN: _("Its date is not known. Was it published before the claim?"),
    SoftRule.SAME_OUTLET: _("This is from the outlet that ran the claim. Does it confirm anything by itself?"),
    SoftRule.SAME_ORIGIN: _("Another item here has the same words. Do both go back to one source?"),
    SoftRule.QUOTE_NOT_FOUND: _("These words do not stand in the stored copy of that page. Is the quote exact?"),
}


@dataclass(frozen=True, kw_only=True)
class SoftWarning:
    """A soft rule that one piece of evidence (by its position) does not meet, and the word that set it aside."""

    position: int
    rule: SoftRule
    message: str | Promise
    dismissed: str | None


def soft_warnings(judgement: Judgement) -> list[SoftWarning]:
    """What to ask about a judgement's evidence, in its order; dismissed ones too, with the person's word."""
    items = list(judgement.evidence.prefetch_related("dismissed").order_by("position"))
    if not items:
        return []
    claim = Claim.objects.get(annotations__judgements=judgement)
    ran = list(Publication.objects.filter(article=claim.article)) if claim.article_id else []
    dates = _dates(items)
    said = {item.pk: {word.rule: word.word for word in item.dismissed.all()} for item in items}
    return [
        SoftWarning(position=item.position, rule=rule, message=QUESTIONS[rule], dismissed=said[item.pk].get(rule))
        for item in items
        for rule in _broken(item, items, claim=claim, ran=ran, published_on=dates.get(item.pk))
    ]


def _broken(
    item: Evidence, items: list[Evidence], *, claim: Claim, ran: list[Publication], published_on: date | None
) -> Iterator[SoftRule]:
    own = item.kind == EvidenceKind.PASSAGE and item.article_id == claim.article_id
    if own:
        return  # the article itself: its date and outlet are the claim's
    asserted = _asserted_on(claim, ran)
    if published_on is None:
        yield SoftRule.DATE_UNKNOWN
    elif asserted is not None and published_on > asserted:
        yield SoftRule.PUBLISHED_AFTER_CLAIM
    if _outlets(item) & {key for publication in ran for key in _keys(publication.outlet, publication.url)}:
        yield SoftRule.SAME_OUTLET
    words = _plain(item.quote)
    if words and any(other.pk != item.pk and _plain(other.quote) == words for other in items):
        yield SoftRule.SAME_ORIGIN
    if item.kind == EvidenceKind.LINK and item.quote and _is_misquoted(item, claim):
        yield SoftRule.QUOTE_NOT_FOUND


def _dates(items: list[Evidence]) -> dict[int, date | None]:
    """When each item was published: what the person says of a link, the earliest publication of a passage."""
    first = dict(
        Article.objects.filter(pk__in=[item.article_id for item in items if item.article_id])
        .annotate(first=Min("publications__published_on"))
        .values_list("pk", "first")
    )
    return {item.pk: item.published_on or (first.get(item.article_id) if item.article_id else None) for item in items}


def _asserted_on(claim: Claim, ran: list[Publication]) -> date | None:
    """The last day on which the claim can have been made: what is known of it, else when the article first ran."""
    if claim.asserted_until is not None:
        return claim.asserted_until.date()
    return min((publication.published_on for publication in ran if publication.published_on), default=None)


def _outlets(item: Evidence) -> set[str]:
    if item.kind == EvidenceKind.PASSAGE:
        publications = Publication.objects.filter(article=item.article_id)
        return {key for publication in publications for key in _keys(publication.outlet, publication.url)}
    return _keys(item.outlet, item.url)


def _keys(outlet: str | None, url: str | None) -> set[str]:
    """By what an outlet is known: its name and its host, folded."""
    try:
        host = urlsplit(url or "").hostname or ""
    except ValueError:
        host = ""
    return {key for key in (_plain(outlet), host.removeprefix("www.")) if key}


def _plain(words: str | None) -> str:
    return " ".join((words or "").casefold().split())


def _is_misquoted(item: Evidence, claim: Claim) -> bool:
    """Whether the link is to a page whose text is stored in the project, and the quote is not in it."""

    def plain(address: object) -> Func:
        return Func(address, function="attest_plain_address")

    stored = (
        Article.objects.filter(project=claim.project_id, text__isnull=False)
        .annotate(address=plain(F("publications__url")), at=StrIndex(F("text"), Value((item.quote or "").strip())))
        .filter(address=plain(Value(item.url)))
        .values_list("at", flat=True)
    )
    found = list(stored)
    return bool(found) and not any(found)
