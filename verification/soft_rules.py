"""Rules that ask and never block: what to look at again in a judgement's evidence.

A warning can be set aside with a word, which is stored with the evidence and exported.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from django.db.models import Prefetch, QuerySet, prefetch_related_objects
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from verification.models import Article, Claim, Evidence, Judgement, Publication
from verification.models.planned import Question, ask_together
from verification.models.prepared import Prepared
from verification.vocabulary import EvidenceKind, SoftRule

LOOKED_UP = "looked_up"  # on a judgement, where `looking_up` keeps it
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
    """What to ask about a judgement's evidence, in its order; dismissed ones too, with the person's word.

    A handful of queries, however much evidence there is.
    """
    without_text = Prefetch("article", Article.objects.defer("text"))
    items = list(judgement.evidence.all())
    if not items:
        return []
    prefetch_related_objects(items, "dismissed")
    if any(item.article_id for item in items):
        prefetch_related_objects(items, without_text, "article__publications")
    claim = judgement.annotation.claim
    quoted = _quoted(items)
    ran, copies = _looked_up(judgement, claim, is_quoting=bool(quoted))
    misquoted = _misquoted(quoted, copies) if copies else set()
    said = {item.pk: {word.rule: word.word for word in item.dismissed.all()} for item in items}
    return [
        SoftWarning(position=item.position, rule=rule, message=QUESTIONS[rule], dismissed=said[item.pk].get(rule))
        for item in items
        for rule in _broken(item, items, claim=claim, ran=ran, misquoted=misquoted)
    ]


def looking_up(judgement: Judgement) -> list[Question[Any]]:
    """What `soft_warnings` looks up of a judgement that is being written, for the caller to leave with that: the
    judgement keeps the answers.
    """
    claim, items = judgement.annotation.claim, judgement.evidence.all()
    if not items or claim.article_id is None or Claim.article.is_cached(claim):
        return []
    kept = judgement.__dict__[LOOKED_UP] = [[], {}]
    asked = _lookups(judgement, claim, claim.article_id, is_quoting=bool(_quoted(list(items))))
    return [_kept(question, kept, place) for place, question in enumerate(asked)]


def _kept(question: Question[Any], kept: list[Any], place: int) -> Question[Any]:
    return replace(question, read=lambda rows: kept.__setitem__(place, question.read(rows)))


def _looked_up(
    judgement: Judgement, claim: Claim, *, is_quoting: bool
) -> tuple[list[Publication], dict[int, list[int]]]:
    """Where the claim's article ran, and the articles that ran at the addresses of the judgement's links, each with
    the links."""
    if (kept := judgement.__dict__.get(LOOKED_UP)) is not None:
        ran, copies = kept
        return ran, copies
    if not Claim.article.is_cached(claim) and claim.article_id is not None:
        ran, *found = ask_together(*_lookups(judgement, claim, claim.article_id, is_quoting=is_quoting))
        return ran, found[0] if found else {}
    copies = _copies(judgement, claim).ask() if is_quoting else {}
    return list(claim.article.publications.all()) if claim.article else [], copies


def _lookups(judgement: Judgement, claim: Claim, article: int, *, is_quoting: bool) -> list[Question[Any]]:
    return [_publications.asking(article=article), *[_copies(judgement, claim)] * is_quoting]


def _copies(judgement: Judgement, claim: Claim) -> Question[dict[int, list[int]]]:
    return Question(sql=COPIES, given={"judgement": judgement.pk, "project": claim.project_id}, read=dict[Any, Any])


def _quoted(items: list[Evidence]) -> dict[int, str]:
    return {item.pk: item.quote.strip() for item in items if item.kind == EvidenceKind.LINK and item.quote}


@Prepared
def _publications(article: int) -> QuerySet[Publication]:
    return Publication.objects.filter(article=article)


def _broken(
    item: Evidence, items: list[Evidence], *, claim: Claim, ran: list[Publication], misquoted: set[int]
) -> Iterator[SoftRule]:
    if item.kind == EvidenceKind.PASSAGE and item.article_id == claim.article_id:
        return  # the article itself: its date and outlet are the claim's
    asserted, published_on = _asserted_on(claim, ran), _published_on(item)
    if published_on is None:
        yield SoftRule.DATE_UNKNOWN
    elif asserted is not None and published_on > asserted:
        yield SoftRule.PUBLISHED_AFTER_CLAIM
    if _outlets(item) & {key for publication in ran for key in _keys(publication.outlet, publication.url)}:
        yield SoftRule.SAME_OUTLET
    words = _plain(item.quote)
    if words and any(other.pk != item.pk and _plain(other.quote) == words for other in items):
        yield SoftRule.SAME_ORIGIN
    if item.pk in misquoted:
        yield SoftRule.QUOTE_NOT_FOUND


def _published_on(item: Evidence) -> date | None:
    """What the person says of a link; when the article of a passage first ran."""
    return item.published_on or (_first(list(item.article.publications.all())) if item.article else None)


def _first(publications: list[Publication]) -> date | None:
    return min((publication.published_on for publication in publications if publication.published_on), default=None)


def _asserted_on(claim: Claim, ran: list[Publication]) -> date | None:
    """The last day on which the claim can have been made: what is known of it, else when the article first ran."""
    if claim.asserted_until is not None:
        return claim.asserted_until.date()
    return _first(ran)


def _outlets(item: Evidence) -> set[str]:
    if item.article is None:
        return _keys(item.outlet, item.url)
    return {
        key for publication in item.article.publications.all() for key in _keys(publication.outlet, publication.url)
    }


def _keys(outlet: str | None, url: str | None) -> set[str]:
    """By what an outlet is known: its name and its host, folded."""
    try:
        host = urlsplit(url or "").hostname or ""
    except ValueError:
        host = ""
    return {key for key in (_plain(outlet), host.removeprefix("www.")) if key}


def _plain(words: str | None) -> str:
    return " ".join((words or "").casefold().split())


def _misquoted(quoted: dict[int, str], links: dict[int, list[int]]) -> set[int]:
    """The links to pages whose text is stored in the project, of which no copy has the quote.

    The quotes are looked for here, one text after the other: in one that says the same over and over PostgreSQL would
    take minutes for each.
    """
    copies = {article: set(of_it) & set(quoted) for article, of_it in links.items()}
    stored, found = set[int](), set[int]()
    texts = Article.objects.filter(pk__in=copies, text__isnull=False).values_list("pk", "text")
    for article, text in texts.iterator(chunk_size=1):
        stored |= copies[article]
        found |= {pk for pk in copies[article] - found if quoted[pk] in (text or "")}
    return stored - found


# The articles that ran at the addresses of a judgement's links, each with the links.
COPIES = """
    SELECT p.article_id, array_agg(e.id)
    FROM verification_evidence e
    JOIN verification_publication p ON md5(attest_plain_address(p.url)) = md5(attest_plain_address(e.url))
    JOIN verification_article a ON a.id = p.article_id
    WHERE e.judgement_id = %(judgement)s AND e.kind = 'link' AND e.quote <> '' AND a.project_id = %(project)s
    GROUP BY p.article_id
"""
