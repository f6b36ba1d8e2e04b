"""A claim as matching is given it, and what the times of two say: another event, one day, and which was said later."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .features import Features, features, word_for_word
from .times import MOST_APART, Interval, are_apart, are_weekdays, gap, happened, is_named, is_too_late, told_about


@dataclass(frozen=True, kw_only=True, slots=True)
class Stated:
    """A claim as matching is given it; times are first and last day, None where not known."""

    statement: str
    is_denied: bool = False
    language: str | None = None  # a primary code; None is read as English
    event: Interval | None = None
    asserted: Interval | None = None
    published: Interval | None = None

    @property
    def said(self) -> Interval | None:
        """When it was said, as far as that is known."""
        return self.asserted or self.published

    @property
    def read(self) -> Features:
        return features(self.statement, self.is_denied, self.language)

    @property
    def days(self) -> Sequence[Interval]:
        """The days of which it speaks, as far as they are known."""
        if self.event is not None:
            return [self.event]
        return happened(self.statement, self.language, self.said)


@dataclass(frozen=True, slots=True)
class Order:
    """Which of two was said later: 1 the first, -1 the second, 0 at one time, None where no dates tell; days apart.

    `is_one_day`: what is undated names a day that the other speaks of too.
    """

    later: int | None
    apart: int | None
    is_one_day: bool = False

    @property
    def is_near(self) -> bool:
        """Whether both were said within a day, or speak of one."""
        return self.is_one_day or self.later == 0 or (self.apart is not None and self.apart <= 1)


def are_of_other_times(one: Stated, other: Stated) -> bool:
    """Whether by their dates alone these are two events, whatever else they say: told without reading their words.

    Of the claims that share keys with a new one most are: the same place, months before. What is said word for word is
    told again, however late.
    """
    days, other_days = one.days, other.days
    if are_apart(days, other_days):
        return True
    if not is_another_time(one, other, days, other_days):
        return False
    return word_for_word(one.statement) != word_for_word(other.statement)


def is_another_time(one: Stated, other: Stated, days: Sequence[Interval], other_days: Sequence[Interval]) -> bool:
    """Whether by when they were said these are two events: long after one another, or before it happened."""
    if one.said is None or other.said is None:
        return False
    if days and not other_days:
        return is_too_late(days, other.said)
    if other_days and not days:
        return is_too_late(other_days, one.said)
    return not days and gap(one.said, other.said) > MOST_APART


def is_one_day(one: Stated, other: Stated, days: Sequence[Interval], other_days: Sequence[Interval]) -> bool | None:
    """Whether the day that an undated claim names is one of which the other speaks; None where nothing tells."""
    for claim, own, spans, told in (
        (one, days, other_days, told_about(other.said)), (other, other_days, days, told_about(one.said)),
    ):  # fmt: skip
        if own:
            continue
        if claim.read.days and (spans or told):
            return is_named(claim.read.days, spans or told)
        if claim.read.weekdays and spans and not are_weekdays(claim.read.weekdays, spans):
            return False
    if one.read.days and other.read.days and not days and not other_days:
        return bool(one.read.days & other.read.days)
    return None


def order_of(one: Stated, other: Stated) -> Order:
    a, b = one.said, other.said
    if a is None or b is None:
        return Order(None, None)
    if a[0] > b[1]:
        return Order(1, (a[0] - b[1]).days)
    if b[0] > a[1]:
        return Order(-1, (b[0] - a[1]).days)
    return Order(0 if a == b and a[0] == a[1] else None, 0)
