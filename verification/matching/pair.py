"""What two claims have in common, and in what they differ."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from . import lexicon
from .features import Features
from .quantities import Counted
from .stems import meaning

LEAST_SAID = 0.3  # of what the shorter claim says of its names, the other says so much at least
# What each part counts that is the same in both, where the place is: it takes the deed or the number besides.
PLACE, DEED, DOER, NUMBER, THING, OTHER_NAME, SAME_DAY = 0.25, 0.2, 0.15, 0.15, 0.1, 0.1, 0.15
NAMED, CONTAINED, CONTAINED_ALONE = 0.4, 0.35, 0.6
COUNTING = frozenset(meaning(word) for word in lexicon.COUNTING)  # says that something is counted, not what
PERSONS = frozenset({"", "more"}) | {meaning(word) for word in lexicon.PERSONS}


@dataclass(frozen=True, slots=True)
class Pair:
    """Two claims; numbers that count the same thing, those that agree and those that do not."""

    one: Features
    other: Features
    agreed: tuple[tuple[Counted, Counted], ...]
    differing: tuple[tuple[Counted, Counted], ...]

    @property
    def names(self) -> frozenset[str]:
        """Names of one claim that the other has too, be it at the head of a sentence, where one cannot tell."""
        return (self.one.names & self.other.words.keys()) | (self.other.names & self.one.words.keys())

    @property
    def evidence(self) -> int:
        """How many things besides the words speak for one and the same event: names, numbers, days."""
        return len(self.names) + len(self.agreed) + len(self.one.days & self.other.days)

    def likeness(self, *, without: Iterable[str] = ()) -> float:
        """How alike they are, 0 to 1, some words left out: by names, and by what is said of them."""
        left_out = frozenset(without) | (COUNTING if self.agreed or self.differing else frozenset())
        names = (self.one.names | self.other.names) - left_out
        mine, theirs = self._said(self.one, names | left_out), self._said(self.other, names | left_out)
        common = sum(max(weight, theirs[word]) for word, weight in mine.items() if word in theirs)
        smaller, union = min(sum(mine.values()), sum(theirs.values())), sum((mine | theirs).values())
        contained, jaccard = (min(1.0, common / smaller), common / union) if smaller else (0.0, 0.0)
        if contained < LEAST_SAID:
            return 0.0
        least = min(len(self.one.names - left_out), len(self.other.names - left_out))
        if not least:
            return CONTAINED_ALONE * contained + (1 - CONTAINED_ALONE) * jaccard
        named = min(1.0, len(self.names - left_out) / least)
        return NAMED * named + CONTAINED * contained + (1 - NAMED - CONTAINED) * jaccard

    def aligned(self, *, is_near: bool = False) -> float:
        """How alike they are by who did what to how many where, 0 to 1; 0 unless place and deed or number agree."""
        if not self.places or not (self.deeds or self.agreed):
            return 0.0
        score = PLACE + DEED * bool(self.deeds) + DOER * self.has_same_doer
        score += OTHER_NAME * bool(self.names - self.places and not self.has_same_doer)
        score += SAME_DAY * (is_near and bool(self.agreed))
        return min(1.0, score + (NUMBER if self.agreed else THING * bool(self.differing)))

    @property
    def places(self) -> frozenset[str]:
        """Places that both name."""
        return self.names & (self.one.places | self.other.places)

    @property
    def deeds(self) -> frozenset[str]:
        """What happened, as far as both say it."""
        return self.one.concepts & self.other.concepts & lexicon.ACTS

    @property
    def has_same_doer(self) -> bool:
        """Whether who did it in one is spoken of in the other too."""
        one, other = self.one, self.other
        return not one.doers.isdisjoint(other.words) or not other.doers.isdisjoint(one.words)

    @property
    def has_more_than_the_place(self) -> bool:
        """Whether both name a doer or somebody else besides where it was."""
        return self.has_same_doer or bool(self.names - self.places - self.one.regions - self.other.regions)

    def _said(self, read: Features, names: frozenset[str]) -> dict[str, float]:
        """What is said of the names."""
        return {word: weight for word, weight in read.words.items() if word not in names}

    def contained(self) -> float:
        """The share of the smaller claim's weight that the other has too."""
        one, other = self.one.words, self.other.words
        common = sum(max(weight, other[word]) for word, weight in one.items() if word in other)
        smaller = min(self.one.weight, self.other.weight)
        return min(1.0, common / smaller) if smaller else 0.0

    def is_denial(self) -> bool:
        """Whether one says that what the other says is not so: "nobody was let through" does not deny "was closed"."""
        if self.one.is_negative == self.other.is_negative:
            return False
        denial, denied = (self.one, self.other) if self.one.is_negative else (self.other, self.one)
        shared = self.deeds or denied.words.keys() - denial.names
        return not denial.negated or not denial.negated.isdisjoint(shared)

    def acts_differ(self) -> bool:
        """Whether each says that something happened, and not the same thing, or not by the same means."""
        a, b = self.one.concepts, self.other.concepts
        return any(a & acts and b & acts and not a & b & acts for acts in (lexicon.ACTS, lexicon.MEANS))

    def other_doers(self) -> tuple[str, str] | None:
        """Who did it, as each sentence writes it, where the two name different doers of the deed."""
        a, b = self.one.doers, self.other.doers
        if not a or not b or a & b or a & self.other.words.keys() or b & self.one.words.keys():
            return None
        return _written(self.one, a), _written(self.other, b)

    def other_sides(self) -> tuple[str, str] | None:
        """Which sides they name, as each writes it, where the one names none of the other's."""
        a, b = self.one.sides, self.other.sides
        if not a or not b or not a.isdisjoint(self.other.words) or not b.isdisjoint(self.one.words):
            return None
        return _written(self.one, a), _written(self.other, b)

    def counts_other_things(self) -> bool:
        """Whether both hold numbers, and none of them counts what one of the other's does, or is the same number."""
        a, b = self.one.quantities, self.other.quantities
        if not a or not b or self.agreed:
            return False
        alike = any(mine.value == theirs.value and not (mine.deed and theirs.deed) for mine in a for theirs in b)
        return not alike

    def measures_other_things(self) -> bool:
        """Whether the numbers that differ are shares or sums, and each claim says of what the other does not speak.

        "Measles cases rose by 18 %" and "measles deaths rose by 43 %" are both so; the unit says nothing of what it is.
        """
        if not all(mine.unit == "%" or mine.unit.isupper() for mine, _theirs in self.differing):
            return False
        return all(
            any(
                (weight >= 1 or word in lexicon.TOLLS) and word not in read.names | other.words.keys()
                for word, weight in read.words.items()
            )
            for read, other in ((self.one, self.other), (self.other, self.one))
        )

    def counts_alone(self) -> bool:
        """Whether one counts what happened to somebody, and the other does not speak of that at all."""
        one, other = self.one, self.other
        alone = (
            quantity.deed and quantity.deed not in theirs.concepts and not theirs.quantities
            for mine, theirs in ((one, other), (other, one))
            for quantity in mine.quantities
        )  # fmt: skip
        return any(alone)

    def doer_words(self) -> frozenset[str]:
        return self.one.doers | self.other.doers | self.one.sides | self.other.sides

    def opposites(self) -> tuple[str, str] | None:
        """A pair of opposite words of which each claim has one: opened and closed."""
        for word in self.one.concepts - self.other.concepts:
            opposite = lexicon.OPPOSITES.get(word)
            if opposite in self.other.concepts and opposite not in self.one.concepts:
                return word, str(opposite)
        return None

    def is_another(self) -> bool:
        """Whether places, what kind of place it was, or years say that these are two events."""
        a, b = self.one, self.other
        for mine, theirs in ((a.sites, b.sites), (a.regions, b.regions)):
            if mine and theirs and not mine & theirs:
                return True
        if a.places and b.places and not a.places & b.words.keys() and not b.places & a.words.keys():
            return True
        return bool(a.years and b.years) and not a.years & b.years

    def has_other_names(self, *, without: Iterable[str] = ()) -> bool:
        """Whether each claim names somebody or something that the other does not, in one and the same part.

        Where both name one place, a larger one beside it is none of these; nor is the doer, where but one names any.
        """
        one, other = self.one, self.other
        mine = one.names - other.words.keys() - other.speakers - frozenset(without)
        theirs = other.names - one.words.keys() - one.speakers - frozenset(without)
        if self.places:
            mine, theirs = mine - one.places - one.regions, theirs - other.places - other.regions
        if not one.doers or not other.doers:
            mine, theirs = mine - one.doers, theirs - other.doers
        return bool(mine and theirs)


