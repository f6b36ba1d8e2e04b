"""What becomes of the claims of an article in the version that corrects it, found by their anchors in its text.

In the transaction of whoever extracts either of the two. What is told once is not told again: doing it twice gives the
same, and a claim that somebody adds to the earlier version later comes with the next extraction.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Sequence
from typing import Any

from django.db.models import Exists, OuterRef
from django.utils import timezone

from verification.carrying import carry_over
from verification.matching.anchors import CONTEXT, Anchor, Wanted, anchors
from verification.models import Article, Attribution, AuditEvent, Claim, Resolution, Succession
from verification.models.claim import public_id
from verification.vocabulary import ArticleState, Succeeded, Target

LONGEST = 2000  # code points of a statement, as for claims that people add
COPIED = (
    "target", "modality", "topics", "check_worthiness", "worthiness_reasons", "is_sensitive", "origin_run_id",
    "origin_person_id", "origin_import",
)  # fmt: skip
COPIED_WITH_ITS_WORDS = (
    "dispute", "locations", "actors", "ambiguities", "asserted_from", "asserted_until", "asserted_precision",
    "event_from", "event_until", "event_precision",
)  # fmt: skip
SPEAKERS = ("position", "name", "surface", "cue", "affiliation", "party_id", "speech", "rendering")

Anchored = tuple[Claim, Anchor | None]


def added_by_hand(article: Article) -> list[int]:
    """Makes in the article what people had added to the version that it corrects, where it stands in the same words:
    with their statement and its claimant, so that no engine's takes its place.

    Returns the ids of those beside which the engine had found a claim of its own, as it may again.
    """
    if article.corrects_id is None:
        return []
    told = _to_tell(article)
    found = [(old.start or 0, old.end or 0) for old, _anchor in told if old.origin_run_id is not None]
    beside: list[int] = []
    rows: list[Succession] = []
    for old, anchor in told:
        if old.origin_run_id is not None or anchor is None or not anchor.is_same:
            continue
        successor = _copied(old, article, anchor)
        rows.append(_row(old, article, successor, Succeeded.SAME))
        if any(start < (old.end or 0) and (old.start or 0) < end for start, end in found):
            beside.append(successor.pk)
    _tell(article, rows)
    return beside


def between_versions(article: Article, *, found_now: Collection[Claim] = ()) -> None:
    """Tells of each claim of the earlier version what became of it, where it is not told yet: of the article that this
    one corrects, and of this one in those that correct it. `found_now` are claims that nobody can have read yet."""
    if article.corrects_id is not None:
        _tell_all(article, found_now=found_now)
    for correction in article.corrections.filter(state=ArticleState.DONE).select_related("project").order_by("pk"):
        _tell_all(correction)


def _tell_all(article: Article, *, found_now: Collection[Claim] = ()) -> None:
    told = _to_tell(article)
    if not told:
        return
    there = _Standing(article)
    fresh = {claim.pk for claim in found_now}
    rows = []
    for old, anchor in told:
        if anchor is None:
            rows.append(_row(old, article, None, Succeeded.GONE))
            continue
        by_hand = old.origin_run_id is None and anchor.is_same  # with its own statement, whatever stands there
        successor = None if by_hand else there.at(old, anchor)
        outcome = Succeeded.SAME if anchor.is_same else Succeeded.CHANGED
        if successor is None:
            successor = _copied(old, article, anchor)
            if old.origin_run_id is not None:
                outcome = Succeeded.CHANGED  # an engine that read the same words here would have found it
        elif not _says_the_same(old, successor, may_be_restated=successor.pk in fresh):
            outcome = Succeeded.CHANGED
        if old.is_sensitive and not successor.is_sensitive:
            Claim.objects.filter(pk=successor.pk).update(is_sensitive=True)
        rows.append(_row(old, article, successor, outcome))
    _tell(article, rows)


def _to_tell(article: Article) -> list[Anchored]:
    """The claims of the earlier version of which nothing is told yet, with where they stand in the article.

    The earlier article is locked first: of two workers that extract one version each, the second finds what the first
    has written.
    """
    corrected = article.corrects_id or 0
    list(Article.objects.select_for_update(no_key=True).filter(pk=corrected).values_list("pk"))
    known = Succession.objects.filter(claim=OuterRef("pk"), article=article)
    rows = Claim.objects.filter(~Exists(known), article=corrected, withdrawn_at__isnull=True)
    rows = rows.filter(start__isnull=False).select_related("origin_run")
    earlier = list(rows.prefetch_related("attributions").order_by("start", "pk"))
    wanted = [
        Wanted(old.start or 0, old.end or 0, old.quote or "", old.prefix or "", old.suffix or "") for old in earlier
    ]
    return list(zip(earlier, anchors(article.text or "", wanted), strict=True)) if earlier else []


class _Standing:
    """The claims that stand in an article."""

    def __init__(self, article: Article) -> None:
        live = Claim.objects.filter(article=article, withdrawn_at__isnull=True, start__isnull=False)
        rows = live.select_related("origin_run", "article").defer("article__text")
        self.claims = list(rows.prefetch_related("attributions").order_by("start", "pk"))
        self.starts = [claim.start or 0 for claim in self.claims]
        self.longest = max((len(claim.quote or "") for claim in self.claims), default=0)
        self.taken: set[int] = set()

    def at(self, old: Claim, anchor: Anchor) -> Claim | None:
        """The claim that stands, for at least half of the shorter span, where the anchor is; the nearest to its words,
        and one that succeeds no other where there is one."""
        span = anchor.span
        first = bisect_left(self.starts, span.start - self.longest)
        best: tuple[tuple[bool, bool, int], Claim] | None = None
        for claim in self.claims[first : bisect_left(self.starts, span.end)]:
            start, end = claim.start or 0, claim.end or 0
            shared = min(end, span.end) - max(start, span.start)
            if claim.target != old.target or shared * 2 < min(end - start, len(span)) or shared <= 0:
                continue
            fit = claim.pk not in self.taken, _plain(claim.quote) == _plain(old.quote), shared
            if best is None or fit > best[0]:
                best = fit, claim
        if best is None:
            return None
        self.taken.add(best[1].pk)
        return best[1]


def _says_the_same(old: Claim, new: Claim, *, may_be_restated: bool) -> bool:
    """Whether a claim in the same place says what the earlier one said, and the same one says it.

    Another engine restates the same words otherwise: where nobody has read it yet, the statement that was judged stays.
    """
    if (_plain(old.quote), old.modality, old.claimant) != (_plain(new.quote), new.modality, new.claimant):
        return False
    if _plain(old.statement) == _plain(new.statement):
        return True
    one, other = old.origin_run, new.origin_run
    if not may_be_restated or one is None or other is None:
        return False
    if (one.engine, one.version) == (other.engine, other.version):
        return False  # it read the same words, and understands them otherwise here
    name = public_id(
        article_sha256=new.article.sha256 or "" if new.article else "",
        start=new.start,
        end=new.end,
        statement=old.statement,
        target=Target(new.target),
    )
    Claim.objects.filter(pk=new.pk).update(statement=old.statement, public_id=name)
    return True


def _plain(words: str | None) -> str:
    return " ".join((words or "").split())


def _copied(old: Claim, article: Article, anchor: Anchor) -> Claim:
    """The claim as it stands in the article, made there with its claimant; the same content is never made twice."""
    text, start, end = article.text or "", anchor.span.start, anchor.span.end
    quote = text[start:end]
    statement = old.statement if anchor.is_same else _plain(quote)[:LONGEST]
    name = public_id(
        article_sha256=article.sha256 or "", start=start, end=end, statement=statement, target=Target(old.target)
    )
    same = Claim.objects.filter(project=article.project, public_id=name, withdrawn_at__isnull=True).first()
    if same is not None:
        return same
    copied: dict[str, Any] = {field: getattr(old, field) for field in COPIED}
    if anchor.is_same:
        copied |= {field: getattr(old, field) for field in COPIED_WITH_ITS_WORDS}
    claim = Claim.objects.create(
        project=article.project,
        article=article,
        start=start,
        end=end,
        quote=quote,
        prefix=text[max(0, start - CONTEXT) : start],
        suffix=text[end : end + CONTEXT],
        statement=statement,
        places=article.project.places,
        public_id=name,
        **copied,
    )
    Attribution.objects.bulk_create(
        Attribution(claim=claim, **{field: getattr(speaker, field) for field in SPEAKERS})
        for speaker in old.attributions.all()
    )
    return claim


def _row(old: Claim, article: Article, successor: Claim | None, outcome: Succeeded) -> Succession:
    return Succession(claim=old, article=article, successor=successor, outcome=outcome)


def _tell(article: Article, rows: Sequence[Succession]) -> None:
    """Writes down what became of the claims, and carries over the verdicts that stand."""
    if not rows:
        return
    # Locked first: a claim that is decided or opened again at this moment is seen either here or there.
    same = [row.claim_id for row in rows if row.outcome == Succeeded.SAME]
    earlier = list(Claim.objects.select_for_update(of=("self",)).filter(pk__in=same).order_by("pk"))
    Succession.objects.bulk_create(rows, batch_size=500)
    counted = Counter(str(row.outcome) for row in rows)
    AuditEvent.objects.create(
        at=timezone.now(), kind="article.claims_carried_over", project=article.project_id, subject="article",
        subject_id=article.pk, facts=dict(counted),
    )  # fmt: skip
    standing = {row.claim_id: row for row in Resolution.objects.live().filter(claim__in=same)}
    for claim in earlier:
        if (resolution := standing.get(claim.pk)) is not None:
            carry_over(claim, resolution)
