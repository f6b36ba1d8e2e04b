"""How one claim stands to another: the same, contradicting, an update, a correction, a part, or nothing of these.

Precision before recall: what differs in place, day or in a name that is not the doer's is another event, and claims
without dates are never put in an order by guessing. Every answer has its reason in plain words; who is right it does
not say.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from verification.vocabulary import LinkKind

from . import lexicon
from .features import Features
from .pair import Pair, pair_of
from .quantities import Counted
from .stated import Order, Stated, are_of_other_times, is_another_time, is_one_day, order_of

MATCHER_VERSION = "4"

UNLIKE = 0.45  # of the smaller claim's weight: what shares less is not looked at further
SAME_LEAST, EVENT_LEAST = 0.6, 0.55
NUMBER_AGREES = 0.1
# Days between what is told of a place where such things happen again: within them, another number is of the same.
CLOSE, CLOSE_IF_IT_GREW = 3, 7
SMALL = 10  # a number that is the same by chance in another event at that place
UNDATED = 0.6  # of the score: what may be of another time comes after what is not
PART_LEAST, PART_MOST, LEAST_OF_A_PART = 0.88, 0.45, 4.0


@dataclass(frozen=True, kw_only=True, slots=True)
class Relation:
    """How one claim stands to another. `is_turned`: it is the other that updates, corrects or is part of this one."""

    kind: LinkKind
    score: float
    reason: str
    is_turned: bool = False
    is_sure: bool = True  # False where nothing tells whether it is the same time
    is_sure_alone: bool = False  # whether it is sure all the same where no other claim can be meant


def compare(one: Stated, other: Stated, *, corrects: int = 0) -> Relation | None:
    """How `one` stands to `other`; None where they have nothing to do with each other.

    `corrects`: 1 where the article of `one` corrects that of the other, -1 where it is the other way round.
    """
    if are_of_other_times(one, other):
        return None
    a, b = one.read, other.read
    pair = pair_of(a, b)
    if not a.words or not b.words or (pair.contained() < UNLIKE and not pair.aligned()):
        return None
    if a.exact == b.exact and a.is_negative == b.is_negative:
        return Relation(kind=LinkKind.SAME, score=1.0, reason="Says the same, word for word.")
    days, other_days = one.days, other.days
    if pair.is_another() or is_another_time(one, other, days, other_days):
        return None
    day = is_one_day(one, other, days, other_days)
    if day is False:
        return None
    order = order_of(one, other) if not corrects else Order(corrects, None)
    order = replace(order, is_one_day=bool(day))
    opposites = pair.opposites()
    if opposites is None and pair.acts_differ():
        return None
    doers = pair.other_doers()
    if pair.is_denial():
        return None if doers or pair.has_other_names() else _denied(pair, order, corrects)
    if doers is not None:
        return _other_doer(pair, doers, order, corrects)
    sides = pair.other_sides()
    if sides is not None and pair.agreed and pair.places and order.is_near:
        return _other_side(pair, sides, order, corrects)
    if pair.has_other_names():
        return None
    if pair.differing:
        return None if pair.measures_other_things() else _other_number(pair, order, corrects)
    if opposites is not None:
        return _opposite(pair, opposites, order, corrects)
    return _alike(pair, order)


def _other_doer(pair: Pair, doers: tuple[str, str], order: Order, corrects: int) -> Relation | None:
    score = max(pair.likeness(without=pair.doer_words()), pair.aligned(is_near=order.is_near))
    known = bool(pair.one.places & pair.other.places) or bool(pair.evidence)
    deeds = pair.one.concepts & pair.other.concepts & lexicon.DEEDS
    if (
        score < EVENT_LEAST
        or not known
        or not (deeds or pair.agreed)
        or pair.has_other_names(without=pair.doer_words())
    ):
        return None
    if pair.differing:
        return None
    # Hyphens of names are kept; the reason says who is named where.
    reason = f"Names another doer: {doers[0]} here, {doers[1]} there. {_in_both(pair)}"
    if deeds and deeds <= lexicon.STATES:
        return _settled(pair, LinkKind.UPDATES, score, reason, order, corrects, is_sure_alone=True)
    return _settled(pair, LinkKind.CONTRADICTS, score, reason, order, corrects, is_sure_alone=True)


def _other_side(pair: Pair, sides: tuple[str, str], order: Order, corrects: int) -> Relation | None:
    """So many of them, there, at that time, is one event: of two sides that are named, both do not hold."""
    if pair.has_other_names(without=pair.doer_words()):
        return None
    reason = f"Names another side: {sides[0]} here, {sides[1]} there. {_in_both(pair)}"
    score = max(EVENT_LEAST, pair.aligned(is_near=True))
    return _settled(pair, LinkKind.CONTRADICTS, score, reason, order, corrects)


def _denied(pair: Pair, order: Order, corrects: int) -> Relation | None:
    score = max(pair.likeness(), pair.aligned(is_near=order.is_near))
    if score < EVENT_LEAST or not pair.evidence or pair.differing:
        return None
    denial = pair.one if pair.one.is_negative else pair.other
    if denial.denies_itself and not pair.has_same_doer:
        return None  # that somebody did not do it is no other version of what names nobody
    what = "Denies" if pair.one.is_negative else "Is denied by"
    reason = f"{what} what the other says. {_in_both(pair)}"
    return _settled(pair, LinkKind.CONTRADICTS, score, reason, order, corrects, is_sure_alone=True)


def _opposite(pair: Pair, words: tuple[str, str], order: Order, corrects: int) -> Relation | None:
    score = pair.likeness(without=frozenset(words))
    if score < EVENT_LEAST or not pair.names:
        return None
    reason = f"Says the opposite: {pair.one.shown[words[0]]} here, {pair.other.shown[words[1]]} there. {_in_both(pair)}"
    return _settled(pair, LinkKind.UPDATES, score, reason, order, corrects)


def _other_number(pair: Pair, order: Order, corrects: int) -> Relation | None:
    score = max(pair.likeness(), pair.aligned(is_near=order.is_near))
    if score < EVENT_LEAST or not (pair.names or pair.agreed) or _is_too_thin(pair, order):
        return None
    mine, theirs = pair.differing[0]
    deed = mine.deed or mine.unit
    counts = deed in lexicon.TOLLS
    of = f" ({_counted(pair, mine)})" if mine.named or mine.deed else ""
    reason = f"Another number{of}: {mine.value:,g} here, {theirs.value:,g} there. {_in_both(pair)}"
    later = pair.one if order.later == 1 else pair.other
    grows = mine.value > theirs.value if order.later == 1 else theirs.value > mine.value
    if order.later is None and _says_that_it_grew(pair, mine.value, theirs.value):
        reason += " The higher number says itself that it is the later one."
        return Relation(
            kind=LinkKind.UPDATES,
            score=_rounded(score),
            reason=reason,
            is_turned=theirs.value > mine.value,
            is_sure=len(pair.names) + len(pair.agreed) + order.is_one_day > 1,
        )
    # What goes on says so itself: a state, and "now" or "has risen to" in what was said later.
    goes_on = bool((pair.one.concepts | pair.other.concepts) & lexicon.STATES) and not counts
    goes_on = goes_on or not later.cues.isdisjoint(("now", "grown"))
    later_by_days = order.apart is not None and order.apart > 1
    changes = goes_on or (grows and (counts or later_by_days))
    if not goes_on and _may_have_happened_again(pair, order, CLOSE_IF_IT_GREW if changes else CLOSE):
        return None
    kind = LinkKind.UPDATES if changes else LinkKind.CONTRADICTS
    return _settled(pair, kind, score, reason, order, corrects)


def _may_have_happened_again(pair: Pair, order: Order, most: int) -> bool:
    """Whether so long after, no more than what happened and where says that both speak of one event."""
    if order.apart is None or order.apart <= most or order.is_one_day or not pair.places:
        return False
    return not (pair.agreed or pair.has_more_than_the_place)


def _says_that_it_grew(pair: Pair, mine: float, theirs: float) -> bool:
    higher, lower = (pair.one, pair.other) if mine > theirs else (pair.other, pair.one)
    return "grown" in higher.cues and "grown" not in lower.cues


def _is_too_thin(pair: Pair, order: Order) -> bool:
    """Whether, without dates that tell, too little says that this may be one event: not even what happened where."""
    if order.later is not None or (pair.places and pair.deeds):
        return False
    return len(pair.names) + len(pair.agreed) + order.is_one_day < 2


def _alike(pair: Pair, order: Order) -> Relation | None:
    a, b = pair.one, pair.other
    score, contained = max(pair.likeness(), pair.aligned(is_near=order.is_near)), pair.contained()
    if not pair.evidence and score < 0.85:
        return None
    score += NUMBER_AGREES * bool(pair.agreed)
    if pair.counts_other_things() or _is_too_thin(pair, order):
        return None
    smaller, larger = sorted((a, b), key=lambda read: read.weight)
    if (
        contained >= PART_LEAST
        and LEAST_OF_A_PART <= smaller.weight < PART_MOST * larger.weight
        and len(pair.agreed) == len(smaller.quantities)
        and _says_part(smaller, larger)
    ):
        is_whole = smaller is b
        says = "Says what the other says, and more." if is_whole else "Is one part of what the other says."
        reason = f"{says} {_in_both(pair)}"
        return Relation(kind=LinkKind.PART_OF, score=_rounded(score), reason=reason, is_turned=is_whole)
    if score < SAME_LEAST or pair.counts_alone():
        return None
    reason = f"Says the same in other words. {_in_both(pair)}"
    if order.later is None and not pair.agreed:
        reason = f"{reason} No dates tell whether it is the same time."
        return Relation(
            kind=LinkKind.SAME, score=_rounded(score * UNDATED), reason=reason, is_sure=_is_told_apart(pair, order)
        )
    return Relation(kind=LinkKind.SAME, score=_rounded(score), reason=reason)


def _says_part(smaller: Features, larger: Features) -> bool:
    """Whether the larger says of those that both name what the smaller says of them: names alone are no part of it."""
    said = smaller.words.keys() - smaller.names - larger.names
    return not said.isdisjoint(larger.words) and smaller.is_negative == larger.is_negative


def _settled(
    pair: Pair, kind: LinkKind, score: float, reason: str, order: Order, corrects: int, *, is_sure_alone: bool = False
) -> Relation:
    """A difference, by what is known of the order: a correction, an update where it can be one, or a contradiction.

    `is_sure_alone`: undated, it is of the one claim that can be meant, if there is but one: a denial answers something.
    """
    if corrects:
        return Relation(
            kind=LinkKind.CORRECTS, score=_rounded(score), reason=f"Its article corrects the other's. {reason}",
            is_turned=corrects < 0,
        )  # fmt: skip
    if order.later and order.apart is not None:
        reason += (
            f" Said {order.apart} day{'s' if order.apart != 1 else ''} {'later' if order.later > 0 else 'earlier'}."
        )
        if kind == LinkKind.UPDATES:
            return Relation(kind=kind, score=_rounded(score), reason=reason, is_turned=order.later < 0)
    elif order.later == 0:
        reason += " Said on the same day."
    else:
        reason += " No dates tell which was said later: it may be an update, or another time."
        score, is_sure = _rounded(score * UNDATED), _is_told_apart(pair, order)
        return Relation(
            kind=LinkKind.CONTRADICTS, score=score, reason=reason, is_sure=is_sure, is_sure_alone=is_sure_alone
        )
    return Relation(kind=LinkKind.CONTRADICTS, score=_rounded(score), reason=reason)


def _is_told_apart(pair: Pair, order: Order) -> bool:
    """Whether without dates a number or a day that both name says that it is one event.

    The same names alone do not: what happened there may have happened again.
    """
    if order.is_one_day:
        return True
    return any(mine.value > SMALL or pair.has_more_than_the_place for mine, _theirs in pair.agreed)


def _rounded(score: float) -> float:
    return round(min(1.0, max(0.0, score)), 3)


def _counted(pair: Pair, mine: Counted) -> str:
    """What is counted, in plain words."""
    if mine.unit and mine.deed and len(mine.named.split()) > 1:
        return mine.named
    words = [mine.named, pair.one.shown.get(mine.deed, mine.deed)]
    return " ".join(dict.fromkeys(word for word in words if word))


def _in_both(pair: Pair) -> str:
    """What both speak of, as this claim writes it: names, then numbers, then a few words."""
    listed = [pair.one.shown[name] for name in pair.one.shown if name in pair.names]
    listed += [f"{mine.value:,g}" for mine, _theirs in pair.agreed]
    if len(listed) < 3:
        both = pair.one.words.keys() & pair.other.words.keys()
        listed += [pair.one.shown[word] for word in pair.one.shown if word in both and word not in pair.names]
    return f"In both: {', '.join(pair.one.in_a_row(dict.fromkeys(listed[:5])))}."
