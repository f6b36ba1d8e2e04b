"""What matching reads: claims with their times, and the texts of articles in which something may bear on a claim."""

from __future__ import annotations

import calendar
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.db.models.functions import Left

from verification.matching.compare import Relation
from verification.matching.passages import LONGEST_TEXT, Sentence, bearing_on, sentences_of
from verification.matching.stated import Stated
from verification.matching.times import Interval
from verification.models import Article, Bearing, Claim, Publication
from verification.vocabulary import DatePrecision, Modality, Target

EARLIER, LATER = "An earlier version of this article. ", "A corrected version of this article. "
MOST_ARTICLES = 5  # other articles whose text is looked through for one


@dataclass(frozen=True, slots=True)
class Read:
    """A claim as the job reads it; article and span are None for one that came without an article."""

    pk: int
    article: int | None
    corrects: int | None  # which article its article corrects
    start: int | None
    end: int | None
    quote: str | None
    stated: Stated


@dataclass(frozen=True, kw_only=True, slots=True)
class Related:
    """Two claims: how the first stands to the other, and the other to it; None for neither."""

    one: Read
    other: Read
    how: Relation | None
    back: Relation | None

    @property
    def score(self) -> float:
        return self.how.score if self.how else 0.0

    @property
    def is_sure(self) -> bool:
        """False where nothing tells whether they speak of the same time: no link, but each passage beside the other."""
        return self.how is None or self.how.is_sure

    @property
    def is_sure_alone(self) -> bool:
        return self.how is not None and self.how.is_sure_alone

    @property
    def pks(self) -> tuple[int, int]:
        return min(self.one.pk, self.other.pk), max(self.one.pk, self.other.pk)

    @property
    def shares_names(self) -> bool:
        return len(self.one.stated.read.names & self.other.stated.read.words.keys()) > 1

    def settled(self) -> Related:
        """The same two, taken to speak of the same time, as no other claim can be meant."""
        return replace(self, how=self.how and replace(self.how, is_sure=True))

    def unlinked(self) -> Related:
        """The same two, as nothing is known of how they stand: a passage of one may still bear on the other."""
        return replace(self, how=None, back=None)


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage to be suggested, and the pair of claims by whose link it came, if any."""

    bearing: Bearing
    pair: tuple[int, int] | None = None

    @property
    def rank(self) -> tuple[int, float, int, int]:
        row = self.bearing
        return row.claim_id, -(row.score or 0), row.article_id, row.start


def read_claims(pks: Iterable[int]) -> list[Read]:
    """The live claims with these ids, with when they were said as far as that is known; two queries.

    Not those of which only can be asked whether somebody said them: "Moscow rejected the accusation" does not say what
    it speaks of, and is not the same as these words elsewhere.
    """
    rows = list(
        Claim.objects.filter(pk__in=list(pks), withdrawn_at__isnull=True, target=Target.CONTENT)
        .order_by("pk")
        .values_list(
            "pk", "article", "article__corrects", "start", "end", "quote", "statement", "modality", "event_from",
            "event_until", "asserted_from", "asserted_until", "article__language",
        )
    )  # fmt: skip
    # When it was said stands with most claims; of the others, when the article ran has to do.
    published = _published({row[1] for row in rows if row[1] is not None and None in row[10:12]})
    return [
        Read(
            pk, article, corrects, start, end, quote,
            Stated(
                statement=statement,
                is_denied=modality == Modality.DENIED,
                language=language or None,
                event=_days(event_from, event_until),
                asserted=_days(asserted_from, asserted_until),
                published=published.get(article),
            ),
        )
        for pk, article, corrects, start, end, quote, statement, modality, event_from, event_until, asserted_from,
        asserted_until, language in rows
    ]  # fmt: skip


def _days(start: datetime | None, until: datetime | None) -> Interval | None:
    return None if start is None or until is None else (start.date(), until.date())


def _published(articles: set[int]) -> dict[int | None, Interval]:
    """When each article ran first, as far as that is known; undated ones are not in it."""
    found: dict[int | None, Interval] = {}
    if not articles:
        return found
    rows = Publication.objects.filter(article__in=articles, published_on__isnull=False)
    for article, on, precision in rows.values_list("article", "published_on", "published_precision"):
        if on is None:
            continue
        days = _interval(on, precision)
        if article not in found or days < found[article]:
            found[article] = days
    return found


def _interval(on: date, precision: str | None) -> Interval:
    if precision == DatePrecision.YEAR:
        return on.replace(month=1, day=1), on.replace(month=12, day=31)
    if precision == DatePrecision.MONTH:
        return on.replace(day=1), on.replace(day=calendar.monthrange(on.year, on.month)[1])
    return on, on


def passages_between(article: Article, related: Sequence[Related]) -> list[Passage]:
    """Passages of other articles beside the claims of this one, and passages of this one beside theirs and its own.

    Where two claims are linked, the passage of each stands beside the other. Besides, the sentences of the articles
    that share most with this one are looked through; two queries.
    """
    beside = _Beside(_versions(related))
    shares: dict[int, int] = defaultdict(int)
    for pair in related:
        if pair.other.article not in (None, article.pk):
            shares[pair.other.article] += 2 if pair.how else 1
        if pair.how is not None and pair.back is not None:
            beside.link(pair.one, pair.other, pair.how)
            beside.link(pair.other, pair.one, pair.back)
    closest = sorted(shares, key=lambda pk: (-shares[pk], -pk))[:MOST_ARTICLES]
    if closest:
        texts = Article.objects.filter(pk__in=[article.pk, *closest])
        rows = texts.values_list("pk", Left("text", LONGEST_TEXT), "language")
        read = {pk: (text or "", sentences_of(text or "", language or None)) for pk, text, language in rows}
        for pair in related:
            for claim, where in ((pair.one, pair.other.article), (pair.other, pair.one.article)):
                if where is not None and where in read and pair.other.article in closest:
                    beside.look_through(claim, where, *read[where])
    return beside.found


def _versions(related: Sequence[Related]) -> dict[tuple[int | None, int], str]:
    """By article of a claim and of a passage: what is said first of a passage that is another version's."""
    found: dict[tuple[int | None, int], str] = {}
    for pair in related:
        for new, old in ((pair.one, pair.other), (pair.other, pair.one)):
            if new.corrects is not None and new.article is not None and new.corrects == old.article:
                found[new.article, new.corrects] = EARLIER
                found[new.corrects, new.article] = LATER
    return found


