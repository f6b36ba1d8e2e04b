"""Agreement on evidence: which sources two people cite, and which words of an article they mark.

Two people who both cite nothing of the kind are no pair here: that nobody marked a passage is no agreement on one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping, Sequence
from itertools import combinations
from typing import TypeVar

import numpy as np

from .bootstrap import SEED, interval_of_mean
from .figure import Figure, Undefined, undefined

Source = Hashable
Sources = frozenset[Source]
Spans = tuple[tuple[int, int, int], ...]  # article, start, end; half-open, in code points
Cited = TypeVar("Cited")
MOST_PAIRS = 2_000_000  # of different citations that share a source; beyond that chance is estimated
DRAWN_PAIRS = 200_000


def shared_sources(one: Sources, other: Sources) -> float | None:
    """The share of all that either cites which both cite; None where neither cites anything."""
    either = len(one | other)
    return len(one & other) / either if either else None


def shared_words(one: Spans, other: Spans) -> float | None:
    """The share of all code points that either marks which both mark; None where neither marks any."""
    mine, theirs = _merged(one), _merged(other)
    marked, also = _length(mine), _length(theirs)
    if not marked + also:
        return None
    both = sum(_common(mine[article], theirs[article]) for article in mine.keys() & theirs.keys())
    return both / (marked + also - both)


def overlap_of_sources(cited: Sequence[tuple[int, int, Sources]]) -> dict[str, Figure]:
    """From rows of claim, person and what they cite, for claims of which somebody cites something: `raw`, the mean over
    claims of the mean over pairs, and `alpha`, with the share that is not common as distance. The interval of alpha
    keeps what chance gives, as Krippendorff's own bootstrap does."""
    claims = _by_claim(cited)
    citing = [rows for rows in claims.values() if any(sources for _person, sources in rows)]
    if not citing:
        nothing = undefined(Undefined.NOTHING_CITED if claims else Undefined.NOTHING_SHARED)
        return {"raw": nothing, "alpha": nothing}
    raters = len({person for rows in citing for person, _sources in rows})
    found = [_pairwise(rows) for rows in citing]
    scores, distances = np.array([score for score, _ in found]), np.array([distance for _, distance in found])
    low, high = interval_of_mean(scores, np.ones_like(scores))
    raw = Figure(value=float(scores.mean()), low=low, high=high, items=len(scores), raters=raters)
    expected = expected_distance(Counter(sources for rows in citing for _person, sources in rows))
    if expected == 0:
        return {"raw": raw, "alpha": undefined(Undefined.ONE_LABEL, items=len(scores), raters=raters)}
    judged = np.array([float(len(rows)) for rows in citing])
    least, most = interval_of_mean(distances, judged)
    alpha = Figure(
        value=1 - float((distances * judged).sum() / judged.sum()) / expected,
        low=None if most is None else 1 - most / expected,
        high=None if least is None else 1 - least / expected,
        items=len(scores),
        raters=raters,
    )
    return {"raw": raw, "alpha": alpha}


def overlap_of_words(marked: Sequence[tuple[int, int, Spans]]) -> dict[str, Figure]:
    """From rows of claim, person and what they mark: `raw`, the mean over claims of the mean over pairs."""
    claims = _by_claim(marked)
    scores = [
        sum(found) / len(found)
        for rows in claims.values()
        if any(spans for _person, spans in rows)
        if (found := [s for (_p, a), (_q, b) in combinations(rows, 2) if (s := shared_words(a, b)) is not None])
    ]
    if not scores:
        return {"raw": undefined(Undefined.NOTHING_CITED if claims else Undefined.NOTHING_SHARED)}
    low, high = interval_of_mean(np.array(scores), np.ones(len(scores)))
    raters = len({person for rows in claims.values() for person, _spans in rows})
    return {"raw": Figure(value=float(np.mean(scores)), low=low, high=high, items=len(scores), raters=raters)}


def expected_distance(given: Mapping[Sources, int]) -> float:
    """How far two of all citations lie apart on average: by counts of what was cited, so that its cost grows with the
    different citations that share a source, not with all pairs. Where those are too many it is estimated from pairs
    drawn with the fixed seed (within about .003)."""
    total = sum(given.values())
    if total < 2:
        return 0.0
    citing: dict[Source, list[Sources]] = defaultdict(list)
    for sources in given:
        for source in sources:
            citing[source].append(sources)
    if sum(len(many) ** 2 for many in citing.values()) > MOST_PAIRS:
        return _drawn_distance(given, total)
    alike = float(sum(times * (times - 1) for times in given.values()))
    for many in citing.values():
        # Two that share several sources are met at each of them: each adds its part of what they share.
        alike += sum(2 * given[one] * given[other] / len(one | other) for one, other in combinations(many, 2))
    return 1 - alike / (total * (total - 1))


def _drawn_distance(given: Mapping[Sources, int], total: int) -> float:
    random = np.random.default_rng(SEED)
    different = list(given)
    ends = np.cumsum([given[sources] for sources in different])
    first = random.integers(0, total, DRAWN_PAIRS)
    second = (first + random.integers(1, total, DRAWN_PAIRS)) % total
    places = zip(np.searchsorted(ends, first, "right"), np.searchsorted(ends, second, "right"), strict=True)
    return float(np.mean([_distance(different[one], different[other]) for one, other in places]))


def _distance(one: Sources, other: Sources) -> float:
    return 0.0 if one == other else 1 - len(one & other) / len(one | other)


def _pairwise(rows: Sequence[tuple[int, Sources]]) -> tuple[float, float]:
    """The mean over pairs of what is shared, those left out who both cite nothing, and of the distance."""
    found = list(combinations([sources for _person, sources in rows], 2))
    shared = [score for one, other in found if (score := shared_sources(one, other)) is not None]
    return sum(shared) / len(shared), sum(_distance(one, other) for one, other in found) / len(found)


def _merged(spans: Spans) -> dict[int, list[tuple[int, int]]]:
    """By article, its spans in order and without overlap."""
    merged: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for article, start, end in sorted(spans):
        parts = merged[article]
        if parts and start <= parts[-1][1]:
            parts[-1] = (parts[-1][0], max(end, parts[-1][1]))
        else:
            parts.append((start, end))
    return merged


def _length(merged: Mapping[int, list[tuple[int, int]]]) -> int:
    return sum(end - start for parts in merged.values() for start, end in parts)


def _common(one: list[tuple[int, int]], other: list[tuple[int, int]]) -> int:
    return sum(max(0, min(end, until) - max(start, begin)) for start, end in one for begin, until in other)


def _by_claim(rows: Sequence[tuple[int, int, Cited]]) -> dict[int, list[tuple[int, Cited]]]:
    claims: dict[int, list[tuple[int, Cited]]] = defaultdict(list)
    for claim, person, cited in rows:
        claims[claim].append((person, cited))
    return {claim: said for claim, said in claims.items() if len(said) >= 2}
