"""A claim as a denial sees it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter

from verification.text.record import cached_property
from verification.vocabulary import Dispute, Topic

from .claimed import Claimed
from .doubting import Doubt
from .model import doubt, events, negation
from .model.nations import nations
from .stems import numbers_in, stems
from .topic import topics

PLACE = attrgetter("claim.passage")


@dataclass(frozen=True)
class Heard:
    """A claim with its telling words, its speaker, and what it can be set against; looked at as far as is asked."""

    claim: Claimed
    known: frozenset[str] = frozenset()  # the words that stand for its speaker anywhere: office, and whose spokesman

    @cached_property
    def stands_for(self) -> frozenset[str]:
        return self.known | self.speaker

    @cached_property
    def lowered(self) -> str:
        return self.claim.text.lower()

    @cached_property
    def shows(self) -> str:
        """What speaks without a speaker: "a video" of "a video shows that"."""
        found = doubt.SHOWS.search(self.lowered)
        return found[1] if found is not None else ""

    @cached_property
    def speaker(self) -> frozenset[str]:
        return frozenset(stems(f"{self.claim.claimant or ''} {self.shows}"))

    @cached_property
    def words(self) -> frozenset[str]:
        """Its words without its speaker's."""
        return frozenset(stems(self.claim.text)) - self.speaker

    @cached_property
    def side(self) -> frozenset[str]:
        """The states that its speaker speaks for."""
        return nations(self.claim.claimant or "")

    @cached_property
    def roles(self) -> frozenset[str]:
        return roles(self.words)

    @cached_property
    def topics(self) -> frozenset[Topic]:
        return frozenset(topics(self.claim.text))

    @cached_property
    def numbers(self) -> frozenset[str]:
        return numbers_in(self.lowered)

    @cached_property
    def is_negative(self) -> bool:
        return bool(negation.NEGATION.search(self.lowered))

    @cached_property
    def is_told(self) -> bool:
        """By somebody, or by a post or a recording."""
        return self.claim.claimant is not None or bool(self.shows)

    @cached_property
    def is_reported(self) -> bool:
        """Whether the article passes on what others say, whoever they are: "Rumours that …", "They cried foul"."""
        return doubt.HEARSAY.search(self.lowered) is not None


def roles(words: frozenset[str]) -> frozenset[str]:
    return frozenset(events.ROLE[word] for word in words if word in events.ROLE)


def around(heard: Sequence[Heard], passage: int, *, before: int, after: int) -> range:
    """The places of the claims that stand near a passage."""
    first = bisect_left(heard, passage - before, key=PLACE)
    return range(first, bisect_right(heard, passage + after, key=PLACE))


def may_answer(d: Doubt, one: Heard) -> bool:
    """Whether somebody else than the denier makes a claim, which is no denial and stands elsewhere."""
    claim = one.claim
    if claim.is_call:
        return False
    if claim.is_denial and d.kind is Dispute.DENIED:
        return False
    is_own = claim.claimant is not None and (claim.claimant == d.claimant or bool(d.side and d.side == one.side))
    return not is_own and not (claim.start < d.end and d.start < claim.end)
