"""How other versions of a claim's article have it: the one that it corrects, and the one that corrects it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from annotate.differences import Line, differences
from verification.models import Article, Bearing, Claim


@dataclass(frozen=True, kw_only=True)
class Version:
    """Another version of the article. `lines` say what changed in the words of the claim, empty where nothing did.

    `passage` is None where that version does not say it, or the reader is shown no suggestions.
    """

    article: Article
    is_later: bool
    passage: Bearing | None
    lines: list[Line]

    @property
    def is_unchanged(self) -> bool:
        return self.passage is not None and not self.lines


def versions(claim: Claim, bearings: Sequence[Bearing], *, correction: int | None) -> list[Version]:
    """The other versions of the claim's article; `correction` is the one that corrects it. One query where there are
    any, none otherwise."""
    earlier = claim.article.corrects_id if claim.article else None
    wanted = [pk for pk in (earlier, correction) if pk is not None]
    if not wanted:
        return []
    articles = Article.objects.filter(pk__in=wanted).defer("text").order_by("pk")
    return [_version(claim, article, bearings, is_later=article.pk == correction) for article in articles]


def _version(claim: Claim, article: Article, bearings: Sequence[Bearing], *, is_later: bool) -> Version:
    there = [bearing for bearing in bearings if bearing.article_id == article.pk and bearing.link_id is not None]
    passage = max(there, key=lambda bearing: bearing.score or 0, default=None)
    mine, theirs = (" ".join(words.split()) for words in (claim.quote or "", passage.quote if passage else ""))
    lines: list[Line] = []
    if passage is not None and mine != theirs:
        lines = differences(mine, theirs) if is_later else differences(theirs, mine)
    return Version(article=article, is_later=is_later, passage=passage, lines=lines)
