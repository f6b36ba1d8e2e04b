"""Claims as the news would make them, from a fixed seed, with what is related to what known: for the benchmark.

Every claim of the background is an event of its own, and so is every near miss: whatever is linked to it is wrong. The
places and groups are few beside the events, so that the same place is hit again and again, often by the same group and
with the same number. Words come from several writers: a paraphrase is another writer's sentence, with other details.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from verification.numbers.numerals import NUMERALS
from verification.vocabulary import LinkKind

SYLLABLES = [a + b for a in "bdfghklmnprstvz" for b in ("a", "e", "i", "o", "u", "ar", "en", "ol")]
WORDS = NUMERALS["en"].small.split()[1:16]  # two to sixteen
KINDS = ("blast", "raid", "hold", "flight", "arrest", "deal", "closure", "aid")
FIRST_DAY, DAYS = date(2019, 1, 1), 1500


@dataclass(frozen=True, kw_only=True)
class Event:
    """What happened; `number` of what `kind` says, by `doer`, in `place` of `region`, on `day`."""

    kind: str
    place: str
    region: str
    doer: str
    number: int
    day: date
    official: str


@dataclass(frozen=True, kw_only=True)
class Made:
    """A claim: its words, when its article ran (None: undated), and what it is to which other claim (its index)."""

    statement: str
    published: date | None
    is_denied: bool = False
    of: int | None = None
    kind: LinkKind | None = None
    sort: str = "background"


class World:
    """Places, groups and officials, and events among them."""

    def __init__(self, seed: int, tellings: dict[str, list[str]]) -> None:
        self.tellings = tellings
        self.dice = random.Random(seed)
        self.places = [self._name(2, 3) for _ in range(5000)]
        self.regions = [self._name(2, 2) for _ in range(40)]
        self.groups = [self._name(2, 3) for _ in range(60)]
        self.officials = [self._name(2, 3) for _ in range(400)]

    def _name(self, least: int, most: int) -> str:
        return "".join(self.dice.choice(SYLLABLES) for _ in range(self.dice.randint(least, most))).capitalize()

    def event(self) -> Event:
        at = min(int(self.dice.expovariate(1 / 1000)), len(self.places) - 1)  # some places are hit often
        return Event(
            kind=self.dice.choice(KINDS),
            place=self.places[at],
            region=self.regions[at % len(self.regions)],
            doer=self.groups[min(int(self.dice.expovariate(1 / 12)), len(self.groups) - 1)],
            number=min(int(self.dice.lognormvariate(2.8, 1.0)) + 2, 900),
            day=FIRST_DAY + timedelta(days=self.dice.randrange(DAYS)),
            official=self.dice.choice(self.officials),
        )

    def words(self, number: int) -> str:
        return WORDS[number - 2] if number - 2 < len(WORDS) and self.dice.random() < 0.6 else str(number)

    def when(self, day: date) -> str:
        return self.dice.choice(
            ["", "", f" on {day:%A}", f" on {day.day} {day:%B}", f" on {day:%B} {day.day}", f" late on {day:%A}"]
        )

    def told(self, event: Event, writer: int) -> str:
        """The event in the words of one of the writers; details differ from one telling to the next."""
        listed = self.tellings[event.kind]
        number = self.words(event.number)
        told = listed[writer % len(listed)]
        the_doer = self.dice.choice(["the {} front", "{} fighters", "the {} movement"]).format(event.doer)
        said = told.format(
            number=number,
            Number=number[:1].upper() + number[1:],
            place=event.place if self.dice.random() < 0.6 else f"{event.place}, {event.region}"
            if self.dice.random() < 0.5 else f"the town of {event.place}",
            spot=event.place,
            doer=event.doer,
            the_doer=the_doer,
            s="" if the_doer.endswith("fighters") else "s",
            when=self.when(event.day),
        )  # fmt: skip
        said = said[:1].upper() + said[1:]
        ending = self.dice.random()
        if ending < 0.2:
            said += f", governor {event.official} said"
        elif ending < 0.3:
            said += ", according to local officials"
        elif ending < 0.36:
            said += self.dice.choice([" in what residents called the worst week of the year", " as winter set in"])
        return said + "."


# Several writers for each kind of event. Words differ more than the rules know: "claimed the lives", "left dead".
TELLINGS: dict[str, list[str]] = {
    "blast": [
        "at least {number} people were killed in a bomb blast in {place}{when}",
        "{Number} people died when a bomb planted by {the_doer} exploded in {place}",
        "an explosion claimed the lives of {number} people in {place}{when}",
        "a bomb attack by {the_doer} in {place} left {number} dead",
        "{the_doer} bombed a market in {place}{when}, killing {number} shoppers",
        "{Number} were killed and many more hurt as a bomb went off at a market in {place}",
        "the death toll of the {spot} market bombing stands at {number}",
    ],
    "raid": [
        "{the_doer} killed {number} soldiers in a raid on a base near {place}{when}",
        "{Number} soldiers were killed by {the_doer} at a base near {place}",
        "a raid by {the_doer} on an army post outside {place} left {number} troops dead",
        "{Number} troops fell when {the_doer} stormed their base in {place}{when}",
        "{the_doer} overran a military base close to {place} and killed {number} soldiers",
    ],
    "hold": [
        "{the_doer} control{s} {number} villages around {place}",
        "{Number} villages around {place} are held by {the_doer}",
        "{the_doer} hold{s} {number} of the villages near {place}",
        "{Number} villages in the {spot} area are under the control of {the_doer}",
    ],
    "flight": [
        "{number} families fled their homes in {place}{when} after clashes with {the_doer}",
        "fighting with {the_doer} displaced {number} families in {place}",
        "{Number} families have been uprooted by fighting in {place}{when}",
        "clashes drove {number} families out of {place}",
    ],
    "arrest": [
        "police arrested {number} members of {the_doer} in {place}{when}",
        "{Number} members of {the_doer} were detained in {place}",
        "{Number} {doer} members were jailed after a police operation in {place}{when}",
        "police in {place} say they hold {number} suspected members of {the_doer}",
    ],
    "deal": [
        "{the_doer} signed a ceasefire with the government in {place}{when}",
        "the government and {the_doer} agreed on a truce in {place}",
        "a ceasefire between the government and {the_doer} was signed in {place}{when}",
        "in {place}, the government reached a truce deal with {the_doer}",
    ],
    "closure": [
        "the border crossing at {place} was closed{when}",
        "the government shut the {spot} border crossing{when}",
        "the crossing at {place} is closed to all traffic",
        "traffic over the border at {place} stopped after the crossing was shut",
    ],
    "aid": [
        "the Red Crescent brought food to {number} families in {place}{when}",
        "{Number} families in {place} received food from the Red Crescent",
        "food reached {number} families in {place}, the Red Crescent announced",
    ],
}
# Other writers, whose words are set aside: no rule is made for them. Look at totals alone.
ASIDE: dict[str, list[str]] = {
    "blast": [
        "{number} people perished when explosives went off in the centre of {place}{when}",
        "rescuers in {place} counted {number} dead after a bomb planted by {the_doer} tore through a bus",
        "{the_doer} detonated a bomb in {place} and killed {number} passers-by",
        "the blast that shook {place} cost {number} lives",
        "hospitals in {place} received {number} bodies after the explosion",
    ],
    "raid": [
        "{number} soldiers lost their lives as {the_doer} stormed an outpost near {place}{when}",
        "at a camp near {place}, {number} troops were slaughtered by {the_doer}",
        "{the_doer} struck a military camp outside {place}; {number} soldiers did not survive",
        "a dawn assault by {the_doer} on barracks in {place} claimed the lives of {number} soldiers",
    ],
    "hold": [
        "{the_doer} dominate{s} {number} villages around {place}",
        "{Number} villages near {place} remain under {the_doer}",
        "the government has lost {number} villages around {place} to {the_doer}",
    ],
    "flight": [
        "{number} families escaped from {place} when {the_doer} advanced{when}",
        "an exodus from {place} has left {number} families homeless",
        "{Number} families abandoned {place} amid shooting between troops and {the_doer}",
    ],
    "arrest": [
        "{number} alleged members of {the_doer} were picked up by police in {place}{when}",
        "a sweep in {place} ended with {number} members of {the_doer} behind bars",
        "police in {place} seized {number} people said to belong to {the_doer}",
    ],
    "deal": [
        "the government and {the_doer} laid down their arms in {place} after talks{when}",
        "negotiators in {place} sealed an armistice between the government and {the_doer}",
        "fighting in {place} is over after {the_doer} and the government signed a truce",
    ],
    "closure": [
        "the crossing at {place} was blocked{when}",
        "travellers could not pass the {spot} border post, which was shut",
        "the border gate in {place} has been closed by the authorities",
    ],
    "aid": [
        "Red Crescent workers handed out food to {number} families in {place}{when}",
        "{Number} families in {place} got rations from the Red Crescent",
        "the Red Crescent said that its food had reached {number} families in {place}",
    ],
}
COUNTED = tuple(kind for kind in KINDS if kind not in ("deal", "closure"))
DONE_BY = ("raid", "hold")
DENIALS = (
    "{the_doer} denied that it {deed}",
    "a spokesman for {the_doer} rejected reports that it {deed}",
    "{the_doer} did not {base}, its spokesman said",
)
DEEDS = {
    "raid": ("killed soldiers at a base near {place}", "kill soldiers at a base near {place}"),
    "blast": ("bombed the market in {place}", "bomb the market in {place}"),
    "deal": ("signed a ceasefire in {place}", "sign a ceasefire in {place}"),
}


def ran(world: World, event: Event) -> date | None:
    """When the article ran: the day after, mostly; one in six is undated."""
    return None if world.dice.random() < 1 / 6 else event.day + timedelta(days=world.dice.choice([0, 0, 0, 1, 1]))


def repeat(world: World, event: Event, of: int, statement: str) -> Made:
    return Made(statement=statement, published=ran(world, event), of=of, kind=LinkKind.SAME, sort="repeat")


def paraphrase(world: World, event: Event, of: int, writer: int) -> Made:
    other = writer + world.dice.randint(1, len(world.tellings[event.kind]) - 1)
    return Made(
        statement=world.told(event, other), published=ran(world, event), of=of, kind=LinkKind.SAME, sort="paraphrase"
    )


def other_number(world: World, event: Event, of: int, writer: int, published: date | None) -> Made:
    number = max(2, int(event.number * world.dice.choice([0.3, 0.5, 0.6, 1.6, 2, 3])) + world.dice.choice([1, 2]))
    number += 3 * (number == event.number)
    said = world.told(replace(event, number=number), writer + world.dice.randint(0, 2))
    return Made(statement=said, published=published, of=of, kind=LinkKind.CONTRADICTS, sort="other number")


def other_doer(world: World, event: Event, of: int, writer: int, published: date | None) -> Made:
    doer = world.dice.choice([group for group in world.groups if group != event.doer])
    said = world.told(replace(event, doer=doer), writer + world.dice.randint(0, 2))
    return Made(statement=said, published=published, of=of, kind=LinkKind.CONTRADICTS, sort="other doer")


def denial(world: World, event: Event, of: int) -> Made:
    deed, base = (words.format(place=event.place) for words in DEEDS[event.kind])
    said = world.dice.choice(DENIALS).format(the_doer=f"the {event.doer} movement", deed=deed, base=base)
    published = ran(world, event)
    said = said[:1].upper() + said[1:] + "."
    return Made(statement=said, published=published, of=of, kind=LinkKind.CONTRADICTS, sort="denial")


def update(world: World, event: Event, of: int, published: date) -> Made:
    number = int(event.number * world.dice.choice([1.3, 1.7, 2.5])) + 2
    later = published + timedelta(days=world.dice.randint(1, 6))
    if world.dice.random() < 0.4 and event.kind == "blast":
        said = world.dice.choice(
            ["The toll of the bombing in {place} has risen to {number} dead.",
             "The number of people killed by the bomb in {place} climbed to {number}."]
        ).format(place=event.place, number=number)  # fmt: skip
    else:
        said = world.told(replace(event, number=number), world.dice.randrange(7))
    return Made(statement=said, published=later, of=of, kind=LinkKind.UPDATES, sort="update")


def near_misses(world: World, event: Event, writer: int) -> Iterator[Made]:
    """Other events that look like it: elsewhere, another time, another deed."""
    elsewhere = replace(event, place=world.dice.choice([place for place in world.places if place != event.place]))
    again = replace(
        event,
        day=event.day + timedelta(days=world.dice.randint(60, 400)),
        number=event.number + world.dice.randint(1, 9),
    )
    other = replace(
        event, kind=world.dice.choice([kind for kind in KINDS if kind != event.kind]), number=world.event().number
    )
    for miss in world.dice.sample([elsewhere, again, other], 2):
        yield Made(statement=world.told(miss, writer), published=ran(world, miss), sort="near miss")


def claims(
    *, background: int, planted: int, seed: int = 11, tellings: dict[str, list[str]] = TELLINGS
) -> tuple[list[Made], list[Made]]:
    """What is stored already, and what arrives: claims related to one of those, and twice as many near misses.

    `of` of an arriving claim is an index into the first list.
    """
    world = World(seed, tellings)
    stored: list[Made] = []
    arriving: list[Made] = []
    shares = {"repeat": 20, "paraphrase": 30, "other number": 12, "other doer": 9, "denial": 9, "update": 20}
    for sort, share in shares.items():
        for _turn in range(planted * share // 100):
            event, writer, of = _suited(world, sort), world.dice.randrange(7), len(stored)
            if sort == "denial":
                writer = _naming_the_doer(world, event, writer)
            said, published = world.told(event, writer), ran(world, event)
            if sort in ("update",):
                published = published or event.day
            stored.append(Made(statement=said, published=published, sort=f"told before its {sort}"))
            same_day = published if world.dice.random() < 0.5 else None
            arriving.append(
                {
                    "repeat": lambda: repeat(world, event, of, said),  # noqa: B023
                    "paraphrase": lambda: paraphrase(world, event, of, writer),  # noqa: B023
                    "other number": lambda: other_number(world, event, of, writer, same_day),  # noqa: B023
                    "other doer": lambda: other_doer(world, event, of, writer, same_day),  # noqa: B023
                    "denial": lambda: denial(world, event, of),  # noqa: B023
                    "update": lambda: update(world, event, of, published or event.day),  # noqa: B023
                }[sort]()
            )
            arriving += near_misses(world, event, writer)
    # Of every sort some are among the first thousand that are stored.
    order = random.Random(seed).sample(range(len(stored)), len(stored))
    place = {old: new for new, old in enumerate(order)}
    stored = [stored[old] for old in order]
    arriving = [made if made.of is None else replace(made, of=place[made.of]) for made in arriving]
    while len(stored) < background:
        event = world.event()
        stored.append(Made(statement=world.told(event, world.dice.randrange(7)), published=ran(world, event)))
    world.dice.shuffle(arriving)
    return stored, arriving


def _naming_the_doer(world: World, event: Event, writer: int) -> int:
    """A writer who says who did it: that somebody did not do it denies nothing of a telling that names nobody."""
    listed = world.tellings[event.kind]
    return next(each for each in range(writer, writer + len(listed)) if "{the_doer}" in listed[each % len(listed)])


def _suited(world: World, sort: str) -> Event:
    """An event of which such a version can be told."""
    kinds = {
        "other number": COUNTED,
        "update": ("blast", "hold", "flight"),
        "other doer": DONE_BY,
        "denial": tuple(DEEDS),
    }
    while True:
        event = world.event()
        if event.kind in kinds.get(sort, KINDS):
            return event
