"""From the claims of one article to where it says the same twice, and to what other articles say of it: links between
claims, and passages.

Keys are written first and committed: of two articles that are matched at one moment, at least one finds the other. The
rest is one transaction with the row that says that it is done. Doing it again writes nothing twice.
"""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.db import connection, transaction
from django.db.models import Count
from django.utils import timezone

from verification import spread
from verification.jobs.leases import Held, keep, take
from verification.matching.compare import MATCHER_VERSION, compare
from verification.matching.keys import asked, keys
from verification.matching.stated import are_of_other_times
from verification.matching.within import repeats
from verification.models import Article, Bearing, Claim, ClaimLink, Matching
from verification.vocabulary import MatchingState

from .match_reading import Passage, Read, Related, passages_between, read_claims

log = logging.getLogger(__name__)

AT_ONCE = 100  # claims that are matched together: bounds memory, whatever the article holds
# Of the claims that share a key, the newest so many are looked at.
PER_KEY = 12
# Of those, the few that share most with a claim are compared with it, and some more as long as each shares keys that
# few others have: a key that `n` claims share counts 1/n. What shares but keys that everybody has, of which there is
# the more the larger the project, is not read: one more article costs the same however many there are.
LEAST_COMPARED, MOST_COMPARED = 4, 12
LEAST_SHARED = 0.5
MOST_LINKS = 10  # links that one new claim proposes
# What may be of another time is no link, and its passage is suggested; more than so many such passages are as many
# times of what happens again and again.
MOST_UNSURE = 2
MOST_KEPT = 50  # passages of other articles that are kept beside one claim

KEYED = """
    INSERT INTO verification_claimkey (project_id, key, claim_id)
    SELECT %s, key, claim_id FROM unnest(%s::bigint[], %s::bigint[]) AS keyed(key, claim_id)
    ON CONFLICT DO NOTHING
"""
CANDIDATES = """
    SELECT asked.key, found.claim_id
    FROM unnest(%s::bigint[]) AS asked(key)
    CROSS JOIN LATERAL (
        SELECT claim_id FROM verification_claimkey
        WHERE project_id = %s AND verification_claimkey.key = asked.key
        ORDER BY claim_id DESC LIMIT %s
    ) AS found
"""


@dataclass(slots=True)
class Found:
    """What is to be written: links by their pair of claims, and passages beside claims."""

    links: dict[tuple[int, int], ClaimLink] = field(default_factory=dict)
    passages: list[Passage] = field(default_factory=list)
    candidates: int = 0  # rows that were read by their keys


def run(article_id: int) -> Found | None:
    """Matches the article's claims. A failure is kept with its reason; the article and its claims stay what they are.

    Returns what was found, None where there was nothing to do or another worker has it.
    """
    lease = take(Matching.objects.all(), article_id, states=(MatchingState.WAITING,), become=MatchingState.WAITING)
    if lease is None:
        return None
    article = Article.objects.defer("text").get(pk=article_id)
    with Held(Matching.objects.all(), article_id, lease=lease) as held:
        try:
            found = _find(article)
        except Exception as error:
            # Whatever it trips over must show on the article's page, not only in a log.
            log.exception("matching of article %s failed", article_id)
            words = f"{type(error).__name__}: {error}"
            _fail(article_id, words, lease=held.stop())
            return None
        return found if _write(article, found, lease=held.stop()) else None


def _fail(article_id: int, words: str, *, lease: datetime) -> None:
    failure = f"Comparing with other articles failed ({words}). Extract again to try once more."
    keep(Matching.objects.all(), article_id, lease=lease, state=MatchingState.FAILED, failure=failure)


def _find(article: Article) -> Found:
    found = Found()
    own = list(
        Claim.objects.filter(article=article, withdrawn_at__isnull=True).order_by("pk").values_list("pk", flat=True)
    )
    for start in range(0, len(own), AT_ONCE):
        _find_some(article, own[start : start + AT_ONCE], found)
    return found


def _find_some(article: Article, own: Sequence[int], found: Found) -> None:
    mine = read_claims(own)
    known = {read.pk: asked(read.stated.read, read.stated.said) for read in mine}
    _write_keys(article, mine)
    chosen = _candidates(article, known, found)
    others = {read.pk: read for read in read_claims({pk for listed in chosen.values() for pk in listed})}
    related = _repeated(mine)
    for pair in related:
        _link(found, pair)
    for read in mine:
        near = [others[pk] for pk in chosen[read.pk] if pk in others and _may_belong(read, others[pk])]
        compared = [_related(read, other) for other in near]
        compared = _weighed(compared, nearest=chosen[read.pk][0]) if compared else []
        linked = [pair for pair in compared if pair.how is not None]
        linked.sort(key=lambda pair: (-pair.score, pair.other.pk))
        for pair in linked[:MOST_LINKS]:
            if pair.is_sure:
                _link(found, pair)
        related += linked[:MOST_LINKS]
        related += [pair for pair in compared if pair.how is None and pair.shares_names]
    found.passages += passages_between(article, related)


def _weighed(compared: list[Related], *, nearest: int) -> list[Related]:
    """The pairs, those settled that no dates tell apart as far as the others tell what is meant.

    Who denies something undated, or names another doer of it, means the one claim that can be meant, if it is the one
    that shares most with it too. What may be one of many times is none.
    """
    unsure = [pair for pair in compared if not pair.is_sure]
    if len(unsure) > MOST_UNSURE:
        return [pair if pair.is_sure else pair.unlinked() for pair in compared]
    if len(unsure) == 1 and unsure[0].other.pk == nearest and unsure[0].is_sure_alone:
        return [pair if pair.is_sure else pair.settled() for pair in compared]
    return compared