def pair_of(one: Features, other: Features) -> Pair:
    agreed: list[tuple[Counted, Counted]] = []
    differing: list[tuple[Counted, Counted]] = []
    for mine in one.quantities:
        comparable = [theirs for theirs in other.quantities if _counts_the_same(mine, theirs)]
        match = next((theirs for theirs in comparable if mine.agrees(theirs)), None)
        if match is not None:
            agreed.append((mine, match))
        elif any(mine.deed == theirs.deed for theirs in comparable):
            differing.append((mine, next(theirs for theirs in comparable if mine.deed == theirs.deed)))
    return Pair(one, other, tuple(agreed), tuple(differing))


def _counts_the_same(mine: Counted, theirs: Counted) -> bool:
    if mine.deed and mine.deed == theirs.deed:
        return mine.unit == theirs.unit or mine.unit in PERSONS or theirs.unit in PERSONS
    if mine.deed and theirs.deed:
        return False
    return bool(mine.unit) and (mine.unit == theirs.unit or _are_persons(mine.unit, theirs.unit))


def _are_persons(one: str, other: str) -> bool:
    """Whether both units can count the same people: "supporters" and "people", but not "soldiers" and "civilians"."""
    return any(a in PERSONS and (b in PERSONS or b in lexicon.PEOPLE) for a, b in ((one, other), (other, one)))


def _written(read: Features, stems: Iterable[str]) -> str:
    return " ".join(_in_order(read, stems))


def _in_order(read: Features, stems: Iterable[str]) -> Sequence[str]:
    wanted = set(stems)
    return [word for stem, word in read.shown.items() if stem in wanted] or sorted(wanted)
