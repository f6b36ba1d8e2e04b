"""How a project is read for a release."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from verification.models import Article, Project


@dataclass(frozen=True, kw_only=True)
class Reading:
    """How a project is read: what is hidden at this moment, with or without texts, under which names."""

    project: Project
    at: datetime
    texts: bool
    name_of: Callable[[int], str]

    def hidden_articles(self, prefix: str = "") -> Q:
        """Articles that no release holds: sensitive, under embargo, or kept beyond their time."""
        return (
            Q(**{f"{prefix}is_sensitive": True})
            | Q(**{f"{prefix}embargo_until__gt": self.at})
            | Q(**{f"{prefix}keep_until__lt": self.at.date()})
        )

    def hides(self, article: Article) -> bool:
        """The same question of one article."""
        embargoed = article.embargo_until is not None and article.embargo_until > self.at
        expired = article.keep_until is not None and article.keep_until < self.at.date()
        return article.is_sensitive or embargoed or expired

    def hidden_claims(self) -> Q:
        return Q(is_sensitive=True) | self.hidden_articles("article__")

    def person(self, pk: int | None) -> str | None:
        return None if pk is None else self.name_of(pk)

    def quote(self, quote: str | None, article: Article | None = None) -> str | None:
        """A quote from an article of the project, where it may be given."""
        return quote if self.texts and not (article is not None and self.hides(article)) else None