def _repeated(mine: Sequence[Read]) -> list[Related]:
    """What the article itself says twice, a headline and its first sentence above all."""
    pairs = repeats([read.stated for read in mine])
    return [Related(one=mine[one], other=mine[other], how=how, back=back) for one, other, how, back in pairs]


def _write_keys(article: Article, claims: Sequence[Read]) -> None:
    keyed = sorted((key, read.pk) for read in claims for key in keys(read.stated.read, read.stated.said))
    if keyed:
        with connection.cursor() as cursor:
            cursor.execute(KEYED, [article.project_id, *map(list, zip(*keyed, strict=True))])


def _candidates(article: Article, known: dict[int, list[int]], found: Found) -> dict[int, list[int]]:
    """For each claim, those others to compare it with: that share most keys with it, rare ones above all."""
    wanted = sorted({key for listed in known.values() for key in listed})
    sharing: dict[int, list[int]] = defaultdict(list)
    with connection.cursor() as cursor:
        cursor.execute(CANDIDATES, [wanted, article.project_id, PER_KEY])
        for key, pk in cursor.fetchall():
            sharing[key].append(pk)
            found.candidates += 1
    chosen: dict[int, list[int]] = {}
    for own, listed in known.items():
        scores: dict[int, float] = defaultdict(float)
        for at, key in enumerate(listed):
            for pk in sharing[key]:
                # The first is the key of the claim as a whole: who says the same is found, however many say it.
                scores[pk] += 1 / len(sharing[key]) if at else 1
        for pk in known:  # those of this article
            scores.pop(pk, None)
        ranked = sorted(scores, key=lambda pk: (-scores[pk], -pk))[:MOST_COMPARED]
        chosen[own] = [pk for at, pk in enumerate(ranked) if at < LEAST_COMPARED or scores[pk] >= LEAST_SHARED]
    return chosen


def _corrects(one: Read, other: Read) -> int:
    """1 where the article of `one` corrects that of the other, -1 where it is the other way round, else 0."""
    return (one.corrects is not None and one.corrects == other.article) - (
        other.corrects is not None and other.corrects == one.article
    )


def _may_belong(one: Read, other: Read) -> bool:
    """Whether it is worth reading their words: dates tell most candidates apart. Versions of one text are compared."""
    return bool(_corrects(one, other)) or not are_of_other_times(one.stated, other.stated)


def _related(one: Read, other: Read) -> Related:
    corrects = _corrects(one, other)
    how = compare(one.stated, other.stated, corrects=corrects)
    back = None if how is None else compare(other.stated, one.stated, corrects=-corrects)
    return Related(one=one, other=other, how=how, back=back or how)


def _link(found: Found, pair: Related) -> None:
    if pair.how is None or pair.back is None:
        return
    turned = pair.how.is_turned
    first, second = (pair.other, pair.one) if turned else (pair.one, pair.other)
    link = ClaimLink(
        claim_id=first.pk,
        other_id=second.pk,
        kind=pair.how.kind,
        score=pair.how.score,
        reason=pair.back.reason if turned else pair.how.reason,
        matcher=MATCHER_VERSION,
    )
    found.links.setdefault(pair.pks, link)


@transaction.atomic
def _write(article: Article, found: Found, *, lease: datetime) -> bool:
    # First, because it locks the row: of two workers one finds the lease gone and writes nothing.
    done = {"state": MatchingState.DONE, "finished_at": timezone.now(), "matcher": MATCHER_VERSION, "attempts": 0}
    if not keep(Matching.objects.all(), article.pk, lease=lease, **done):
        return False
    # In one order, so that two articles that find each other wait for each other and do not lock up.
    links = [found.links[pair] for pair in sorted(found.links)]
    waiting = spread.locked_waiting(pk for pair in found.links for pk in pair)
    ClaimLink.objects.bulk_create(links, batch_size=500, ignore_conflicts=True)
    spread.move(waiting)
    stored = _stored(links)
    passages = _with_room(found.passages)
    for passage in passages:
        if passage.pair is not None:
            passage.bearing.link_id = stored.get(passage.pair)
    Bearing.objects.bulk_create([passage.bearing for passage in passages], batch_size=500, ignore_conflicts=True)
    return True


def _stored(links: Sequence[ClaimLink]) -> dict[tuple[int, int], int]:
    """The ids of the links by their pairs; of pairs that were linked before too."""
    claims = {link.claim_id for link in links} | {link.other_id for link in links}
    rows = ClaimLink.objects.filter(claim__in=claims, other__in=claims).values_list("claim", "other", "pk")
    return {(min(one, other), max(one, other)): pk for one, other, pk in rows}


def _with_room(passages: Iterable[Passage]) -> list[Passage]:
    """The passages, best first, without those beside claims that have enough already."""
    ranked = sorted(passages, key=lambda passage: passage.rank)
    asked = {passage.bearing.claim_id for passage in ranked}
    counted = Bearing.objects.filter(claim__in=asked, score__isnull=False).order_by().values_list("claim")
    held = defaultdict(int, counted.annotate(number=Count("pk")))
    kept = []
    for passage in ranked:
        if held[passage.bearing.claim_id] < MOST_KEPT:
            held[passage.bearing.claim_id] += 1
            kept.append(passage)
    return kept
