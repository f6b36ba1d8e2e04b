"""How other versions of a claim's article have it: the one that it corrects, and the one that corrects it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Exists, Q

from annotate.differences import Line, differences
from annotate.dossier_page import Carried
from verification.models import Article, Bearing, Claim, Resolution, Succession, User
from verification.vocabulary import Succeeded, Verdict


@dataclass(frozen=True, kw_only=True)
class Version:
    """Another version of the article. `lines` say what changed in the words of the claim, empty where nothing did.

    `passage` is None where that version does not say it, or the reader is shown no suggestions. `carried` is the
    verdict of the claim before the correction, where its words did not change: it is no judgement of this one.

    `outcome` is what became of the claim in the later of the two, None where no worker has looked yet; `other` is the
    claim in that version. `waits`: this one is judged by nobody, and gets the verdict of `other`.
    """

    article: Article
    is_later: bool
    passage: Bearing | None
    lines: list[Line]
    carried: list[Carried]
    outcome: str | None = None
    other: Claim | None = None
    waits: bool = False

    @property
    def at(self) -> int | None:
        """Where to look in that version."""
        return self.other.start if self.other else self.passage.start if self.passage else None

    @property
    def is_unchanged(self) -> bool:
        if self.outcome is not None:
            return self.outcome == Succeeded.SAME
        return self.passage is not None and not self.lines


def versions(claim: Claim, bearings: Sequence[Bearing], *, correction: int | None, to: User) -> list[Version]:
    """The other versions of the claim's article; `correction` is the one that corrects it. None are looked for where
    there are none."""
    earlier = claim.article.corrects_id if claim.article else None
    wanted = [pk for pk in (earlier, correction) if pk is not None]
    if not wanted:
        return []
    articles = Article.objects.filter(pk__in=wanted).defer("text").order_by("pk")
    told = Succession.objects.filter(Q(claim=claim, article=correction) | Q(successor=claim, claim__article=earlier))
    known = {
        row.article_id if row.claim_id == claim.pk else earlier: row
        for row in told.select_related("claim", "successor").prefetch_related(
            "claim__attributions", "successor__attributions"
        )
    }
    return [
        _told(claim, article, known[article.pk])
        if article.pk in known
        else _version(claim, article, bearings, is_later=article.pk == correction, to=to)
        for article in articles
    ]


def _told(claim: Claim, article: Article, row: Succession) -> Version:
    """As the worker that compared the two versions found it."""
    is_later = row.claim_id == claim.pk
    return Version(
        article=article,
        is_later=is_later,
        passage=None,
        lines=changed(row),
        carried=[],
        outcome=row.outcome,
        other=row.successor if is_later else row.claim,
        waits=not is_later and row.outcome == Succeeded.SAME and row.parted_at is None and claim.resolved_at is None,
    )


def before_correction(claim: Claim) -> Version | None:
    """The words that the claim had before its article was corrected, where they changed: texts, and nothing else."""
    if claim.article is None or claim.article.corrects_id is None:
        return None
    told = Succession.objects.filter(
        successor=claim, outcome=Succeeded.CHANGED, claim__article=claim.article.corrects_id
    )
    rows = told.select_related("claim__article", "successor").defer("claim__article__text")
    row = rows.prefetch_related("claim__attributions", "successor__attributions").order_by("pk").first()
    return _told(claim, row.claim.article, row) if row is not None and row.claim.article is not None else None


def changed(row: Succession) -> list[Line]:
    """What changed: in the words; where they stayed, in what they are taken to say, or in who says it."""
    if row.successor is None or row.outcome != Succeeded.CHANGED:
        return []
    old, new = row.claim, row.successor
    for before, after in (
        (old.quote, new.quote),
        (old.statement, new.statement),
        (old.claimant, new.claimant),
    ):
        if (mine := " ".join((before or "").split())) != (theirs := " ".join((after or "").split())):
            return differences(mine, theirs)
    return []


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
