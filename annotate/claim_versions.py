"""How other versions of a claim's article have it: the one that it corrects, and the one that corrects it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Exists

from annotate.differences import Line, differences
from annotate.dossier_page import Carried
from verification.models import Article, Bearing, Claim, Resolution, User
from verification.vocabulary import Verdict


@dataclass(frozen=True, kw_only=True)
class Version:
    """Another version of the article. `lines` say what changed in the words of the claim, empty where nothing did.

    `passage` is None where that version does not say it, or the reader is shown no suggestions. `carried` is the
    verdict of the claim before the correction, where its words did not change: it is no judgement of this one.
    """

    article: Article
    is_later: bool
    passage: Bearing | None
    lines: list[Line]
    carried: list[Carried]

    @property
    def is_unchanged(self) -> bool:
        return self.passage is not None and not self.lines


def versions(claim: Claim, bearings: Sequence[Bearing], *, correction: int | None, to: User) -> list[Version]:
    """The other versions of the claim's article; `correction` is the one that corrects it. None are looked for where
    there are none."""
    earlier = claim.article.corrects_id if claim.article else None
    wanted = [pk for pk in (earlier, correction) if pk is not None]
    if not wanted:
        return []
    articles = Article.objects.filter(pk__in=wanted).defer("text").order_by("pk")
    return [_version(claim, article, bearings, is_later=article.pk == correction, to=to) for article in articles]


def _version(claim: Claim, article: Article, bearings: Sequence[Bearing], *, is_later: bool, to: User) -> Version:
    there = [bearing for bearing in bearings if bearing.article_id == article.pk and bearing.link_id is not None]
    passage = max(there, key=lambda bearing: bearing.score or 0, default=None)
    mine, theirs = (" ".join(words.split()) for words in (claim.quote or "", passage.quote if passage else ""))
    lines: list[Line] = []
    if passage is not None and mine != theirs:
        lines = differences(mine, theirs) if is_later else differences(theirs, mine)
    carried = _carried(claim, passage, to=to) if passage is not None and not lines and not is_later else []
    return Version(article=article, is_later=is_later, passage=passage, lines=lines, carried=carried)


def _carried(claim: Claim, passage: Bearing, *, to: User) -> list[Carried]:
    """The verdict of the same words before the correction, for those alone who see the work on the claim: whoever
    judges it is to judge for themselves."""
    if claim.resolved_at is not None or passage.link is None:
        return []
    former = passage.link.other_id if passage.link.claim_id == claim.pk else passage.link.claim_id
    seen = Claim.objects.whose_work_is_seen_by(to).filter(pk=claim.pk)
    rows = Resolution.objects.visible_to(to).live().filter(Exists(seen), claim=former)
    rows = rows.select_related("claim__article").defer("claim__article__text")
    return [Carried(of=row.claim, verdict=Verdict(row.verdict), reason=row.reason) for row in rows]