class _Beside:
    """Collects passages beside claims: none twice, and none that overlaps another of the same article."""

    def __init__(self, versions: dict[tuple[int | None, int], str]) -> None:
        self.found: list[Passage] = []
        self._versions = versions
        self._taken: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
        self._seen: set[tuple[int, int]] = set()

    def link(self, claim: Read, where: Read, how: Relation) -> None:
        """The passage of `where` beside `claim`."""
        if where.article is None or where.start is None or where.end is None:
            return
        pair = min(claim.pk, where.pk), max(claim.pk, where.pk)
        self._add(claim, where.article, (where.start, where.end), where.quote or "", how.reason, how.score, pair)

    def look_through(self, claim: Read, where: int, text: str, listed: Sequence[Sentence]) -> None:
        """The passages among the sentences of an article that bear on the claim."""
        if (claim.pk, where) in self._seen:
            return
        self._seen.add((claim.pk, where))
        for passage in bearing_on(claim.stated.read, listed, taken=self._taken[claim.pk, where]):
            span = passage.start, passage.end
            self._add(claim, where, span, text[passage.start : passage.end], passage.reason, passage.score, None)

    def _add(
        self,
        claim: Read,
        where: int,
        span: tuple[int, int],
        quote: str,
        reason: str,
        score: float,
        pair: tuple[int, int] | None,
    ) -> None:
        taken = self._taken[claim.pk, where]
        if span in taken:
            return
        taken.append(span)
        reason = self._versions.get((claim.article, where), "") + reason
        row = Bearing(
            claim_id=claim.pk, article_id=where, start=span[0], end=span[1], quote=quote, reason=reason, score=score
        )
        self.found.append(Passage(row, pair))
