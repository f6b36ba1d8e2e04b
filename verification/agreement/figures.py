"""All figures of a project's agreement, as what JSON can hold. People, articles and claims are numbers in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from .bootstrap import RESAMPLES, SEED, interval_of_mean
from .dawid_skene import estimate
from .figure import Figure, Undefined, undefined
from .judged import FEWEST_OF_A_PERSON, FEWEST_UNRESOLVED, VERDICTS, Judged
from .nominal import measured, specific
from .overlap import overlap_of_sources, overlap_of_words
from .pairs import as_pair, cohen_of, pairs
from .ratings import Bools, Ratings

Cells = list[dict[str, Any]]
MOST_PEOPLE = 30  # of whom each pair is looked at: those who judged most
MOST_ARTICLES = 50
IN_CELLS = ("raw", "alpha", "ac1")


def report(whole: Judged, *, parts: Judged | None = None, repeated: Judged | None = None) -> dict[str, Any]:
    """The whole report. `parts` is what its parts count, where that is less. `repeated` holds what people said of a
    claim the first and the second time, as if of two people: the first time under person 1, the second under
    person 2."""
    plain = (whole if parts is None else parts).without_citations().countable()
    whole = whole.shared()
    repeated = repeated.countable() if repeated is not None else plain.where(np.zeros(len(plain.claims), dtype=bool))
    return {
        "seed": SEED,
        "resamples": RESAMPLES,
        "fewest_unresolved": FEWEST_UNRESOLVED,
        "claims": len(np.unique(whole.claims)),
        "resolved": len(np.unique(whole.claims[whole.resolved])),
        "judgements": len(whole.claims),
        "people": len(np.unique(whole.people)),
        "verdict": _words(whole.of_verdicts()),
        "reason": _words(whole.of_reasons()),
        "evidence": _evidence(whole),
        "repeated": {"verdict": _words(repeated.of_verdicts()), "reason": _words(repeated.of_reasons())},
        "by": {
            "verdict": _labels(plain.of_verdicts()),
            "reason": _labels(plain.of_reasons()),
            "topic": list(_topics(plain)),
            "engine": [_cell(plain, name, plain.engines == n) for n, name in enumerate(plain.engine)],
            "aided": [_cell(plain, "aided", plain.aided), _cell(plain, "unaided", ~plain.aided)],
            "article": list(_articles(plain)),
            "person": list(_people(plain)),
        },
        "pairs": list(_pairs(plain)),
        "estimate": _estimate(plain),
    }


def _words(ratings: Ratings) -> dict[str, Any]:
    found = measured(ratings) | {"cohen": cohen_of(ratings)}
    return {name: figure.as_dict() for name, figure in found.items()}


def _evidence(judged: Judged) -> dict[str, Any]:
    claims, people = judged.claims.tolist(), judged.people.tolist()
    sources = overlap_of_sources(list(zip(claims, people, judged.sources, strict=True))) if judged.sources else {}
    words = overlap_of_words(list(zip(claims, people, judged.spans, strict=True))) if judged.spans else {}
    nothing = undefined(Undefined.NOTHING_CITED if claims else Undefined.NOTHING_SHARED)
    return {
        "sources": {name: sources.get(name, nothing).as_dict() for name in ("raw", "alpha")},
        "spans": {"raw": words.get("raw", nothing).as_dict()},
    }


def _labels(ratings: Ratings) -> Cells:
    used = np.bincount(ratings.values, minlength=len(ratings.labels)) if len(ratings.values) else [0] * 99
    return [
        {"key": label, **{name: figure.as_dict() for name, figure in specific(ratings, place).items()}}
        for place, label in enumerate(ratings.labels)
        if used[place]
    ]


def _cell(judged: Judged, key: str | int, chosen: Bools) -> dict[str, Any]:
    """The agreement on verdicts of a part, whose unresolved claims are counted only where they are many."""
    found = measured(judged.where(chosen).countable().of_verdicts(), IN_CELLS)
    return {"key": key, **{name: figure.as_dict() for name, figure in found.items()}}


def _topics(judged: Judged) -> Iterator[dict[str, Any]]:
    for topic in sorted({topic for _claim, topic in judged.topics}):
        of_it = np.array([claim for claim, name in judged.topics if name == topic])
        yield _cell(judged, topic, np.isin(judged.claims, of_it))


def _articles(judged: Judged) -> Iterator[dict[str, Any]]:
    of_one = judged.articles[judged.articles >= 0]
    judgements = np.bincount(of_one, minlength=len(judged.article)) if len(of_one) else np.zeros(0, dtype=int)
    for place in np.argsort(-judgements, kind="stable")[:MOST_ARTICLES]:
        if judgements[place]:
            yield _cell(judged, judged.article[place], judged.articles == place)


def _people(judged: Judged) -> Iterator[dict[str, Any]]:
    """Of each person with claims enough how often the others on them said the same; whoever judged most comes first."""
    for person in _busiest(judged):
        theirs = judged.where(np.isin(judged.claims, judged.claims[judged.people == person])).countable()
        ratings = theirs.of_verdicts()
        claims, place = np.unique(ratings.items, return_inverse=True)
        if len(claims) < FEWEST_OF_A_PERSON:
            continue
        counts, mine = ratings.counts(), ratings.raters == person
        at = place[mine]
        alike = (counts[at, ratings.values[mine]] - 1) / (counts[at].sum(axis=1) - 1)
        low, high = interval_of_mean(alike, np.ones(len(alike)))
        others = len(np.unique(ratings.raters))
        yield {
            "key": int(person),
            "raw": Figure(value=float(alike.mean()), low=low, high=high, items=len(alike), raters=others).as_dict(),
        }


def _pairs(judged: Judged) -> Iterator[dict[str, Any]]:
    people = np.array(_busiest(judged), dtype=np.int64)
    for one, other in pairs(judged.of_verdicts(), people):
        both = judged.where((judged.people == one) | (judged.people == other)).countable()
        ratings = both.of_verdicts()
        if len(ratings.items) < 2 * FEWEST_OF_A_PERSON:
            continue
        found = measured(ratings, IN_CELLS) | {"cohen": cohen_of(as_pair(ratings, one, other))}
        yield {"people": [one, other], **{name: figure.as_dict() for name, figure in found.items()}}


def _is_told_of(judged: Judged, person: int) -> bool:
    """Whether so much of a person is counted that it tells of no single claim."""
    resolved = judged.resolved[judged.people == person]
    unresolved = int((~resolved).sum())
    return len(resolved) >= FEWEST_OF_A_PERSON and (unresolved == 0 or unresolved >= FEWEST_UNRESOLVED)


def _busiest(judged: Judged) -> list[int]:
    people, judgements = np.unique(judged.people, return_counts=True)
    return [int(person) for person in people[np.argsort(-judgements, kind="stable")][:MOST_PEOPLE]]


def _estimate(judged: Judged) -> dict[str, Any] | None:
    """What Dawid and Skene's model makes of it: of resolved claims alone which verdict it holds most likely."""
    found = estimate(judged.of_verdicts())
    if found is None:
        return None
    enough = {int(person) for person in found.raters if _is_told_of(judged, int(person))}
    shown = [person for person in _busiest(judged) if person in enough]
    place = {int(person): row for row, person in enumerate(found.raters)}
    resolved = np.isin(found.items, judged.claims[judged.resolved])
    likely = found.posterior.argmax(axis=1)
    return {
        "rounds": found.rounds,
        "labels": list(VERDICTS),
        "shares": found.shares.tolist(),
        "people": [{"key": person, "said": found.said[place[person]].tolist()} for person in shown],
        # Whoever stores the report compares these with how the claims were resolved.
        "likely": [
            [int(claim), VERDICTS[best], float(found.posterior[row, best])]
            for row, (claim, best) in enumerate(zip(found.items, likely, strict=True))
            if resolved[row]
        ],
    }
