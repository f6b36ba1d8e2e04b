"""The first blind judgements of a project as columns, and which of them may be counted together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from verification.vocabulary import Reason, Verdict

from .overlap import Sources, Spans
from .ratings import Bools, Ints, Ratings

VERDICTS = tuple(verdict.value for verdict in Verdict)
REASONS = tuple(reason.value for reason in Reason)
# Of fewer claims than this a figure of a part could tell somebody who knows one judgement what the other one was.
FEWEST_UNRESOLVED = 10
# Of fewer a person's name beside them could tell who judged a claim, which nobody is told of resolved claims either.
FEWEST_OF_A_PERSON = 10


@dataclass(frozen=True, kw_only=True)
class Judged:
    """One row for each judgement, in the order of claim and person.

    `engines`, `articles` and `topics` are numbers into the lists of the same name without the s, with -1 for none;
    `topics` holds rows of claim and topic. `sources` and `spans` are what each judgement cites.
    """

    claims: Ints
    people: Ints
    verdicts: Ints
    reasons: Ints
    aided: Bools
    resolved: Bools
    engines: Ints
    articles: Ints
    engine: tuple[str, ...] = ()
    article: tuple[int, ...] = ()
    topics: tuple[tuple[int, str], ...] = ()
    sources: Sequence[Sources] = ()
    spans: Sequence[Spans] = ()

    def of_verdicts(self) -> Ratings:
        return Ratings(items=self.claims, raters=self.people, values=self.verdicts, labels=VERDICTS)

    def of_reasons(self) -> Ratings:
        return Ratings(items=self.claims, raters=self.people, values=self.reasons, labels=REASONS)

    def where(self, chosen: Bools) -> Judged:
        """Those rows; `sources` and `spans` go along where there are any."""
        kept = np.flatnonzero(chosen).tolist()
        return replace(
            self,
            claims=self.claims[chosen],
            people=self.people[chosen],
            verdicts=self.verdicts[chosen],
            reasons=self.reasons[chosen],
            aided=self.aided[chosen],
            resolved=self.resolved[chosen],
            engines=self.engines[chosen],
            articles=self.articles[chosen],
            sources=[self.sources[row] for row in kept] if self.sources else (),
            spans=[self.spans[row] for row in kept] if self.spans else (),
        )

    def without_citations(self) -> Judged:
        return replace(self, sources=(), spans=())

    def shared(self) -> Judged:
        """The rows of claims that two people judged, resolved or not: to leave out what they differ on would make any
        agreement look better than it is. One unresolved claim by itself is no aggregate, and is left out."""
        if not len(self.claims):
            return self
        _found, place, counts = np.unique(self.claims, return_inverse=True, return_counts=True)
        shared = counts[place] >= 2
        if len(np.unique(self.claims[shared])) == 1:
            shared &= self.resolved
        return self if shared.all() else self.where(shared)

    def countable(self) -> Judged:
        """The same for a part: of unresolved claims all together or, where they are few, none.

        Whoever knows one of two judgements could tell the other from a figure of few claims. What is resolved anybody
        in the project can look up.
        """
        shared = self.shared()
        few = 0 < len(np.unique(shared.claims[~shared.resolved])) < FEWEST_UNRESOLVED
        return shared.where(shared.resolved) if few else shared
