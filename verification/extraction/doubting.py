"""A passage of an article that denies or doubts something, and what can be told of it."""

from __future__ import annotations

from verification.text.record import cached_property, record
from verification.text.word_lists import words
from verification.vocabulary import Dispute, Topic

from .model import doubt, flat
from .model.nations import nations
from .stems import numbers_in, stem_of

DOUBTING = frozenset(
    map(stem_of, words("doubt doubts cast confirmation verification proof evidence possible yet check authenticated"))
)
DOUBTING |= frozenset(map(stem_of, words("provide offer give gave present produce")))
DOUBTING |= frozenset(map(stem_of, words("lack lacked lacks foundation basis truth substance information")))
DOUBTING |= frozenset(map(stem_of, words("immediately official published released available final examined")))


@record(frozen=True)
class Doubt:
    """A passage, or a part of one, that denies or doubts something; offsets of the text.

    A soft one does so only where it is set against a claim: "no civilians were harmed" after "14 civilians died".
    """

    passage: int
    start: int
    end: int
    kind: Dispute
    reason: str
    text: str  # what it says, lower case
    words: frozenset[str]
    topics: frozenset[Topic]
    claimant: str | None
    is_soft: bool = False
    denier: frozenset[str] = frozenset()  # the words that stand for who denies it
    is_absence: bool = False  # "There is no record of …": it says itself what there is not
    is_count: bool = False  # whether it sets a number against others
    turns: bool = False  # whether it turns against what was said before: "But …", "X insisted that …"
    is_insisted: bool = False  # by its verb
    is_answer: bool = False  # "Asked about their version, he said …"
    is_foreign: bool = False  # in another language than English, of which fewer speakers are heard

    @cached_property
    def is_general(self) -> bool:
        """Whether it names nothing itself: "the claims could not be verified"."""
        if self.kind is Dispute.UNVERIFIABLE and doubt.FOOTAGE.search(self.text):
            return True
        if self.kind is Dispute.UNVERIFIABLE and not self.is_soft and not self.own:
            return True
        if self.kind is Dispute.DENIED and flat.is_nameless(self.text):
            return True
        return bool(doubt.GENERAL.search(self.text)) or (len(self.words) < 2 and not self.is_soft)

    @cached_property
    def own(self) -> frozenset[str]:
        """Its words without those that stand for who denies it, and those that say that it is doubted."""
        return self.words - self.denier - DOUBTING

    @cached_property
    def numbers(self) -> frozenset[str]:
        return numbers_in(self.text)

    @cached_property
    def is_of_accusation(self) -> bool:
        return bool(doubt.ACCUSATION.search(self.text))

    @cached_property
    def is_blanket(self) -> bool:
        """Whether it denies all that was said, without saying what."""
        return self.kind is Dispute.DENIED and bool(doubt.BLANKET.search(self.text))

    @cached_property
    def side(self) -> frozenset[str]:
        """The states that its claimant speaks for."""
        return nations(self.claimant or "")

    @cached_property
    def is_of_both(self) -> bool:
        """Whether it speaks of two versions that stand against each other: "neither account"."""
        return self.kind is Dispute.UNVERIFIABLE and bool(doubt.BOTH.search(self.text))

    @cached_property
    def is_of_all(self) -> bool:
        """Whether it speaks of several: "neither account", "these reports"."""
        return bool(doubt.SEVERAL.search(self.text))
