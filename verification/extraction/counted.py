"""Whether another number that is set against a claim counts what the claim counts."""

from __future__ import annotations

from verification.numbers.moments import moments
from verification.numbers.quantities import quantities
from verification.numbers.units import PEOPLE

from .doubting import Doubt
from .reasons import FATE, LENGTHS

ANOTHER = "gives another number"


def counts_alike(d: Doubt, doubt: str, claim: str, language: str | None) -> bool:
    """False where `doubt`, the words of `d`, counts one thing and `claim` another: votes, and not the dead."""
    if d.reason != ANOTHER:
        return True
    counted, told = things(claim, language), things(doubt, language)
    if not told or not counted:
        return True  # "the actual number was two"; "prices fell" and "they rose by 3 per cent"
    return any(alike(one, other) for one in counted for other in told)


def things(text: str, language: str | None) -> list[str]:
    """The units of what a text counts, without lengths of time; empty ones where a number tells none."""
    found = quantities(text, language, moments(text, language))
    return [number.unit.lower() for number in found if number.kind.lower() not in LENGTHS]


def alike(one: str, other: str) -> bool:
    """Whether two units are the same, or may count the same people: "killed" and "wounded" do not."""
    if not one or not other:
        return True
    fates = [found[0].replace("killed", "dead") for found in map(FATE.search, (one, other)) if found is not None]
    if len(set(fates)) > 1:
        return False
    kind, other_kind = FATE.sub("", one), FATE.sub("", other)
    return kind == other_kind or not (PEOPLE.isdisjoint(kind.split()) or PEOPLE.isdisjoint(other_kind.split()))
