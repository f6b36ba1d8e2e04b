"""Why a claim is worth checking, in the order in which it tells something, without what stands on nearly every one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from verification.numbers.numerals import CURRENCIES
from verification.numbers.quantities import Quantity
from verification.numbers.units import PEOPLE, SAME
from verification.text.word_lists import words
from verification.vocabulary import Topic

BY_TELLING = (
    "another passage ",
    "is a denial or a refusal",
    "assigns responsibility",
    "names a number of ",
    "gives a share",
    "gives a number",
    "names a poll or a record",
    "speaks of violence or casualties",
    "speaks of forces or territory",
    "speaks of a deal, a vote or an office",
    "speaks of health or money",
    "speaks of a disaster",
    "says when",
    "names who or where",
    "says what is not so",
    "is said of somebody else",
)
# What a claim is about, said where its words alone gave no reason.
SPEAKS_OF = {
    Topic.VIOLENCE: "speaks of violence or casualties",
    Topic.CASUALTIES: "speaks of violence or casualties",
    Topic.FORCES: "speaks of forces or territory",
    Topic.TERRITORY: "speaks of forces or territory",
    Topic.NEGOTIATION: "speaks of a deal, a vote or an office",
    Topic.RECOGNITION: "speaks of a deal, a vote or an office",
    Topic.GOVERNANCE: "speaks of a deal, a vote or an office",
    Topic.ELECTIONS: "speaks of a deal, a vote or an office",
    Topic.ECONOMY: "speaks of health or money",
    Topic.HEALTH: "speaks of health or money",
    Topic.DISASTERS: "speaks of a disaster",
}
OF_ANOTHER = "is said of somebody else"
# What nearly every claim does: said where nothing else can be.
PLAIN = ("reports an event", "speaks of what has happened", "somebody says it")
NUMBER_OF = "names a number of "
COUNTS = ("gives a number", "gives a share")
WHEN = "says when"
LENGTHS = words("second minute hour day night week weekend month season year decade century") | words(
    "seconds minutes hours days nights weeks weekends months seasons years decades centuries"
)
MEASURES = frozenset(SAME.values()) | frozenset(CURRENCIES.values()) | {"%", "percentage points"}
FATE = re.compile(r"\s(?:killed|dead|wounded|missing|displaced|arrested|captured|freed|infected)$")
FEW = 2  # "two sides", "one front": hardly a number


def telling(
    reasons: Sequence[str],
    numbers: Sequence[Quantity] | None = None,
    topics: Sequence[Topic] = (),
    *,
    is_of_another: bool = False,
) -> tuple[str, ...]:
    """The reasons to show of a claim; `numbers` are what it counts, None where that is not known.

    Where no reason tells this claim from others, its `topics` do, or that a speaker says it of somebody else.
    A year, a date and a length of time are no number that somebody would check, and neither are "two sides".
    """
    found = list(dict.fromkeys(reasons))
    if numbers is not None:
        found = counted(found, numbers)
    kept = sorted((reason for reason in found if reason not in PLAIN), key=place)
    if not kept and found:
        kept = list(dict.fromkeys(SPEAKS_OF[topic] for topic in topics if topic in SPEAKS_OF))[:1]
        kept += [OF_ANOTHER] * is_of_another
    return tuple(kept or [reason for reason in PLAIN if reason in found][:1])


PLACE = {reason: at for at, reason in enumerate(BY_TELLING)}


def place(reason: str) -> int:
    at = PLACE.get(reason)
    if at is None:
        at = next((at for at, begins in enumerate(BY_TELLING) if reason.startswith(begins)), len(BY_TELLING))
    return at


def counted(reasons: list[str], numbers: Sequence[Quantity]) -> list[str]:
    """The reasons, of which those of numbers hold for what is counted in the claim."""
    said = next((reason for reason in reasons if reason in COUNTS or reason.startswith(NUMBER_OF)), None)
    if said is None:
        return reasons
    others = [reason for reason in reasons if reason not in COUNTS and not reason.startswith(NUMBER_OF)]
    units = [FATE.sub("", number.unit) for number in numbers if is_telling(number)]
    if units:
        what = said.removeprefix(NUMBER_OF)
        if what == said or any(what in unit.lower().split() for unit in units):
            return [said, *others]
        return [COUNTS[all(unit == "%" for unit in units)], *others]
    if WHEN not in others and any(is_length(number) for number in numbers):
        return [WHEN, *others]
    return others


def is_telling(number: Quantity) -> bool:
    """Whether somebody would want to know that a number is right."""
    if is_length(number):
        return False
    if number.unit in MEASURES or FATE.search(number.unit) or number.kind in PEOPLE:
        return True
    return number.value > FEW or any(c.isdigit() for c in number.words)


def is_length(number: Quantity) -> bool:
    return number.kind.lower() in LENGTHS
